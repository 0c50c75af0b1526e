"""Saved web pages."""

import socket
import sys
from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import html

PARAGRAPHS = (
    "Sáng 3/5, thôn Đông đã khánh thành con đường mới dài 1,2 km sau bốn tháng thi công.",
    "Bà Nguyễn Thị Thắm, tổ trưởng, cho biết 48 hộ đã góp công để mở rộng mặt đường.",
    "Trong năm nay, xã Hòa An sẽ sửa thêm hai cây cầu nhỏ và một trường mẫu giáo.",
)
PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="{charset}"><title>Đường mới ở thôn Đông | Báo Làng</title>
<meta property="og:title" content="Đường mới ở thôn Đông"><meta property="og:site_name" content="Báo Làng">
<link rel="stylesheet" href="http://127.0.0.1:9/style.css"><script src="http://127.0.0.1:9/x.js"></script>
{meta}
<script>document.title = "Bị đổi"; var secret = "chữ trong kịch bản";</script></head>
<body onload="alert('chạy')"><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/the-thao">Thể thao</a></li></ul></nav>
<article><h1>Đường mới ở thôn Đông</h1>{paragraphs}<img src="http://127.0.0.1:9/p.png"><iframe src="http://127.0.0.1:9/"></iframe></article>
<div id="comments" class="comments"><h3>Bình luận</h3><div class="comment"><p>Bình luận của bạn đọc: tuyệt vời!</p></div></div>
<footer><p>Bản quyền Báo Làng</p></footer></body></html>"""
JSON_LD = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Đường mới ở thôn Đông",
"datePublished":"2024-05-03T09:30:00+07:00","author":{"@type":"Person","name":"Lê Văn Sáu"}}</script>"""
META = '<meta property="article:published_time" content="2024-05-03T09:30:00+07:00"><meta name="author" content="Lê Văn Sáu">'


def page(meta=META, charset="utf-8"):
    return PAGE.format(charset=charset, meta=meta, paragraphs="".join(f"<p>{each}</p>" for each in PARAGRAPHS))


@pytest.fixture
def no_network(monkeypatch):
    """Any attempt to look a name up or to connect fails the test."""
    tried = []

    def refuse(*arguments, **named):
        tried.append(arguments)
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


@pytest.mark.parametrize("meta", [META, JSON_LD], ids=["meta", "JSON-LD"])
def test_a_saved_page_gives_its_article_and_what_it_says_of_itself(no_network, meta):
    raw = html.article(page(meta), b"", Path("x.html"))
    kept = [each in raw.text for each in PARAGRAPHS]
    gone = [
        each in raw.text for each in ("Thể thao", "kịch bản", "tuyệt vời", "Bản quyền", "Bị đổi", "alert", "127.0.0.1")
    ]
    assert (kept, gone, raw.meta.title, raw.meta.byline, raw.meta.published, raw.meta.source, no_network) == (
        [True] * 3, [False] * 7, "Đường mới ở thôn Đông", "Lê Văn Sáu", "2024-05-03T09:30", "Báo Làng", [],
    )  # fmt: skip


def test_no_code_of_a_page_is_compiled_or_started():
    names = []
    watching = [True]
    sys.addaudithook(
        lambda name, _: (
            names.append(name)
            if watching[0] and name.startswith(("subprocess", "os.exec", "socket.connect", "urllib"))
            else None
        )
    )
    html.article(page(), b"", Path("x.html"))
    watching[0] = False
    assert names == []


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("utf-8", "utf-8-sig"), ("windows-1258", "utf-8"), ("utf-16", "utf-16")],
)
def test_the_bytes_decide_whatever_the_page_declares(tmp_path, charset, encoding):
    (raw,) = html.read(tmp_path / "x.html", page(charset=charset).encode(encoding))
    assert [each in raw.text for each in PARAGRAPHS] == [True] * 3


def test_a_latin_page_that_declares_itself_so_is_not_refused_for_its_signs(tmp_path):
    plain = "Hop thu cua lang trong nam nay da nhan duoc muoi hai la thu tu khap noi gui ve – rat vui."
    source = f'<html><head><meta charset="windows-1252"></head><body><article><p>{plain}</p></article></body></html>'
    (raw,) = html.read(tmp_path / "x.html", source.encode("cp1252"))
    assert plain in raw.text


NO_ARTICLE = {
    "nothing": "<html></html>",
    "scripts only": "<html><body><script>var a = 'chữ';</script></body></html>",
    "not a page": "\x00\x00",
    "an open comment": "<!-- chữ",
}


@pytest.mark.parametrize("source", NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_a_page_without_article_text_is_refused(source):
    with pytest.raises(ImportFileError) as caught:
        html.article(source, None, Path("x.html"))
    assert caught.value.kind == "file-html"


BROKEN = {
    "tags left open": "<html><body><article><p>" + "<p>".join(PARAGRAPHS),
    "deeply nested": "<div>" * 3_000 + "<article>" + "".join(f"<p>{each}</p>" for each in PARAGRAPHS) + "</article>",
    "damaged JSON-LD": page('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": }</script>'),
    "a date that is none": page('<meta property="article:published_time" content="9999-99-99">'),
}


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_a_broken_page_is_read_or_refused_by_name(source):
    try:
        found = [each in html.article(source, None, Path("x.html")).text for each in PARAGRAPHS]
    except ImportFileError as error:
        found = error.kind
    assert found in ([True] * 3, "file-html")
