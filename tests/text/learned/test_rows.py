"""What a library has learned goes over what the rules found."""

import pytest

from desktop.detect import detect
from desktop.model.learned import Effect, Learned, Sign
from desktop.model.own_lists import OwnLists, WordList

TEXT = "Ông Lò Văn Phúc, Bí thư Huyện ủy Sông Mây, khen nhóm Ong Vàng cho hội ong mật ở Hà Nội, gần Ong Vàng Mới."


def marks(*rows, text=TEXT, lists=()):
    found = detect(text, None, None, OwnLists(lists, learned=rows))
    return [(text[span.start : span.end], span.label) for span in found.spans]


PLAIN = marks()


def row(effect, words, label, becomes="", sign=Sign.NAME, decisions=("a", "b"), **more):
    return Learned("r", effect, sign, words, label, becomes, decisions, **more)


CASES = {
    "a name is marked, but not where it goes on": (row(Effect.MARK, "Ong Vàng", "EVENT"), [("Ong Vàng", "EVENT")], []),
    "a name of small letters": (row(Effect.MARK, "hội ong mật", "EVENT"), [("hội ong mật", "EVENT")], []),
    "not within a word": (row(Effect.MARK, "ng mật", "EVENT"), [], []),
    "off": (row(Effect.MARK, "Ong Vàng", "EVENT", on=False), [], []),
    "what is marked so already": (row(Effect.MARK, "Hà Nội", "LOCATION"), [], []),
    "another label, decided on twice": (
        row(Effect.MARK, "Lò Văn Phúc", "HERO"), [("Lò Văn Phúc", "HERO")], [("Lò Văn Phúc", "PERSON")],
    ),
    "another label, decided on once": (row(Effect.MARK, "Lò Văn Phúc", "HERO", decisions=("a",)), [], []),
    "inside what may not hold it": (row(Effect.MARK, "Văn Phúc", "PERSON"), [], []),
    "around what it may hold": (
        row(Effect.MARK, "Bí thư Huyện ủy Sông Mây, khen", "TITLE"),
        [("Bí thư Huyện ủy Sông Mây, khen", "TITLE")],
        [("Bí thư Huyện ủy Sông Mây", "TITLE")],
    ),
    "an office goes on to the end of its body": (
        row(Effect.MARK, "Huyện ủy Sông Mây, khen", "ORGANIZATION"),
        [("Bí thư Huyện ủy Sông Mây, khen", "TITLE"), ("Huyện ủy Sông Mây, khen", "ORGANIZATION")],
        [("Bí thư Huyện ủy Sông Mây", "TITLE"), ("Huyện ủy Sông Mây", "ORGANIZATION")],
    ),
    "moved on": (row(Effect.EDGES, "Hà Nội", "LOCATION", "Nội, gần"), [("Nội, gần", "LOCATION")], [("Hà Nội", "LOCATION")]),
    "moved on, into what is longer": (
        row(Effect.EDGES, "Lò Văn Phúc", "PERSON", "Văn Phúc, Bí"), [], [("Lò Văn Phúc", "PERSON")],
    ),
    "left out": (row(Effect.LEAVE, "Hà Nội", "LOCATION"), [], [("Hà Nội", "LOCATION")]),
    "left out with another label": (row(Effect.LEAVE, "Hà Nội", "PERSON"), [], []),
    "called otherwise": (
        row(Effect.LABEL, "Hà Nội", "LOCATION", "ORGANIZATION"), [("Hà Nội", "ORGANIZATION")], [("Hà Nội", "LOCATION")],
    ),
    "made shorter": (
        row(Effect.EDGES, "Lò Văn Phúc", "PERSON", "Văn Phúc"), [("Văn Phúc", "PERSON")], [("Lò Văn Phúc", "PERSON")],
    ),
    "made longer": (
        row(Effect.EDGES, "Hà Nội", "LOCATION", "ở Hà Nội"), [("ở Hà Nội", "LOCATION")], [("Hà Nội", "LOCATION")],
    ),
    "made longer, where the words are others": (row(Effect.EDGES, "Hà Nội", "LOCATION", "tại Hà Nội"), [], []),
    "a head left out": (
        row(Effect.EDGES, "Lò", "PERSON", sign=Sign.HEAD), [("Văn Phúc", "PERSON")], [("Lò Văn Phúc", "PERSON")],
    ),
    "a tail left out": (
        row(Effect.EDGES, "Phúc", "PERSON", sign=Sign.TAIL), [("Lò Văn", "PERSON")], [("Lò Văn Phúc", "PERSON")],
    ),
    "a word taken in before": (
        row(Effect.EDGES, "ở", "LOCATION", sign=Sign.BEFORE), [("ở Hà Nội", "LOCATION")], [("Hà Nội", "LOCATION")],
    ),
    "words behind": (row(Effect.LEAVE, "gần", "LOCATION", sign=Sign.AFTER), [], []),
    "words before": (row(Effect.LEAVE, "Ông", "PERSON", sign=Sign.BEFORE), [], [("Lò Văn Phúc", "PERSON")]),
    "called otherwise by its head": (
        row(Effect.LABEL, "Lò", "PERSON", "HERO", sign=Sign.HEAD), [("Lò Văn Phúc", "HERO")], [("Lò Văn Phúc", "PERSON")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_row_changes_what_it_is_about_and_nothing_else(case):
    made, more, less = CASES[case]
    found = marks(made)
    assert (sorted(set(found) - set(PLAIN)), sorted(set(PLAIN) - set(found))) == (more, less)


def test_lists_go_before_what_was_learned():
    told = marks(row(Effect.MARK, "Ong Vàng", "EVENT"), lists=(WordList("a", "HERO", ("nhóm Ong Vàng",)),))
    assert [each for each in told if "Vàng" in each[0]] == [("nhóm Ong Vàng", "HERO")]


def test_furniture_is_left_alone():
    page = f"Trang chủ | Ong Vàng | Kinh tế | Bạn đọc\n\n{TEXT}"
    assert marks(row(Effect.MARK, "Ong Vàng", "EVENT"), text=page).count(("Ong Vàng", "EVENT")) == 1


def test_facts_keep_their_marks():
    found = detect(TEXT, None, None, OwnLists(learned=(row(Effect.MARK, "Ong Vàng", "EVENT"),)))
    (held,) = [fact for fact in found.relations if fact.kind == "office_held"]
    assert [TEXT[found.spans[at].start : found.spans[at].end] for at in (held.head, held.tail)] == [
        "Lò Văn Phúc", "Bí thư Huyện ủy Sông Mây",
    ]  # fmt: skip


def test_the_version_tells_of_what_rows_do_and_not_of_their_decisions():
    rows = row(Effect.LEAVE, "Hà Nội", "LOCATION"), row(Effect.LEAVE, "Hà Nội", "LOCATION", decisions=("c",))
    other = row(Effect.LEAVE, "Hà Nội", "PERSON"), row(Effect.LEAVE, "Hà Nội", "LOCATION", on=False)
    told = [OwnLists(learned=(each,)).mark for each in (*rows, *other)]
    assert (told[0] == told[1], told[0] != told[2], told[3]) == (True, True, "")
