"""Check the corpus, write its plain articles and its gold as JSON lines.

usage: python corpus/tools/check.py [--write] [--gold FILE] [--only PREFIX] [--blind | --of SET]
  (nothing)     prove every gold file: format, edges, nesting, values, and that articles/ holds exactly its text
  --write       write articles/NAME.txt from gold/NAME.gold.txt first
  --gold FILE   write the gold as JSON lines, offsets in code points
  --only PREFIX look only at the files whose names begin so
  --of SET      another set: `blind`, `learn`, `held`, `series`, `english` or `english-held` (blind/ and what is held are only ever scored)
  --blind       the same as --of blind
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import marks
import relations

CORPUS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Kept:
    """One set of gold articles: its folder, how long they are, whether each has a day, and whether it is only scored."""

    folder: str
    length: tuple[int, int]
    dated: bool = True
    scored_only: bool = False


GOLD = Kept("gold", (1200, 5000))
SETS = {
    "gold": GOLD,
    "blind": Kept("blind", (1200, 5000), scored_only=True),
    "learn": Kept("life/learn", (600, 1200), dated=False),
    "held": Kept("life/held", (600, 1200), dated=False, scored_only=True),
    "series": Kept("series", (600, 1000)),
    "english": Kept("english/learn", (500, 900), dated=False),
    "english-held": Kept("english/held", (500, 900), dated=False, scored_only=True),
}
SHARED_SEQUENCES = 0.01
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"\w+")
_DATE = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d([+-]\d\d:\d\d)?)?)?)?"
_TIME = re.compile(rf"({_DATE}|T\d\d:\d\d)(/({_DATE}|T\d\d:\d\d))?")
_EDGE = " \t\n\u00a0.,;:!?…\"“”'‘’-–—/([{"
_CLOSERS = ")]"
_INNER_ALONE = {"PERSON", "TIME", "LOCATION"}
_NEVER = {("ORGANIZATION", "ORGANIZATION"), ("EVENT", "TITLE")}


def problems(article: marks.GoldArticle, kept: Kept = GOLD) -> Iterator[str]:
    """Yield what is wrong with one article's marks, a sentence each."""
    for span in article.spans:
        quote = article.text[span.start : span.end]
        where = f"{article.name}: {span.label} {quote!r}"
        if quote[0] in _EDGE or (quote[-1] in _EDGE and not quote.endswith("...")):
            yield f"{where} begins or ends with white space or punctuation"
        if quote[0] in _CLOSERS or (quote[-1] == ")" and "(" not in quote):
            yield f"{where} has an unbalanced bracket at its edge"
        if span.label == "TIME" and span.value is not None and not _TIME.fullmatch(str(span.value)):
            yield f"{where} has no ISO 8601 value: {span.value!r}"
        if (
            span.label in ("COUNT", "ORDINAL", "PERCENT", "MONEY", "MEASURE")
            and isinstance(span.value, str)
            and not re.fullmatch(r"-?[\d.]+\.\.-?[\d.]+", span.value)
        ):
            yield f"{where}: a value is a number or a range 5..7, not {span.value!r}"
        if span.label == "RATIO" and not re.fullmatch(r"[\d.]+ of [\d.]+", str(span.value)):
            yield f"{where}: a ratio's value reads '59 of 63'"
        if span.label == "MONEY" and not re.fullmatch(r"[A-Z]{3}", span.unit or ""):
            yield f"{where} needs an ISO 4217 unit"
        if span.label == "TIME" and span.value is not None and not in_calendar(str(span.value)):
            yield f"{where} has no day of the calendar, or ends before it begins: {span.value}"
        if span.label == "PERCENT" and span.unit != "%":
            yield f"{where} has the unit %"
        for other in article.spans:
            if (
                other.start <= span.start
                and span.end <= other.end
                and (other.label, span.label) in _NEVER
                and other is not span
            ):
                yield f"{where} stands inside an {other.label}"
            if (
                other is not span
                and other.start <= span.start
                and span.end <= other.end
                and other.label in _INNER_ALONE
            ):
                yield f"{where} stands inside a {other.label}"
            if other is not span and (other.start, other.end, other.label) == (span.start, span.end, span.label):
                yield f"{where} is marked twice"
    furniture = [(start, end) for start, end, role in article.lines if role == "furniture"]
    for match in re.finditer(r"\bĐảng\b", article.text):
        at = match.start()
        free = not any(start <= at < end for start, end in furniture)
        if free and not any(span.start <= at < span.end for span in article.spans):
            yield f"{article.name}: Đảng at {article.text[at - 20 : at + 20]!r} is not marked"
    if article.header.get("clutter") not in (True, False):
        yield f"{article.name}: the header needs clutter = true or false"
    for key in ("genre", "published", "annotator")[:: 1 if kept.dated else 2]:
        if not article.header.get(key):
            yield f"{article.name}: the header needs {key}"
    size = len(article.text)
    if not kept.length[0] <= size <= kept.length[1]:
        yield f"{article.name}: {size} characters; {kept.folder} takes {kept.length[0]} to {kept.length[1]}"
    if article.text != re.sub(r"[ \t]+$", "", article.text, flags=re.M):
        yield f"{article.name}: a line ends in blanks"


