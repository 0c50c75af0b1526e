"""What a page says of itself: title, paper, author, time, address."""

from pathlib import Path

import pytest

from desktop.exchange import html
from desktop.exchange.pages.clock import in_vietnam
from desktop.exchange.pages.papers import address, by_domain

BODY = "".join(
    f"<p>{each}</p>"
    for each in (
        "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cầu gỗ đã mục.",
        "Bà Trần Thị Thắm, Chủ tịch UBND xã Hòa An, cho biết 48 hộ dân đã góp 210 triệu đồng cùng ngân sách huyện.",
    )
)
TITLE = "Cầu mới qua suối Mơ"
TIMES = {
    "2024-05-03T09:30:00+07:00": "2024-05-03T09:30",
    "2024-05-03T02:30:00Z": "2024-05-03T09:30",
    "2024-05-02T23:45:00+0000": "2024-05-03T06:45",
    "2024-05-03 09:30": "2024-05-03T09:30",
    "2024-05-03": "2024-05-03",
    "2024-05-03T00:00:00": "2024-05-03",
    "Fri, 03 May 2024 02:30:00 GMT": "2024-05-03T09:30",
    "5/3/2024 9:30:00 AM": None,
    "1714703400": "2024-05-03T09:30",  # seconds since 1970
    "1714703400000": "2024-05-03T09:30",
    "23/05/2024 09:30": "2024-05-23T09:30",  # there is no month 23
    "5/23/2024": "2024-05-23",
    "23/13/2024": None,
    "2024-13-45": None,
    "9999-12-31T23:59:00-05:00": None,
    "": None,
}
DOMAINS = {
    "https://vnexpress.net/a.html": "VnExpress",
    "https://ngoisao.vnexpress.net/a.html": "Ngôi sao",
    "https://m.tuoitre.vn/a.htm": "Tuổi Trẻ",
    "https://baohatinh.vn/a": "Báo Hà Tĩnh",
    "https://khongvnexpress.net/a": "",
    "": "",
}
ADDRESSES = {
    "https://Lang.example/a.html?utm_source=fb&fbclid=1#x": "https://lang.example/a.html",
    "https://lang.example/a.aspx?ItemID=5&utm_medium=s": "https://lang.example/a.aspx?ItemID=5",
    "https://lang.example/?q=a%20b": "https://lang.example/?q=a%20b",
}
SITES = {  # og:site_name, title: the paper
    ("Báo Làng", f"{TITLE} | Báo Làng"): "Báo Làng",
    ("Tin tức đời sống - Báo Làng", f"{TITLE} - Xã hội - Báo Làng Online"): "Báo Làng",
    ("", f"{TITLE} - Báo Làng"): "Báo Làng",
    ("", f"{TITLE} - Thể thao"): "",
    ("", "Cổng thông tin điện tử xã Hòa An"): "Cổng thông tin điện tử xã Hòa An",
    ("", "Sở Công Thương tỉnh Vĩnh Sơn - Tin chi tiết"): "Sở Công Thương tỉnh Vĩnh Sơn",
    ("https://www.vnexpress.net", TITLE): "VnExpress",
}
AUTHORS = {
    "Hoàng Nam": "Hoàng Nam",
    "Báo Làng": None,
    "BAO LANG ONLINE": None,
    "Ban biên tập": None,
    "https://fb.com/lang": None,
    "hoangnam@lang.example": None,
    "Công ty Cổ phần Làng": None,
}


def card(head, body=f"<h1>{TITLE}</h1>{BODY}", before=""):
    raw = html.article(
        f"<!DOCTYPE html>{before}<html><head>{head}</head><body><article>{body}</article></body></html>",
        None,
        Path("x.html"),
    )
    return raw.meta.title, raw.meta.source, raw.meta.byline, raw.meta.published, raw.url


@pytest.mark.parametrize(("stated", "shown"), TIMES.items())
def test_a_stated_time_is_shown_by_vietnams_clock(stated, shown):
    assert in_vietnam(stated) == shown


@pytest.mark.parametrize(("url", "paper"), DOMAINS.items())
def test_a_known_paper_is_named_as_people_write_it(url, paper):
    assert by_domain(url) == paper


@pytest.mark.parametrize(("found", "kept"), ADDRESSES.items())
def test_an_address_loses_what_only_follows_readers(found, kept):
    assert address(found) == kept


@pytest.mark.parametrize(("named", "paper"), SITES.items())
def test_the_paper_is_named_without_slogan_and_section(named, paper):
    site, title = named
    assert card(f'<title>{title}</title><meta property="og:site_name" content="{site}">')[:2] == (TITLE, paper or None)


@pytest.mark.parametrize(("stated", "author"), AUTHORS.items())
def test_the_paper_is_never_the_author(stated, author):
    assert (
        card(f'<meta property="og:site_name" content="Báo Làng"><meta name="author" content="{stated}">')[2] == author
    )


