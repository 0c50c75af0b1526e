"""Marks in reading order: rows, places, neighbours."""

import random

import pytest

from desktop.model import Annotation, AnnotationId, ArticleId, Status
from desktop.text.offsets import PositionMap
from desktop.ui.page.mark_index import Marks, innermost_first

FLAG = "\U0001f1fb\U0001f1f3"


def mark(name, start, end, label="PERSON", status=Status.SUGGESTED, score=None):
    return Annotation(AnnotationId(name), ArticleId("x"), start, end, label, status=status, score=score)


def marks(*annotations, text="", hidden=frozenset()):
    return Marks(annotations, PositionMap(text), hidden)


def names(found):
    return [item.annotation.id for item in found]


@pytest.mark.parametrize(
    ("places", "rows"),
    [
        ([(0, 5), (6, 9)], [0, 0]),
        ([(0, 9), (2, 5)], [1, 0]),
        ([(0, 9), (0, 5), (0, 2)], [2, 1, 0]),
        ([(0, 9), (1, 3), (5, 8)], [1, 0, 0]),
        ([(0, 6), (3, 8)], [1, 0]),
        ([(0, 5), (3, 9), (8, 14)], [0, 1, 0]),
        ([(0, 5), (0, 5)], [1, 0]),
        ([(0, 5), (5, 9)], [0, 0]),
    ],
)
def test_the_shorter_of_two_overlapping_marks_is_nearer_to_the_text(places, rows):
    built = marks(*(mark(str(at), *place) for at, place in enumerate(places)))
    assert [item.row for item in built.all] == rows


@pytest.mark.parametrize("count", [40, 400])
def test_marks_that_overlap_never_share_a_row(count):
    chance = random.Random(count)
    places = [(start := chance.randrange(500), start + 1 + chance.randrange(60)) for _ in range(count)]
    built = marks(*(mark(str(at), *place) for at, place in enumerate(places))).all
    shared = [
        (one, other)
        for at, one in enumerate(built)
        for other in built[at + 1 :]
        if one.row == other.row and one.first < other.last and other.first < one.last
    ]
    assert shared == []


def test_rejected_hidden_and_empty_annotations_are_not_drawn():
    built = marks(
        mark("a", 0, 4),
        mark("b", 5, 7, status=Status.REJECTED),
        mark("c", 8, 9, label="TIME"),
        mark("d", 10, 10),
        hidden=frozenset({"TIME"}),
    )
    assert (names(built.all), built.get("b"), built.get(None)) == (["a"], None, None)


def test_places_count_utf16_units():
    built = marks(mark("a", 2, 6), text=f"{FLAG}Việt").all
    assert [(item.first, item.last) for item in built] == [(4, 8)]


@pytest.mark.parametrize(
    ("stretch", "found"),
    [
        ((0, 1), ["all"]),
        ((10, 20), ["all", "a", "b"]),
        ((14, 15), ["all", "a"]),
        ((15, 16), ["all"]),
        ((99, 120), ["all"]),
    ],
)
def test_between_finds_all_that_touch_and_nothing_else(stretch, found):
    built = marks(mark("a", 10, 15), mark("b", 18, 30), mark("all", 0, 100))
    assert names(built.between(*stretch)) == found


def test_between_agrees_with_a_plain_search_everywhere():
    chance = random.Random(7)
    places = [
        (start := chance.randrange(300), start + 1 + chance.randrange(chance.choice((5, 90)))) for _ in range(120)
    ]
    built = marks(*(mark(str(at), *place) for at, place in enumerate(places)))
    wrong = [
        (first, last)
        for first in range(0, 400, 3)
        for last in (first + 1, first + 10)
        if built.between(first, last) != [m for m in built.all if m.first < last and m.last > first]
    ]
    assert wrong == []


def test_the_innermost_comes_first_and_of_equal_ones_the_one_on_top():
    built = marks(mark("outer", 0, 20), mark("inner", 4, 9), mark("below", 4, 9, label="TIME"))
    assert names(built.at(5)) == ["below", "inner", "outer"]
    assert names(innermost_first(built.all)) == ["below", "inner", "outer"]


@pytest.mark.parametrize(
    ("key", "forward", "only_suggested", "found"),
    [
        ((0, -99), True, False, "outer"),
        ((0, -20), True, False, "inner"),
        ((0, -5), True, False, "last"),
        ((30, -35), True, False, "outer"),
        ((30, -35), False, False, "inner"),
        ((0, -20), False, False, "last"),
        ((0, -20), True, True, "last"),
        ((30, -35), True, True, "outer"),
        ((7, -99), True, False, "last"),
        ((7, -99), False, False, "inner"),
    ],
)
def test_the_neighbour_of_a_place(key, forward, only_suggested, found):
    built = marks(mark("outer", 0, 20), mark("inner", 0, 5, status=Status.ACCEPTED), mark("last", 30, 35))
    assert built.next(key, forward, only_suggested).annotation.id == found


def test_there_is_no_neighbour_where_nothing_fits():
    built = marks(mark("a", 0, 5, status=Status.ACCEPTED))
    assert (built.next((0, 0), True, True), marks().next((0, 0), True, False)) == (None, None)


def test_a_mark_without_a_score_is_a_persons_own():
    assert [item.own for item in marks(mark("a", 0, 1), mark("b", 2, 3, score=0.5)).all] == [True, False]


@pytest.mark.parametrize("length", [60, 3000], ids=["crowded", "loose"])
def test_marks_that_follow_a_few_changes_are_those_of_all_read_again(length):
    chance = random.Random(length)
    text, hidden, labels = FLAG * length, frozenset({"TIME"}), ("PERSON", "TIME", "EVENT")
    positions, count, wrong = PositionMap(text), iter(range(10_000)), []

    def made():
        start = chance.randrange(length)
        end = min(start + chance.choice((0, 1, 3, 9, 40)), length)
        return mark(f"{next(count):04}", start, end, chance.choice(labels), chance.choice(tuple(Status)))

    def ordered(annotations):
        return sorted(annotations, key=lambda each: (each.start, -each.end, each.label, each.id))

    listed = ordered(made() for _ in range(120))
    followed = Marks(listed, positions, hidden)
    for _ in range(300):
        dropped = chance.sample(range(len(listed)), chance.randrange(3)) if listed else []
        listed = ordered(
            [
                *(each for at, each in enumerate(listed) if at not in dropped),
                *(made() for _ in range(chance.randrange(3))),
            ]
        )
        followed, whole = followed.again(listed, positions, hidden), Marks(listed, positions, hidden)
        wrong += [name for name, value in vars(whole).items() if getattr(followed, name) != value]
    assert wrong == []


def test_following_one_change_makes_no_other_mark_anew():
    positions = PositionMap("x" * 500)
    listed = [mark(f"{at:03}", at * 5, at * 5 + 4) for at in range(100)]
    before = Marks(listed, positions)
    after = before.again([*listed[:50], mark("new", 248, 252), *listed[50:]], positions, frozenset())
    kept = {id(each) for each in before.all}
    assert [each.annotation.id for each in after.all if id(each) not in kept] == ["new"]
