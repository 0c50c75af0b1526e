"""What is in a library and should not be: found by the check, put right after a copy, as one step."""

import json
import sqlite3

import pytest
from building import TEXT, detection, dump

from desktop import operations
from desktop.errors import RequestError
from desktop.store import Store


@pytest.fixture
def article(store, imported):
    """An article with suggestions, a relation and a person's mark."""
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    operations.annotate(store, made.id, 0, 4, "ORGANIZATION", note="ghi chú", by="Hoa")
    return store.article(made.id)


def poison(store, *statements):
    """Write into a library past the program, as an import of an earlier version did; return the store opened again."""
    path = store.path
    store.close()
    with sqlite3.connect(path) as other:
        for each in statements:
            other.execute(each)
    other.close()
    return Store(path)


MARK = "(SELECT id FROM annotation ORDER BY start DESC LIMIT 1)"
POISONS = {  # what was written, and what the check says of it
    "lines of words": ("UPDATE article_text SET lines = '[[\"a\",\"b\",\"body\"]]'", "lines[0].start must be a whole number"),
    "lines of null": ("UPDATE article_text SET lines = '[[null,1,\"body\"]]'", "lines[0].start must be a whole number"),
    "lines outside": (
        "UPDATE article_text SET lines = '[[-3,1000000000,\"body\"]]'",
        "article {article}: lines[0] must be the next line of the text that is not blank, whole",
    ),
    "lines that are no JSON": ("UPDATE article_text SET lines = '['", "not JSON"),
    "tags of null": ("UPDATE article SET tags = '[1, null]'", "article {article}: tags[0] must be a text"),
    "fields of numbers": ("UPDATE article SET fields = '{{\"a\": 1}}'", "article {article}: fields must be a text"),
    "an unknown state": ("UPDATE article SET state = 'lost'", "article {article}: state must be one of: unread, reading, done"),
    "a date that is none": ("UPDATE article SET published = 'hôm qua'", "article {article}: published must be a date"),
    "a mark outside": (f'UPDATE annotation SET "end" = 100000 WHERE id = {MARK}', "annotation {mark} lies outside its text"),
    "a mark turned round": (f'UPDATE annotation SET "end" = start WHERE id = {MARK}', "annotation {mark} lies outside its text"),
    "a place that is a word": (f"UPDATE annotation SET start = 'x' WHERE id = {MARK}", "annotation {mark}: start must be a whole number"),
    "an unknown label": (f"UPDATE annotation SET label = 'PRIZE' WHERE id = {MARK}", "{mark}: label must be a label of the scheme"),
    "an empty label": (f"UPDATE annotation SET label = '' WHERE id = {MARK}", "annotation {mark}: label must be one line of words"),
    "a value that is a list": (f"UPDATE annotation SET value = '[1]' WHERE id = {MARK}", "{mark}: value must be a number"),
    "a score beyond 1": (f"UPDATE annotation SET score = 1e20 WHERE id = {MARK}", "annotation {mark}: score must be a probability"),
    "an empty id of a mark": (f"UPDATE annotation SET id = '' WHERE id = {MARK}", "annotation : id must be one line of words"),
    "a fact that hangs in the air": ("UPDATE relation SET tail = 'x'", "tail must be the id of a mark"),
    "a fact of itself": ("UPDATE relation SET tail = head", "tail must be another mark than head"),
    "a label without a name": ("UPDATE label SET name = '' WHERE name = 'ORDINAL'", "label : name must be one line of words"),
    "a label of a long key": ("UPDATE label SET key = 'Ctrl' WHERE name = 'ORDINAL'", "label ORDINAL: key must be one key"),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "said"), POISONS.values(), ids=POISONS)
def test_what_should_not_be_there_is_found_and_mended_after_a_copy(store, article, tmp_path, statement, said):
    mark = max(store.annotations(article.id), key=lambda each: each.start).id
    store = poison(store, statement.replace("{{", "{").replace("}}", "}"))
    wrong = store.check()
    before = dump(store)
    mended = operations.mend(store)
    sound = store.check()
    _use_all_of_it(store, tmp_path)
    store.close()
    copy = Store(mended.copy, write=False)
    kept = dump(copy)
    copy.close()
    named = said.format(article=article.id, mark=mark)
    assert (any(named in each for each in wrong), tuple(wrong), sound, kept["annotation"], kept["article"]) == (
        True, mended.wrong, [], before["annotation"], before["article"],
    )  # fmt: skip


