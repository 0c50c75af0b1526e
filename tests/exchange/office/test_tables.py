"""Tables of articles of other makers: what parts their cells, what stands above them, workbooks as Excel writes them; read row by row."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from desktop import exchange
from desktop.errors import ImportFileError, Stopped
from desktop.exchange.office import tables

TEXT = "Bà Hoa đi chợ, ông Nam ở nhà; “mưa to”."
CSV = {
    "cells that hold what parts others": f'title;text;date\nBài, một;"{TEXT}";2/3/2024\nBài, hai;"{TEXT}";3/3/2024\n',
    "lines within a cell": f'title,text\n"Bài\n một","{TEXT}\n\nHết."\n',
    "what Excel says of its signs": f'sep=;\ntitle;text\nBài;"{TEXT}"\n',
    "a title above the names": f"DANH SÁCH BÀI BÁO;;\n\nSTT;Tiêu đề;Nội dung\n1;Bài;{TEXT.replace(';', ',')}\n",
    "tabs": f"headline\tbody\nBài\t{TEXT}\n",
    "separators of another kind in the first text": f'title,text\nBài,"{";" * 40}{TEXT}"\n',
}
TITLES = {"cells that hold what parts others": ["Bài, một", "Bài, hai"], "lines within a cell": ["Bài một"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", CSV)
def test_a_table_is_read_whatever_parts_its_cells(name, encoding):
    found = tables.read(Path("bài.csv"), CSV[name].encode(encoding))
    assert [raw.meta.title for raw in found] == TITLES.get(name, ["Bài"])


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PARTS = {
    "xl/workbook.xml": f'<workbook {MAIN} {RELATED}><sheets><sheet name="A" r:id="r1"/>'
    '<sheet name="B" r:id="r2" state="hidden"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/s1.xml"/>'
    '<Relationship Id="r2" Target="/xl/worksheets/s2.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="200" formatCode="[$-42A]dd/mm/yyyy"/>'
    '<numFmt numFmtId="201" formatCode="0&quot; ngày&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="22"/>'
    '<xf numFmtId="201"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>title</t></si><si><r><t>no</t></r><r><t>idung</t></r><rPh><t>x</t></rPh></si></sst>",
    "xl/worksheets/s2.xml": f'<worksheet {MAIN}><sheetData><row><c t="inlineStr"><is><t>text</t></is></c></row>'
    '<row><c t="str"><v>Ẩn</v></c></row>'
    "</sheetData></worksheet>",
}


def workbook(rows, **parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in {**PARTS, **parts}.items():
            archive.writestr(name, content)
        archive.writestr("xl/worksheets/s1.xml", f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")
    held.seek(0)
    return held


def test_cells_of_a_workbook_are_words_days_figures_and_what_formulas_came_to():
    head = '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c t="inlineStr"><is><t>ngày</t></is></c>'
    head += "".join(f'<c t="str"><v>{name}</v></c>' for name in ("giờ", "số", "đúng", "lỗi")) + "</row>"
    row = (
        '<row><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C2"><v>00123</v></c><c s="1"><v>45353</v></c>'
        '<c s="2"><v>45353.34375</v></c>'
        '<c s="3"><v>12</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>'
    )
    (sheet,) = [list(rows) for rows in tables.sheets(Path("bài.xlsx"), workbook(head + row))]
    assert sheet == [
        {
            "title": "ab",
            "noidung": "00123",
            "ngày": "2024-03-02",
            "giờ": "2024-03-02T08:15",
            "số": "12",
            "đúng": "TRUE",
            "lỗi": "",
        }
    ]


def test_days_of_a_workbook_of_1904_are_told_from_there():
    other = PARTS["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    rows = '<row><c t="str"><v>text</v></c></row><row><c s="1"><v>43891</v></c></row>'
    (sheet,) = [list(each) for each in tables.sheets(Path("bài.xlsx"), workbook(rows, **{"xl/workbook.xml": other}))]
    assert sheet == [{"text": "2024-03-02"}]


JSON = {
    "an array": [{"title": "Bài", "text": TEXT}],
    "a list in an object": {
        "status": "ok",
        "data": {"articles": [{"headline": "Bài", "body": TEXT * 3, "tags": [{"name": "a"}]}]},
    },
    "rows of a set": {"rows": [{"row_idx": 0, "row": {"title": "Bài", "text": TEXT * 3}}]},
    "columns": {"title": ["Bài"], "text": [TEXT]},
    "an article with comments of readers": {
        "title": "Bài",
        "content": TEXT,
        "comments": [{"text": TEXT * 3, "by": "x"}],
    },
    "paragraphs as objects": [
        {"title": "Bài", "content": [{"type": "p", "text": "Một."}, {"type": "p", "text": "Hai."}]}
    ],
    "a text with its mark-up": [
        {"title": "Bài", "content": "<p>Bà&nbsp;Hoa <b>đi</b> chợ.</p><ul><li>Một<li>Hai</ul>"}
    ],
}
LINES = {"paragraphs as objects": ["Một.", "Hai."], "a text with its mark-up": ["Bà Hoa đi chợ.", "Một", "Hai"]}


@pytest.mark.parametrize("name", JSON)
def test_articles_in_json_are_found_wherever_they_stand(tmp_path, name):
    (tmp_path / "a.json").write_text(json.dumps(JSON[name]), "utf-8")
    (raw,) = exchange.read(tmp_path / "a.json")
    text = raw.text.split("\n\n")[-1].split("\n")
    assert (raw.meta.title, text if name in LINES else None) == ("Bài", LINES.get(name))


def test_a_long_array_is_read_value_by_value_and_may_be_stopped_within(tmp_path):
    one = json.dumps({"title": "Bài", "text": TEXT * 300}, ensure_ascii=False)
    with (tmp_path / "a.json").open("w", encoding="utf-8") as file:
        file.write('{"data": [' + ",\n".join([one] * 1500) + "]}")
    heard = []

    def told(done, of):
        heard.append(done / of)
        if len([each for each in heard if each]) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        list(exchange.read(tmp_path / "a.json", told))
    assert (max(heard) < 0.5, sum(1 for _ in exchange.read(tmp_path / "a.json"))) == (True, 1500)


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.xlsx"])
def test_a_table_that_is_cut_off_is_told(tmp_path, name):
    whole = {
        "a.csv": b"title,text\nA,\xff\xfe\x00\x01" + b"\x80" * 200,
        "a.json": b'[{"title": "A", "text": "B',
        "a.xlsx": workbook("").getvalue()[:-30],
    }[name]
    (tmp_path / name).write_bytes(whole)
    with pytest.raises(ImportFileError):
        list(exchange.read(tmp_path / name))
