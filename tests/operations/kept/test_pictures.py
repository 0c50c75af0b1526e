"""The pictures of a saved page stay with its article: kept at import, gone with it, back with undo, and there after a new reading."""

import shutil

import pytest
from building import plain_page

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Line, Meta, Role

CAPTION = "Cây cầu mới"
PAGE = (
    "<html><head><title>Cầu mới</title></head><body><article><h1>Cầu mới qua suối Mơ</h1>"
    "<figure><img src='x_files/1.png'><figcaption>{0}</figcaption></figure><p>{1}</p>"
    "<figure><img src='x_files/2.jpg'><figcaption>{0}</figcaption></figure></article></body></html>"
)
TEXT = "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cây cầu gỗ đã mục."
PNG, JPEG = b"\x89PNG\r\n\x1a\n" + b"p" * 2000, b"\xff\xd8\xff" + b"j" * 3000


def read_page(text, _, said=None):
    lines = plain_page(text)[0]
    return tuple(Line(each.start, each.end, (said or {}).get(each.start, Role.BODY)) for each in lines), Meta()


@pytest.fixture
def saved(tmp_path):
    """A saved page with two pictures beside it."""
    (tmp_path / "x_files").mkdir()
    (tmp_path / "x_files" / "1.png").write_bytes(PNG)
    (tmp_path / "x_files" / "2.jpg").write_bytes(JPEG)
    path = tmp_path / "x.html"
    path.write_text(PAGE.format(CAPTION, TEXT), "utf-8")
    return path


@pytest.fixture
def article(store, saved):
    (prepared,) = operations.prepare(saved, read_page)
    return operations.add(store, prepared).article


def kept(store, article):
    text = store.article(article).text
    return [
        (each.line.start, text[each.line.start : each.line.end], each.ending, each.picture.content)
        for each in operations.pictures_of(store, article)
    ]


def there(store, article):
    text = store.article(article).text
    return [(text.index(CAPTION, 20), CAPTION, ".png", PNG), (text.rindex(CAPTION), CAPTION, ".jpg", JPEG)]


def test_pictures_are_kept_with_the_lines_of_their_captions(store, article):
    assert kept(store, article) == there(store, article)


def test_they_go_with_their_article_and_come_back_with_it(store, article):
    operations.delete_articles(store, [article])
    gone = store.readings.pictures(article)
    operations.undo(store)
    assert (gone, kept(store, article)) == ([], there(store, article))


def test_they_are_there_after_a_new_reading_though_the_files_are_gone(store, article, saved):
    (saved.parent / "x_files" / "1.png").unlink()
    before = store.article(article)
    operations.reread(store, article, operations.read_again(before, store.original(article), read_page))
    assert kept(store, article) == there(store, article)


def test_a_newer_page_has_its_own_and_undo_brings_back_the_older(store, article, saved):
    (saved.parent / "x_files" / "1.png").write_bytes(JPEG)
    saved.write_text(PAGE.format(CAPTION, f"{TEXT} Hết."), "utf-8")
    (prepared,) = operations.prepare(saved, read_page)
    operations.reread(store, article, prepared)
    newer = [each[2:] for each in kept(store, article)]
    operations.undo(store)
    assert (newer, kept(store, article)) == ([(".jpg", JPEG)] * 2, there(store, article))


def test_a_bundle_takes_them_along(store, article, new_library, tmp_path):
    operations.export(store, "bundle", tmp_path / "set.butda.zip")
    shutil.copy(new_library, tmp_path / "other.butda")
    other = operations.open_library(tmp_path / "other.butda")
    (prepared,) = operations.prepare(tmp_path / "set.butda.zip", read_page)
    operations.add(other, prepared)
    shown = kept(other, article)
    other.close()
    assert shown == there(store, article)


def test_one_is_written_by_its_number(store, article, tmp_path):
    operations.save_picture(store, article, 2, tmp_path / "out.jpg")
    with pytest.raises(RequestError) as caught:
        operations.save_picture(store, article, 3, tmp_path / "no.jpg")
    assert ((tmp_path / "out.jpg").read_bytes(), caught.value.kind) == (JPEG, "article-picture")


def test_the_command_line_lists_and_writes_them_and_tells_what_was_left(run, saved, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.exchange.taking.pictures.LIMIT", 4000)
    code, out, _ = run("import", str(saved))
    article = run("list")[1].split("\t")[0]
    listed = run("show", article, "--pictures")[1].rstrip("\n").split("\t")
    run("original", article, "--picture", "1", "--out", str(tmp_path / "1.png"))
    assert (code, "1 of its pictures were left out" in out, listed[3:], (tmp_path / "1.png").read_bytes()) == (
        0, True, ["png", str(len(PNG)), CAPTION], PNG,
    )  # fmt: skip
