"""The pictures of saved pages: which caption each has, and that only pictures of the page's own folder or archive are taken."""

import base64
import os
import unicodedata
from email.message import EmailMessage

import pytest

from desktop import exchange
from desktop.exchange.taking import pictures

ONE, TWO = "Người dân thôn Đông đi trên cây cầu mới", "Cây cầu gỗ cũ đã mục"
PARAGRAPH = "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cây cầu gỗ đã mục."
JPEG, PNG = b"\xff\xd8\xff\xe0" + b"j" * 2000, b"\x89PNG\r\n\x1a\n" + b"p" * 2000
GIF, WEBP, AVIF = b"GIF89a" + b"g" * 2000, b"RIFF\0\0\0\0WEBP" + b"w" * 2000, b"\0\0\0\x1cftypavif" + b"a" * 2000


def page(body):
    return f"<html><head><title>Cầu mới</title></head><body><article><h1>Cầu mới</h1>{body}</article></body></html>"


def figure(name, caption=ONE):
    return f'<figure><img src="{name}"><figcaption>{caption}</figcaption></figure>'


def shown(tmp_path, body, files):
    """Return a page's pictures with the lines over which they are, and how many were left out."""
    folder = tmp_path / "trang"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    path = folder / "x.html"
    path.write_text(page(body), "utf-8")
    (raw,) = exchange.read(path)
    lines = raw.text.split("\n")
    return [(lines[number], content) for number, content in raw.pictures], raw.pictures_left


TEXT = f"<p>{PARAGRAPH}</p>"
ITALIC = f'<p style="text-align: center"><em>{ONE}</em></p>'
PAGES = {
    "a figure": (figure("x_files/1.jpg") + TEXT, [(ONE, JPEG)]),
    "a caption over its picture": (
        f'<figure><figcaption>{ONE}</figcaption><img src="x_files/1.jpg"></figure>{TEXT}', [(ONE, JPEG)],
    ),
    "a table": (
        f'<table class="image"><tr><td><img src="x_files/1.jpg"></td></tr><tr><td>{ONE}</td></tr></table>{TEXT}', [(ONE, JPEG)],
    ),
    "under the picture": (f'{TEXT}<p><img src="x_files/1.jpg"></p>{ITALIC}{TEXT}', [(ONE, JPEG)]),
    "two with one caption": (f'{TEXT}<p><img src="x_files/1.jpg"><img src="./x_files/2.png"></p>{ITALIC}', [(ONE, JPEG), (ONE, PNG)]),
    "two captions": (figure("x_files/1.jpg") + TEXT + figure("x_files/2.png", TWO), [(ONE, JPEG), (TWO, PNG)]),
    "a picture over a paragraph": (f'<img src="x_files/1.jpg">{TEXT}{figure("x_files/2.png", TWO)}', [(TWO, PNG)]),
    "a name in signs": (figure("x_files/%E1%BA%A3nh%201.gif?v=2") + TEXT, [(ONE, GIF)]),
    "in the page itself": (figure("data:image/webp;base64," + base64.b64encode(WEBP).decode()) + TEXT, [(ONE, WEBP)]),
    "under a paragraph": (f'{TEXT}<p><img src="x_files/1.jpg"></p><p>{ONE}. Ảnh: Vi Hòa</p>{TEXT}', [(ONE + ". Ảnh: Vi Hòa", JPEG)]),
    "by its bytes": (figure("x_files/avif.bin") + TEXT, [(ONE, AVIF)]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PAGES.values(), ids=PAGES)
def test_a_picture_is_that_of_its_caption(tmp_path, body, expected):
    files = {"1.jpg": JPEG, "2.png": PNG, "ảnh 1.gif": GIF, "avif.bin": AVIF}
    assert shown(tmp_path, body, {f"x_files/{name}": content for name, content in files.items()}) == (expected, 0)


NOT_TAKEN = {
    "outside": "../outside.jpg",
    "outside, in signs": "x_files/%2e%2e/%2E%2E/outside.jpg",
    "outside, by Windows' strokes": "..\\outside.jpg",
    "by a link": "x_files/link.jpg",
    "by a linked folder": "up/outside.jpg",
    "an address": "https://lang.example/1.jpg",
    "an address of no kind": "//lang.example/x_files/1.jpg",
    "a drawing": "x_files/1.svg",
    "a page named a picture": "x_files/page.jpg",
    "a blank": "x_files/blank.gif",
    "a folder": "x_files",
    "a pipe": "x_files/pipe.jpg",
    "a link to itself": "x_files/ring.jpg",
    "gone": "x_files/gone.jpg",
    "no name": "x_files/%00.jpg",
    "a name too long": "x_files/" + "x" * 5000,
    "broken in itself": "data:image/jpeg;base64,/9j=A",
    "no number": "http://[",
}


@pytest.mark.parametrize("name", [*NOT_TAKEN.values(), "{}/outside.jpg", "file://{}/outside.jpg"])
def test_nothing_is_taken_that_is_no_picture_or_lies_elsewhere(tmp_path, name):
    (tmp_path / "outside.jpg").write_bytes(JPEG)
    inside = tmp_path / "trang" / "x_files"
    inside.mkdir(parents=True)
    (inside / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    (inside / "ring.jpg").symlink_to(inside / "ring.jpg")
    (inside.parent / "up").symlink_to(tmp_path)
    os.mkfifo(inside / "pipe.jpg")
    files = {
        "x_files/1.svg": b"<svg>" + b" " * 2000,
        "x_files/page.jpg": b"<html>" + b" " * 2000,
        "x_files/blank.gif": GIF[:60],
    }
    assert shown(tmp_path, figure(name.format(tmp_path)) + TEXT, files) == ([], 0)


def test_what_is_more_than_the_limit_is_left_out_and_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "LIMIT", 3000)
    body = figure("1.jpg") + TEXT + figure("2.png", TWO)
    assert shown(tmp_path, body, {"1.jpg": JPEG, "2.png": PNG}) == ([(ONE, JPEG)], 1)


@pytest.mark.parametrize("name", ["https://lang.example/anh/1.jpg", "/anh/1.jpg", "cid:one@lang"])
def test_a_web_archive_has_its_pictures_in_it(tmp_path, name):
    letter = EmailMessage()
    letter["Snapshot-Content-Location"] = "https://lang.example/1.html"
    letter.set_content(page(figure(name) + TEXT), "html")
    letter["Content-Location"] = "https://lang.example/1.html"
    letter.add_related(
        JPEG, "image", "jpeg", cid="<one@lang>", headers=["Content-Location: https://lang.example/anh/1.jpg"]
    )
    path = tmp_path / "x.mhtml"
    path.write_bytes(letter.as_bytes())
    (raw,) = exchange.read(path)
    assert [(raw.text.split("\n")[number], content) for number, content in raw.pictures] == [(ONE, JPEG)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_picture_is_found_however_the_disk_spells_its_folder(tmp_path, form):
    name = unicodedata.normalize(form, "Cầu mới_files/ảnh.jpg")
    assert shown(tmp_path, figure("C%E1%BA%A7u%20m%E1%BB%9Bi_files/%E1%BA%A3nh.jpg") + TEXT, {name: JPEG}) == (
        [(ONE, JPEG)],
        0,
    )
