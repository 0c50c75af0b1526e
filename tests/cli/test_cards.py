"""`tag`, `state` and `card`: what a person says of articles, without the window."""

import pytest

from desktop.store import Store


@pytest.fixture
def other(run, tmp_path):
    """The id of a second article."""
    (tmp_path / "hai.txt").write_text("Bài thứ hai", "utf-8")
    return run("import", tmp_path / "hai.txt")[1].split("\t")[1]


def steps(run):
    return [line.split("\t")[-1] for line in run("history")[1].splitlines()]


def test_tags_are_given_and_taken_off_as_one_step(run, article, other):
    given = run("tag", article[:8], other, "--add", "chè, đọc lại")
    taken = run("tag", other, "--add", "lúa", "--remove", "chè,không có")
    assert (given, taken, steps(run)[:2]) == (
        (0, f"{article}\tchè, đọc lại\n{other}\tchè, đọc lại\n", ""), (0, f"{other}\tđọc lại, lúa\n", ""), ["Tag", "Tag"],
    )  # fmt: skip


def test_the_state_of_several_is_set_as_one_step(run, article, other):
    done = run("state", article, other, "done")
    listed = [line.split("\t")[1] for line in run("list")[1].splitlines()]
    wrong = run("state", article, "thrown")[0]
    assert (done, listed, steps(run)[0], wrong) == (
        (0, f"{article}\tdone\n{other}\tdone\n", ""), ["done", "done"], "Set state", 2,
    )  # fmt: skip


def test_a_card_is_corrected_as_one_step_and_told(run, article):
    code, out, error = run("card", article, "title=Tên mới", "published=15/6/2019", "note=đáng ngờ", "fields.Trang=3")
    said = dict(line.split(": ", 1) for line in out.splitlines() if ": " in line)
    emptied = run("card", article, "note=", "published=")[1]
    assert (code, error, [said[name] for name in ("title", "published", "note", "fields.Trang")], steps(run)[:2]) == (
        0, "", ["Tên mới", "2019-06-15", "đáng ngờ", "3"], ["Correct card", "Correct card"],
    )  # fmt: skip
    assert ("note" in emptied, "2019" in emptied, "fields.Trang: 3" in emptied) == (False, False, True)


def test_a_card_is_told_without_changing_it(run, article):
    told = run("card", article)
    assert (told[0], told[1].splitlines()[0], steps(run)) == (0, f"id: {article}", ["Import"])


def test_times_that_lean_on_the_date_are_read_anew_as_part_of_the_step(run, tmp_path):
    path = tmp_path / "tin.txt"
    path.write_text("Hội chè\n\nBản tin cho hay lễ hội mở ngày 5/8 ở xã Hòa An, đón nhiều khách xa.\n", "utf-8")
    article = run("import", path)[1].split("\t")[1]
    run("card", article, "published=1/7/2019")
    run("detect", article)
    run("card", article, "published=1/7/2021")
    store = Store(run.library)
    values = [each.value for each in store.annotations(article) if each.label == "TIME"]
    store.undo()
    back = [each.value for each in store.annotations(article) if each.label == "TIME"]
    published = store.article(article).published
    store.close()
    assert (values, back, published) == (["2021-08-05"], ["2019-08-05"], "2019-07-01")


WRONG = {
    "no field": ("titel=x", "is no FIELD=VALUE"),
    "no value": ("title", "is no FIELD=VALUE"),
    "no name": ("fields.=x", "is no FIELD=VALUE"),
    "no date": ("published=31/31/2019", "is no date"),
    "no title": ("title=", "needs a title"),
}


@pytest.mark.parametrize(("given", "told"), WRONG.values(), ids=WRONG)
def test_what_a_card_cannot_say_is_told_in_one_line_and_changes_nothing(run, article, given, told):
    code, out, error = run("card", article, "source=Báo", given)
    assert (code, out, told in error, error.count("\n"), steps(run)) == (1, "", True, 1, ["Import"])


def test_a_corrected_date_leaves_the_marks_of_word_lists(run, article, tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("lá thư\n", "utf-8")
    run("detect", article)
    run("lists", "add", "thư", words, "--label", "EVENT")
    before = run("show", article)[1].count("EVENT")
    run("card", article, "published=2024-05-01")
    assert (before, run("show", article)[1].count("EVENT")) == (1, 1)
