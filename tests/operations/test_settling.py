"""Facts accepted and rejected on their own: one step, taken back by name, and a rejected one does not come back."""

import json

import pytest
from building import SPANS, TEXT, detection, dump

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Fact, Status
from desktop.operations import Selection

FACTS = (Fact("office_held", 0, 1), Fact("counted_in", 2, 3))


@pytest.fixture
def article(store, imported):
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection(relations=FACTS))
    return store.article(made.id)


def statuses(store, article):
    return {each.kind: each.status.value for each in store.relations(article.id)}


SETTLE = {
    "accept": (operations.accept_facts, "Accept fact", "accepted"),
    "reject": (operations.reject_facts, "Reject fact", "rejected"),
}


@pytest.mark.parametrize(("settle", "title", "status"), SETTLE.values(), ids=SETTLE)
def test_a_fact_is_settled_alone_as_a_step_and_stays_so_whatever_is_detected(store, article, settle, title, status):
    before, (fact, other) = dump(store), sorted(store.relations(article.id), key=lambda each: each.kind, reverse=True)
    settle(store, [fact.id])
    after, told = statuses(store, article), store.next_undo().title
    for relations in (FACTS, FACTS[1:]):
        operations.apply_detection(store, article.id, detection(relations=relations, version="test-2"))
    detected = statuses(store, article)
    operations.undo(store)
    operations.undo(store)
    expected = {"office_held": status, "counted_in": "suggested"}
    assert (after, told, detected, dump(store), other.kind) == (expected, title, expected, before, "counted_in")


def test_what_is_settled_already_is_no_step_and_what_is_not_there_is_refused(store, article):
    ids = [each.id for each in store.relations(article.id)]
    operations.accept_facts(store, ids)
    before = store.next_undo()
    operations.accept_facts(store, ids)
    with pytest.raises(RequestError) as caught:
        operations.reject_facts(store, [*ids, "none"])
    assert (store.next_undo(), caught.value.kind, set(statuses(store, article).values())) == (
        before, "relation-unknown", {"accepted"},
    )  # fmt: skip


EXPORTED = [
    ((Status.SUGGESTED, Status.ACCEPTED), {"counted_in": "suggested"}),
    (tuple(Status), {"office_held": "rejected", "counted_in": "suggested"}),
]


@pytest.mark.parametrize(("exported", "expected"), EXPORTED, ids=["as usual", "all"])
def test_a_fact_is_exported_with_its_status_if_that_is_asked_for(store, article, tmp_path, exported, expected):
    operations.reject_facts(store, [each.id for each in store.relations(article.id) if each.kind == "office_held"])
    operations.export(store, "jsonl", tmp_path / "out", Selection(statuses=exported))
    written = json.loads((tmp_path / "out").read_bytes())["relations"]
    assert ({each["kind"]: each["status"] for each in written}, len(SPANS)) == (expected, 4)
