"""Exports: what is chosen, that the file is proved, and that an old file is never lost."""

import csv
import json
import resource
import tomllib
from contextlib import contextmanager
from dataclasses import asdict

import pytest
from building import TEXT, contents, detection, dump
from hostile import HOSTILE, LONG_LINE

from desktop import exchange, operations
from desktop.errors import ExportError, RequestError
from desktop.model import Status
from desktop.operations import Selection
from desktop.text.selecting.visible import visible

FORMATS = ["jsonl", "csv", "html"]


@pytest.fixture
def article(store, imported):
    """An article with an accepted, a rejected and two suggested annotations."""
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    person, title, *_ = store.annotations(made.id)
    operations.accept(store, [person.id])
    operations.reject(store, [title.id])
    return made


@contextmanager
def small_files(most=4096):
    """Let no file grow beyond `most` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


TEXTS = {name: text for name, text in HOSTILE.items() if name != "one_letter"} | {"one line of 1 MB": LONG_LINE}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_whole_road_keeps_every_quote(store, imported, tmp_path, text):
    made = imported(text.encode("utf-8", "replace"))
    size, label = len(made.text), [each.name for each in store.labels()]
    stretches = {(0, size), (0, size // 2 + 1), (size // 3, size), (size // 3, size // 3 + 2), (size - 1, size)}
    for at, (start, end) in enumerate(sorted(stretches)):
        if visible(made.text, start, end):
            operations.annotate(store, made.id, start, end, label[at % len(label)], note=text[:50], by="=Hoa")
    count = len(store.annotations(made.id))
    done = [operations.export(store, name, tmp_path / f"out.{name}") for name in FORMATS]
    assert [(each.articles, each.annotations, each.verified) for each in done] == [(1, count, count)] * 3


SELECTIONS = {
    "as it is": (Selection(), ["PERSON", "COUNT", "LOCATION"]),
    "accepted": (Selection(statuses=(Status.ACCEPTED,)), ["PERSON"]),
    "rejected": (Selection(statuses=(Status.REJECTED,)), ["TITLE"]),
    "all": (Selection(statuses=tuple(Status)), ["PERSON", "TITLE", "COUNT", "LOCATION"]),
    "one label": (Selection(labels=("COUNT",)), ["COUNT"]),
    "a label and a status that do not meet": (Selection(statuses=(Status.ACCEPTED,), labels=("COUNT",)), []),
    "no label": (Selection(labels=()), []),
}


@pytest.mark.parametrize(("selection", "labels"), SELECTIONS.values(), ids=SELECTIONS)
@pytest.mark.parametrize("name", FORMATS)
def test_an_export_holds_what_was_chosen(store, article, tmp_path, name, selection, labels):
    done = operations.export(store, name, tmp_path / "out", selection)
    read = [each.label for each in exchange.writer(name).quotes(tmp_path / "out")]
    assert (sorted(read), done.annotations) == (sorted(labels), len(labels))


def test_articles_are_chosen_and_written_once_each(store, article, imported, tmp_path):
    other = imported("khác", "khác.txt")
    for name in FORMATS:
        operations.export(store, name, tmp_path / name, Selection(articles=(article.id, article.id)))
    ids = [json.loads(line)["id"] for line in (tmp_path / "jsonl").read_text("utf-8").splitlines()]
    pages = (tmp_path / "html").read_text("utf-8").count("<article")
    assert (ids, pages, other.id in ids) == ([article.id], 1, False)


def test_a_relation_is_written_only_with_both_its_ends(store, article, tmp_path):
    relations = []
    for selection in (Selection(statuses=tuple(Status)), Selection()):
        operations.export(store, "jsonl", tmp_path / "out", selection)
        relations.append(len(json.loads((tmp_path / "out").read_bytes())["relations"]))
    assert relations == [1, 0]


def test_an_export_of_an_empty_library_is_an_empty_file_of_its_format(store, tmp_path):
    done = [operations.export(store, name, tmp_path / name).annotations for name in FORMATS]
    sizes = [(tmp_path / "jsonl").stat().st_size, (tmp_path / "csv").read_bytes().count(b"\n")]
    assert (done, sizes, b"<article" in (tmp_path / "html").read_bytes()) == ([0, 0, 0], [0, 1], False)


def test_the_scheme_stands_beside_the_jsonl(store, article, tmp_path):
    operations.export(store, "jsonl", tmp_path / "tập.một.jsonl")
    held = tomllib.loads((tmp_path / "tập.một.labels.toml").read_text("utf-8"))
    assert [each["name"] for each in held["label"]] == [each.name for each in store.labels()]


ASKED_WRONG = {
    "format": (("xml", Selection()), "format-unknown"),
    "label": (("csv", Selection(labels=("NOTHING",))), "label-unknown"),
    "article": (("csv", Selection(articles=("none",))), "article-unknown"),
}


@pytest.mark.parametrize(("asked", "kind"), ASKED_WRONG.values(), ids=ASKED_WRONG)
def test_what_is_not_there_cannot_be_exported(store, article, tmp_path, asked, kind):
    (tmp_path / "out").write_bytes(b"old")
    with pytest.raises(RequestError) as caught:
        operations.export(store, asked[0], tmp_path / "out", asked[1], force=True)
    assert (caught.value.kind, (tmp_path / "out").read_bytes()) == (kind, b"old")


TARGETS = {
    "the library": ("library.butda", "file-ours"),
    "its log": ("library.butda-wal", "file-ours"),
    "a link to it": ("link", "file-ours"),
    "a folder": ("folder", "file-write"),
    "in no folder": ("nowhere/out", "file-write"),
    "below a file": ("file/out", "file-write"),
    "a device": ("/dev/null", "file-write"),
    "a place that cannot be written": ("/proc/out", "file-write"),
    "a name too long": ("x" * 300, "file-write"),
}


@pytest.mark.parametrize(("target", "kind"), TARGETS.values(), ids=TARGETS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_target_that_cannot_be_written(store, article, tmp_path, name, target, kind):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(store.path)
    before = dump(store), sorted(contents(tmp_path))
    with pytest.raises(ExportError) as caught:
        operations.export(store, name, tmp_path / target)
    assert (caught.value.kind, (dump(store), sorted(contents(tmp_path)))) == (kind, before)


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_the_old_file_and_no_part_of_the_new(store, article, imported, tmp_path, name):
    long = imported(LONG_LINE, "dài.txt")
    operations.annotate(store, long.id, 0, len(long.text), "EVENT")
    target = tmp_path / "out"
    target.write_bytes(b"old")
    files = sorted(contents(tmp_path))
    with small_files(), pytest.raises(ExportError) as caught:
        operations.export(store, name, target, force=True)
    assert (caught.value.kind, target.read_bytes(), sorted(contents(tmp_path))) == ("file-write", b"old", files)


CORRUPTIONS = {
    "csv": ("desktop.exchange.table.safe", lambda cell: cell.replace("Hạnh", "Hanh")),
    "html": (
        "desktop.exchange.page._open",
        lambda each: "<mark data-id='x' data-start='0' data-end='1' data-label='x'>",
    ),
    "jsonl": (
        "desktop.exchange.jsonl.values",
        lambda item: asdict(item) | ({"end": item.end + 1} if hasattr(item, "end") else {}),
    ),
}


@pytest.mark.parametrize(("name", "where", "wrong"), [(name, *rest) for name, rest in CORRUPTIONS.items()])
def test_a_file_that_does_not_prove_right_is_not_kept_and_the_old_one_is(
    store, article, tmp_path, monkeypatch, name, where, wrong
):
    target = tmp_path / "out"
    target.write_bytes(b"old")
    files = sorted(contents(tmp_path))
    monkeypatch.setattr(where, wrong)
    with pytest.raises(ExportError) as caught:
        operations.export(store, name, target, force=True)
    assert (caught.value.kind, target.read_bytes(), sorted(contents(tmp_path))) == ("export-verify", b"old", files)


def test_a_bug_in_the_middle_of_writing_leaves_the_old_file(store, article, tmp_path, monkeypatch):
    target = tmp_path / "out"
    target.write_bytes(b"old")
    monkeypatch.setattr("desktop.exchange.table.safe", lambda cell: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        operations.export(store, "csv", target, force=True)
    assert (target.read_bytes(), {name for name in contents(tmp_path) if name.startswith(".butda")}) == (b"old", set())


def test_an_export_to_a_link_writes_the_file_behind_it(store, article, tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    operations.export(store, "csv", tmp_path / "link.csv", force=True)
    assert ((tmp_path / "link.csv").is_symlink(), (tmp_path / "real.csv").read_bytes()[:9]) == (
        True,
        b"\xef\xbb\xbfdoc_id",
    )


FOREIGN = {
    "a file": ("out", ["out"]),
    "the labels beside": ("out.jsonl", ["out.labels.toml"]),
    "both": ("out.jsonl", ["out.jsonl", "out.labels.toml"]),
    "a link that leads nowhere": ("link", ["link"]),
}


@pytest.mark.parametrize(("target", "there"), FOREIGN.values(), ids=FOREIGN)
def test_what_somebody_else_wrote_is_replaced_only_when_that_was_said(store, article, tmp_path, target, there):
    for name in there:
        (tmp_path / name).symlink_to("nowhere") if name == "link" else (tmp_path / name).write_bytes(b"old")
    before = contents(tmp_path)
    with pytest.raises(ExportError) as caught:
        operations.export(store, "jsonl", tmp_path / target)
    kept = contents(tmp_path) == before
    forced = operations.export(store, "jsonl", tmp_path / target, force=True)
    told = [tmp_path / name for name in there]
    assert (caught.value.kind, caught.value.parameters["path"], kept, forced.verified) == (
        "file-there", ", ".join(map(str, told)), True, 3,
    )  # fmt: skip


def test_what_this_program_wrote_is_replaced_until_somebody_changes_it(store, article, tmp_path):
    target = tmp_path / "out.jsonl"
    first = [operations.export(store, "jsonl", target).verified for _ in range(2)]
    target.write_bytes(target.read_bytes() + b"\n")
    with pytest.raises(ExportError) as caught:
        operations.export(store, "jsonl", target)
    assert (first, caught.value.kind) == ([3, 3], "file-there")


OTHERS = {
    "another library": ("other.butda", "csv", "out.csv", "file-library"),
    "one named as the labels": ("out.labels.toml", "jsonl", "out.jsonl", "file-library"),
    "its log": ("other.csv", "csv", "other.csv-wal", "file-library"),
    "its lock": ("other.csv", "csv", "other.csv.lock", "file-library"),
}


@pytest.mark.parametrize(("library", "format_name", "target", "kind"), OTHERS.values(), ids=OTHERS)
def test_no_library_is_ever_written_over(store, article, tmp_path, library, format_name, target, kind):
    other = operations.open_library(tmp_path / library)
    path = tmp_path / ("other.butda" if target == "out.csv" else target)
    before = dump(other)
    with pytest.raises(ExportError) as caught:
        operations.export(store, format_name, path, force=True)
    kept = dump(other) == before
    other.close()
    assert (caught.value.kind, kept, list(tmp_path.glob("out.jsonl"))) == (kind, True, [])


def test_the_open_library_named_as_the_labels_is_not_written_over(tmp_path):
    store = operations.open_library(tmp_path / "x.labels.toml")
    with pytest.raises(ExportError) as caught:
        operations.export(store, "jsonl", tmp_path / "x.jsonl", force=True)
    wrong = store.check()
    store.close()
    assert (caught.value.kind, wrong, (tmp_path / "x.jsonl").exists()) == ("file-ours", [], False)


def test_csv_is_read_by_its_columns(store, article, tmp_path):
    operations.export(store, "csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [
            (
                row["label"],
                row["quote"],
                row["left_context"][-3:],
                row["right_context"][:4],
                row["value"],
                row["counted"],
                row["status"],
            )
            for row in csv.DictReader(lines)
        ]
    assert rows == [
        ("PERSON", "Lê Thị Hạnh", "Bà ", ", Bí", "", "", "accepted"),
        ("COUNT", "12", "ận ", " lá ", "12", "lá thư", "suggested"),
        ("LOCATION", "xã Hòa An", "từ ", ".\n", "", "", "suggested"),
    ]