def test_json_ld_speaks_before_meta_elements():
    ld = """<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"Trang"},{"@type":["NewsArticle"],
        "headline":"Cầu mới qua suối Mơ",
        "datePublished":"2024-05-03T02:30:00Z",
        "author":[{"@type":"Person","name":"Hoàng Nam"},{"@type":"Organization","name":"Nhóm Làng"},{"@type":"Person","name":"Thu Hà"}],
        "publisher":{"@type":"NewsMediaOrganization","name":"Báo Làng"},"mainEntityOfPage":{"@id":"https://lang.example/1.html"}}]}</script>
        <meta name="author" content="Ai đó"><meta property="article:published_time" content="2025-01-01T00:00:00+07:00">"""
    assert card(ld) == (TITLE, "Báo Làng", "Hoàng Nam, Thu Hà", "2024-05-03T09:30", "https://lang.example/1.html")


def test_a_page_keeps_the_address_that_the_browser_wrote_into_it():
    assert (
        card("", before="\n<!-- saved from url=(0039)https://lang.example/cau-moi-1.html -->\n")[4]
        == "https://lang.example/cau-moi-1.html"
    )


UNDATED = (
    "<p>Cây cầu gỗ cũ được dựng vào khoảng năm 1995–98.</p>",
    '<div class="footer">© 2011 - 2019 Báo Làng</div>',
    '<script>var day = "2020-01-01"</script>',
    '<a href="/2019/05/03/tin.html">Tin khác</a>',
)


@pytest.mark.parametrize("beside", UNDATED)
def test_a_day_of_publication_is_never_guessed(beside):
    assert card("", f"<h1>{TITLE}</h1>{BODY}{beside}")[3] is None


def test_broken_json_ld_and_empty_fields_are_passed_over():
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:title" content="">'
    )
    assert card(f"{broken}<title>{TITLE} - Báo Làng</title>") == (TITLE, "Báo Làng", None, None, "")


SAVED_FROM = {
    "a browser's note": "<!-- saved from url=(0032)https://lang.example/bai-1.html -->",
    "SingleFile's": "<!--\n Page saved with SingleFile \n url: https://lang.example/bai-1.html \n saved date: Sat Jun 13 2026\n-->",
    "an archive's": '<link rel="canonical" href="https://web.archive.org/web/20090612083000/https://lang.example/bai-1.html">',
    "a view for reading": '<a class="domain reader-domain" href="https://lang.example/bai-1.html">lang.example</a>',
}


@pytest.mark.parametrize("note", SAVED_FROM.values(), ids=SAVED_FROM)
def test_the_address_is_the_one_the_page_was_saved_from(note):
    raw = html.article(f"<!DOCTYPE html>{note}<html><body><h1>{TITLE}</h1>{BODY}</body></html>", None, Path("x.html"))
    assert raw.url == "https://lang.example/bai-1.html"


PERSON = '{"@type":"Person","@id":"#p","name":"Hoàng Nam"}'
LINKED = {
    "a graph that names by number": (
        f'{{"@graph":[{{"@type":"NewsArticle","headline":"{TITLE}","author":{{"@id":"#p"}},"publisher":{{"@id":"#o"}}}},'
        f'{PERSON},{{"@type":"NewsMediaOrganization","@id":"#o","name":"Báo Làng"}}]}}',
        ("Hoàng Nam", "Báo Làng", None),
    ),
    "a comma too much": (f'{{"@type":"NewsArticle","author":{PERSON},}}', ("Hoàng Nam", None, None)),
    "a wrapping": (f'//<![CDATA[\n{{"@type":"NewsArticle","author":{PERSON}}}\n//]]>', ("Hoàng Nam", None, None)),
    "seconds": ('{"@type":"NewsArticle","datePublished":1714703400}', (None, None, "2024-05-03T09:30")),
    "another article first": (
        '[{"@type":"NewsArticle","headline":"Mưa lớn ở vùng cao","datePublished":"2020-01-01"},'
        f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-05-03"}}]',
        (None, None, "2024-05-03"),
    ),
}


@pytest.mark.parametrize("linked", LINKED.values(), ids=LINKED)
def test_what_a_page_says_as_linked_data_is_read_as_it_is_written(linked):
    written, wanted = linked
    head = f'<title>{TITLE}</title><script type="application/ld+json">{written}</script>'
    (raw,) = html.read(Path("x.html"), f"<html><head>{head}</head><body><h1>{TITLE}</h1>{BODY}</body></html>".encode())
    assert (raw.meta.byline, raw.meta.source, raw.meta.published) == wanted


def test_a_title_of_two_parts_keeps_both_before_the_paper():
    head = (
        f'<title>{TITLE} - niềm vui của thôn Đông - Báo Làng</title><meta property="og:site_name" content="Báo Làng">'
    )
    (raw,) = html.read(Path("x.html"), f"<html><head>{head}</head><body>{BODY}</body></html>".encode())
    assert raw.meta.title == f"{TITLE} - niềm vui của thôn Đông"
