"""Bytes to text: what is read, and what is refused."""

import codecs
import itertools
import random
import unicodedata
from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange.charset import decode

LETTER = (
    "Xã Hòa An, ngày 3 tháng 5\r\nKính gửi bà Nguyễn Thị Thắm – tổ trưởng: “Đường làng đã được sửa xong.”\r\n"
    "Chi phí hết 12.500.000 đồng; còn thừa ½ bao xi măng… Ủy ban cảm ơn các hộ đã góp công.\r\n"
)
TEXTS = {
    "a letter": LETTER,
    "few marks": "Hop thu cua to 4: moi 12 ho den luc 8:30. Cam on!\nÔng Ba",
    "capitals": "THÔNG BÁO HỌP DÂN PHỐ\nĐỊA ĐIỂM: NHÀ VĂN HÓA THÔN ĐÔNG",
    "one word": "Đúng",
    "one letter": "ở",
    "all letters": "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ ĂÂÊÔƠƯĐ ẦẤẨẪẬ Ỹ",
    "a table": "Tên\tTuổi\nHạnh\t34\nThắm\t41\n" * 20,
    "long": LETTER * 2_000,
}
EMOJI = {
    "emoji": "Chúc mừng 🎉🎉 đội ta 👏 ở 🇻🇳",
    "a name in Russian": "Ông Иван nói bằng tiếng Việt: xin chào các bạn đồng nghiệp thân mến",
}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def cp1258(text):
    """Encode as Windows does: the tone marks stand after their letters, hats and horns do not."""
    out = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in _TONES)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        out.append((base + tone if tone else char).encode("cp1258"))
    return b"".join(out)


ENCODERS = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8 with BOM": lambda text: codecs.BOM_UTF8 + text.encode("utf-8"),
    "utf-8 decomposed": lambda text: unicodedata.normalize("NFD", text).encode("utf-8"),
    "utf-16 le with BOM": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 be with BOM": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 le": lambda text: text.encode("utf-16-le"),
    "utf-16 be": lambda text: text.encode("utf-16-be"),
    "utf-32 with BOM": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    "windows-1258": cp1258,
}
# A single letter that has no zero byte is no sign of UTF-16; no reader can know.
UNKNOWABLE = {("utf-16 le", "one letter"), ("utf-16 be", "one letter")}


@pytest.mark.parametrize(
    ("encoder", "name"), [pair for pair in itertools.product(ENCODERS, TEXTS) if pair not in UNKNOWABLE]
)
def test_vietnamese_is_read_in_every_encoding(encoder, name):
    text = decode(ENCODERS[encoder](TEXTS[name]), Path("x.txt"))
    assert unicodedata.normalize("NFC", text.removeprefix("\ufeff")) == TEXTS[name]


@pytest.mark.parametrize("encoder", [name for name in ENCODERS if name.startswith("utf")])
@pytest.mark.parametrize("text", EMOJI.values(), ids=EMOJI)
def test_emoji_and_other_scripts_among_vietnamese_are_read_in_unicode(encoder, text):
    assert unicodedata.normalize("NFC", decode(ENCODERS[encoder](text), Path("x.txt")).removeprefix("\ufeff")) == (
        unicodedata.normalize("NFC", text)
    )


REFUSED = {
    "TCVN3": (b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam, \xa7\xa1ng b\xe9 x\xb7", "file-encoding"),
    "TCVN3, a few words": (b"Th\xb5nh ph\xe8 H\xe5 Ch\xdd Minh l\xb5 n\xa5i \xae\xb8ng s\xe8ng", "file-encoding"),
    "VNI": ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñaûng boä xaõ".encode("latin-1"), "file-encoding"),
    "VNI, a few words": ("Thaønh phoá Hoà Chí Minh laø nôi ñaùng soáng".encode("latin-1"), "file-encoding"),
    "German in Latin-1": ("Die Bürger hören schöne Grüße aus der großen Stadt.".encode("latin-1"), "file-encoding"),
    "Swedish in Latin-1": ("Räksmörgås på ön är gott".encode("latin-1"), "file-encoding"),
    "Spanish in Latin-1": ("¿Mañana? El niño pequeño sueña".encode("latin-1"), "file-encoding"),
    "Russian in windows-1251": ("Привет, как дела сегодня".encode("cp1251"), "file-encoding"),
    "Japanese in Shift-JIS": ("こんにちは世界".encode("shift-jis"), "file-encoding"),
    "Chinese in GB18030": ("你好世界,今天天气".encode("gb18030"), "file-encoding"),
    "UTF-8 cut inside a letter": (LETTER.encode("utf-8") + b"\xe1\xba", "file-encoding"),
    "UTF-8 with a byte of Latin-1": (LETTER.encode("utf-8") + b" f\xfcr", "file-encoding"),
    "UTF-16 cut inside a unit": (codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le")[:-1], "file-encoding"),
    "UTF-16 with a lone surrogate": (codecs.BOM_UTF16_LE + b"a\x00\x3d\xd8b\x00", "file-encoding"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "file-binary"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "file-binary"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "file-binary"),
    "Word": (b"PK\x03\x04\x14\x00\x06\x00", "file-binary"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "file-binary"),
    "RTF": (rb"{\rtf1\ansi\deff0 xin ch\'e0o}", "file-binary"),
    "SQLite": (b"SQLite format 3\x00\x10\x00\x02\x02\x00\x40\x20\x20\x00\x00\x00\x01", "file-binary"),
    "zeros": (b"\x00" * 1000, "file-binary"),
    "few bytes": (b"\x01\x02\x03", "file-binary"),
    "a program": (b"\x7fELF\x02\x01\x01" + b"\x00" * 9 + b"\x03\x00>\x00\x01\x00\x00\x00" * 8, "file-binary"),
    "nothing but white space": (b" \r\n\t\n  ", "file-empty"),
    "nothing but a BOM": (codecs.BOM_UTF8, "file-empty"),
    "nothing but a BOM of UTF-16": (codecs.BOM_UTF16_LE, "file-empty"),
    "no-break spaces": ("\u00a0\u2003\n".encode(), "file-empty"),
}


@pytest.mark.parametrize(("content", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_surely_vietnamese_or_unicode_is_refused(content, kind):
    with pytest.raises(ImportFileError) as caught:
        decode(content, Path("x.txt"))
    assert (caught.value.kind, str(caught.value).startswith("x.txt: ")) == (kind, True)


@pytest.mark.parametrize("size", [40, 1_000, 100_000])
def test_random_bytes_are_refused(size):
    for seed in range(20):
        with pytest.raises(ImportFileError) as caught:
            decode(random.Random(seed).randbytes(size), Path("x.txt"))
        assert caught.value.kind in ("file-binary", "file-encoding")


READ = {
    "a few stray controls": ("trang một\x0ctrang hai \x1b[1mđậm\x00".encode(), "trang một\x0ctrang hai \x1b[1mđậm\x00"),
    "plain ASCII": (b"hello", "hello"),
    "a text about a format": (b"GIF89 la gi?", "GIF89 la gi?"),
}


@pytest.mark.parametrize(("content", "text"), READ.values(), ids=READ)
def test_odd_text_files_are_read(content, text):
    assert decode(content, Path("x.txt")) == text
