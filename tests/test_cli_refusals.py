"""What the command line refuses: one line on stderr, exit 1 for what cannot be done, 2 for wrong usage."""

import errno
import fcntl
import os

import pytest
from building import contents

from desktop import operations

LONG = "x" * 50_000
WRONG_REQUESTS = {
    "an unknown article": ["show", "none"],
    "an empty article": ["show", ""],
    "an article that is no text": ["show", "\udce1"],
    "a stretch that is none": ["mark", "{id}", "4", "4", "TITLE"],
    "a stretch outside": ["mark", "{id}", "0", "9999", "TITLE"],
    "a label that is none": ["mark", "{id}", "0", "4", "NOTHING"],
    "a label that is none in an export": ["export", "--format", "csv", "--out", "{tmp}/x", "--label", "NOTHING"],
    "an article that is none in an export": ["export", "--format", "csv", "--out", "{tmp}/x", "--article", "none"],
    "an export to no folder": ["export", "--format", "csv", "--out", "{tmp}/none/x"],
    "an export over the library": ["export", "--format", "csv", "--out", "{library}"],
    "an original over the library": ["original", "{id}", "--out", "{library}"],
    "a backup over the library": ["backup", "{library}"],
    "a backup over a text": ["backup", "{tmp}/bài.txt", "--force"],
    "a backup over an earlier one": ["backup", "{tmp}/copy.butda"],
    "a copy that is not there": ["restore", "none.butda"],
    "a copy to a place that is taken": ["restore", "{tmp}/copy.butda", "--out", "{tmp}/bài.txt"],
    "the articles of a copy that is a text": ["restore", "{tmp}/bài.txt", "--list"],
    "a restore of the newest where there is none": ["restore"],
    "an article of a long id": ["show", LONG],
    "a deletion of a long id": ["delete", LONG],
    "an original of a long id": ["original", LONG, "--out", "{tmp}/x"],
    "an export of a long id": ["export", "--format", "csv", "--out", "{tmp}/x", "--article", LONG],
    "detection of a long id": ["detect", LONG],
    "a label of a long name": ["mark", "{id}", "0", "4", LONG],
    "a new label of a long name": ["label", "add", LONG],
    "an export of a long label": ["export", "--format", "csv", "--out", "{tmp}/x", "--label", LONG],
    "a library that is a pipe": ["list", "--library", "{pipe}"],
    "a mark in a library that is a pipe": ["mark", "{id}", "0", "4", "TITLE", "--library", "{pipe}"],
    "an import into a pipe": ["import", "{tmp}/bài.txt", "--library", "{pipe}"],
    "a library that is a device": ["list", "--library", "/dev/zero"],
    "a library that is a folder": ["list", "--library", "{tmp}"],
    "a library that is a text": ["list", "--library", "{tmp}/bài.txt"],
    "a library of too long a name": ["list", "--library", "{tmp}/" + "x" * 300],
    "a library that cannot be made": ["import", "{tmp}/bài.txt", "--library", "/proc/none/x.butda"],
    "detection of no article": ["detect", "none"],
    "detection of standard input among articles": ["detect", "-", "none"],
}


@pytest.mark.parametrize("arguments", WRONG_REQUESTS.values(), ids=WRONG_REQUESTS)
def test_what_cannot_be_done_is_one_line_on_stderr_and_exit_1(run, article, tmp_path, arguments):
    os.mkfifo(tmp_path / "pipe")
    filled = [each.format(id=article, tmp=tmp_path, library=run.library, pipe=tmp_path / "pipe") for each in arguments]
    if "copy.butda" in " ".join(arguments):
        run("backup", tmp_path / "copy.butda")
    before = run.library.read_bytes(), run("list")
    code, out, error = run(*filled)
    assert (code, out, error.count("\n"), 10 < len(error) < 1300, (run.library.read_bytes(), run("list"))) == (
        1,
        "",
        1,
        True,
        before,
    )


WRONG_USAGE = [
    ["nothing"], ["--nothing"], ["import"], ["show"], ["show", "a", "b"], ["search"], ["original", "a"], ["delete"],
    ["mark", "a", "0", "4"], ["mark", "a", "zero", "4", "TITLE"], ["export", "--format", "csv"], ["export", "--out", "x"],
    ["export", "--format", "xml", "--out", "x"], ["export", "--format", "csv", "--out", "x", "--status", "maybe"], ["backup"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_exit_2_and_makes_nothing(run, tmp_path, arguments):
    code, out, error = run(*arguments)
    assert (code, out, error.startswith("Usage: butda"), [name for name in contents(tmp_path) if name == "x"]) == (
        2,
        "",
        True,
        [],
    )


def test_an_ambiguous_beginning_names_the_articles(run, tmp_path):
    paths = [tmp_path / f"{at}.txt" for at in range(17)]  # more than there are first letters of an id
    for path in paths:
        path.write_text(path.name)
    run("import", *paths)
    ids = [line.split("\t")[0] for line in run("list")[1].splitlines()]
    first = next(each[0] for each in ids if sum(other[0] == each[0] for other in ids) > 1)
    code, _, error = run("show", first)
    named = [each for each in ids if each in error]
    assert (code, error.startswith(f"Several articles begin with {first}: "), {each[0] for each in named}) == (
        1,
        True,
        {first},
    )


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_a_file_system_that_refuses_locks_is_told_as_that(run, article, monkeypatch, code):
    def refuse(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refuse)
    done, out, error = run("mark", article, "0", "4", "TITLE")
    told = "no file can be locked" if code != errno.EIO else "(Input/output error)"
    assert (done, out, error.count("\n"), told in error, "permissions" in error) == (1, "", 1, True, False)


@pytest.mark.parametrize("place", ["reading", "adding"])
def test_a_bug_that_one_file_brings_out_holds_up_no_other(run, tmp_path, monkeypatch, place):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Bài số {number}\n\nMột bài ngắn.\n", encoding="utf-8")
    prepare, add = operations.prepare, operations.add_several

    def prepares(path, read_page, **how):
        if place == "reading" and path.stem == "1":
            raise TypeError("a bug")
        return prepare(path, read_page, **how)

    def adds(store, several, join=None):
        if place == "adding" and any("Bài số 1" in each.document.article.text for each in several):
            raise TypeError("a bug")
        return add(store, several, join)

    monkeypatch.setattr(operations, "prepare", prepares)
    monkeypatch.setattr(operations, "add_several", adds)
    code, out, told = run("import", *sorted(tmp_path.glob("?.txt")))
    words = sorted(line.split("\t")[0] for line in out.splitlines())
    assert (words, len(run("list")[1].splitlines()), code, "TypeError" in told) == (
        ["added"] * 4 + ["failed"],
        4,
        1,
        True,
    )
