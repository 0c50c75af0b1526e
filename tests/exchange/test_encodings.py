"""Old encodings: the whole alphabet goes there and comes back."""

import pytest

from desktop.exchange.encodings import decoded, encoded

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
CAPITALS_OF_TCVN3 = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
WORDS = "Đường phố Huế: người Việt yêu nước, nghĩa lý; kỳ quặc, thuở nhỏ, quỵ lụy"


@pytest.mark.parametrize(
    ("encoding", "alphabet"), [("tcvn3", SMALL + CAPITALS_OF_TCVN3), ("vni", SMALL + SMALL.upper())]
)
def test_the_whole_alphabet_comes_back(encoding, alphabet):
    spaced = " ".join(alphabet)
    assert decoded(encoded(spaced, encoding), encoding) == spaced


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_no_two_letters_are_written_alike(encoding):
    written = [encoded(letter, encoding) for letter in SMALL]
    assert len(set(written)) == len(SMALL)


@pytest.mark.parametrize(
    ("encoding", "written", "meant"),
    [
        ("tcvn3", "§¶ng ta ®· quyÕt ®Þnh", "Đảng ta đã quyết định"),
        ("tcvn3-capitals", "céng hoµ", "CỘNG HOÀ"),
        ("vni", "Ñaûng boä thaønh phoá Hoà Chí Minh", "Đảng bộ thành phố Hồ Chí Minh"),
    ],
)
def test_words_as_such_fonts_hold_them_are_read(encoding, written, meant):
    assert decoded(written, encoding) == meant


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_sentence_comes_back(encoding):
    assert decoded(encoded(WORDS, encoding), encoding) == WORDS
