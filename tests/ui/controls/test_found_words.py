"""Entries found by some of their words, the best first."""

import pytest

from desktop.ui.controls.found_words import Entry, folded, found

WORDS = ("Nhập tệp…", "Xuất…", "Tìm trong thư viện", "Mở thư viện…", "Đảng ủy xã Mây Trắng", "Đặng Thị Lụa")
FOUND = {
    "": WORDS,
    "dang": ("Đảng ủy xã Mây Trắng", "Đặng Thị Lụa"),
    "đảng": ("Đảng ủy xã Mây Trắng",),
    "DANG lua": ("Đặng Thị Lụa",),
    "thu vien": ("Tìm trong thư viện", "Mở thư viện…"),
    "vien thu": ("Tìm trong thư viện", "Mở thư viện…"),
    "t": ("Tìm trong thư viện", "Nhập tệp…", "Mở thư viện…", "Đảng ủy xã Mây Trắng", "Đặng Thị Lụa", "Xuất…"),
    "không có": (),
}


@pytest.mark.parametrize(("query", "expected"), FOUND.items(), ids=FOUND)
def test_every_word_must_be_there_and_beginnings_come_first(query, expected):
    entries = folded(Entry(str(at), words) for at, words in enumerate(WORDS))
    assert tuple(each.folded.entry.words for each in found(entries, query, 10)) == expected
