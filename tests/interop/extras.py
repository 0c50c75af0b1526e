"""Write the formats whose package lies in this environment alone, from the JSON lines of the same library; then their marks.

Runs in the environment of tests/interop, with the program's own modules of the checkout.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.exchange.documents import Document
from desktop.exchange.marked import spacy_set
from desktop.exchange.writers import FORMATS, writer
from desktop.model import Annotation, Article, Relation, Status


def documents(folder: Path):
    """Yield the library's documents, as the JSON lines tell them."""
    for line in (folder / "set-jsonl.jsonl").read_text("utf-8").split("\n"):
        if line:
            held = json.loads(line)
            article = Article(held["id"], held["title"], held["text"], held["sha256"], tags=tuple(held["tags"]))
            marks = tuple(
                Annotation(
                    each["id"], article.id, each["start"], each["end"], each["label"], each["value"], each["unit"],
                    status=Status(each["status"]), score=each["score"], note=each["note"], by=each["by"],
                )
                for each in held["annotations"]
            )  # fmt: skip
            ties = tuple(
                Relation(each["id"], article.id, each["kind"], each["head"], each["tail"]) for each in held["relations"]
            )
            yield Document(article, marks, ties)


def write(folder: Path) -> dict[str, list[tuple[str, int, int, str]]]:
    """Write each of these formats, read it by its own reader, and return the marks that it must hold."""
    told = {}
    for name, row in FORMATS.items():
        if not row.extra:
            continue
        made, target = writer(name), folder / f"set-{name}{row.suffix}"
        if made.folder:
            target.mkdir()
            made.write(documents(folder), target)
        else:
            with target.open("wb") as out:
                made.write(documents(folder), out)
        kept = [
            (each.article, each.start, each.end, each.label) for held in documents(folder) for each in made.keeps(held)
        ]
        texts = {held.article.id: held.article.text for held in documents(folder)}
        back = [
            each
            for each in made.quotes(target, documents(folder))
            if texts[each.article][each.start : each.end] == each.quote
        ]
        assert len(back) == len(kept), (name, len(back), len(kept))
        told[name] = kept
    given = list(spacy_set.read(folder / "set-spacy.spacy"))
    assert sum(len(each.marks) for each in given) == len(told["spacy"])
    return told
