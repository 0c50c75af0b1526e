"""What a saved page shows of its article: every line once, in its order, and none of what stands beside it."""

from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import html
from desktop.model import Role

TITLE = "Cầu mới qua suối Mơ"
SUMMARY = "Sau tám tháng chờ đợi, hơn ba trăm người dân thôn Đông đã có lối đi vững chắc qua suối Mơ."
CAPTION = "Người dân thôn Đông đi trên cây cầu mới"
PARAGRAPHS = (
    "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cây cầu gỗ đã mục.",
    "Bà Trần Thị Thắm, Chủ tịch UBND xã Hòa An, cho biết 48 hộ dân đã góp 210 triệu đồng cùng ngân sách huyện để làm cầu.",
    "Theo ông Lê Văn Sáu, trưởng thôn Đông, trẻ em hai bên suối từ nay không phải nghỉ học mỗi khi nước lên vào mùa mưa.",
)
BODY = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
HEAD = f"<title>{TITLE} | Báo Làng</title>"
MENU = '<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/the-thao">Thể thao</a></li></ul>'
FOOT = (
    '<div class="footer"><p>Báo Làng. Giấy phép số 12/GP. Tổng biên tập: Đỗ Văn Tám. Điện thoại 0200 000 000.</p></div>'
)
HEADLINE, LEAD, BYLINE, DATELINE, CAPTIONED = Role.HEADLINE, Role.LEAD, Role.BYLINE, Role.DATELINE, Role.CAPTION


def read(body, head=HEAD):
    """Return the lines of a page with the roles that its mark-up gives, None where it gives none."""
    raw = html.article(
        f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}{body}{FOOT}</body></html>", None, Path("x.html")
    )
    roles = dict(raw.roles)
    return [(line, roles.get(number)) for number, line in enumerate(raw.text.split("\n"))]


def texts(body, head=HEAD):
    return [line for line, _ in read(body, head)]


SUMMARIES = {
    "beside the body": f'<h1>{TITLE}</h1><p class="description">{SUMMARY}</p><article>{BODY}</article>',
    "a box in the article": f'<article><h1>{TITLE}</h1><div class="article__sapo">{SUMMARY}</div><div>{BODY}</div></article>',
    "a heading": f'<h1>{TITLE}</h1><h2 class="detail-sapo" data-role="sapo">{SUMMARY}</h2><div itemprop="articleBody">{BODY}</div>',
    "a portal's": f'<div class="news-title">{TITLE}</div><div class="mota"><b>{SUMMARY}</b></div><div class="noidung">{BODY}</div>',
    "said twice": f'<h1>{TITLE}</h1><h2 class="sapo">{SUMMARY}</h2><div class="sapo">{SUMMARY}</div><div>{BODY}</div>',
}


@pytest.mark.parametrize("body", SUMMARIES.values(), ids=SUMMARIES)
def test_the_summary_stands_once_between_headline_and_body(body):
    assert read(body)[:3] == [(TITLE, HEADLINE), (SUMMARY, LEAD), (PARAGRAPHS[0], Role.BODY)]


CAPTIONS = {
    "figcaption": f"<figure><img src=a><figcaption><p>{CAPTION}</p></figcaption></figure>",
    "a table with the picture": f'<table class="image"><tr><td><img src=a></td></tr><tr><td>{CAPTION}</td></tr></table>',
    "a class": f'<div class="VCSortableInPreviewMode"><img src=a><div class="PhotoCMS_Caption"><p>{CAPTION}</p></div></div>',
    "in italics under the picture": f'<p><img src=a></p><p style="text-align: center"><em>{CAPTION}</em></p>',
}


@pytest.mark.parametrize("picture", CAPTIONS.values(), ids=CAPTIONS)
def test_a_caption_stands_where_the_page_shows_it(picture):
    first, *rest = PARAGRAPHS
    page = f"<article><h1>{TITLE}</h1><p>{first}</p>{picture}{''.join(f'<p>{each}</p>' for each in rest)}</article>"
    assert read(page)[1:4] == [(first, None), (CAPTION, CAPTIONED), (rest[0], Role.BODY)]


