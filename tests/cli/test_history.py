"""`undo`, `redo` and `history`: what was done to a library, taken back and done again."""

import re

from desktop import operations, settings


def test_undo_and_redo_go_back_to_the_first_step_and_forth(run, article):
    run("mark", article, 0, 4, "ORGANIZATION")
    shown = run("show", article)
    undone = [run("undo") for _ in range(3)]
    redone = [run("redo") for _ in range(3)]
    assert (undone, redone, run("show", article)) == (
        [(0, "2\tMark\n", ""), (0, "1\tImport\n", ""), (1, "", "There is nothing to undo.\n")],
        [(0, "1\tImport\n", ""), (0, "2\tMark\n", ""), (1, "", "There is nothing to redo.\n")],
        shown,
    )


def test_history_lists_steps_newest_first_and_says_how_long_they_are_kept(run, article):
    run("mark", article, 0, 4, "ORGANIZATION")
    run("tag", article, "--add", "chè")
    run("undo")
    code, out, error = run("history")
    lines = [line.split("\t") for line in out.splitlines()]
    assert (code, [[*each[:1], *each[2:]] for each in lines], all(re.match(r"\d{4}-.*Z$", each[1]) for each in lines), error) == (
        0, [["3", "undone", "1", "Tag"], ["2", "done", "1", "Mark"], ["1", "done", "1", "Import"]], True,
        "Steps are kept for 365 days, and the newest 1,000 however old they are.\n",
    )  # fmt: skip


def test_the_history_of_an_article_holds_its_steps_alone(run, article, tmp_path):
    (tmp_path / "hai.txt").write_text("Bài thứ hai", "utf-8")
    other = run("import", tmp_path / "hai.txt")[1].split("\t")[1]
    run("mark", article, 0, 4, "ORGANIZATION")
    run("tag", article, other, "--add", "chè")
    titles = [[line.split("\t")[-1] for line in run("history", each)[1].splitlines()] for each in (article[:8], other)]
    last = run("history", other, "--last", 1)[1].count("\n")
    assert (titles, last) == ([["Tag", "Mark", "Import"], ["Tag", "Import"]], 1)


def test_history_says_what_the_person_chose(run, article, tmp_path, monkeypatch):
    monkeypatch.setenv("BUTDA_SETTINGS", str(tmp_path / "settings.json"))
    settings.save(settings.Settings(history_days=0), tmp_path / "settings.json")
    assert run("history")[2] == "Steps are kept for ever.\n"


def test_the_newest_thousand_steps_outlive_their_days(store, imported, monkeypatch):
    article = imported("Chè")
    made = operations.annotate(store, article.id, 0, 3, "EVENT").made[0].id
    monkeypatch.setattr(operations.history, "KEPT_STEPS", 3)
    for at in range(6):
        operations.note(store, made, str(at))
    store._connection.execute("UPDATE step SET at = '2020-01-01T00:00:00.000Z' WHERE step < 7")
    for_ever = operations.tend(store, 0), len(operations.steps(store))
    while operations.tend(store, 365):
        pass
    left = [each.step for each in operations.steps(store)]
    blocks = store._one("SELECT COUNT(*) FROM block")[0]
    assert (for_ever, left, blocks, store.next_undo().step) == ((False, 8), [8, 7, 6], 3, 8)
