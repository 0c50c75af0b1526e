"""Old encodings and texts that were read in a wrong one: brought back, by statistics and by fonts; what is whole stays."""

import unicodedata
from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import encodings, html, mending, plain
from desktop.exchange.charset import read_text

TEXT = (
    "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công.\n"
    "Bà Trần Thị Thắm, Chủ tịch ủy ban, cho biết 48 hộ dân đã góp 210 triệu đồng cùng ngân sách huyện để làm cầu.\n"
)
ALPHABET = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
CAPITALS = {
    "tcvn3": "ĂÂÊÔƠƯĐ",
    "vni": ALPHABET.upper(),
    "viscii": ALPHABET.upper(),
    "vps": "ÀÁẢÃÂẦẤẨĂẰẮẲẴĐÈÉẺẼÊỀẾỂỄÌÍỈĨÒÓỎÕÔỒỐỔỖƠỜỚỞỠÙÚỦŨƯỪỨỬỲÝỶỸ",
}
SHOWN = {"tcvn3": "TCVN3", "vni": "VNI", "vps": "VPS", "viscii": "VISCII"}
VIQR = (
    "Sa'ng 3/5, xa~ Ho`a An kha'nh tha`nh ca^y ca^`u mo+'i da`i 42 m ba('c qua suo^'i Mo+ sau ta'm tha'ng thi co^ng.\n"
    "Ba` Tra^`n Thi. Tha('m, Chu? ti.ch u?y ban, cho bie^'t 48 ho^. da^n dda~ go'p 210 trie^.u ddo^`ng cu`ng nga^n sa'ch "
    "huye^.n dde^? la`m ca^`u.\n"
)
MISREAD = ("cp1252", "latin-1", "mac_roman", "cp437", "cp1258", "cp1250")


def written(encoding):
    """Return the bytes of the text in an old encoding."""
    seen = encodings.encoded(TEXT, encoding)
    return b"".join(
        char.encode("cp1252") if char not in "\x81\x8d\x8f\x90\x9d" else char.encode("latin-1") for char in seen
    )


@pytest.mark.parametrize("encoding", SHOWN)
def test_each_letter_of_a_table_comes_back(encoding):
    letters = list(ALPHABET + CAPITALS[encoding])
    assert [encodings.decoded(encodings.encoded(letter, encoding), encoding) for letter in letters] == letters


@pytest.mark.parametrize(("encoding", "name"), SHOWN.items())
def test_bytes_of_an_old_encoding_are_read(encoding, name):
    assert read_text(written(encoding), Path("x.txt")) == mending.Mended(TEXT, name)


@pytest.mark.parametrize(("encoding", "name"), SHOWN.items())
def test_a_text_that_was_saved_as_it_looked_is_brought_back(encoding, name):
    assert mending.of_text(written(encoding).decode("latin-1")) == mending.Mended(TEXT, name)


@pytest.mark.parametrize("encoding", MISREAD)
def test_utf_8_read_as_something_else_is_brought_back(encoding):
    seen = "".join(bytes([byte]).decode(encoding, "replace") for byte in TEXT.encode())
    holes = [
        bytes([byte]).decode("latin-1")
        for byte in TEXT.encode()
        if bytes([byte]).decode(encoding, "replace") == "\ufffd"
    ]
    for hole in holes:  # what an encoding has no sign for, programs keep as it is
        seen = seen.replace("\ufffd", hole, 1)
    assert mending.of_text(seen) == mending.Mended(TEXT, "UTF-8")


def test_utf_8_read_wrongly_twice_is_brought_back():
    once = TEXT.encode().decode("latin-1")
    assert mending.of_text(once.encode().decode("latin-1")).text == TEXT


def test_typed_marks_become_letters():
    assert mending.of_text(VIQR) == mending.Mended(TEXT, "VIQR")


DIALECTS = {
    "horns as stars": VIQR.replace("o+", "o*").replace("u+", "u*"),
    "a dash for the stroke": VIQR.replace("dd", "d-"),
    "points that are none": VIQR.replace("co^ng.\n", "co^ng\\.\n").replace("la`m ca^`u.\n", "la`m ca^`u\\.\n"),
}


@pytest.mark.parametrize("written", DIALECTS.values(), ids=DIALECTS)
def test_each_way_to_type_marks_is_read(written):
    assert mending.of_text(written) == mending.Mended(TEXT, "VIQR")


def test_a_title_in_typed_marks_may_end_on_one():
    assert mending.of_text(f"Bo+` ke` so^ng Ve^.\n\n{VIQR}").text.split("\n")[0] == "Bờ kè sông Vệ"


def test_capitals_by_font_are_read_as_capitals():
    old = "".join(char if char.isascii() else encodings.encoded(char.lower(), "tcvn3") for char in TEXT.upper())
    assert mending.of_text(old) == mending.Mended(TEXT.upper(), "TCVN3")


def test_the_lines_that_alone_are_broken_are_brought_back():
    one, two = TEXT.strip().split("\n")
    assert mending.of_text(f"{one}\n{one}\n{two.encode().decode('latin-1')}") == mending.Mended(
        f"{one}\n{one}\n{two}", "UTF-8"
    )


