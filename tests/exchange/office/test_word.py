"""Word: what other programs write that is no plain paragraph, as its mark-up stands in the package."""

import io
import zipfile
from pathlib import Path

import pytest

from desktop.exchange.office import word

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body, parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}", content)
    return held.getvalue()


def read(body, parts=None):
    (raw,) = word.read(Path("bài.docx"), package(body, parts or {}))
    return raw.text.split("\n")


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else run(inside)}</w:p>"


def char(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction, result):
    return f"{char('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{char('separate')}{result}{char('end')}"


BODIES = {
    "hidden words": (
        paragraph(run("Bà ") + run("ẩn", "<w:vanish/>") + run("Hoa", '<w:vanish w:val="0"/>')), ["Bà Hoa"],
    ),
    "a field's result": (paragraph(run("Xem ") + field("PAGEREF _Toc1", run("trang 3"))), ["Xem trang 3"]),
    "a field in a field's instruction": (
        paragraph(char("begin") + field("MERGEFIELD x", run("cũ")) + char("separate") + run("mới") + char("end")),
        ["mới"],
    ),
    "a field without an end": (paragraph(char("begin") + run("Bà Hoa")), ["Bà Hoa"]),
    "a table of contents by a field": (
        paragraph(char("begin") + '<w:r><w:instrText> TOC \\o "1-3"</w:instrText></w:r>' + char("separate") + run("Một 1"))
        + paragraph(run("Hai 2") + char("end")) + paragraph("Một"),
        ["Một"],
    ),
    "a table of contents as a block": (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        f"{paragraph('Mục lục')}</w:sdtContent></w:sdt>{paragraph('Một')}",
        ["Một"],
    ),
    "words that ask to write": (
        paragraph(run("Tên: ") + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm vào đây')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtContent>{run('Hoa')}</w:sdtContent></w:sdt>"),
        ["Tên: Hoa"],
    ),
    "a deleted end of a paragraph": (
        paragraph("Bà Hoa ", "<w:rPr><w:del w:id='1'/></w:rPr>") + paragraph("đi chợ."), ["Bà Hoa đi chợ."],
    ),
    "a deleted row": (
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{paragraph('cũ')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('mới')}</w:tc></w:tr></w:tbl>",
        ["mới"],
    ),
    "what was moved": (
        f'<w:p><w:moveFrom w:id="1">{run("Câu dời.")}</w:moveFrom></w:p>{paragraph("Giữa.")}'
        f'<w:p><w:moveTo w:id="2">{run("Câu dời.")}</w:moveTo></w:p>',
        ["Giữa.", "Câu dời."],
    ),
    "an old font's soft hyphen": (
        paragraph('<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>®</w:t><w:softHyphen/><w:t>îc</w:t></w:r>'),
        ["được"],
    ),
    "an old font for letters beyond ASCII alone": (
        paragraph(run("®Êt", '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>')), ["đất"],
    ),
    "signs of fonts of symbols": (
        paragraph('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FE"/>'
        '<w:sym w:font="Webdings" w:char="F04E"/>'
        '<w:t xml:space="preserve"> đúng</w:t></w:r>'),
        ["α☑ đúng"],
    ),
    "ruby and formulas": (
        paragraph("<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
        ["漢x=1"],
    ),
    "a text box in a text box": (
        "<w:p><w:r><w:t>Ngoài.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
        f"<w:p>{run('Trong.')}<w:r><w:pict><w:txbxContent>{paragraph('Sâu.')}</w:txbxContent></w:pict></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('Trong.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["Ngoài.", "Trong.", "Sâu."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_mark_up_is_read_as_word_shows_it(name):
    body, shown = BODIES[name]
    assert read(body) == shown


LEVELS = (("decimal", "Điều %1."), ("lowerLetter", "%2)"), ("upperRoman", "%1.%3"), ("bullet", "-"))
ABSTRACT = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (form, text) in enumerate(LEVELS)
)
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="7">{ABSTRACT}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>"""
STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""


def test_numbers_that_word_draws_before_paragraphs_are_read():
    levels = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1), (2, 0)]
    body = "".join(
        paragraph("Giữ rừng.", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')
        for list_, level in levels
    )
    body += paragraph("Theo kiểu.", '<w:pStyle w:val="Dieu"/>')
    shown = read(body, {"numbering.xml": NUMBERING, "styles.xml": STYLES})
    assert shown == [
        "Điều 1. Giữ rừng.", "a) Giữ rừng.", "b) Giữ rừng.", "1.I Giữ rừng.", "- Giữ rừng.", "Điều 2. Giữ rừng.", "a) Giữ rừng.",
        "Điều 5. Giữ rừng.", "Điều 3. Theo kiểu.",
    ]  # fmt: skip


def test_a_title_is_one_line_over_however_many_it_was_put():
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'
    body = paragraph("<w:r><w:t>Cầu</w:t><w:br/><w:t>mới</w:t></w:r>", '<w:pStyle w:val="T"/>') + paragraph("Bà Hoa.")
    assert read(body, {"styles.xml": styles}) == ["Cầu mới", "Bà Hoa."]


def test_a_document_of_the_strict_form_is_read_wherever_it_lies():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        rels = f'<Relationships><Relationship Id="a" Type="{TYPES}/officeDocument" Target="/word/document2.xml"/></Relationships>'
        archive.writestr("_rels/.rels", rels)
        archive.writestr(
            "word/document2.xml", f'<w:document xmlns:w="{strict}"><w:body>{paragraph("Bà Hoa.")}</w:body></w:document>'
        )
    (raw,) = word.read(Path("bài.docx"), held.getvalue())
    assert raw.text == "Bà Hoa."


def test_a_document_that_lies_in_another_is_read_in_its_place():
    rels = f'<Relationships><Relationship Id="a" Type="{TYPES}/aFChunk" Target="afchunk.txt"/></Relationships>'
    body = paragraph("Trước.") + '<w:altChunk r:id="a"/>' + paragraph("Sau.")
    assert read(body, {"afchunk.txt": "Bà Hoa đi chợ.", "_rels/document.xml.rels": rels}) == [
        "Trước.",
        "Bà Hoa đi chợ.",
        "Sau.",
    ]


def test_two_columns_that_are_set_by_tabs_are_read_one_after_the_other():
    def two(*halves):
        return "".join(f"<w:p><w:r><w:t>{left}</w:t><w:tab/><w:t>{right}</w:t></w:r></w:p>" for left, right in halves)

    head = two(("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("XÃ A", "Độc lập - Tự do - Hạnh phúc"))
    body = (
        head
        + paragraph("Bà Hoa.")
        + two(("Cột", "Số"))
        + paragraph("Hết.")
        + two(("Nơi nhận:", "CHỦ TỊCH"), ("- VT.", "Lê Na"))
    )
    assert read(body) == [
        "ỦY BAN NHÂN DÂN", "XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bà Hoa.", "Cột Số", "Hết.",
        "Nơi nhận:", "- VT.", "CHỦ TỊCH", "Lê Na",
    ]  # fmt: skip
