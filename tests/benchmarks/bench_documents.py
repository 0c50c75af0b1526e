"""Documents in: pages a second of a PDF and of Word, against the bare libraries' text; how much memory a long table takes."""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pypdfium2
from lxml import etree

from desktop.exchange.office import pdf, word
from tests.benchmarks.timing import at_most, median, ratio
from tests.handmade import document, shown

PAGES, LINES, LETTERS = 30, 45, 80
PARAGRAPH = 40  # of Word on a page
PDF, WORD, MEMORY = 50.0, 12.0, 150  # times pypdfium2's text, times lxml's; megabytes
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROWS, CELL = 20_000, 2_000
_MEASURE = (
    "import resource, sys; from pathlib import Path; from desktop import exchange; n = sum(1 for _ in exchange.read(Path(sys.argv[1])));"
    "print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
)


def main() -> None:
    _pdf()
    _word()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "bài.csv")
        with file.open("w", encoding="utf-8") as out:
            out.write("title,text\n")
            out.writelines(f"Bài {number},{'Bà Hoa đi chợ ' * (CELL // 14)}\n" for number in range(ROWS))
        told = subprocess.run([sys.executable, "-c", _MEASURE, str(file)], capture_output=True, text=True, check=True)
        at_most(
            f"memory of a table of {file.stat().st_size // 1_000_000} MB", float(told.stdout.split()[1]), MEMORY, "MB"
        )


def _pdf() -> None:
    content = _pages()

    def bare() -> None:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()

    ours, theirs = median(lambda: pdf.read(Path("a.pdf"), content), 3), median(bare, 3)
    ratio(f"PDF, {PAGES / ours * 1000:.0f} pages a second", ours, theirs, "pypdfium2's text", PDF)


def _word() -> None:
    words = "Bà Hoa đi chợ mua gạo, ông Nam ở nhà trông cháu và sửa lại cái hàng rào."
    body = "".join(f"<w:p><w:r><w:t>{number} {words}</w:t></w:r></w:p>" for number in range(PAGES * PARAGRAPH))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    content = held.getvalue()

    def bare() -> None:
        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
        assert all("".join(each.itertext()) for each in root.iter(f"{{{W}}}p"))

    ours, theirs = median(lambda: word.read(Path("a.docx"), content), 3), median(bare, 3)
    ratio(f"Word, {PAGES / ours * 1000:.0f} pages a second", ours, theirs, "lxml's text of its paragraphs", WORD)


def _pages() -> bytes:
    """A PDF of full pages."""
    line = "the ferry at the bend of the river " * 3
    return document(
        *(
            "".join(shown(f"{page} {at} {line}"[:LETTERS], 50, 40 + at * 16) for at in range(LINES))
            for page in range(PAGES)
        )
    )
