"""A library's own word lists go before the rules."""

import pytest

from desktop.detect import detect
from desktop.model.own_lists import OwnLists, WordList

TEXT = "Ông Lò Văn Phúc, Bí thư Huyện ủy Sông Mây, trao giải Ong Vàng cho hội ong mật ở Hà Nội."


def marks(own):
    return [(TEXT[span.start : span.end], span.label) for span in detect(TEXT, None, None, own).spans]


PLAIN = marks(None)


@pytest.mark.parametrize(
    ("made", "more", "less"),
    [
        (WordList("a", "EVENT", ("Ong Vàng",)), [("Ong Vàng", "EVENT")], []),
        (WordList("a", "ORGANIZATION", ("Hội Ong Mật",)), [], []),
        (WordList("a", "ORGANIZATION", ("Hội Ong Mật",), cased=False), [("hội ong mật", "ORGANIZATION")], []),
        (WordList("a", "EVENT", ("giải Ong Vàng",), on=False), [], []),
        (WordList("a", "HERO", ("Lò Văn Phúc",)), [("Lò Văn Phúc", "HERO")], [("Lò Văn Phúc", "PERSON")]),
    ],
)
def test_entries_are_marked_and_what_they_contradict_goes(made, more, less):
    found = marks(OwnLists((made,)))
    assert (sorted(set(found) - set(PLAIN)), sorted(set(PLAIN) - set(found))) == (more, less)


def test_labels_are_called_otherwise_or_left_out():
    found = marks(OwnLists(renamed=(("PERSON", "HERO"), ("LOCATION", ""))))
    assert [label for _, label in found if label in ("PERSON", "LOCATION", "HERO")] == ["HERO"]


def test_the_version_tells_of_the_lists_and_facts_keep_their_marks():
    own = OwnLists((WordList("a", "EVENT", ("giải Ong Vàng",)),))
    found, plain = detect(TEXT, None, None, own), detect(TEXT)
    told = [(TEXT[found.spans[f.head].start :][:11], TEXT[found.spans[f.tail].start :][:6]) for f in found.relations]
    assert (found.version, told[0]) == (f"{plain.version}_{own.mark}", ("Lò Văn Phúc", "Bí thư"))
