"""The command line through click's own runner: what each command prints, and its exit code."""

import json
import re
import sqlite3
import tomllib

import pytest
from building import TEXT, contents

from desktop import __version__
from desktop.store import Store


@pytest.fixture
def mark(run, article):
    """The id of an annotation of the article: its first word."""
    return run("mark", article, 0, 4, "ORGANIZATION", "--note", "ghi\tchú\nhai", "--by", "Hoa")[1].strip()


def test_import_says_for_each_file_what_became_of_it(run, tmp_path, article):
    (tmp_path / "hai.md").write_text("# Hai\n\nđoạn", "utf-8")
    (tmp_path / "ảnh.txt").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "thư mục").mkdir()
    (tmp_path / "thư mục" / "ba.txt").write_text("ba", "utf-8")
    names = ["bài.txt", "hai.md", "ảnh.txt", "thư mục", "không có.txt"]
    code, out, error = run("import", *(tmp_path / name for name in names))
    lines = [line.split("\t")[0] for line in out.splitlines()]
    assert (code, lines, "ảnh.txt: this is PNG (.png)" in out, error.count("\n")) == (
        1, ["already there", "added", "failed", "added", "failed"], True, 1,
    )  # fmt: skip


def test_an_import_is_one_step(run, tmp_path):
    for at in range(3):
        (tmp_path / f"{at}.txt").write_text(f"bài {at}")
    run("import", *(tmp_path / f"{at}.txt" for at in range(3)))
    store = Store(run.library)
    store.undo()
    left = store.rows(), store.next_undo()
    store.close()
    assert left == ([], None)


def test_an_import_of_an_empty_folder_fails(run, tmp_path):
    (tmp_path / "x.txt").mkdir()
    code, out, _ = run("import", tmp_path / "x.txt")
    assert (code, out.startswith("failed\t"), "holds no file" in out) == (1, True, True)


