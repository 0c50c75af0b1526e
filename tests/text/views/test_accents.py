"""A text that was typed without tone marks."""

import pytest

from desktop.text.views.accents import restored
from desktop.text.views.likely import likely, pieces

BARE = "Hom qua chu tich huyen Dong Son den cong ty o Hai Phong, noi co 300 nguoi lam viec cho nha may cua tinh."


@pytest.mark.parametrize(
    ("bare", "marked"),
    [
        (
            BARE,
            "Hôm qua chủ tịch huyện Đông Sơn đến công ty ở Hải Phòng, nơi có 300 người làm việc cho nhà máy của tỉnh.",
        ),
        (
            "Kinh gui anh Nguyen Van Tuan, Pho Giam doc So Noi vu",
            "Kính gửi anh Nguyễn Văn Tuấn, Phó Giám đốc Sở Nội vụ",
        ),
        ("Ngan hang Nha nuoc cho vay 150 trieu dong", "Ngân hàng Nhà nước cho vay 150 triệu đồng"),
        ("BO TRUONG BO CONG AN", "BỘ TRƯỞNG BỘ CÔNG AN"),
        ("toi 15/7 tren san My Dinh", "tối 15/7 trên sân Mỹ Đình"),
        ("", ""),
        (" \n", " \n"),
    ],
)
def test_words_have_the_marks_that_stand_together_most_often(bare, marked):
    assert likely(bare) == marked


def test_what_is_counted():
    assert pieces("Ngày 5/3,\nTÔI về.") == ["¶", "ngày", "#", "/", "#", ",", "¶", "tôi", "về", "."]


def test_places_stay():
    text = f"  {BARE}\n\nToi ngay 3/9 ve lai HN, mat 6 tieng ruoi 😀 roi di tiep ra bien voi cac ban.\r\n"
    found = restored(text)
    assert (len(found), found[-2:], found[:2]) == (len(text), "\r\n", "  ")


@pytest.mark.parametrize(
    "text", ["", "Hà Nội mưa to.", "The road by the river is to be mended before the rain comes to us.", "OK 1-0"]
)
def test_other_texts_stay_as_they_are(text):
    assert restored(text) == text