def in_calendar(value: str) -> bool:
    """Return whether an ISO 8601 value names days that exist, in order."""
    ends = []
    for part in value.split("/"):
        day = part.partition("T")[0]
        try:
            ends.append(date.fromisoformat(day + "-01-01"[len(day) - 4 :]) if day else None)
        except ValueError:
            return False
    return len(ends) == 1 or None in ends or ends[0] <= ends[1]


def shared(articles: list[marks.GoldArticle]) -> Iterator[str]:
    """Yield sentences that stand in two articles, and too large a share of common sequences of eight words."""
    sentences: dict[str, str] = {}
    for article in articles:
        for sentence in set(_SENTENCE.split(told(article))):
            key = " ".join(_WORD.findall(sentence.lower()))
            if len(key.split()) >= 6 and sentences.setdefault(key, article.name) != article.name:
                yield f"{article.name} and {sentences[key]} share the sentence {sentence!r}"
    holders: dict[tuple[str, ...], set[str]] = {}
    for article in articles:
        for sequence in sequences(article):
            holders.setdefault(sequence, set()).add(article.name)
    total = len(holders)
    common = [sequence for sequence, names in holders.items() if len(names) > 1]
    if total and len(common) / total > SHARED_SEQUENCES:
        for sequence in common[:20]:
            yield f"shared by {sorted(holders[sequence])}: {' '.join(sequence)}"
        yield f"{len(common)} of {total} sequences of eight words stand in more than one article"


def told(article: marks.GoldArticle) -> str:
    """Return the article's text with its furniture blanked out: a motto or a menu repeats from page to page."""
    text = article.text
    for start, end, role in article.lines:
        if role == "furniture":
            text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def sequences(article: marks.GoldArticle) -> Iterator[tuple[str, ...]]:
    """Yield each run of eight words outside names (persons, offices, bodies, places, papers, events)."""
    text = list(told(article).lower())
    for span in article.spans:
        if span.label in ("PERSON", "TITLE", "ORGANIZATION", "LOCATION", "DOCUMENT", "EVENT"):
            text[span.start : span.end] = "\x00" * (span.end - span.start)
    for piece in re.split(r"[\x00\n]+", "".join(text)):
        words = _WORD.findall(piece)
        yield from (tuple(words[i : i + 8]) for i in range(len(words) - 7))


def read_all(folder: str, only: str = "") -> tuple[list[marks.GoldArticle], list[str]]:
    """Return the sound gold articles of a folder, and what is wrong with the form of the others."""
    articles, wrong = [], []
    for path in sorted((CORPUS / folder).glob(f"{only}*.gold.txt")):
        try:
            articles.append(marks.read(path))
        except marks.MarkError as error:
            wrong.append(str(error))
    return articles, wrong


def plain_articles(articles: list[marks.GoldArticle], write: bool) -> Iterator[str]:
    """Yield where articles/ does not hold the gold's text; with `write`, write it first."""
    for article in articles:
        plain = CORPUS / "articles" / f"{article.name}.txt"
        if write:
            plain.write_text(article.text, encoding="utf-8", newline="\n")
        if not plain.exists() or plain.read_text(encoding="utf-8") != article.text:
            yield f"{article.name}: articles/{plain.name} is not the gold file's text; run with --write"


def write_gold(articles: list[marks.GoldArticle], path: Path, blind: bool) -> None:
    """Write articles as JSON lines, offsets in code points; those of the blind test say so."""
    with path.open("w", encoding="utf-8") as out:
        for article in articles:
            row = {"id": article.name, "published": article.header.get("published"), "text": article.text}
            row |= {"lines": article.lines, "spans": [asdict(span) for span in article.spans]}
            row |= {"blind": True} if blind else {}
            facts = CORPUS / "relations" / f"{article.name}.rel.txt"
            if facts.exists():
                found = relations.read(facts, article)
                row["relations"] = [[kind, *edges(head), *edges(tail)] for kind, head, tail in found]
            print(json.dumps(row, ensure_ascii=False), file=out)


def edges(span: marks.GoldSpan) -> tuple[int, int, str]:
    """Return where a span stands and its label."""
    return span.start, span.end, span.label


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--write", action="store_true")
    cli.add_argument("--gold", type=Path)
    cli.add_argument("--only", default="")
    cli.add_argument("--of", choices=SETS, default="gold")
    cli.add_argument("--blind", action="store_const", const="blind", dest="of")
    options = cli.parse_args()
    kept = SETS[options.of]
    articles, wrong = read_all(kept.folder, options.only)
    wrong += [line for article in articles for line in problems(article, kept)]
    if kept is GOLD:
        wrong += plain_articles(articles, options.write)
    others = (
        []
        if options.only
        else [one for other in SETS.values() if other is not kept for one in read_all(other.folder)[0]]
    )
    wrong += shared(articles + others)
    if options.gold:
        write_gold(articles, options.gold, kept.scored_only)
    for line in wrong:
        print(line, file=sys.stderr)
    count = Counter(span.label for article in articles for span in article.spans)
    size = sum(len(article.text) for article in articles)
    clutter = sum(article.header.get("clutter") is True for article in articles)
    print(f"{len(articles)} articles ({clutter} with clutter), {size} characters, {count.total()} spans")
    print(", ".join(f"{label} {number}" for label, number in count.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