def test_date_and_names_over_the_headline_and_under_the_text_are_the_articles():
    over = '<div class="author-wrap"><div><a href="/t">Thu Hà</a></div><time class="author-time">Thứ sáu, 03/05/2024 - 09:30</time></div>'
    under = '<div class="block"><div class="author"><strong>HOÀNG NAM</strong></div></div>'
    assert [each for each in read(f"{over}<h1>{TITLE}</h1><div>{BODY}</div>{under}") if each[0] not in PARAGRAPHS] == [
        ("Thu Hà", BYLINE), ("Thứ sáu, 03/05/2024 - 09:30", DATELINE), (TITLE, HEADLINE), ("HOÀNG NAM", BYLINE),
    ]  # fmt: skip


BESIDE = {
    "links": '<ul class="related"><li><a href="/a">Lũ cuốn cầu gỗ thôn Đông</a></li><li><a href="/b">Họp thôn bàn việc</a></li></ul>',
    "a link with more": '<div type="RelatedOneNews"><a href="/a">Lũ cuốn cầu gỗ</a><p class="Sapo">Nước cuốn cầu.</p></div>',
    "a pointer": '<p><a href="/c">&gt;&gt; Xem thêm: Trẻ em nghỉ học vì nước lên</a></p>',
    "hidden text": '<p style="display:none">Chữ ẩn không ai thấy trên trang báo này, dành cho máy tìm kiếm mà thôi.</p>',
    "an advert": '<div class="banner-ads"><p>Mua ba tặng một tại siêu thị Làng Mới, giảm giá lớn nhất trong năm nay!</p></div>',
    "a player": '<div class="audio-player">Nghe đọc bài <span>0:00 / 3:12</span></div><video><p>Trình duyệt không đọc được.</p></video>',
    "tags": '<div class="box-tag"><a href="/t">cầu</a><a href="/t">suối Mơ</a></div>',
    "a script": "<script>document.write('Chữ trong kịch bản của trang báo này không ai thấy được.')</script>",
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_the_article_is_left_out(beside):
    first, *rest = PARAGRAPHS
    page = (
        f"<article><h1>{TITLE}</h1><p>{first}</p>{beside}{''.join(f'<p>{each}</p>' for each in rest)}{beside}</article>"
    )
    assert texts(page) == [TITLE, *PARAGRAPHS]


def test_a_class_on_the_whole_article_does_not_make_it_a_menu():
    assert texts(f'<article class="post tag-lu sidebar-1 widget"><h1>{TITLE}</h1>{BODY}</article>') == [
        TITLE,
        *PARAGRAPHS,
    ]


def test_breaks_and_layout_tables_make_paragraphs():
    text = "<br><br>".join(PARAGRAPHS)
    page = f"""<table><tr><td><table><tr><td><a href=1>Trang nhất</a></td></tr></table></td><td><font size=4><b>{TITLE}</b></font>
        <br><font size=1>Thứ sáu, 03/05/2002, 09:30 GMT+7</font><br><br><b>{SUMMARY}</b><br><br>{text}
        <div align=right><b>Hoàng Nam</b></div></td></tr></table>"""
    assert texts(page, "<title>Bao Lang</title>") == [
        TITLE,
        "Thứ sáu, 03/05/2002, 09:30 GMT+7",
        SUMMARY,
        *PARAGRAPHS,
        "Hoàng Nam",
    ]


def test_a_table_of_values_is_a_line_of_cells_a_row():
    head = "<tr><th rowspan=2>Năm</th><th colspan=2>Cầu</th></tr><tr><td>gỗ</td><td>sắt</td></tr>"
    table = f"<table>{head}<tr><td>2024</td><td></td><td>7</td></tr></table>"
    assert texts(f"<h1>{TITLE}</h1><div>{BODY}{table}</div>")[-3:] == ["Năm\tCầu", "\tgỗ\tsắt", "2024\t\t7"]


SEAMS = {
    '<span class="location-stamp">Bình Lâm</span>sau tám tháng': "Bình Lâm\nsau tám tháng",
    "<b>Bình Lâm</b>Sau tám tháng": "Bình Lâm Sau tám tháng",
    "<span>khá</span><span>nh thành</span>": "khánh thành",
    "42 m<sup>2</sup> đất": "42 m2 đất",
    "<b>S</b>áng nay": "Sáng nay",
    "<div>Ủng hộ</div>tiền mặt<p>hai đợt</p>": "Ủng hộ\ntiền mặt\nhai đợt",
}


@pytest.mark.parametrize(("marked", "shown"), SEAMS.items(), ids=SEAMS)
def test_words_of_neighbouring_elements_are_apart_and_words_in_pieces_are_whole(marked, shown):
    assert shown in "\n".join(
        texts(f"<h1>{TITLE}</h1><div>{BODY}<p>{marked}</p>{BODY.replace('<p>', '<p>Rồi ')}</div>")
    )


def test_lists_quotes_and_inner_headings_stand_as_the_page_shows_them():
    inner = "<h3>Việc sắp tới</h3><ol><li>Làm thêm hai cầu nhỏ.</li><li>Sửa trường.</li></ol><blockquote><p>Cây còn thì làng còn.</p>"
    assert texts(f"<article><h1>{TITLE}</h1>{BODY}{inner}{BODY.replace('<p>', '<p>Rồi ')}</article>")[4:8] == [
        "Việc sắp tới", "Làm thêm hai cầu nhỏ.", "Sửa trường.", "Cây còn thì làng còn.",
    ]  # fmt: skip


def test_a_fragment_without_a_paragraph_comes_in_as_it_stands():
    raw = html.article("<li>Bà Thắm, xã Hòa An</li><li>Ông Sáu, thôn Đông</li>", None, Path("x.html"))
    assert raw.text == "Bà Thắm, xã Hòa An\nÔng Sáu, thôn Đông"


def test_a_front_page_is_no_article():
    items = "".join(
        f'<div><h3><a href="/{n}">Tin số {n} của làng trong tuần này</a></h3><p>(BL) - {each}</p></div>'
        for n, each in enumerate([*PARAGRAPHS, SUMMARY])
    )
    with pytest.raises(ImportFileError) as refused:
        read(f'<div class="list">{items}</div>', "<title>Báo Làng - tin mới nhất</title>")
    assert refused.value.kind == "file-list"


def test_the_place_in_front_of_a_summary_is_the_cards_place():
    page = f'<h1>{TITLE}</h1><p class="description"><span class="location-stamp">Hà Nội</span>{SUMMARY}</p><article>{BODY}</article>'
    raw = html.article(page, None, Path("x.html"))
    assert (raw.meta.place, raw.text.split("\n")[:3], dict(raw.roles)[1]) == (
        "Hà Nội",
        [TITLE, "Hà Nội", SUMMARY],
        DATELINE,
    )


PARTS = {
    "a summary in bold": (f"<div><p><strong>{SUMMARY[:40]}.</strong></p>{BODY}</div>", (f"{SUMMARY[:40]}.", LEAD)),
    "a line beside its picture": (
        f'<div>{BODY}<div class="item"><a href="#"><img src=a></a><div class="desc">{CAPTION}.</div></div></div>',
        (f"{CAPTION}.", CAPTIONED),
    ),
    "an author in words": (f"<div>{BODY}</div><div>Tác giả: Hoàng Nam</div>", ("Tác giả: Hoàng Nam", None)),
}


@pytest.mark.parametrize(("body", "line"), PARTS.values(), ids=PARTS)
def test_a_part_is_known_by_how_it_is_set(body, line):
    assert line in read(f"<h1>{TITLE}</h1>{body}")
