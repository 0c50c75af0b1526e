"""What stands above a text and is its card."""

import pytest

from desktop.exchange.texts.heads import head
from desktop.model import Meta

BODY = "Sáng 3/5, xã Hòa An khánh thành cây cầu mới."
META = Meta("Cầu mới", "Báo Làng", "Hoàng Nam", "2024-05-03T09:30")
ADDRESS = "https://lang.example/1.html"
HEADS = {
    "rows": f"""Tiêu đề: Cầu mới\nTác giả: Hoàng Nam\nNguồn: Báo Làng\nNgày đăng: 03/05/2024 09:30
URL: {ADDRESS}?utm_source=a\nTừ khóa: cầu, suối Mơ\n\n""",
    "front matter": f"""---\ntitle: "Cầu mới"\nauthor: Hoàng Nam\ndate: 2024-05-03T02:30:00Z\nsource: Báo Làng
url: {ADDRESS}\ntags: [cầu, suối Mơ]\ndraft: false\n---\n\n""",
    "front matter with a list": f"""---\ntitle: Cầu mới\nauthors:\n  - Hoàng Nam\ndate: 2024-05-03 09:30\nsource: Báo Làng
url: {ADDRESS}\ntags:\n  - cầu\n  - suối Mơ\n---\n""",
    "another front matter": f"""+++\ntitle = "Cầu mới"\nauthor = "Hoàng Nam"\ndate = "2024-05-03T09:30:00+07:00"\nsource = "Báo Làng"
url = "{ADDRESS}"\ntags = ["cầu", "suối Mơ"]\n+++\n""",
}  # fmt: skip
NONE = {
    "a paragraph that opens with a word and a colon": "Nguồn: báo cáo của xã cho biết cầu dài 42 m.\nBà Thắm nói cầu đẹp.",
    "one row of what may be text": "Ngày 3/5: khánh thành cầu mới\n\nBà con đến dự đông đủ.",
    "a rule": "---\nCầu mới\n---\nBà con đến dự.",
    "nothing behind": "Tiêu đề: Cầu mới\nTác giả: Hoàng Nam\n",
    "a dialogue": "Lan: chào anh\nNam: chào em\nLan: anh đi đâu đấy?",
}


@pytest.mark.parametrize("above", HEADS.values(), ids=HEADS)
def test_a_head_fills_the_card_and_the_text_begins_behind_it(above):
    found = head(above + BODY)
    assert (found.meta, found.url, found.tags, (above + BODY)[found.at :].strip()) == (
        META, ADDRESS, ("cầu", "suối Mơ"), BODY,
    )  # fmt: skip


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_rows_of_a_text_are_no_head(text):
    assert head(text).at == 0


def test_a_letters_head_gives_title_author_and_date():
    found = head(
        f"From: Hoàng Nam\nTo: toasoan@lang.example\nSubject: Cầu mới\nDate: Fri, 3 May 2024 02:30:00 +0000\n\n{BODY}"
    )
    assert found.meta == Meta("Cầu mới", None, "Hoàng Nam", "2024-05-03T09:30")
