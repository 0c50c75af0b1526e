"""What a detector reads in marks made by hand: their value comes with them, as part of their step."""

import pytest
from building import SPANS, TEXT, dump

from desktop import operations
from desktop.model import Changes, Detection, Line, Role, Span


def detect(text, published=None, roles=None):
    """Read every 12 with what it counts, and the name in full, if the line is taken for body."""
    if list((roles or {}).values()) != [Role.BODY]:
        return Detection("test-1", (), ())
    found = [Span(at, at + 2, "COUNT", 12, None, "lá thư") for at in range(len(text)) if text.startswith("12", at)]
    name = text.find("Lê Thị Hạnh")
    if name >= 0:
        found.append(Span(name, name + 11, "PERSON", entity="person/lê thị hạnh"))
    return Detection("test-1", (Line(0, len(text), Role.BODY),), tuple(found))


NAME, _, COUNT, _ = ((each.start, each.end) for each in SPANS)
WIDER = COUNT[0] - 5, COUNT[1]
READ = [
    ("the figure", COUNT, "COUNT", (12, None, "lá thư", None)),
    ("another label", COUNT, "MONEY", (None, None, None, None)),
    ("another stretch", WIDER, "COUNT", (None, None, None, None)),
    ("a name", NAME, "PERSON", (None, None, None, "person/lê thị hạnh")),
    ("part of a name", (NAME[0] + 3, NAME[1]), "PERSON", (None, None, None, None)),
]


def give(store, article, marks):
    read = operations.read_marks(detect, store.article(article.id), marks)
    operations.take_readings(store, marks, read, store.next_undo().step)


def values(mark):
    return mark.value, mark.unit, mark.counted, mark.entity


@pytest.mark.parametrize(("stretch", "label", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_a_mark_gets_what_is_read_in_exactly_its_stretch_as_part_of_its_step(store, imported, stretch, label, expected):
    article = imported(TEXT)
    before = dump(store)
    made = operations.annotate(store, article.id, *stretch, label).made[0]
    give(store, article, [made])
    given, title = store.annotation(made.id), store.next_undo().title
    operations.undo(store)
    undone = dump(store)
    operations.redo(store)
    assert (values(given), title, undone, store.annotation(made.id)) == (expected, "Mark", before, given)


HANDS = {
    "relabel": lambda store, mark: [operations.relabel(store, [mark.id], label) for label in ("TIME", "COUNT")][1].made,
    "move edges": lambda store, mark: [operations.resize(store, mark.id, *edges) for edges in (WIDER, COUNT)][1].made,
    "mark all": lambda store, mark: operations.mark_all(store, mark.article, [COUNT, NAME], "COUNT").made,
}  # fmt: skip


@pytest.mark.parametrize("hand", HANDS.values(), ids=HANDS)
def test_so_does_one_that_was_changed_by_hand(store, imported, hand):
    article = imported(TEXT)
    mark = operations.annotate(store, article.id, *COUNT, "COUNT").made[0]
    made = hand(store, mark)
    before = store.annotations(article.id)
    give(store, article, made)
    after = store.annotations(article.id)
    operations.undo(store)
    assert (
        [values(each) for each in before if (each.start, each.end) == COUNT],
        [values(each) for each in after if (each.start, each.end) == COUNT],
        len(after) == len(before),
    ) == ([(None,) * 4], [(12, None, "lá thư", None)], True)


def test_another_label_or_other_edges_drop_value_and_key(store, imported):
    article = imported(TEXT)
    for stretch, label in ((COUNT, "COUNT"), (NAME, "PERSON")):
        made = operations.annotate(store, article.id, *stretch, label).made[0]
        give(store, article, [made])
    figure, person = (
        next(e for e in store.annotations(article.id) if e.label == label) for label in ("COUNT", "PERSON")
    )
    moved = operations.resize(store, figure.id, *WIDER).made[0]
    named = operations.relabel(store, [person.id], "ORGANIZATION").made[0]
    assert [values(each) for each in (figure, person, moved, named)] == [
        (12, None, "lá thư", None), (None, None, None, "person/lê thị hạnh"), (None,) * 4, (None,) * 4,
    ]  # fmt: skip


MEANWHILE = {
    "another edit": lambda store, mark: operations.note(store, mark.id, "xem lại"),
    "undone": lambda store, mark: operations.undo(store),
    "another edit undone": lambda store, mark: [operations.note(store, mark.id, "xem lại"), operations.undo(store)],
}


@pytest.mark.parametrize("act", MEANWHILE.values(), ids=MEANWHILE)
def test_what_was_read_too_late_changes_nothing(store, imported, act):
    article = imported(TEXT)
    made = operations.annotate(store, article.id, *COUNT, "COUNT").made[0]
    step = store.next_undo().step
    act(store, made)
    before, titles = dump(store), store.next_titles()
    given = operations.take_readings(store, [made], {made.id: Span(*COUNT, "COUNT", 12)}, step)
    assert (given, dump(store), store.next_titles()) == (Changes(), before, titles)


def test_a_line_too_long_is_not_read(store, imported):
    article = imported("12 " * 2000)
    made = operations.annotate(store, article.id, 0, 2, "COUNT").made[0]
    assert (operations.length_to_read(article, [made]), operations.read_marks(detect, article, [made])) == (0, {})