def test_list_is_a_line_an_article_without_header(run, article, mark):
    code, out, error = run("list")
    cells = out.rstrip("\n").split("\t")
    assert (code, len(cells), cells[:4], error) == (0, 6, [article, "unread", "1", ""], "")


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A person without a library: the folder of the data is empty."""
    monkeypatch.delenv("BUTDA_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize("question", [["list"], ["search", "chữ"]], ids=" ".join)
def test_nothing_is_listed_before_the_first_import_and_no_library_is_made(run, nowhere, question):
    assert (run(*question, library=None), contents(nowhere)) == ((0, "", ""), {})


QUESTIONS = [
    ["list"], ["search", "chữ"], ["show", "a"], ["check"], ["backup", "{tmp}/copy.butda"], ["detect"], ["delete", "a"],
    ["mark", "a", "0", "1", "TITLE"], ["original", "a", "--out", "{tmp}/x"], ["export", "--format", "csv", "--out", "{tmp}/x"],
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_library_that_is_not_there_is_not_made_by_asking(run, nowhere, question):
    code, out, error = run(*(each.format(tmp=nowhere) for each in question), library=nowhere / "typo.butda")
    told = f"There is no library {nowhere}/typo.butda. Import something into it first, or name another.\n"
    assert (code, out, error, contents(nowhere)) == (1, "", told, {})


@pytest.mark.parametrize("question", [["list"], ["check"]], ids=" ".join)
def test_a_library_named_by_the_environment_is_named(run, nowhere, monkeypatch, question):
    monkeypatch.setenv("BUTDA_LIBRARY", str(nowhere / "typo.butda"))
    assert (run(*question, library=None)[0], contents(nowhere)) == (1, {})


def test_show_gives_card_text_and_annotations(run, article, mark):
    code, out, _ = run("show", article)
    *_, last = out.rstrip("\n").split("\n")
    assert (code, f"id: {article}" in out, TEXT in out, last.split("\t")) == (
        0, True, True, [mark, "0", "4", "ORGANIZATION", "accepted", "Đảng", "", "", "ghi chú hai"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "snippet"),
    {
        "dang vien": "Đảng viên trẻ", "hoà an": "xã Hòa An.", "đang": "", '"*': "", "": "",
        'label:organization "dang vien"': "Đảng viên trẻ", "note:hai": "hai", "đảng -chi": "", "-họp": "Đảng viên trẻ",
    }.items(),
)  # fmt: skip
def test_search_prints_id_title_and_snippet_and_nothing_without_a_hit(run, article, mark, query, snippet):
    code, out, error = run("search", query)
    cells = out.rstrip("\n").split("\t")
    assert (code, error, cells[0], cells[-1].endswith(snippet), out.count("\n")) == (
        0, "", article if snippet else "", True, 1 if snippet else 0,
    )  # fmt: skip


def test_search_prints_every_hit(run, tmp_path):
    (tmp_path / "many").mkdir()
    for at in range(210):
        (tmp_path / "many" / f"{at}.txt").write_text(f"thư số {at}", "utf-8")
    run("import", tmp_path / "many")
    assert run("search", "thu")[1].count("\n") == 210


FORCED = {
    "export": ["export", "--format", "csv", "--out", "{out}"],
    "original": ["original", "{id}", "--out", "{out}"],
}


@pytest.mark.parametrize("arguments", FORCED.values(), ids=FORCED)
def test_what_somebody_else_wrote_is_replaced_only_by_force(run, article, tmp_path, arguments):
    out = tmp_path / "thesis.docx"
    out.write_bytes(b"old")
    given = [each.format(out=out, id=article) for each in arguments]
    code, _, error = run(*given)
    kept = out.read_bytes()
    forced, again = run(*given, "--force")[0], run(*given)[0]
    assert (code, "--force" in error, kept, forced, again) == (1, True, b"old", 0, 0)


def test_original_writes_the_same_bytes(run, article, tmp_path):
    code, _, _ = run("original", article[:8], "--out", tmp_path / "again.txt")
    assert (code, (tmp_path / "again.txt").read_bytes()) == (0, TEXT.encode())


def test_mark_prints_the_id_of_what_is_committed(run, article, mark):
    store = Store(run.library, write=False)
    (made,) = store.annotations(article)
    store.close()
    assert (made.id, made.note, made.by, bool(re.fullmatch("[0-9a-f-]{36}", mark))) == (
        mark,
        "ghi\tchú\nhai",
        "Hoa",
        True,
    )


def test_detect_prints_what_it_did_and_a_second_time_changes_nothing(run, article, mark):
    first = run("detect")
    again = run("detect", article)
    none = run("detect")
    assert (first[0], first[1].split("\t")[0], again[1], none) == (0, article, first[1], (0, "", ""))


def test_a_detection_of_all_articles_is_one_step(run, article, tmp_path):
    (tmp_path / "hai.txt").write_text("Bài thứ hai ở xã Hòa An.", "utf-8")
    run("import", tmp_path / "hai.txt")
    run("detect")
    store = Store(run.library)
    undone = store.undo(), store.undo()
    store.close()
    assert ([step.title for step in undone], len(undone[0].changes.marks)) == (["Detect", "Import"], 2)


def test_delete_prints_the_ids_and_the_articles_are_gone(run, article, mark):
    code, out, _ = run("delete", article[:6], article)
    assert (code, out.split(), run("list")[1]) == (0, [article], "")


def test_delete_is_all_or_nothing(run, article):
    code, out, error = run("delete", article, "none")
    assert (code, out, error, run("list")[1] != "") == (1, "", "There is no article none.\n", True)


@pytest.mark.parametrize("name", ["jsonl", "csv", "html"])
def test_export_writes_and_says_what_was_proved(run, article, mark, tmp_path, name):
    code, out, error = run("export", "--format", name, "--out", tmp_path / f"out.{name}")
    assert (code, out.startswith("1 of 1 annotations verified\t1 articles\t"), error) == (0, True, "")


def test_export_takes_suggested_and_accepted_unless_told(run, article, mark, tmp_path):
    counts = {}
    for status in (None, "accepted", "suggested", "rejected", " accepted , rejected", ""):
        chosen = [] if status is None else ["--status", status]
        run(
            "export",
            "--format",
            "jsonl",
            "--out",
            tmp_path / "x.jsonl",
            *chosen,
            "--label",
            "ORGANIZATION",
            "--article",
            article,
        )
        counts[status] = len(json.loads((tmp_path / "x.jsonl").read_bytes())["annotations"])
    assert counts == {None: 1, "accepted": 1, "suggested": 0, "rejected": 0, " accepted , rejected": 1, "": 0}


def test_jsonl_has_its_keys_and_the_scheme_beside_it(run, article, mark, tmp_path):
    run("export", "--format", "jsonl", "--out", tmp_path / "x.jsonl")
    row = json.loads((tmp_path / "x.jsonl").read_bytes())
    article_keys = ["id", "title", "source", "url", "byline", "published", "state", "tags", "sha256", "text", "lines"]
    mark_keys = [
        "id",
        "start",
        "end",
        "label",
        "quote",
        "value",
        "unit",
        "counted",
        "status",
        "score",
        "note",
        "by",
        "created",
        "modified",
    ]
    scheme = tomllib.loads((tmp_path / "x.labels.toml").read_text("utf-8"))
    assert (list(row)[:11], {"annotations", "relations"} <= set(row), list(row["annotations"][0])[:14], bool(scheme["label"])) == (
        article_keys, True, mark_keys, True,
    )  # fmt: skip


def test_an_export_is_imported_again_by_another_library(run, article, mark, tmp_path):
    run("export", "--format", "jsonl", "--out", tmp_path / "x.jsonl")
    other = tmp_path / "other.butda"
    added = run("import", tmp_path / "x.jsonl", library=other)
    run("export", "--format", "jsonl", "--out", tmp_path / "y.jsonl", library=other)
    assert (added[1].split("\t")[:2], (tmp_path / "y.jsonl").read_bytes()) == (
        ["added", article], (tmp_path / "x.jsonl").read_bytes(),
    )  # fmt: skip


def test_backup_and_check(run, article, mark, tmp_path):
    made = run("backup", tmp_path / "copy.butda")
    listed = run("list", library=tmp_path / "copy.butda")
    assert (made, listed, run("check"), run("check", library=tmp_path / "copy.butda")) == (
        (0, f"{tmp_path / 'copy.butda'}\n", ""), run("list"), (0, "ok\n", ""), (0, "ok\n", ""),
    )  # fmt: skip


def test_a_check_that_finds_something_says_so_and_fails(run, article):
    with sqlite3.connect(run.library) as other:
        other.execute("UPDATE article SET published = 'hôm qua'")
    other.close()
    code, said, _ = run("check")
    assert (code, "published must be a date" in said) == (1, True)


def test_version(run):
    assert run("--version", library=None) == (0, f"butda, version {__version__}\n", "")


def test_library_stands_before_or_after_the_command_and_the_nearer_one_counts(run, article, tmp_path):
    after = run("list", "--library", run.library, library=None)
    both = run("list", "--library", run.library, library=tmp_path / "none.butda")
    assert (after, both) == (run("list"), run("list"))


def test_the_library_may_be_named_by_the_environment(run, article, monkeypatch):
    monkeypatch.setenv("BUTDA_LIBRARY", str(run.library))
    assert run("list", library=None) == run("list")


def test_a_backup_is_made_anew_over_an_earlier_one_by_force_and_in_a_folder_by_a_name_of_its_own(
    run, article, tmp_path
):
    copies = tmp_path / "copies"
    copies.mkdir()
    first = run("backup", copies / "copy.butda")[0]
    codes = [run("backup", copies / "copy.butda", *more)[0] for more in ([], ["--force"])]
    out = run("backup", copies)[1]
    assert (first, codes, sorted(contents(copies))) == (0, [1, 0], ["copy.butda", out.strip().rsplit("/", 1)[1]])


def test_restore_lists_looks_inside_and_brings_back(run, article, tmp_path):
    run("backup", tmp_path / "copy.butda")
    run("delete", article)
    none = run("restore", "--list")
    inside = run("restore", tmp_path / "copy.butda", "--list")[1]
    code, out, _ = run("restore", tmp_path / "copy.butda")
    listed = run("restore", "--list")[1].rstrip("\n").split("\t")
    back, kept = run("list")[1].split("\t")[0], out.rstrip("\n").split("\t")[-1]
    assert (none, inside.rstrip("\n").split("\t")[-1], code, back, [kept.endswith(listed[0]), *listed[3:]]) == (
        (0, "", ""), "Đảng viên trẻ", 0, article, [True, "0", "0", "replaced"],
    )  # fmt: skip


def test_a_copy_is_written_beside_the_library_which_stays(run, article, tmp_path):
    run("backup", tmp_path / "copy.butda")
    before = contents(run.library.parent)
    run("restore", tmp_path / "copy.butda", "--out", tmp_path / "out.butda")
    assert (run("list", library=tmp_path / "out.butda")[1].split("\t")[0], contents(run.library.parent)) == (
        article,
        before,
    )


def test_a_library_that_is_gone_is_brought_back_all_the_same(run, article, tmp_path):
    run("backup", tmp_path / "copy.butda")
    run.library.unlink()
    code, out, _ = run("restore", tmp_path / "copy.butda")
    assert (code, out.count("\n"), run("list")[1].split("\t")[0]) == (0, 1, article)


def test_export_chooses_articles_by_what_their_card_says_and_a_search_finds(run, article, mark, tmp_path):
    (tmp_path / "hai.txt").write_text("Bài hai nói chuyện khác.\n", "utf-8")
    run("import", tmp_path / "hai.txt")
    run("tag", article, "--add", "đọc")
    counts = {}
    for chosen in (
        ("--tag", "đọc"), ("--tag", "không"), ("--query", "thu tu xa"), ("--query", "chuyện khác"), ("--state", "unread"),
        ("--since", "1/1/2000"), ("--author", "Hoa"), ("--author", "Lan"),
    ):  # fmt: skip
        code, out, _ = run("export", "--format", "csv", "--out", tmp_path / "x.csv", "--force", *chosen)
        counts[chosen] = (code, *(int(each.split()[0]) for each in out.split("\t")[:2]))
    assert counts == {
        ("--tag", "đọc"): (0, 1, 1), ("--tag", "không"): (0, 0, 0), ("--query", "thu tu xa"): (0, 1, 1),
        ("--query", "chuyện khác"): (0, 0, 1), ("--state", "unread"): (0, 1, 2), ("--since", "1/1/2000"): (0, 0, 0),
        ("--author", "Hoa"): (0, 1, 2), ("--author", "Lan"): (0, 0, 2),
    }  # fmt: skip


def test_export_tells_first_what_a_format_cannot_hold(run, article, mark, tmp_path):
    told = run("export", "--format", "iob2", "--out", tmp_path / "x.iob2", "--dry-run")
    assert (told, (tmp_path / "x.iob2").exists()) == (
        (0, "1 of 1 annotations\t1 articles\nlost\tnotes\t1\n", ""),
        False,
    )


def test_export_replaces_names_and_deals_the_articles_out(run, article, mark, tmp_path):
    run("mark", article, *(str(TEXT.index("Lê") + at) for at in (0, 11)), "PERSON")
    code, out, _ = run(
        "export", "--format", "csv", "--out", tmp_path / "x.csv", "--replace-names", "--split", "50,50", "--seed", "1"
    )
    rows = "".join((tmp_path / f"x.{part}.csv").read_text("utf-8") for part in ("train", "test"))
    lines = [line.split("\t")[0] for line in out.splitlines()]
    assert (code, lines[-1], "Hạnh" in rows, "Người 1" in rows, "Lê Thị Hạnh" in (tmp_path / "x.key.tsv").read_text("utf-8")) == (
        0, "key", False, True, True,
    )  # fmt: skip


def test_shares_that_are_none_are_refused(run, article, tmp_path):
    code, _, error = run("export", "--format", "csv", "--out", tmp_path / "x.csv", "--split", "all")
    assert (code, error) == (1, "all deals out nothing. Name two shares or more, such as 80,10,10.\n")
