"""Rich Text: what WordPad, Word, LibreOffice and pandoc write, byte for byte as the specification has it."""

from pathlib import Path

import pytest

from desktop.exchange.office import rich
from desktop.text.normal import normal

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset163 Times New Roman;}{\f2\fcharset0 .VnTime;}"
    r"{\f3\fcharset2 Symbol;}{\f4\fnil\fcharset0 VNI-Times;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s3\sbasedon0 Title;}}"


def read(body):
    content = b"{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1" + (FONTS + STYLES).encode() + body.encode("latin-1") + b"}"
    (raw,) = rich.read(Path("bài.rtf"), content)
    return raw


BODIES = {
    "letters by number with what stands for them": (r"B\u224\'e0 Hoa \u7873?i ch\u7907?", ["Bà Hoa ềi chợ"]),
    "letters beyond the first plane": (r"\u-10179?\u-8704? vui", ["😀 vui"]),
    "a code page by the font": (r"\f1 B\'e0 \'f0i ch\'f4\'f2", ["Bà đi chộ"]),
    "old fonts": (r"\f2 \'a7\'cat n\'ad\'edc\f4  Ta\'f9o", ["Đất nước Táo"]),
    "a sign of a font of symbols": (r"{\f3 a} \'e9", ["α é"]),
    "a table, and one in it": (
        r"\trowd\cellx1\cellx2\intbl N\'e0y\cell Kia\cell\row\pard\intbl A\cell\pard\intbl\itap2 b\nestcell c\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell\row\pard H\'e9t\par",
        ["Này\tKia", "A\tb\tc", "Hét"],
    ),
    "notes, heads and what is hidden": (
        r"{\header Tr\'ean}Bà{\footnote\pard Ch\'fa th\'edch.} Hoa{\v \'e8n}{\deleted xo\'e1}{\*\bkmkstart a}.\par Hai.\par",
        ["Bà Hoa.", "Hai.", "Chú thích."],
    ),
    "a field and a table of contents": (
        r"{\field{\*\fldinst HYPERLINK a}{\fldrslt Xem}} {\field{\*\fldinst TOC \\o}{\fldrslt M\'f4t 1\par Hai 2}}\par M\'f4t\par",
        ["Xem", "Môt"],
    ),
    "a text box": (
        r"Ngo\'e0i{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard Trong\par}}{\shprslt{\*\do{\dptxbxtext Trong}}}}.\par Sau\par",
        ["Ngoài.", "Trong", "Sau"],
    ),
    "a title over two lines": (r"\pard\s3 C\'e2u\line m\'f3i\par\pard\s0 Hoa\par", ["Câu mói", "Hoa"]),
    "the same words twice, for older programs": (r"A {\upr{B?}{\*\ud{B\u224?}}} C\par", ["A Bà C"]),
    "pictures and what is binary": (r"{\pict\pngblip 89504e47}{\*\objdata 0105}{\object{\result Hình}} \bin3 {}} Hoa", ["Hình Hoa"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_rich_text_is_read_as_an_office_shows_it(name):
    body, shown = BODIES[name]
    assert normal(read(body).text).split("\n") == shown


def test_comments_are_the_note_of_the_article_and_properties_its_name_and_tags():
    body = (
        r"{\info{\title C\'e2u m\'f3i}{\author x}{\keywords s\'f4ng, \'f1\'f2}}B\'e0"
        r"{\*\atnid C}{\*\atnauthor C\'fac}\chatn{\*\annotation Hoa n\'e0o?} Hoa."
    )
    found = read(body)
    assert (found.text, found.meta.fields, found.named, found.tags) == (
        "Bà Hoa.",
        {"note": "Cúc: Hoa nào?"},
        "Câu mói",
        ("sông", "ñò"),
    )
