"""The bundled faces: registered, and with a glyph for everything the interface and Vietnamese need."""

import unicodedata

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from desktop.ui.look import fonts

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"
LETTERS = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES) + "bcdđfghjklmnpqrstvwxz"
)
SIGNS = "0123456789 .,:;!?…·•–—-_'\"‘’“”«»()[]{}/\\|&@#%‰+−×÷=<>≤≥°²³§©®™₫$€£~^*`\u00a0"
WEIGHTS = (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold)


@pytest.mark.parametrize("make", [fonts.interface, fonts.reading])
@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_letter_and_sign_has_a_glyph(make, weight):
    raw = QRawFont.fromFont(make(12, weight))
    assert [sign for sign in LETTERS + LETTERS.upper() + SIGNS if not raw.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize(
    ("font", "family", "weight"),
    [
        (fonts.interface(10), fonts.INTERFACE, 400),
        (fonts.interface(10, QFont.Weight.Medium), fonts.INTERFACE, 500),
        (fonts.interface(10, QFont.Weight.Bold), fonts.INTERFACE, 700),
        (fonts.reading(13), fonts.READING, 400),
        (fonts.reading(13, QFont.Weight.DemiBold), fonts.READING, 600),
    ],
)
def test_a_font_is_drawn_with_the_bundled_face(font, family, weight):
    raw = QRawFont.fromFont(font)
    assert (QFontInfo(font).family(), raw.weight()) == (family, weight)


def test_the_reading_face_has_an_italic_of_its_own():
    font = fonts.reading(13)
    font.setItalic(True)
    assert QRawFont.fromFont(font).style() == QFont.Style.StyleItalic


def test_loading_twice_registers_nothing_twice():
    before = QFontDatabase.styles(fonts.INTERFACE)
    fonts.load()
    assert QFontDatabase.styles(fonts.INTERFACE) == before


def test_a_letter_keeps_its_own_place_beside_any_other():
    raw = QRawFont.fromFont(fonts.reading(13))
    assert len(raw.glyphIndexesForString("Th")) == 2
