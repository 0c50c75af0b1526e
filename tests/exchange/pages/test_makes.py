"""Pages of different makes: of 2000, portals, live pages, blogs, lists, official papers; what each shows of its article."""

from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import html
from desktop.model import Role

TITLE = "Mường Lát khởi công tuyến đường 240 tỷ đồng"
SUMMARY = "Con đường 18 km nối Tén Tằn với trung tâm huyện được người dân vùng biên chờ đợi suốt gần ba mươi năm."
PARAGRAPHS = (
    "Sáng 12/6, UBND huyện Mường Lát tổ chức lễ khởi công tuyến đường dài 18 km nối xã Tén Tằn với trung tâm huyện.",
    "Ông Hà Văn Ca, Chủ tịch UBND huyện, cho biết con đường cũ được mở từ năm 1996, nay hư hỏng nặng, mùa mưa nào cũng sạt.",
    "Theo bà Lò Thị Pằng, trưởng bản Chiên Pục, dân bản phải đi bộ ba giờ mới tới trạm y tế, nên ai nghe tin cũng mừng.",
)
BODY = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
DATE = "12/06/2026 14:25"
SAID = f'<h1>{TITLE}</h1><p class="sapo">{SUMMARY}</p>'
HEADLINE, LEAD, DATELINE, TOLD = Role.HEADLINE, Role.LEAD, Role.DATELINE, Role.BODY


def raw(body, head=f"<title>{TITLE}</title>"):
    return html.article(
        f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>", None, Path("x.html")
    )


def opening(body, head=f"<title>{TITLE}</title>"):
    """Return the lines over the first paragraph, with their roles."""
    found = raw(body, head)
    roles = dict(found.roles)
    lines = [(line, roles.get(number)) for number, line in enumerate(found.text.split("\n"))]
    return lines[: [line for line, _ in lines].index(PARAGRAPHS[0])]


