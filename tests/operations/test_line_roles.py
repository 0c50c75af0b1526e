"""What a person says of a line: kept apart from the detector's word, with undo, and suggestions follow."""

from dataclasses import replace

import pytest
from building import FACTS, SPANS, TEXT, detection, dump

from desktop import operations
from desktop.detect import detect, read_page
from desktop.errors import RequestError
from desktop.model import Line, Role
from desktop.operations.lines import touched

HEAD, BODY = (0, 13), (14, len(TEXT) - 1)


@pytest.fixture
def article(store, imported):
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    return made


def lines(store, article):
    return [(line.role.value, line.detected and line.detected.value) for line in store.article(article.id).lines]


def labels(store, article):
    return [(each.label, each.status.value) for each in store.annotations(article.id)]


@pytest.mark.parametrize(
    ("start", "end", "role", "expected"),
    [
        (0, 0, Role.HEADLINE, [("headline", "body"), ("body", None)]),
        (13, 13, Role.HEADLINE, [("headline", "body"), ("body", None)]),
        (20, 25, Role.CAPTION, [("body", None), ("caption", "body")]),
        (5, 20, Role.LEAD, [("lead", "body"), ("lead", "body")]),
        (0, 13, Role.BODY, [("body", None), ("body", None)]),
        (0, 13, None, [("body", None), ("body", None)]),
    ],
)
def test_a_role_is_given_to_the_lines_that_a_stretch_touches(store, article, start, end, role, expected):
    operations.set_role(store, article.id, start, end, role)
    assert lines(store, article) == expected


def test_what_was_said_is_taken_back_by_nothing_said_and_by_undo(store, article):
    before = dump(store)
    operations.set_role(store, article.id, 0, 5, Role.HEADLINE)
    operations.set_role(store, article.id, 0, 5, None)
    back = lines(store, article)
    steps = [operations.undo(store).title for _ in range(2)]
    assert (back, steps, dump(store)) == ([("body", None)] * 2, ["Line role"] * 2, before)


def test_furniture_loses_its_suggestions_and_keeps_what_a_person_said(store, article):
    accepted = store.annotations(article.id)[0]
    operations.accept(store, [accepted.id])
    before = dump(store)
    operations.set_role(store, article.id, *BODY, Role.FURNITURE)
    kept = labels(store, article)
    operations.undo(store)
    assert (kept, dump(store)) == ([("PERSON", "accepted")], before)


def test_detecting_again_keeps_the_word_and_suggests_nothing_in_furniture(store, article):
    operations.set_role(store, article.id, *BODY, Role.FURNITURE)
    operations.set_role(store, article.id, *HEAD, Role.HEADLINE)
    operations.apply_detection(store, article.id, detection(version="test-2"))
    assert (lines(store, article), labels(store, article), store.relations(article.id)) == (
        [("headline", "body"), ("furniture", "body")], [], [],
    )  # fmt: skip


def test_facts_go_on_pointing_at_their_spans_when_others_are_left_out(store, imported):
    made = imported(TEXT)
    head = SPANS[0].shifted(-SPANS[0].start)  # a span in the first line, which is furniture
    operations.apply_detection(store, made.id, detection())
    operations.set_role(store, made.id, 0, 5, Role.FURNITURE)
    moved = [type(FACTS[0])(fact.kind, fact.head + 1, fact.tail + 1) for fact in FACTS]
    operations.apply_detection(store, made.id, detection(spans=(head, *SPANS), relations=moved))
    facts = [
        (store.annotation(each.head).label, store.annotation(each.tail).label) for each in store.relations(made.id)
    ]
    assert (len(store.annotations(made.id)), facts) == (len(SPANS), [("PERSON", "TITLE")])


MENU = "Trang chủ | Đời sống | Thành phố Cao Nguyên"
PAGE = f"{MENU}\nBản Hoa có cầu mới\n" + (
    "Sáng nay, ông Lò Văn Pha, Chủ tịch UBND xã Mường Hoa, cắt băng khánh thành cây cầu dài 60 m bắc qua suối.\n"
)


