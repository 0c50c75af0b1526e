"""A text that was typed without tone marks."""

import pytest

from desktop.text.views.accents import restored

BARE = (
    "Hom qua chu tich huyen Dong Son tham cong ty Hoa Mai o Hai Phong, noi co 300 nguoi lam viec cho nha may cua tinh."
)


def test_names_of_the_lists_and_words_beside_numbers_have_their_marks():
    found = restored(BARE)
    assert [
        part
        for part in ("Hôm qua", "chủ tịch huyện", "công ty", "Hải Phòng", "300 người", "của tỉnh")
        if part not in found
    ] == []


def test_places_stay():
    text = f"  {BARE}\n\nToi ngay 3/9 ve lai HN, mat 6 tieng ruoi 😀 roi di tiep ra bien voi cac ban.\r\n"
    found = restored(text)
    assert (len(found), found[-2:], found[:2]) == (len(text), "\r\n", "  ")


@pytest.mark.parametrize(
    "text", ["", "Hà Nội mưa to.", "The road by the river is to be mended before the rain comes to us.", "OK 1-0"]
)
def test_other_texts_stay_as_they_are(text):
    assert restored(text) == text
