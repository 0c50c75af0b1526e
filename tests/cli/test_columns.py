"""Tables whose columns are called otherwise: said once, remembered by their shape, guessed where the names or the lengths tell."""

import json

import pytest
from openpyxl import Workbook

from desktop.exchange.taking import columns

TEXT = "Bà Hoa gặp ông Nam ở chợ Lang để bàn việc sửa lại con đường qua xóm Bến, nơi mùa mưa nào cũng ngập."
ROWS = [{"Mã": str(at), "Đầu bài": f"Bài {at}", "Phần chính": f"{TEXT} {at}", "Đăng": "3/5/2024"} for at in (1, 2)]
MEANT = "text=Phần chính,title=Đầu bài,published=Đăng"


def as_csv(path):
    lines = ["\t".join(ROWS[0]), *("\t".join(row.values()) for row in ROWS)]
    path.write_text("\n".join(lines), "utf-8")


def as_json(path):
    path.write_text(json.dumps(ROWS, ensure_ascii=False), "utf-8")


def as_lines(path):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), "utf-8")


def as_workbook(path):
    book = Workbook()
    for row in [list(ROWS[0]), *(list(row.values()) for row in ROWS)]:
        book.active.append(row)
    book.save(path)


WRITTEN = {"a.tsv": as_csv, "a.json": as_json, "a.jsonl": as_lines, "a.xlsx": as_workbook}


@pytest.mark.parametrize(("name", "write"), WRITTEN.items(), ids=WRITTEN)
def test_what_columns_mean_is_said_once_and_remembered_by_the_shape(run, tmp_path, monkeypatch, name, write):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    write(tmp_path / name)
    refused = run("import", tmp_path / name)[0]
    first = run("import", "--map", MEANT, tmp_path / name)
    (tmp_path / "nữa").mkdir()
    ROWS[0]["Mã"], before = "mới", ROWS[0]["Mã"]
    write(tmp_path / "nữa" / name)
    ROWS[0]["Mã"] = before
    again = run("import", tmp_path / "nữa" / name)
    article = first[1].split("\t")[1]
    listed = [line.split("\t")[3:] for line in run("list")[1].splitlines()]
    read = run("reread", article)[1].split("\t")[0]
    assert (refused, first[0], again[0], sorted(listed), read) == (
        1, 0, 0, [["2024-05-03", "", "Bài 1"], ["2024-05-03", "", "Bài 1"], ["2024-05-03", "", "Bài 2"]], "same",
    )  # fmt: skip


def test_a_part_that_is_none_is_told(run, tmp_path):
    as_csv(tmp_path / "a.tsv")
    code, _, error = run("import", "--map", "thân=Phần chính", tmp_path / "a.tsv")
    assert (code, "thân=Phần chính is no PART=COLUMN" in error) == (1, True)


def test_columns_are_guessed_by_their_names_in_both_languages_and_the_text_by_its_length(tmp_path):
    as_csv(tmp_path / "a.tsv")
    table = columns.look(tmp_path / "a.tsv")
    named = columns.guessed({"Tiêu đề": ["a"], "Nội dung": ["b"], "Tác giả": ["c"], "Link": ["d"]})
    assert (table.names, table.samples[1], table.guess, named) == (
        ("Mã", "Đầu bài", "Phần chính", "Đăng"), ("Bài 1", "Bài 2"), {"text": "Phần chính"},
        {"text": "Nội dung", "title": "Tiêu đề", "byline": "Tác giả", "url": "Link"},
    )  # fmt: skip