OPENINGS = {
    "a headline on three lines": (
        f"<section><h1><span>Mường Lát</span><br><span>khởi công tuyến đường</span><br>240 tỷ đồng</h1></section><div>{BODY}</div>",
        [(TITLE, HEADLINE)],
    ),
    "a table of 2000 with a site's title": (
        f"<table><tr><td><a href=1>Trang nhất</a><br><a href=2>Xã hội</a></td><td><font size=1>Thứ sáu, 15/6/2001, 08:30 GMT+7</font><br>"
        f"<font size=4><b>{TITLE}</b></font><br>{BODY}</td></tr></table>",
        [("Thứ sáu, 15/6/2001, 08:30 GMT+7", DATELINE), (TITLE, HEADLINE)],
    ),
    "a portal's banner is no headline": (
        f'<div class="banner2">CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN MƯỜNG LÁT</div><div class="tieude">{TITLE}</div>'
        f'<div class="ngaythang">{DATE}</div>'
        f'<div class="noidung">{BODY}</div>',
        [(TITLE, HEADLINE), (DATE, DATELINE)],
    ),
    "the day of the reader over the headline": (
        f"<div><span>Thứ Bảy, ngày 13/6/2026</span></div><h1>{TITLE}</h1><div>Vi Hòa | {DATE}</div><div>{BODY}</div>",
        [(TITLE, HEADLINE), (f"Vi Hòa | {DATE}", DATELINE)],
    ),
    "the day of the reader in the page's head": (
        f'<div class="site-header"><div>Thứ Bảy, 13/6/2026</div></div><h1>{TITLE}</h1><div>{BODY}</div>',
        [(TITLE, HEADLINE)],
    ),
    "today, in words": (
        f'<h1>{TITLE}</h1><div class="time">Hôm nay: 14/06/2026</div><div class="time">{DATE}</div><div>{BODY}</div>',
        [(TITLE, HEADLINE), (DATE, DATELINE)],
    ),
    "two times side by side": (
        f'<h1>{TITLE}</h1><div><time class="published">12/06/2026</time><time class="updated">14/06/2026</time></div><div>{BODY}</div>',
        [(TITLE, HEADLINE), ("12/06/2026 14/06/2026", DATELINE)],
    ),
    "a class of the article that speaks of its top": (
        f'<div class="header__top">Thứ bảy, ngày 13 tháng 6 năm 2026</div>'
        f'<div class="detail-top"><div class="detail-time">{DATE}</div></div>'
        f"<h1>{TITLE}</h1><div>{BODY}</div>",
        [(DATE, DATELINE), (TITLE, HEADLINE)],
    ),
    "a caption that repeats the headline": (
        f'<h1>{TITLE}</h1><p class="sapo">{SUMMARY}</p><figure><img src="a.jpg"><figcaption>{TITLE}</figcaption></figure><div>{BODY}</div>',
        [(TITLE, HEADLINE), (SUMMARY, LEAD), (TITLE, Role.CAPTION)],
    ),
    "an author in words over the date": (
        f'<div class="contentheading">{TITLE}</div><div><span class="small">Viết bởi Vi Hòa</span></div>'
        f'<div class="createdate">{DATE}</div><div>{BODY}</div>',
        [(TITLE, HEADLINE), ("Viết bởi Vi Hòa", None), (DATE, DATELINE)],
    ),
    "a summary in a heading": (
        f"<h1>{TITLE}</h1><h2><strong>{SUMMARY}</strong></h2><div>{BODY}</div>",
        [(TITLE, HEADLINE), (SUMMARY, LEAD)],
    ),
    "a summary with which the text opens again": (
        f'{SAID}<div class="date">{DATE}</div><div><p><b>{SUMMARY}</b></p>{BODY}</div>',
        [(TITLE, HEADLINE), (SUMMARY, LEAD), (DATE, DATELINE)],
    ),
    "a summary in an element of its line": (
        f'<h1>{TITLE}</h1><p><span class="sapo">{SUMMARY}</span></p><p><time itemprop="datePublished">3 giờ trước</time></p>'
        f"<div>{BODY}</div>",
        [(TITLE, HEADLINE), (SUMMARY, LEAD), ("3 giờ trước", DATELINE)],
    ),
    "what is hidden on phones alone": (
        f'<div class="hidden-xs">{SAID}</div><div class="d-none d-md-block"><p class="date">{DATE}</p></div>'
        f'<p class="hidden">Bản điện thoại</p><p class="d-none">Bản điện thoại</p><div>{BODY}</div>',
        [(TITLE, HEADLINE), (SUMMARY, LEAD), (DATE, DATELINE)],
    ),
    "a live page's first heading": (
        f'{SAID}<div class="live"><div><h3>Bắt đầu buổi lễ</h3>{BODY}</div><div><h3>Kết thúc</h3>{BODY}</div></div>',
        [(TITLE, HEADLINE), (SUMMARY, LEAD), ("Bắt đầu buổi lễ", TOLD)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", OPENINGS.values(), ids=OPENINGS)
def test_what_stands_over_the_text_is_the_headline_and_what_belongs_to_it(page):
    body, wanted = page
    head = (
        "<title>Tin tức - Cổng thông tin điện tử huyện Mường Lát</title>"
        if "banner" in body
        else "<title>Bao Song Ma</title>"
    )
    assert opening(body, head) == wanted


def test_who_is_quoted_and_the_life_of_the_author_are_no_bylines():
    quote = '<blockquote class="quote"><p>Đường tới đâu, dân giàu tới đó.</p><div class="quote__author">Ông Hà Văn Ca</div></blockquote>'
    life = '<div class="author-box"><h4>Vi Hòa</h4><p>Vi Hòa là phóng viên mảng miền núi của Tạp chí Sông Mã từ năm 2015.</p></div>'
    found = raw(f"{SAID}<article>{BODY}{quote}{BODY}</article>{life}")
    roles = dict(found.roles)
    lines = found.text.split("\n")
    assert (roles.get(lines.index("Ông Hà Văn Ca")), [line for line in lines if "Vi Hòa" in line]) == (None, [])


def test_words_of_two_elements_are_two_words_and_those_of_one_word_are_one():
    found = raw(
        f"{SAID}<p><a href=1>Lễ</a><a href=2>tháng ba</a> ở V<span>iệt</span> Nam, m<sup>2</sup> <b>đó.</b><cite>Ông Ca</cite></p>{BODY}"
    )
    assert "Lễ tháng ba ở Việt Nam, m2 đó. Ông Ca" in found.text.split("\n")


def test_a_page_that_calls_itself_by_its_address_is_named_by_its_title():
    head = f'<title>{TITLE} - Báo Sông Mã Online</title><meta property="og:site_name" content="https://www.songma.example">'
    assert raw(SAID + BODY, head).meta.source == "Báo Sông Mã"


def test_a_list_of_articles_under_a_headline_is_told_as_one():
    items = "".join(
        f'<div><h3><a href="/{at}">Bài thứ {at} của chuyên mục này</a></h3><p>{each}</p></div>'
        for at, each in enumerate(PARAGRAPHS * 2)
    )
    with pytest.raises(ImportFileError) as told:
        raw(f"<h1>Thời sự</h1><div>{items}</div>", "<title>Thời sự - Báo Sông Mã</title>")
    assert told.value.kind == "file-list"


OFFICIAL = (
    "ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG LÁT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 1204/QĐ-UBND\n"
    "Mường Lát, ngày 12 tháng 6 năm 2026\nQUYẾT ĐỊNH\nVề việc phê duyệt dự án đường Tén Tằn\n"
    "Điều 1. Phê duyệt dự án đường Tén Tằn dài 18 km, tổng vốn 240 tỷ đồng, làm trong hai năm.\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nNơi nhận:\n- Như Điều 2;\nCHỦ TỊCH\nHà Văn Ca"
)  # fmt: skip


def test_an_official_paper_comes_in_with_its_head_and_its_recipients_in_reading_order():
    one, two, *rest = (
        each.split("\n")
        for each in ("\n".join(OFFICIAL.split("\n")[a:b]) for a, b in ((0, 2), (2, 4), (4, 5), (5, 6), (6, 10)))
    )
    cells = ["<br>".join(each) for each in (one, two, *rest[:2])]
    table = f"<table><tr><td>{cells[0]}</td><td>{cells[1]}</td></tr><tr><td>{cells[2]}</td><td><i>{cells[3]}</i></td></tr></table>"
    body = "".join(f"<p>{each}</p>" for each in rest[2])
    foot = "<table><tr><td>Nơi nhận:<br>- Như Điều 2;</td><td><b>CHỦ TỊCH</b><br><br>Hà Văn Ca</td></tr></table>"
    found = raw(
        f"<h1>Quyết định 1204</h1><div class=vanban>{table}{body}{foot}</div><div><a href=x>Nghị quyết 45</a></div>"
    )
    assert (found.text, found.roles, found.meta.title) == (OFFICIAL, (), None)


def test_the_day_that_the_head_states_is_the_one_of_several_over_the_headline():
    head = f'<title>{TITLE}</title><meta property="article:published_time" content="2026-06-12T14:25:00+07:00">'
    over = f'<div><span class="date">{DATE}</span></div><div>Thứ bảy, 13/6/2026</div><h1>{TITLE}</h1><div>{BODY}</div>'
    assert opening(over, head) == [(DATE, DATELINE), (TITLE, HEADLINE)]


def test_a_list_of_links_and_a_box_of_another_article_are_no_text():
    links = "".join(f'<li><a href="/{at}">Bài thứ {at} của chuyên mục này</a></li>' for at in range(9))
    box = '<div class="bv-lq"><a href="/7">Bài của mục khác</a><p>Giá ngô ở vùng biên tăng thêm 500 đồng một ký so với hôm qua.</p></div>'
    found = raw(f'{SAID}{BODY}{box}<div class="list-video"><h3>Video khác</h3><ul>{links}</ul></div>')
    assert found.text.split("\n") == [TITLE, SUMMARY, *PARAGRAPHS]


def test_an_hour_of_a_live_page_is_part_of_its_text():
    body = f"<div><p>10:15</p><h3>Cắt băng</h3><p>{PARAGRAPHS[0]}</p></div><div><p>9h40</p><p>{PARAGRAPHS[1]}</p></div>"
    found = raw(f"{SAID}<p>{PARAGRAPHS[2]}</p>{body}")
    roles = dict(found.roles)
    assert [(line, roles.get(at)) for at, line in enumerate(found.text.split("\n")) if len(line) < 6] == [
        ("10:15", TOLD),
        ("9h40", TOLD),
    ]


def test_an_author_in_the_line_of_the_date_is_the_author():
    meta = f'<div><span class="kb-author">Vi Hòa, </span><span><a href="/x">Theo Báo Sông Mã</a></span> <span>{DATE}</span></div>'
    assert raw(f"<h1>{TITLE}</h1>{meta}<div>{BODY}</div>").meta.byline == "Vi Hòa"


def test_the_address_of_a_whole_site_is_no_address_of_an_article():
    head = '<link rel="canonical" href="https://songma.example/"><meta property="og:url" content="https://songma.example/duong-moi.html">'
    assert raw(SAID + BODY, head).url == "https://songma.example/duong-moi.html"


def test_a_paragraph_that_is_all_link_is_text_and_a_title_that_is_one_is_not():
    body = f'{BODY}<p><a href="/1">{SUMMARY}</a></p>{BODY}<p><a href="/2">Đường mới về bản xa</a></p>{BODY}'
    found = raw(f"<h1>{TITLE}</h1><div>{body}</div>")
    roles = dict(found.roles)
    lines = found.text.split("\n")
    assert (roles.get(lines.index(SUMMARY)), roles.get(lines.index("Đường mới về bản xa"))) == (TOLD, Role.FURNITURE)


def test_a_wall_before_the_rest_is_no_text():
    wall = '<div class="paywall"><p>Bạn cần đăng nhập để đọc tiếp nội dung này của chúng tôi ngay hôm nay.</p></div>'
    assert raw(f"{SAID}<div>{BODY}</div>{wall}").text.split("\n") == [TITLE, SUMMARY, *PARAGRAPHS]


def test_a_long_column_of_links_beside_a_text_of_line_breaks_is_not_the_article():
    links = "".join(
        f'<article><h3><a href="/{at}">Tin liên quan số {at} trong ngày</a></h3><p>Tóm tắt tin {at}</p></article>'
        for at in range(150)
    )
    text = "<br><br>".join(PARAGRAPHS * 2)
    found = raw(
        f"<table><tr><td><font size=4><b>{TITLE}</b></font><br>{text}</td><td width=160>{links}</td></tr></table>"
    )
    assert found.text.split("\n") == [TITLE, *PARAGRAPHS * 2]


def test_a_page_of_more_lines_than_any_article_has_is_read_without_being_weighed():
    found = raw(
        f"<h1>{TITLE}</h1><nav><a href=1>Trang chủ</a></nav>" + "".join(f"<p>Câu {at}.</p>" for at in range(20_001))
    )
    lines = found.text.split("\n")
    assert (lines[0], lines[1], lines[-1], len(lines)) == (TITLE, "Câu 0.", "Câu 20000.", 20_002)


BOX = '<div><a href="/{0}"><img src="t.jpg"></a><h4><a href="/{0}">Bài số {0} của trang bên</a></h4><p>{1}</p></div>'
OTHER = "Giá ngô ở vùng biên tăng thêm 500 đồng một ký so với hôm qua, dân bản mừng."


def test_a_box_of_another_article_in_the_text_is_no_part_of_it():
    found = raw(f"{SAID}<div>{BODY}{BOX.format(7, OTHER)}{BODY}</div>")
    assert found.text.split("\n") == [TITLE, SUMMARY, *PARAGRAPHS, *PARAGRAPHS]


def test_boxes_of_which_an_article_is_made_are_its_text():
    ten = "".join(BOX.format(at, each) for at, each in enumerate(PARAGRAPHS * 2))
    lines = raw(
        f"{SAID}<div><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{OTHER}</p>{ten}<p>{SUMMARY} Hết.</p></div>"
    ).text.split("\n")
    assert (lines.count(PARAGRAPHS[2]), "Bài số 5 của trang bên" in lines) == (2, True)


def test_what_is_set_off_the_screen_is_not_shown():
    off = f'<p style="position:absolute; left:-9999px">{OTHER}</p>'
    assert raw(f"{SAID}<div>{BODY}{off}{BODY}</div>").text.split("\n") == [TITLE, SUMMARY, *PARAGRAPHS, *PARAGRAPHS]


def test_what_readers_wrote_more_than_the_author_is_no_text():
    readers = "".join(f"<div><b>Người đọc {at}</b><p>{each} {each}</p></div>" for at, each in enumerate(PARAGRAPHS * 4))
    found = raw(f"{SAID}<article>{BODY}<p><b>Vi Hòa</b></p></article><h3>Bình luận (12)</h3><div>{readers}</div>")
    assert found.text.split("\n") == [TITLE, SUMMARY, *PARAGRAPHS, "Vi Hòa"]


def test_a_bar_of_tools_that_counts_comments_ends_no_article():
    found = raw(f"<h1>{TITLE}</h1><p>{SUMMARY}</p><div><span>Bình luận (12)</span></div><div>{BODY}{BODY}</div>")
    assert found.text.split("\n")[-1] == PARAGRAPHS[-1]


def test_a_date_in_english_is_the_page_s_date():
    assert opening(f"<h1>{TITLE}</h1><time>May 3, 2024</time><div>{BODY}</div>") == [
        (TITLE, HEADLINE),
        ("May 3, 2024", DATELINE),
    ]
