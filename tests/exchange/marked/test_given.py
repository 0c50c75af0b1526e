"""Where given marks stand in a text of ours: by the offsets of whatever unit, proved by the quote, else by the quote alone."""

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from desktop.exchange.marked.given import Given, GivenMark, Placed, Placing
from desktop.text.normal import normal

TEXT = "Ông 😊 Nguyễn Văn A (Hà Nội),\nngày 3/10: ông Nguyễn Văn A 𡨸 về Hà Nội."
NAME, PLACE = "Nguyễn Văn A", "Hà Nội"


def units(at):
    before = TEXT[:at]
    return {"code points": at, "utf-16": len(before.encode("utf-16-le")) // 2, "bytes": len(before.encode())}


def marks(unit, quoted):
    found = [(TEXT.index(NAME), NAME), (TEXT.rindex(PLACE), PLACE)]
    return tuple(
        GivenMark("X", units(at)[unit], units(at + len(quote))[unit], quote if quoted else "") for at, quote in found
    )


@pytest.mark.parametrize("unit", ["code points", "utf-16", "bytes"])
@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("held", [TEXT, ""])
def test_the_unit_is_told_by_the_quotes_or_by_whole_words(unit, quoted, held):
    given = Given(marks(unit, quoted), text=held)
    placing = Placing(given, TEXT)
    assert (placing.unit, [placing.place(each) for each in given.marks]) == (
        unit, [Placed(at, at + len(quote)) for at, quote in ((TEXT.index(NAME), NAME), (TEXT.rindex(PLACE), PLACE))],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "place"),
    [
        (GivenMark("X", 0, 12, NAME), Placed(6, 18, moved=True)),
        (GivenMark("X", 60, 72, NAME), Placed(44, 56, moved=True)),
        (GivenMark("X", quote=NAME, occurrence=2), Placed(44, 56)),
        (GivenMark("X", quote=NAME, occurrence=3), None),
        (GivenMark("X", 6, 18, "Nguyễn Văn B"), None),
        (GivenMark("X", 6, 18), Placed(6, 18)),
        (GivenMark("X", 6, 1800), None),
        (GivenMark("X", -3, 4), None),
        (GivenMark("X", 6, 6), None),
        (GivenMark("X"), None),
    ],
)
def test_a_mark_stands_where_its_words_are(mark, place):
    assert Placing(Given((mark,)), TEXT).place(mark) == place


@pytest.mark.parametrize(
    "theirs",
    [
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        TEXT.replace("ễ", "e\u0302\u0303").replace("à", "a\u0300"),
        TEXT.replace(" ", "\n"),
        "  " + TEXT.replace("(", "( "),
    ],
)
def test_a_text_that_is_written_otherwise_leads_to_the_same_places(theirs):
    name = theirs[theirs.index("Ng") : theirs.index("A") + 1]
    last = theirs.rindex("H")
    given = Given(
        (GivenMark("X", theirs.index(name), theirs.index(name) + len(name)), GivenMark("X", last, theirs.rindex("."))),
        text=theirs,
    )
    placing = Placing(given, TEXT)
    assert [placing.place(each) for each in given.marks] == [Placed(6, 18), Placed(TEXT.rindex(PLACE), len(TEXT) - 1)]


@settings(max_examples=150, deadline=None)
@any_of(
    st.text(st.sampled_from("ab đ\n\r\t 😊𡨸e\u0301\u00a0\u200b"), min_size=1, max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_what_is_placed_has_the_words_of_the_file(theirs, one, other):
    start, end = sorted((min(one, len(theirs)), min(other, len(theirs))))
    mark = GivenMark("X", start, end)
    text = normal(theirs)
    place = Placing(Given((mark,), text=theirs, units=("code points",)), text).place(mark)
    held = "" if place is None else text[place.start : place.end]
    assert place is None or held.split() == normal(theirs[start:end]).split()