def test_a_plain_text_of_letters_as_numbers_is_read():
    (raw,) = plain.read(Path("x.txt"), TEXT.encode("ascii", "xmlcharrefreplace"))
    assert (raw.text, raw.mended) == (TEXT, "HTML")


HURT = {
    "its end is cut off": (TEXT.encode() + "ừ".encode()[:2], TEXT, ""),
    "a byte is broken": (TEXT.encode().replace(b" 42 ", b" \xff "), TEXT.replace(" 42 ", " \ufffd "), "UTF-8"),
}


@pytest.mark.parametrize(("content", "text", "encoding"), HURT.values(), ids=HURT)
def test_a_text_of_which_little_is_broken_is_read(content, text, encoding):
    assert read_text(content, Path("x.txt")) == mending.Mended(text, encoding)


WHOLE = {
    "Vietnamese": TEXT,
    "English": "The bridge was opened on Friday. Isn't it good? Yes! " * 5,
    "French": "L’été dernier, les élèves ont célébré la fête à l’école près du château. Où êtes-vous passés? " * 3,
    "German": "Die Brücke über den Fluß wurde für die Bürger der Städte geöffnet. Schöne Grüße aus München. " * 3,
    "Russian": "Мост через реку открыли в пятницу утром в присутствии жителей. " * 3,
    "Chinese": "星期五早上大桥正式通车。" * 5,
    "a few odd words": "Café Zoë và xã Hòa An khánh thành cây cầu mới dài 42 m.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_is_whole_stays(text):
    assert (mending.of_text(text), read_text(text.encode(), Path("x.txt")).text) == (None, text)


def test_windows_1258_is_read_and_nothing_is_told_of_it():
    taken = []
    for char in TEXT:
        parts = unicodedata.normalize("NFD", char)
        tone = [mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tone))
        taken.append((base + "".join(tone)).encode("cp1258"))
    found = read_text(b"".join(taken), Path("x.txt"))
    assert (unicodedata.normalize("NFC", found.text), found.encoding) == (TEXT, "")


def test_lost_letters_are_refused():
    with pytest.raises(ImportFileError) as refused:
        plain.read(Path("x.txt"), (TEXT * 3).replace("ầ", "\ufffd").replace("á", "\ufffd").encode())
    assert refused.value.kind == "file-broken"


FONTS = {
    ".VnTime": ("Cầu mới", "Cầu mới"),
    "'.VnTimeH'": ("cầu mới", "CẦU MỚI"),
    "VNI-Times": ("Cầu mới", "Cầu mới"),
    "VPS Times": ("Cầu mới", "Cầu mới"),
}


@pytest.mark.parametrize(("font", "words"), FONTS.items())
def test_words_in_an_old_font_are_read_by_its_name(font, words):
    encoding = mending.encoding_of(font).removesuffix("-capitals")
    assert mending.of_font(encodings.encoded(words[0], encoding), font) == words[1]


def test_a_page_may_mix_an_old_font_with_unicode():
    old = "".join(f"<p>{encodings.encoded(line, 'tcvn3')}</p>" for line in TEXT.strip().split("\n"))
    menu = "".join(f"<p>{line}</p>" for line in TEXT.strip().split("\n")) * 2
    page = f'<h1><font face=".VnTimeH">{encodings.encoded("cầu mới", "tcvn3")}</font></h1><div style="font-family: .VnTime">{old}</div>'
    (raw,) = html.read(
        Path("x.html"), f"<meta charset=utf-8><div class=menu>{menu}</div><article>{page}</article>".encode()
    )
    assert raw.text.split("\n") == ["CẦU MỚI", *TEXT.strip().split("\n")]


def test_letters_written_as_numbers_are_brought_back_too():
    old = "".join(f"&#{ord(char)};" if char > "\x7f" else char for char in written("tcvn3").decode("latin-1"))
    (raw,) = html.read(Path("x.html"), f"<h1>Cau moi</h1><p>{old.strip().replace(chr(10), '</p><p>')}</p>".encode())
    assert (raw.mended, raw.text.split("\n")[1:]) == ("TCVN3", TEXT.strip().split("\n"))


SHEETS = {
    "a class": ("<style>p.vn, .tin { font: 12pt .VnTime }</style>", '<p class="vn">{0}</p>'),
    "an element": (
        "<style><!-- td {{font-family: '.VnTime', serif}} --></style>",
        "<table><tr><td>{0}</td></tr></table>",
    ),
    "an id in another": (
        "<style>#main #bai{{font-family:.VnTime}}</style>",
        '<div id="main"><div id="bai">{0}</div></div>',
    ),
}


@pytest.mark.parametrize(("sheet", "body"), SHEETS.values(), ids=SHEETS)
def test_an_old_font_of_a_pages_style_sheet_is_known(sheet, body):
    words = (
        "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cây cầu gỗ."
    )
    old, plain = (
        encodings.encoded(words, "tcvn3"),
        "Đoạn này đã là Unicode từ trước, viết thêm cho dài ra một chút nữa thôi.",
    )
    sheet = sheet.replace("{{", "{").replace("}}", "}")
    raw = html.article(
        f"<html><head>{sheet}</head><body>{body.format(old)}<div>{plain}</div></body></html>", None, Path("x.html")
    )
    assert raw.text.split("\n") == [words, plain]
