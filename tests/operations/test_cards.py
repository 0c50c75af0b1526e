"""Tags, states and cards: one step each, with its name, undone and redone whole."""

from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, dump, span

from desktop import operations
from desktop.errors import RequestError
from desktop.model import State, Status
from desktop.operations.shelving import CORRECTIONS, NOTE


@pytest.fixture
def articles(store, imported):
    made = [imported(f"{TEXT}{number}", f"{number}.txt") for number in range(3)]
    operations.tag(store, [made[0].id], ["cũ", "đọc lại"])
    return [store.article(each.id) for each in made]


def ids(articles):
    return [each.id for each in articles]


def correct(**values):
    return lambda store, articles: operations.correct(store, replace(articles[0], **values))


STEPS = {
    "tag several": (
        lambda s, a: operations.tag(s, ids(a), ["đọc lại", " mới ", "", "mới"], ["cũ"]), "Tag",
        lambda a: [each.tags for each in a], [("đọc lại", "mới")] * 3,
    ),
    "a comma parts tags and is none of them": (
        lambda s, a: operations.tag(s, ids(a)[2:], ["một, hai"]), "Tag", lambda a: a[2].tags, ("một hai",),
    ),
    "set the state of several": (
        lambda s, a: operations.set_state(s, ids(a), State.DONE), "Set state", lambda a: [each.state for each in a], [State.DONE] * 3,
    ),
    "title": (correct(title="  Tên mới "), "Correct title", lambda a: a[0].title, "Tên mới"),
    "source": (correct(source="Báo Đồi Chè"), "Correct source", lambda a: a[0].source, "Báo Đồi Chè"),
    "byline": (correct(byline="Hoa"), "Correct byline", lambda a: a[0].byline, "Hoa"),
    "date": (correct(published="2019-06-15T09:30"), "Correct date", lambda a: a[0].published, "2019-06-15T09:30"),
    "no date": (correct(published=""), None, lambda a: a[0].published, None),
    "place": (correct(place="Mây Trắng"), "Correct place", lambda a: a[0].place, "Mây Trắng"),
    "address": (correct(url="https://example.vn/1"), "Correct address", lambda a: a[0].url, "https://example.vn/1"),
    "file": (correct(file="khác.txt"), "Correct file name", lambda a: a[0].file, "khác.txt"),
    "retrieved": (correct(retrieved="2026-01-02"), "Correct date retrieved", lambda a: a[0].retrieved, "2026-01-02"),
    "tags": (correct(tags=("a", " b ", "a")), "Tag", lambda a: a[0].tags, ("a", "b")),
    "state": (correct(state=State.READING), "Set state", lambda a: a[0].state, State.READING),
    "fields": (
        correct(fields={" Trang ": " 3 ", "": "x", "trống": ""}), "Correct fields", lambda a: a[0].fields, {"Trang": "3"},
    ),
    "note": (correct(fields={NOTE: "đáng ngờ"}), "Note on article", lambda a: a[0].fields, {NOTE: "đáng ngờ"}),
    "several": (
        correct(title="Tên", source="Nguồn"), "Correct card", lambda a: (a[0].title, a[0].source), ("Tên", "Nguồn"),
    ),
    "nothing": (correct(), None, lambda a: a[0].title, "0"),
    "what a card does not show": (correct(text="khác", lines=(), detected="x"), None, lambda a: a[0].text, f"{TEXT}0"),
}  # fmt: skip


@pytest.mark.parametrize(("do", "title", "look", "expected"), STEPS.values(), ids=STEPS)
def test_a_gesture_is_one_named_step_that_is_undone_and_redone(store, articles, do, title, look, expected):
    before = dump(store), store.next_undo().step
    step = do(store, articles).step
    after = dump(store)
    told = store.next_undo().title if step is not None else None
    seen = look([store.article(each.id) for each in articles])
    if step is not None:
        operations.undo(store)
    back = dump(store), store.next_undo().step
    operations.redo(store)
    assert (told, seen, back, dump(store)) == (title, expected, before, after)


def test_every_title_of_a_card_is_known_as_a_correction():
    assert {title for _, title, _, _ in STEPS.values() if title} == CORRECTIONS


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"title": " "}, "article-untitled"), ({"published": "hôm nay"}, "article-date"), ({"published": "15/6/2019"}, "article-date"),
        ({"retrieved": "2019-6-1"}, "article-date"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_kept(store, articles, values, kind):
    before = dump(store)
    with pytest.raises(RequestError) as caught:
        operations.correct(store, replace(articles[0], **values))
    assert (caught.value.kind, dump(store)) == (kind, before)


def test_a_corrected_date_and_the_times_it_resolves_anew_are_one_step_and_leave_a_persons_word_alone(store, articles):
    article = articles[0]
    operations.apply_detection(store, article.id, detection(article.text, (*SPANS, span("Bà", "TIME", value="2018"))))
    settled = next(each for each in store.annotations(article.id) if each.label == "TITLE")
    operations.accept(store, [settled.id])
    before = dump(store), store.next_undo().step
    step = operations.correct(store, replace(article, published="2019-06-15")).step
    anew = detection(article.text, (*SPANS[:1], *SPANS[2:], span("Bà", "TIME", value="2019")))
    joined = operations.apply_detection(store, article.id, anew, join=step).step
    values = {each.label: (each.value, each.status) for each in store.annotations(article.id)}
    operations.undo(store)
    assert (joined, values["TIME"], values["TITLE"], (dump(store), store.next_undo().step)) == (
        step, ("2019", Status.SUGGESTED), (None, Status.ACCEPTED), before,
    )  # fmt: skip
