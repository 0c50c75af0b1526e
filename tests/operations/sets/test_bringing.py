"""Marks that go out and come back: the same marks, once, as one step; and what is told where a file and a library differ."""

import shutil
from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, dump, plain_page, span
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import exchange, operations
from desktop.errors import ImportFileError, RequestError
from desktop.exchange.marked.kinds import READERS
from desktop.exchange.writers import FORMATS
from desktop.model import Change, Relation, Status
from desktop.operations.ids import now
from desktop.operations.sets.judging import Verdict
from desktop.text.selecting.visible import visible

EVERY = operations.Selection(statuses=tuple(Status))
PLAN = operations.Plan()
HOSTILE = "Ông 😊 Nguyễn\u00a0Văn A,\n=cmd|' a\tb\nCo\u0302 Hoa 𡨸 \u200bvà bà Hoa."


@pytest.fixture
def article(store, imported):
    """An article with marks of every status, nested and over a line's end, with notes, values and a fact."""
    article = imported(TEXT + HOSTILE)
    operations.apply_detection(store, article.id, detection(article.text))
    operations.accept(store, [each.id for each in store.annotations(article.id)[:2]])
    for start, end, label, note in ((0, 20, "EVENT", "=1+1"), (3, 9, "PERSON", "hai\ndòng"), (80, 85, "PERSON", "")):
        operations.annotate(store, article.id, start, end, label, note=note, by="Lan")
    operations.reject(store, [store.annotations(article.id)[-1].id])
    return article


def told(store, article):
    """Return an article's marks by place and label."""
    return sorted((each.start, each.end, each.label) for each in store.annotations(article.id))


def bare(store, article, tmp_path):
    """Return another library with the same article and nothing marked on it."""
    other = operations.open_library(tmp_path / "other.butda")
    operations.add(other, operations.Prepared(exchange.Document(store.article(article.id)), None))
    return other


@pytest.mark.parametrize("name", [name for name in READERS if name in exchange.offered()])
def test_what_goes_out_comes_back_once_and_goes_with_one_undo(store, article, tmp_path, name):
    target = tmp_path / f"set{FORMATS[name].suffix}"
    operations.export(store, name, target, EVERY)
    kept = exchange.writer(name).keeps(next(iter(exchange_documents(store, article))))
    other = bare(store, article, tmp_path)
    before = dump(other)
    seen = look_at(other, target, PLAN)
    untouched = dump(other)
    done = bring(other, target, PLAN)
    marks = told(other, article)
    again = bring(other, target, PLAN)
    operations.undo(other)
    after = dump(other)
    other.close()
    assert (untouched, marks, seen.counts, again.counts, done.open, after) == (
        before, sorted((each.start, each.end, each.label) for each in kept), {Verdict.NEW: len(kept)}, {Verdict.EQUAL: len(kept)},
        (), before,
    )  # fmt: skip


def bring(store, path, plan):
    return operations.bring_marks(store, operations.match_marks(store, path, plain_page), plan)


def look_at(store, path, plan, format_name=None):
    return operations.look_at_marks(store, operations.match_marks(store, path, plain_page, format_name), plan)


def exchange_documents(store, article):
    yield exchange.Document(
        store.article(article.id), tuple(store.annotations(article.id)), tuple(store.relations(article.id))
    )


@pytest.mark.parametrize("name", ["jsonl", "bundle"])
def test_jsonl_and_bundle_bring_all_that_is_known_of_a_mark_and_the_facts(store, article, tmp_path, name):
    target = tmp_path / f"set{FORMATS[name].suffix}"
    operations.export(store, name, target, EVERY)
    other = bare(store, article, tmp_path)
    bring(other, target, PLAN)
    there = [(each.annotations(article.id), facts(each, article)) for each in (store, other)]
    other.close()
    assert there[0] == there[1]


def facts(store, article):
    return sorted((each.kind, each.head, each.tail, each.status) for each in store.relations(article.id))


