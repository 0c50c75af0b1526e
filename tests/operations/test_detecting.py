"""Detecting again: suggestions follow the detector, what a person said stays."""

from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, dump, span

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Change, Status
from desktop.operations.detecting import suggestion_id

WIDER = span("Bà Lê Thị Hạnh", "PERSON")


@pytest.fixture
def article(store, imported):
    """An article with the suggestions of SPANS."""
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    return made


def person(store, article):
    return next(each for each in store.annotations(article.id) if each.label == "PERSON")


def brief(store, article):
    return [(TEXT[each.start : each.end], each.label, each.status.value) for each in store.annotations(article.id)]


def test_detecting_again_changes_nothing(store, article):
    before, undo = dump(store), store.next_undo()
    step = operations.apply_detection(store, article.id, detection()).step
    assert (step, dump(store), store.next_undo()) == (None, before, undo)


def test_suggestions_follow_a_newer_detector(store, article):
    operations.apply_detection(store, article.id, detection(spans=(WIDER, SPANS[3]), version="test-2", relations=()))
    assert (brief(store, article), store.relations(article.id), store.article(article.id).detected) == (
        [("Bà Lê Thị Hạnh", "PERSON", "suggested"), ("xã Hòa An", "LOCATION", "suggested")], [], "test-2",
    )  # fmt: skip


SAYINGS = {
    "accept": lambda s, i: operations.accept(s, [i]),
    "reject": lambda s, i: operations.reject(s, [i]),
    "delete": lambda s, i: operations.delete(s, [i]),
    "relabel": lambda s, i: operations.relabel(s, [i], "ORGANIZATION"),
    "relabel to the same": lambda s, i: operations.relabel(s, [i], "PERSON"),
    "resize": lambda s, i: operations.resize(s, i, WIDER.start, WIDER.end),
    "note": lambda s, i: operations.note(s, i, "xem lại"),
}


@pytest.mark.parametrize("say", SAYINGS.values(), ids=SAYINGS)
@pytest.mark.parametrize("spans", [SPANS, SPANS[1:], (), (WIDER,)], ids=["same", "without", "nothing", "wider"])
def test_what_a_person_said_stays_whatever_the_detector_finds(store, article, say, spans):
    suggested = person(store, article)
    say(store, suggested.id)
    said = store.annotation(suggested.id)
    operations.apply_detection(store, article.id, detection(spans=spans, version="test-2", relations=()))
    people = [each for each in store.annotations(article.id) if each.label == said.label]
    blocked = {(each.start, each.end) for each in people if each.id != said.id}
    assert (store.annotation(suggested.id), said.id, (suggested.start, suggested.end) in blocked) == (
        said, suggested_id(article), False,
    )  # fmt: skip


def suggested_id(article):
    return suggestion_id(article.id, SPANS[0].start, SPANS[0].end, "PERSON")


def test_a_note_written_in_the_moment_of_the_detection_stays(store, imported, monkeypatch):
    for module in ("detecting", "annotating"):
        monkeypatch.setattr(f"desktop.operations.{module}.now", lambda: "2026-01-01T00:00:00.000Z")
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    operations.note(store, person(store, made).id, "nhanh")
    operations.apply_detection(store, made.id, detection(spans=(), version="test-2", relations=()))
    assert [each.note for each in store.annotations(made.id)] == ["nhanh"]


def test_a_suggestion_equal_to_a_persons_mark_is_not_added(store, imported):
    made = imported(TEXT)
    mark = operations.annotate(store, made.id, SPANS[0].start, SPANS[0].end, "PERSON", by="Hoa").made[0]
    operations.apply_detection(store, made.id, detection(spans=SPANS[:1], relations=()))
    assert store.annotations(made.id) == [mark]


def test_a_fact_ties_a_persons_own_mark_of_the_same_stretch(store, imported):
    made = imported(TEXT)
    mark = operations.annotate(store, made.id, SPANS[0].start, SPANS[0].end, "PERSON", by="Hoa").made[0]
    operations.apply_detection(store, made.id, detection())
    (fact,) = store.relations(made.id)
    assert (fact.head, store.annotation(fact.tail).label) == (mark.id, "TITLE")


def test_a_fact_goes_with_its_mark(store, article):
    operations.accept(store, [person(store, article).id])
    (before,) = store.relations(article.id)
    store.apply("Accept", [Change(before, replace(before, status=Status.ACCEPTED))])
    operations.apply_detection(store, article.id, detection(version="test-2", relations=()))
    kept = store.relations(article.id)
    operations.apply_detection(store, article.id, detection(spans=SPANS[:1], version="test-3", relations=()))
    assert ([each.id for each in kept], store.relations(article.id)) == ([before.id], [])


def test_a_persons_own_mark_stays_beside_new_suggestions(store, article):
    mark = operations.annotate(store, article.id, 0, 4, "EVENT", by="Hoa").made[0]
    operations.apply_detection(store, article.id, detection(spans=(), version="test-2", relations=()))
    assert store.annotations(article.id) == [mark]


def test_deleting_a_suggestion_rejects_it_and_it_does_not_come_back(store, article):
    operations.delete(store, [person(store, article).id])
    operations.apply_detection(store, article.id, detection(version="test-2"))
    assert (person(store, article).status, person(store, article).id) == (Status.REJECTED, suggested_id(article))


def test_undoing_an_acceptance_gives_the_suggestion_back_to_the_detector(store, article):
    operations.accept(store, [person(store, article).id])
    operations.undo(store)
    operations.apply_detection(store, article.id, detection(spans=SPANS[3:], version="test-2", relations=()))
    assert brief(store, article) == [("xã Hòa An", "LOCATION", "suggested")]


def test_undetected_are_what_no_detector_has_seen_and_outdated_what_an_older_one_has(store, article, imported):
    other = imported("một", "khác.txt")
    versions = ("test-1", "0.1.0+1.00c0ffee", "test-2", "0.1.0+12.00c0ffee")
    assert [(store.undetected(each), store.outdated(each)) for each in versions] == [
        ([other.id], []), ([other.id], []), ([article.id, other.id], [article.id]), ([article.id, other.id], [article.id]),
    ]  # fmt: skip


def test_an_article_that_a_newer_detector_has_seen_is_not_brought_back(store, article):
    operations.apply_detection(store, article.id, detection(version="0.1.0+12.00c0ffee"))
    before = dump(store)
    with pytest.raises(RequestError, match="newer detector") as told:
        operations.apply_detection(
            store, article.id, detection(spans=(WIDER,), version="0.2.0+9.0badcafe", relations=())
        )
    assert (store.undetected("0.2.0+9.0badcafe"), dump(store), told.value.kind) == ([], before, "detect-older")
