"""What stands above a text and is its card."""

import pytest

from desktop.exchange.texts.heads import foot, head
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
    "front matter of JSON": f"""{{\n "title": "Cầu mới",\n "author": "Hoàng Nam",\n "date": "2024-05-03 09:30",\n "source": "Báo Làng",
 "url": "{ADDRESS}",\n "tags": ["cầu", "suối Mơ"]\n}}\n""",
    "front matter over several lines": f"""---\ntitle: >\n  Cầu\n  mới\nauthor:\n  name: Hoàng Nam\n  email: nam@lang.example
date: 2024-05-03 09:30\npublisher: Báo Làng\nurl: {ADDRESS} # gốc\ntags:\n- cầu\n- "suối Mơ"\n---\n""",
    "rows under a title": f"""Cầu mới\n\nTác giả: Hoàng Nam\nNguồn: Báo Làng\nĐăng lúc: 9 giờ 30 ngày 3/5/2024
Link: {ADDRESS}\nTừ khoá: cầu; suối Mơ\n\n""",
    "rows with blank lines between": f"""TIÊU ĐỀ BÀI BÁO : Cầu mới\n\nTÊN TÁC GIẢ : Hoàng Nam\n\nNGUỒN TIN : Báo Làng
\nNGÀY ĐĂNG : Thứ sáu, 03/05/2024 09:30\n\nLINK BÀI : {ADDRESS}\n\nTAGS : cầu, suối Mơ\n\n""",
    "names in brackets": f"""[Tiêu đề] Cầu mới\n[Tác giả] Hoàng Nam\n[Nguồn] Báo Làng\n[Ngày đăng] 03/05/2024 09:30\n[URL] {ADDRESS}
[Từ khóa] cầu, suối Mơ\n----------\n""",
    "names without marks": f"""Tieu de: Cầu mới\nTac gia: Hoàng Nam\nNguon: Báo Làng\nNgay dang: 03/05/2024 09:30\nDuong dan: {ADDRESS}
Tu khoa: cầu, suối Mơ\nNoi dung: """,
    "a list of rows, one of them over two lines": f"""- Tiêu đề: Cầu\nmới\n- Tác giả: Hoàng Nam <nam@lang.example>\n- Nguồn: Báo Làng
- Ngày đăng: 3 tháng 5 năm 2024 lúc 9 giờ 30\n- URL: {ADDRESS}\n- Từ khóa: cầu, suối Mơ\n- Nội dung:\n\n""",
}  # fmt: skip
NONE = {
    "a paragraph that opens with a word and a colon": "Nguồn: báo cáo của xã cho biết cầu dài 42 m.\nBà Thắm nói cầu đẹp.",
    "one row of what may be text": "Ngày 3/5: khánh thành cầu mới\n\nBà con đến dự đông đủ.",
    "a rule": "---\nCầu mới\n---\nBà con đến dự.",
    "nothing behind": "Tiêu đề: Cầu mới\nTác giả: Hoàng Nam\n",
    "the fields of a notice": "Thời gian: 8 giờ ngày 3/5\nĐịa điểm: nhà văn hóa thôn Đông\n\nKính mời bà con.",
    "a title over a dialogue": "Cầu mới\nPV: Bao giờ xong?\nÔng Sáu: Tháng sau.",
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


def test_a_row_that_no_card_knows_is_a_field_of_its_own():
    found = head(f"Tên bài: Cầu mới\nTên báo: Báo Làng\nSố trang: 4\nTác giả: Hoàng Nam\n\n{BODY}")
    assert found.meta == Meta("Cầu mới", "Báo Làng", "Hoàng Nam", fields={"Số trang": "4"})


def test_an_address_under_a_title_is_a_head():
    found = head(f"Cầu mới qua suối Mơ\n{ADDRESS}\n\n{BODY}")
    assert (found.meta.title, found.url) == ("Cầu mới qua suối Mơ", ADDRESS)


def test_an_address_as_source_is_the_address():
    found = head(f'---\ntitle: Cầu mới\nsource: "{ADDRESS}"\nauthor:\n  - "[[Hoàng Nam]]"\n---\n{BODY}')
    assert (found.meta, found.url) == (Meta("Cầu mới", None, "Hoàng Nam"), ADDRESS)


@pytest.mark.parametrize("rule", ["", "-----\n"])
def test_a_card_may_stand_under_a_text(rule):
    found = foot(f"{BODY}\n\n{rule}Tác giả: Hoàng Nam\nNguồn: Báo Làng, ngày 3/5/2024\n")
    assert (found.meta, foot(BODY).meta, foot("Tác giả: Hoàng Nam\nNguồn: Báo Làng").meta) == (
        Meta(None, "Báo Làng", "Hoàng Nam", "2024-05-03"), Meta(), Meta(),
    )  # fmt: skip