def _use_all_of_it(store, tmp_path):
    """Read, search and export everything: what was mended breaks nothing any more."""
    for row in store.rows():
        store.article(row.id), store.annotations(row.id), store.relations(row.id)
    for name in ("jsonl", "csv", "html"):
        operations.export(store, name, tmp_path / f"out.{name}")


@pytest.mark.parametrize(
    "name", ["lines of words", "lines of null", "lines that are no JSON", "tags of null", "an unknown state"]
)
def test_an_article_that_cannot_be_read_is_told_in_words_by_whatever_needs_it(store, article, tmp_path, name):
    store = poison(store, POISONS[name][0].replace("{{", "{").replace("}}", "}"))
    asked = (
        lambda: store.article(article.id),
        lambda: operations.export(store, "html", tmp_path / "x.html"),
        lambda: operations.tag(store, [article.id], ["một"]),
        lambda: operations.delete_articles(store, [article.id]),
    )
    said = []
    for each in asked:
        with pytest.raises(RequestError) as caught:
            each()
        said.append((caught.value.kind, caught.value.parameters["id"]))
    store.close()
    assert said == [("article-damaged", article.id)] * 4


def test_mending_is_one_step_that_undo_takes_back_and_redo_does_again(store, article):
    store = poison(
        store,
        f"UPDATE annotation SET \"end\" = 100000, label = 'PRIZE' WHERE id = {MARK}",
        "UPDATE relation SET tail = head",
    )
    tables = ("annotation", "relation", "label", "article", "text")
    before = dump(store)
    mended = operations.mend(store)
    after = dump(store)
    undone = operations.undo(store)
    back = dump(store)
    operations.redo(store)
    again = dump(store)
    store.close()
    assert (undone.title, mended.changes.step is not None, [back[t] for t in tables], [again[t] for t in tables]) == (
        "Mend library", True, [before[t] for t in tables], [after[t] for t in tables],
    )  # fmt: skip


def test_an_article_without_an_id_gets_one_with_all_that_is_marked_on_it(store, article):
    marks = len(store.annotations(article.id))
    tables = (
        "article SET id",
        "article_text SET article",
        "annotation SET article",
        "relation SET article",
        "shelf SET article",
    )
    store = poison(store, *(f"UPDATE {each} = ''" for each in tables))
    wrong = store.check()
    operations.mend(store)
    (row,) = store.rows()
    held = store.article(row.id).text, len(store.annotations(row.id)), store.check()
    hit = [each.id for each in store.search("đảng viên")]
    store.close()
    assert ("article : id must be one line of words" in wrong[0], len(row.id), held, hit) == (
        True,
        36,
        (TEXT, marks, []),
        [row.id],
    )


def test_a_line_that_was_corrected_keeps_its_word_when_others_are_mended(store, article):
    lines = [[line.start, line.end, "caption", "body"] for line in article.lines[:1]]
    store = poison(store, f"UPDATE article_text SET lines = '{json.dumps(lines)}'")
    operations.mend(store)
    after = store.article(article.id)
    store.close()
    assert ([(each.start, each.end) for each in after.lines], after.lines[0].role, after.detected) == (
        [(each.start, each.end) for each in article.lines], "caption", None,
    )  # fmt: skip


def test_a_sound_library_is_left_as_it_is(store, article):
    before = dump(store)
    mended = operations.mend(store)
    assert (mended, dump(store)) == (operations.Mended(()), before)


def test_the_command_mends_and_says_what_and_where_the_copy_is(run, article, imported, store, tmp_path):
    store = poison(store, f'UPDATE annotation SET "end" = 100000 WHERE id = {MARK}')
    path = store.path
    store.close()
    asked = run("check", library=path)
    mended = run("check", "--mend", library=path)
    again = run("check", library=path)
    copy = tmp_path / "library.backups" / "library-before-mending.butda"
    lines = mended[1].splitlines()
    assert (asked[0], mended[0], again, lines[0], lines[-2:], copy.exists()) == (
        1, 0, (0, "ok\n", ""), f"mended\t{asked[1].splitlines()[0]}", [f"copy\t{copy}", "ok"], True,
    )  # fmt: skip