@pytest.mark.parametrize("name", ["csv", "prodigy", "label-studio", "brat", "cas-json", "cas-xmi", "xlsx"])
def test_notes_and_answers_come_back_where_the_format_has_them(store, article, tmp_path, name):
    target = tmp_path / f"set{FORMATS[name].suffix}"
    operations.export(store, name, target)
    other = bare(store, article, tmp_path)
    bring(other, target, PLAN)
    ours, theirs = (
        {
            (each.start, each.end, each.label): (" ".join(each.note.split()), each.status)
            for each in there.annotations(article.id)
        }
        for there in (store, other)
    )
    other.close()
    assert {key: value for key, value in theirs.items() if value != ours[key]} == {}


def small(tmp_path, *rows):
    (tmp_path / "set.csv").write_text("\n".join(("doc_id,quote,occurrence,label", *rows)), "utf-8")
    return tmp_path / "set.csv"


def test_the_small_form_finds_quotes_by_the_name_of_the_file(store, imported, tmp_path):
    article = imported(TEXT)
    path = small(
        tmp_path, "bài,Chi bộ,1,ORG", "bài.txt,xã Hòa An,1,LOCATION", "bài,không có,1,ORG", "khác,Chi bộ,1,ORG"
    )
    done = bring(store, path, operations.Plan({"ORG": "ORGANIZATION"}, by="Lan"))
    marks = [(each.label, each.by, each.status) for each in store.annotations(article.id)]
    assert (marks, done.counts, done.unknown, [title for title, _ in done.open], done.labels) == (
        [("ORGANIZATION", "Lan", Status.ACCEPTED), ("LOCATION", "Lan", Status.ACCEPTED)], {Verdict.NEW: 2, Verdict.LOST: 1}, ("khác",),
        ["bài"], (),
    )  # fmt: skip


@pytest.mark.parametrize("theirs", [False, True])
def test_what_a_person_said_stands_unless_the_file_s_word_counts(store, imported, tmp_path, theirs):
    article = imported(TEXT)
    place = span("xã Hòa An", "LOCATION")
    operations.annotate(store, article.id, place.start, place.end, "PERSON", note="của tôi")
    path = small(tmp_path, f"{article.id},xã Hòa An,1,LOCATION")
    done = bring(store, path, operations.Plan(theirs=theirs))
    assert (done.counts, [each.label for each in store.annotations(article.id)]) == (
        {Verdict.CONFLICTING: 1}, ["LOCATION" if theirs else "PERSON"],
    )  # fmt: skip


def test_a_suggestion_is_accepted_by_the_file_and_a_rejected_mark_conflicts(store, imported, tmp_path):
    article = imported(TEXT)
    operations.apply_detection(store, article.id, detection())
    person, place = store.annotations(article.id)[0], store.annotations(article.id)[-1]
    operations.reject(store, [place.id])
    path = small(tmp_path, f"{article.id},Lê Thị Hạnh,1,PERSON", f"{article.id},xã Hòa An,1,LOCATION")
    done = bring(store, path, PLAN)
    assert (done.counts, store.annotation(person.id).status, store.annotation(place.id).status) == (
        {Verdict.NEW: 1, Verdict.CONFLICTING: 1}, Status.ACCEPTED, Status.REJECTED,
    )  # fmt: skip


def test_articles_that_are_not_there_come_with_their_marks_as_one_step(store, article, tmp_path):
    operations.export(store, "doccano", tmp_path / "set.jsonl", EVERY)
    other = operations.open_library(tmp_path / "other.butda")
    done = bring(other, tmp_path / "set.jsonl", PLAN)
    (row,) = other.rows()
    marks = [(each.start, each.end, each.label) for each in other.annotations(row.id)]
    text = other.article(row.id).text
    operations.undo(other)
    left = other.rows()
    other.close()
    assert (done.added, sorted(marks), text, left) == (1, told(store, article), article.text, [])


