"""OpenDocument: what LibreOffice writes that is no plain paragraph, as its mark-up stands in the package."""

import io
import zipfile
from pathlib import Path

import pytest

from desktop.exchange.encodings import encoded
from desktop.exchange.office import opendocument

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = """<style:style style:name="Ẩn"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Cũ"><style:text-properties fo:font-family="'.VnTime'"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Điều "
style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>"""


def read(body):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
    (raw,) = opendocument.read(Path("bài.odt"), held.getvalue())
    return raw


def items(*words, inner=""):
    return "".join(f"<text:list-item><text:p>{each}</text:p>{inner}</text:list-item>" for each in words)


INNER = f"<text:list>{items('Nhỏ', 'Nhỏ')}</text:list>"
BODIES = {
    "hidden words and sections": (
        '<text:p>Bà <text:span text:style-name="Ẩn">ẩn </text:span>Hoa</text:p>'
        '<text:section text:display="none"><text:p>Ẩn.</text:p></text:section>',
        ["Bà Hoa"],
    ),
    "an old font by its family": (f'<text:p text:style-name="Cũ">{encoded("Đất nước", "tcvn3")}</text:p>', ["Đất nước"]),
    "words in a shape and in a group of frames": (
        "<text:p><draw:custom-shape><text:p>Trong hình.</text:p></draw:custom-shape>"
        "<draw:g><draw:frame><draw:text-box><text:p>Trong khung.</text:p>"
        "</draw:text-box></draw:frame></draw:g>Bên ngoài.</text:p>",
        ["Bên ngoài.", "Trong hình.", "Trong khung."],
    ),
    "indexes": ("<text:illustration-index><text:index-body><text:p>Ảnh 1</text:p></text:index-body></text:illustration-index>"
        "<text:p>Một</text:p>", ["Một"]),
    "numbers of lists": (
        f'<text:list text:style-name="L">{items("Một", inner=INNER)}{items("Hai")}</text:list>'
        f'<text:p>Giữa.</text:p><text:list text:style-name="L" text:continue-numbering="true">{items("Ba")}</text:list>',
        ["Điều 1. Một", "a) Nhỏ", "b) Nhỏ", "Điều 2. Hai", "Giữa.", "Điều 3. Ba"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_mark_up_is_read_as_an_office_shows_it(name):
    body, shown = BODIES[name]
    assert read(body).text.split("\n") == shown


def test_annotations_are_the_note_of_the_article_with_who_wrote_them():
    body = "<text:p>Bà Hoa<office:annotation><dc:creator>Cúc Phạm</dc:creator><text:p>Hoa nào?</text:p></office:annotation>"
    body += " đi chợ.</text:p>"
    found = read(body)
    assert (found.text, found.meta.fields) == ("Bà Hoa đi chợ.", {"note": "Cúc Phạm: Hoa nào?"})
