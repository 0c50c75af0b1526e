"""Broken files and lines, made of whole ones by a fixed seed: each comes in or is refused in words, and what came in goes out again."""

import io
import json
import resource
import time
from functools import partial

from desktop import assets, operations
from desktop.detect import detect, read_page
from desktop.errors import KnownError
from desktop.streaming import stream
from desktop.text.normal import normal
from tests.hostile import HOSTILE
from tests.trials.forked import forked
from tests.trials.outcome import Outcome, told

COUNT, A_BATCH, SLOW = 2000, 50, 10.0  # files, files a process and library, seconds of the processor
_LETTERS = 900
_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{0}</title>
<meta property="article:published_time" content="2024-07-02T08:00:00+07:00"><link rel="canonical" href="https://bao.example/1.html">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{0}","datePublished":"2024-07-02"}}</script></head>
<body><nav><a href="/">Trang chủ</a></nav><article><h1>{0}</h1><p class="sapo">{1}</p>{2}<figure><img src="a.jpg">
<figcaption>Ảnh: {0}</figcaption></figure><table><tr><td>1</td><td>{0}</td></tr></table></article><footer>© Báo</footer></body></html>"""
_VALUES = (None, True, -1, 0, 10**9, 10**30, 1e308, "", "x" * 5000, "\ud800", [], {}, [[]], [None, 1], {"a": {"b": []}})
_BYTES = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<",
    b"</div>",
    b"&#x110000;",
    b"<!--",
    b"\r",
    b'"',
    b"\\u",
    b"\n\n\n",
    b"=1+1",
)


def sources(folder):
    """Return whole files of each kind, as (kind, bytes)."""
    texts = [sample.read_text("utf-8")[:_LETTERS] for sample in assets.samples()[:12]]
    found = [("txt", text.encode()) for text in texts]
    found += [
        (
            "md",
            ("# " + text.replace("\n\n", "\n\n## ", 2) + "\n\n* một\n* hai **ba**\n\n| a | b |\n|---|---|\n").encode(),
        )
        for text in texts
    ]
    for text in texts:
        head, *rest = [line for line in text.split("\n") if line.strip()]
        found.append(("html", _PAGE.format(head, head, "".join(f"<p>{line}</p>" for line in rest)).encode()))
    store = operations.open_library(folder / "whole.butda")
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
        (prepared,) = operations.prepare(folder / f"{number}.txt", read_page)
        article = operations.add(store, prepared).article
        operations.apply_detection(store, article, detect(text, None))
    operations.export(store, "jsonl", folder / "whole.jsonl", operations.Selection())
    store.close()
    lines = (folder / "whole.jsonl").read_bytes().splitlines(keepends=True)
    found += [("jsonl", b"".join(lines[at : at + 2])) for at in range(0, len(lines), 2)] * 2
    found += [
        ("line", json.dumps({"id": "a", "text": text, "published": "2024-07-02"}, ensure_ascii=False).encode())
        for text in texts
    ]
    return found


def mutated(kind, content, chance):
    """Return broken bytes: of JSON lines a value or key is another one, of all kinds bytes go, come, or stand elsewhere."""
    if kind in ("jsonl", "line") and chance.random() < 0.7:
        return b"\n".join(_json_mutated(line, chance) for line in content.splitlines()) + b"\n"
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, length = chance.randrange(len(content) + 1), chance.choice((1, 3, 40, 400))
        piece = content[at : at + length]
        content = chance.choice((
            content[:at] + content[at + length :],
            content[:at] + piece * 3 + content[at + length :],
            content[:at] + bytes(chance.randrange(256) for _ in range(min(length, 8))) + content[at:],
            content[:at] + chance.choice(_BYTES) * chance.choice((1, 50)) + content[at:],
            content[:at] + chance.choice(list(HOSTILE.values())).encode("utf-8", "surrogatepass") + content[at:],
            content[:at],
        ))  # fmt: skip
    return content


def _json_mutated(line, chance):
    """Put another value, or another value of the same line, in some place of a JSON line."""
    held = json.loads(line)
    for _ in range(chance.choice((1, 1, 2, 3))):
        places = list(_places(held))
        parent, key = chance.choice(places)
        other, other_key = chance.choice(places)
        if chance.random() < 0.15 and isinstance(parent, dict):
            parent.pop(key, None)
        else:
            parent[key] = chance.choice(
                (chance.choice(_VALUES), chance.choice(list(HOSTILE.values())), _copied(other, other_key))
            )
    return json.dumps(held, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _copied(held, key):
    there = held.get(key) if isinstance(held, dict) else held[key] if key < len(held) else None
    return json.loads(json.dumps(there)) if len(json.dumps(there)) < 3000 else None


def _places(held):
    for key in held if isinstance(held, dict) else range(len(held)):
        yield held, key
        if isinstance(held[key], dict | list):
            yield from _places(held[key])


def run(folder, chance, count=COUNT):
    """Try broken files, a batch a process; return an outcome for imports and one for lines."""
    whole = sources(folder)
    outcomes = {"file": Outcome("mutated files: import, detect"), "line": Outcome("mutated lines: detect -")}
    broken = [
        (kind, mutated(kind, content, chance)) for kind, content in (whole[at % len(whole)] for at in range(count))
    ]
    for first in range(0, count, A_BATCH):
        batch = broken[first : first + A_BATCH]
        place = folder / f"batch-{first}"
        place.mkdir()
        ended = forked(partial(_try, batch, place), patience=600)
        rows = [json.loads(line) for line in ended.lines]
        for row in rows:
            _count(outcomes["line" if row["kind"] == "line" else "file"], row)
        if ended.code != 0 or len(rows) != len(batch) + 1:
            outcomes["file"].tracebacks += 1
            told(
                outcomes["file"],
                died=ended.errors[-600:],
                at=first + len(rows),
                kind=batch[min(len(rows), len(batch) - 1)][0],
            )
    return list(outcomes.values())


def _count(outcome, row):
    outcome.count += row["kind"] != "library"
    outcome.hit += row["got_in"]
    outcome.damaged += len(row["wrong"])
    outcome.tracebacks += row["raised"] is not None
    outcome.slow += row["seconds"] > SLOW
    if row["wrong"] or row["raised"] or row["seconds"] > SLOW:
        told(outcome, **row)


def _try(batch, place):
    """Try a batch in a library of its own, then check and export all of it; print a line of JSON each."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    store = operations.open_library(place / "l.butda")
    for number, (kind, content) in enumerate(batch):
        if kind == "line":
            _tell(kind, place / str(number), content, partial(_answered, content))
        else:
            path = place / f"{number}.{kind}"
            _tell(kind, path, content, partial(_imported, store, path))
    _tell("library", place / "library", b"", partial(_goes_out, store, place))
    store.close()