def test_two_tasks_of_one_text_come_as_one_article_with_the_marks_of_both(store, tmp_path):
    rows = (
        '{"text": "Bà Hoa đến.", "label": [[3, 6, "PERSON"]]}',
        '{"text": "Bà Hoa đến.", "label": [[0, 6, "EVENT"]]}',
    )
    (tmp_path / "x.jsonl").write_text("\n".join(rows), "utf-8")
    done = bring(store, tmp_path / "x.jsonl", PLAN)
    (row,) = store.rows()
    marks = [each.label for each in store.annotations(row.id)]
    operations.undo(store)
    assert (marks, done.counts, store.rows()) == (["EVENT", "PERSON"], {Verdict.NEW: 2}, [])


def test_a_broken_file_changes_nothing(store, article, tmp_path):
    (tmp_path / "x.jsonl").write_text('{"text": "một", "label": [[0, 3, "X"]]}\n{"text": 7}\n', "utf-8")
    before = dump(store)
    with pytest.raises(ImportFileError):
        bring(store, tmp_path / "x.jsonl", PLAN)
    assert dump(store) == before


def test_a_format_that_is_none_is_refused(store, article, tmp_path):
    with pytest.raises(RequestError):
        look_at(store, tmp_path, PLAN, "html")
    assert len(SPANS) == 4


MARKS = st.lists(
    st.tuples(
        st.integers(0, 60), st.integers(1, 20), st.sampled_from(["PERSON", "EVENT"]), st.sampled_from(list(Status)),
        st.text(st.sampled_from("a đ=\n😊\"',;"), max_size=6), st.sampled_from([None, 1, 2.5, "1/2", "=x"]),
    ),
    max_size=8,
)  # fmt: skip


@pytest.mark.parametrize("name", ["jsonl", "bundle"])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.text(st.sampled_from('ab đ\n😊e\u0301\u2028=\t"'), min_size=1, max_size=60), MARKS),
        min_size=1,
        max_size=3,
    )
)
def test_any_library_comes_back_whole(new_library, tmp_path_factory, name, drawn):
    folder = tmp_path_factory.mktemp("any")
    shutil.copy(new_library, folder / "one.butda")
    store = operations.open_library(folder / "one.butda")
    for number, (text, marks) in enumerate(drawn):
        path = folder / f"{number}.txt"
        path.write_text(f"Bài {number}\n{text}.", "utf-8")
        (prepared,) = operations.prepare(path, plain_page)
        article = store.article(operations.add(store, prepared).article)
        mark(store, article, marks)
    operations.export(store, name, folder / f"set{FORMATS[name].suffix}", EVERY)
    shutil.copy(new_library, folder / "two.butda")
    other = operations.open_library(folder / "two.butda")
    bring(other, folder / f"set{FORMATS[name].suffix}", PLAN)
    held = [
        {key: rows for key, rows in dump(each).items() if key != "original" or name == "bundle"}
        for each in (store, other)
    ]
    for each in (store, other):
        each.close()
    assert without_keys(held[0]) == without_keys(held[1])


def mark(store, article, drawn):
    """Put drawn marks on an article, as many as have words, and tie the first two."""
    at, size = now(), len(article.text)
    found = {}
    for start, length, label, status, note, value in drawn:
        end = min(start + length, size)
        if visible(article.text, start, end):
            found[start, end, label] = (status, note.strip(), value)
    for (start, end, label), (status, note, value) in found.items():
        done = operations.annotate(store, article.id, start, end, label, note=note, by="Lan")
        (made,) = done.made
        store.apply("Value", [Change(made, replace(made, status=status, value=value))])
    marks = store.annotations(article.id)
    if len(marks) > 1:
        tie = Relation(
            f"{article.id}-r", article.id, "office_held", marks[0].id, marks[1].id, Status.ACCEPTED, "Lan", at, at
        )
        store.apply("Tie", [Change(None, tie)])


def without_keys(held):
    return {name: [row[1:] if name == "article" else row for row in rows] for name, rows in held.items()}
