"""Pages that we write, as Chromium reads them: a script of ours in a copy asks its document for every mark."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ASK = """<script>
const found = [...document.querySelectorAll('mark')].map(each => {
  const round = each.closest('blockquote') ?? each;
  return [each.closest('article')?.id ?? round.dataset.article, round.dataset.id, each.dataset.start, each.dataset.end,
    round.dataset.label, each.textContent];
});
document.documentElement.innerHTML = '<body></body>';
document.body.textContent = JSON.stringify(found);
</script>"""


def marks(path, texts):
    """Return the marks whose words, as the browser has them, are those of their article; one in several pieces has them together."""
    import lxml.html

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.html"
        page = path.read_text("utf-8")
        assert "</body>" in page
        copy.write_text(page.replace("</body>", f"{_ASK}</body>"), "utf-8")
        shown = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/me", "--dump-dom", copy.as_uri()],
            capture_output=True, check=True, timeout=120,
        ).stdout.decode("utf-8")  # fmt: skip
    pieces = {}
    for article, known, start, end, label, words in json.loads(lxml.html.fromstring(shown).findtext(".//body")):
        pieces.setdefault((article, known, int(start), int(end), label), []).append(words)
    return [
        (article, start, end, label)
        for (article, _, start, end, label), words in pieces.items()
        if "".join(words) == texts[article][start:end]
    ]