def _tell(kind, path, content, work):
    path.write_bytes(content)
    begun, raised, got_in, wrong = time.process_time(), None, False, []
    try:
        got_in, wrong = work()
    except Exception as error:  # that is what is looked for
        raised = f"{type(error).__name__}: {error}"[:300]
    row = {
        "kind": kind, "path": str(path), "seconds": round(time.process_time() - begun, 2), "raised": raised,
        "got_in": got_in, "wrong": wrong,
    }  # fmt: skip
    print(json.dumps(row, ensure_ascii=True), flush=True)


def _imported(store, path):
    """Import a file, look through it, and say whether it got in."""
    got_in = False
    try:
        for each in operations.prepare(path, read_page):
            if isinstance(each, KnownError):
                continue
            added = operations.add(store, each)
            article = store.article(added.article)
            if article.detected is None:
                operations.apply_detection(store, article.id, detect(article.text, article.published))
            got_in = True
    except KnownError as error:
        str(error)
    return got_in, []


def _answered(content):
    """Let the detector answer a line; what it finds stands within the text."""
    answers, lines = io.BytesIO(), content.splitlines(keepends=True)
    stream(iter(lines), answers, io.BytesIO())
    found = [json.loads(answer) for answer in answers.getvalue().splitlines()]
    if len(lines) != 1 or not found:
        return bool(found), []
    end = len(normal(json.loads(lines[0])["text"]))
    return True, [str(each) for each in found[0]["spans"] if not 0 <= each["start"] < each["end"] <= end]


def _goes_out(store, place):
    """Check a library and export it in each format."""
    for name in ("jsonl", "csv", "html"):
        operations.export(store, name, place / f"out.{name}", operations.Selection())
    return False, store.check()
