"""The detector: speed against pyvi's own two passes, growth with the text, one endless line, memory, and the first article.

The text is a megabyte of news in which no two lines are alike: sentences of the whole corpus, drawn anew for each line.
BUTDA_UNDERTHESEA names a Python that has underthesea: then its `ner` reads the same articles, for speed and for F1.
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from pathlib import Path

from desktop.detect import detect, read_page
from desktop.model import Role
from desktop.text.normal import normal

ROOT = Path(__file__).parents[2]
SIZE = 1_000_000
_SHARED = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC"}
_PEAK = "int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1024"
_FRESH = f"""
import sys, time
begin = time.perf_counter()
from desktop.detect import detect
detect(open(sys.argv[1], encoding="utf-8").read(), "2024-01-01")
print(time.perf_counter() - begin, {_PEAK})
"""
_BARE = f"print({_PEAK})"
_WHOLE = f"""
import sys
from desktop.detect import detect, read_page
from desktop.model import Role
text = open(sys.argv[1], encoding="utf-8").read()
detect(text, "2024-01-01", dict((line.start, Role.BODY) for line in read_page(text)[0]))
print({_PEAK})
"""
_NER = """
import json, sys, time
from underthesea import ner
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
ner(rows[0]["text"][:200])
begin = time.perf_counter()
for row in rows:
    row["ner"] = [ner(line) for line in row["text"].split("\\n") if line.strip()]