def test_a_line_that_is_no_longer_furniture_gets_suggestions(store, imported):
    made = imported(PAGE)
    operations.apply_detection(store, made.id, operations.look(detect, made))
    before = [each for each in store.annotations(made.id) if each.start < len(MENU)]
    operations.set_role(store, made.id, 0, 3, Role.BODY)
    operations.apply_detection(store, made.id, operations.look(detect, store.article(made.id)))
    after = [PAGE[each.start : each.end] for each in store.annotations(made.id) if each.start < len(MENU)]
    first = store.article(made.id).lines[0]
    assert (before, after, first) == ([], ["Thành phố Cao Nguyên"], Line(0, len(MENU), Role.BODY, Role.FURNITURE))


def test_the_detector_is_told_only_what_a_person_said(store, article):
    told = []

    def listen(*arguments):
        told.append(arguments)
        return detection()

    operations.look(listen, store.article(article.id))
    operations.set_role(store, article.id, 0, 5, Role.HEADLINE)
    operations.look(listen, store.article(article.id))
    assert told == [(TEXT, None), (TEXT, None, {0: Role.HEADLINE})]


def test_the_lines_round_a_place_or_a_stretch(article):
    assert [[line.start for line in touched(article, *place)] for place in ((0, 0), (13, 14), (13, 15), (3, 3))] == [
        [0], [], [14], [0],
    ]  # fmt: skip


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (0, len(TEXT) + 1)])
def test_a_stretch_that_lies_outside_is_refused(store, article, start, end):
    with pytest.raises(RequestError):
        operations.set_role(store, article.id, start, end, Role.LEAD)


def test_what_the_mark_up_of_a_page_says_stands_under_the_person_and_over_the_detector(store, tmp_path):
    page = tmp_path / "x.html"
    page.write_text(
        "<h1>Cầu mới</h1><p>Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m sau tám tháng thi công, thay cầu gỗ đã mục.</p>"
        "<figure><img src=a><figcaption>Người dân trên cầu</figcaption></figure><p>Bà Thắm cho biết 48 hộ dân đã góp công làm cầu này.</p>",
        "utf-8",
    )
    (prepared,) = operations.prepare(page, read_page)
    article = operations.add(store, prepared).article
    seen = []
    for role in (None, Role.BODY, None):
        if seen:
            at = store.article(article).text.index("Người")
            operations.set_role(store, article, at, at, role)
        operations.apply_detection(store, article, operations.look(detect, store.article(article)))
        line = store.article(article).lines[2]
        seen.append((line.role, line.detected, line.marked))
    said = (Role.CAPTION, None, Role.CAPTION)
    assert seen == [said, (Role.BODY, Role.BODY, Role.CAPTION), said]


NEWS = "Báo Đồi Chè - 08:05, 05/08/2026\nMưa lớn ở bản\nMùa chè\nTô Thị Nhài\nSuối Lạnh lên cao.\n"
FILLED = {
    "headline": ("Mưa lớn", Role.HEADLINE, {"title": "Mưa lớn ở bản"}),
    "headline of two lines": ("bản\nMùa", Role.HEADLINE, {"title": "Mưa lớn ở bản Mùa chè"}),
    "author": ("Nhài", Role.BYLINE, {"byline": "Tô Thị Nhài"}),
    "date": ("05/08", Role.DATELINE, {"published": "2026-08-05T08:05"}),
    "no date in it": ("Suối", Role.DATELINE, {}),
    "lead": ("Suối", Role.LEAD, {}),
}


@pytest.mark.parametrize(("words", "role", "values"), FILLED.values(), ids=FILLED)
def test_what_a_line_is_fills_the_card_as_part_of_the_step(store, imported, words, role, values):
    made = imported(NEWS)
    operations.apply_detection(store, made.id, detection(made.text, (), relations=()))
    before = store.article(made.id)
    start = before.text.index(words)
    operations.set_role(store, made.id, start, start + len(words), role)
    after = store.article(made.id)
    operations.undo(store)
    undone = store.article(made.id)
    assert (replace(after, lines=before.lines), undone) == (replace(before, **values), before)
