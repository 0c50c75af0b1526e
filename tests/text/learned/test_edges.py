"""What a learned row makes of one mark."""

from desktop.model import Span
from desktop.model.learned import Effect, Learned, Sign
from desktop.text.learned.edges import changed

TEXT = "Ở bản Ong Vàng mới"
FOUND = Span(6, 14, "EVENT", value=3, entity="event/ong")


def made(effect, sign, words, becomes=""):
    found = changed(TEXT, FOUND, Learned("r", effect, sign, words, "EVENT", becomes))
    return [(TEXT[each.start : each.end], each.label, each.value, each.entity) for each in found]


def test_a_mark_is_the_surer_the_more_decisions_agree():
    rows = (Learned("r", Effect.LABEL, Sign.NAME, "Ong Vàng", "EVENT", "PERSON", ("a",) * count) for count in (1, 8))
    assert [found.score for row in rows for found in changed(TEXT, FOUND, row)] == [2 / 3, 0.9]


def test_what_was_read_in_a_mark_goes_with_its_words():
    assert [
        made(Effect.LEAVE, Sign.NAME, "Ong Vàng"),
        made(Effect.LABEL, Sign.NAME, "Ong Vàng", "PERSON"),
        made(Effect.EDGES, Sign.NAME, "Ong Vàng", "bản Ong Vàng mới"),
        made(Effect.EDGES, Sign.NAME, "Ong Vàng", "Vàng"),
        made(Effect.EDGES, Sign.NAME, "Ong Vàng", "Ong Vàng cũ"),
        made(Effect.EDGES, Sign.HEAD, "Ong"),
        made(Effect.EDGES, Sign.TAIL, "Vàng"),
        made(Effect.EDGES, Sign.BEFORE, "bản"),
        made(Effect.EDGES, Sign.AFTER, "mới"),
    ] == [
        [],
        [("Ong Vàng", "PERSON", None, None)],
        [("bản Ong Vàng mới", "EVENT", None, None)],
        [("Vàng", "EVENT", None, None)],
        [("Ong Vàng", "EVENT", 3, "event/ong")],
        [("Vàng", "EVENT", None, None)],
        [("Ong", "EVENT", None, None)],
        [("bản Ong Vàng", "EVENT", None, None)],
        [("Ong Vàng mới", "EVENT", None, None)],
    ]