print(json.dumps({"seconds": time.perf_counter() - begin, "rows": rows}, ensure_ascii=False))
"""


def news(size: int, seed: int) -> str:
    """Return so many characters of lines of three to five sentences, no two lines alike."""
    chance = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))]
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text) if len(part) > 30]
    lines: dict[str, None] = {}
    length = 0
    while length < size:
        line = " ".join(chance.sample(sentences, chance.randint(3, 5)))
        length += 0 if line in lines else len(line) + 2
        lines[line] = None
    return "\n\n".join(lines)[:size]


def seconds(text: str) -> float:
    """Return the processor's seconds for one text, every line of it an article's: a menu among them would end the article."""
    body = {line.start: Role.BODY for line in read_page(text)[0]}
    begin = time.process_time()
    detect(text, "2024-01-01", body)
    return time.process_time() - begin


def main() -> None:
    from pyvi import ViPosTagger, ViTokenizer

    text = news(SIZE, 1)
    detect(text[:5000], "2024-01-01")
    ViPosTagger.postagging(ViTokenizer.tokenize("Ông đến."))
    ours = seconds(text)
    begin = time.process_time()
    for line in filter(str.strip, text.split("\n")):
        ViPosTagger.postagging(ViTokenizer.tokenize(line))
    pyvi = time.process_time() - begin
    lines = text.split("\n\n")
    articles = sum(seconds("\n\n".join(lines[at : at + 7])) for at in range(0, len(lines), 7))
    told = f"{SIZE / articles:,.0f} characters/s"
    _told(
        "speed on 1 MB of articles of seven lines, of pyvi's two passes", pyvi / articles, 0.35, least=True, more=told
    )
    told = f"{SIZE / ours:,.0f} characters/s"
    _told("speed on 1 MB as one article, of pyvi's two passes", pyvi / ours, 0.35, least=True, more=told)
    _told("2 MB over 1 MB", seconds(news(2 * SIZE, 2)) / ours, 2.1)
    _told("1 MB on one line over 1 MB of lines", seconds(text.replace("\n\n", " ")) / ours, 1.5)
    bare = float(_run(_BARE)[0])
    article = str(sorted((ROOT / "corpus" / "articles").glob("*.txt"))[0])
    first, memory = min((_run(_FRESH, article) for _ in range(5)), key=lambda told: float(told[0]))
    _told("start to the first article detected, s", float(first), 0.3)
    _told("memory above the bare process after it, MB", float(memory) - bare, 60)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        _told("memory above it while 1 MB is one article, MB", float(_run(_WHOLE, file.name)[0]) - bare, None)
    for what, made in (("random Unicode", _unicode()), ("mutated articles", _mutated())):
        broken = sum(_broken(part) for part in made)
        _told(f"spans that break a rule in a million characters of {what}", broken, 0)
    if os.environ.get("BUTDA_UNDERTHESEA"):
        _against_underthesea(os.environ["BUTDA_UNDERTHESEA"])


def _unicode() -> list[str]:
    chance = random.Random(3)
    points = [*range(0x20, 0xD800), *range(0xD800, 0xE000, 97), *range(0xE000, 0x30000, 7)]
    return ["".join(chr(chance.choice(points)) for _ in range(5000)) for _ in range(200)]


def _mutated() -> list[str]:
    """Return pieces of news with characters lost, doubled, swapped, shouted and made unseen."""
    chance, text = random.Random(4), news(SIZE, 5)
    changes = ("", "{0}{0}", "\u200b{0}", " {0}", "{0}\n", "\u00ad{0}", "7{0}", "({0}", "{0}\u0301")
    pieces = [text[at : at + 5000] for at in range(0, len(text), 5000)]
    return [
        "".join(
            chance.choice(changes).format(char)
            if chance.random() < 0.05
            else char.swapcase()
            if chance.random() < 0.02
            else char
            for char in piece
        )
        for piece in pieces
    ]


def _broken(text: str) -> int:
    """Return how many spans of a text cross a line, begin or end on white space, or stand twice."""
    text = normal(text)
    found = detect(text, "2024-01-01").spans
    lines = [(line.start, line.end) for line in read_page(text)[0]]
    ends = [start for start, _ in lines]
    wrong = len(found) - len({(span.start, span.end, span.label) for span in found})
    for span in found:
        line = lines[bisect_right(ends, span.start) - 1]
        quote = text[span.start : span.end]
        wrong += not (line[0] <= span.start < span.end <= line[1]) or quote != quote.strip()
    return wrong


def _told(what: str, value: float, bar: float | None, least: bool = False, more: str = "") -> None:
    kept = bar is None or (value >= bar if least else value <= bar)
    judged = "" if bar is None else f"  (bar {bar}: {'ok' if kept else 'MISSED'})"
    print(f"  {what}: {value:.2f}{judged}  {more}", flush=True)


def _run(script: str, *arguments: str) -> list[str]:
    """Return what a script prints in a process of its own, which finds the modules compiled, as an installed program does."""
    compiled = ["-X", f"pycache_prefix={ROOT / 'build' / 'compiled'}"]
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, *compiled, "-c", script, *arguments],
        cwd=ROOT, env=variables, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.split()


def _against_underthesea(python: str) -> None:
    """Print speed and F1 on persons, bodies and places of the blind test, outermost names, beside underthesea's."""
    gold = ROOT / "build" / "blind.jsonl"
    gold.parent.mkdir(exist_ok=True)
    check = [sys.executable, "corpus/tools/check.py", "--blind", "--gold", str(gold)]
    subprocess.run(check, cwd=ROOT, check=True, capture_output=True)
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    told = json.loads(
        subprocess.run([python, "-c", _NER, str(gold)], check=True, capture_output=True, text=True).stdout.splitlines()[
            -1
        ]
    )
    begin = time.perf_counter()
    found = [detect(row["text"], (row["published"] or "")[:16]) for row in rows]
    ours = time.perf_counter() - begin
    _told("blind test, times as fast as underthesea", told["seconds"] / ours, 8, least=True)
    for label, short in _SHARED.items():
        gold_spans = [_outer(row, label) for row in rows]
        mine = _f1(
            [
                {(s.start, s.end) for s in each.spans if s.label == label} & _Free(row)
                for each, row in zip(found, rows, strict=True)
            ],
            gold_spans,
        )
        theirs = _f1([_theirs(row, short) & _Free(row) for row in told["rows"]], gold_spans)
        _told(f"  F1 {label} {mine:.3f}, underthesea {theirs:.3f}: ahead by", mine - theirs, 0.3, least=True)


def _dull(row: dict) -> list[tuple[int, int]]:
    return [(start, end) for start, end, role in row["lines"] if role == "furniture"]


class _Free(set):
    """All spans of a row but those on its furniture lines, as the right side of `&`."""

    def __init__(self, row: dict) -> None:
        super().__init__()
        self.dull = _dull(row)

    def __rand__(self, spans: set) -> set:
        return {span for span in spans if not any(a <= span[0] < b for a, b in self.dull)}


def _outer(row: dict, label: str) -> set:
    return {(s["start"], s["end"]) for s in row["spans"] if s["label"] == label}


def _theirs(row: dict, label: str) -> set:
    """Return where underthesea's names of one label stand; its words are found again one after the other."""
    found, at = set(), 0
    for line in row["ner"]:
        start = end = None
        for word, _, _, tag in [*line, ("", "", "", "O")]:
            if start is not None and tag != f"I-{label}":
                found.add((start, end))
                start = None
            place = row["text"].find(word, at) if word else at
            if place >= 0:
                at = place + len(word)
                if tag == f"B-{label}":
                    start = place
                end = at
    return found


def _f1(found: list[set], gold: list[set]) -> float:
    right = sum(len(a & b) for a, b in zip(found, gold, strict=True))
    return 2 * right / max(1, sum(map(len, found)) + sum(map(len, gold)))
