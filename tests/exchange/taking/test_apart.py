"""A large file is read by a process of its own, the same as here, and a person may end that."""

import multiprocessing

import pytest

from desktop.errors import ImportFileError, Stopped
from desktop.exchange import read
from desktop.exchange.taking import apart

PAGE = "<html><head><title>Bài</title></head><body><article>{}</article></body></html>"


@pytest.fixture
def large(tmp_path):
    """A page that takes some seconds."""
    words = "".join(f"<p>Bà Lê Thị Hạnh nhận lá thư thứ {at} ở xã Hòa An, huyện Mộc Châu.</p>" for at in range(15_000))
    (tmp_path / "x.html").write_text(PAGE.format(words), "utf-8")
    return tmp_path / "x.html"


def test_a_file_read_apart_is_read_the_same(tmp_path):
    content = PAGE.format("<p>Bà Hạnh nhận lá thư ở xã Hòa An, huyện Mộc Châu, tỉnh Sơn La hôm qua.</p>" * 20).encode()
    (tmp_path / "x.html").write_bytes(content)
    found = list(apart.documents("html", tmp_path / "x.html", {}, lambda done, of: None))
    assert found == list(read(tmp_path / "x.html"))


def test_a_file_that_cannot_be_read_is_told_as_it_is_here(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"%PDF-1.4")
    with pytest.raises(ImportFileError) as caught:
        list(apart.documents("plain", tmp_path / "x.txt", {}, lambda done, of: None))
    assert (caught.value.kind, caught.value.parameters) == ("file-binary", {"path": tmp_path / "x.txt"})


def test_who_stops_the_reading_of_a_large_page_leaves_no_process_behind(large):
    heard = []

    def told(done, of):
        heard.append((done, of))
        if len(heard) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        read(large, told)
    size = large.stat().st_size
    assert (heard, multiprocessing.active_children()) == ([(0, size)] * 3, [])


def test_a_process_that_the_system_ends_is_told_in_words(large):
    def told(done, of):
        for each in multiprocessing.active_children():
            each.kill()

    with pytest.raises(ImportFileError) as caught:
        read(large, told)
    assert (caught.value.kind, caught.value.parameters["reason"]) == ("file-unreadable", "there is not enough memory")
