"""Which files an import means, and which cannot be read."""

import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from building import contents

from desktop import exchange
from desktop.errors import ImportFileError


def make(path, how):
    if how is None:
        return path
    path.parent.mkdir(exist_ok=True)
    if isinstance(how, bytes):
        path.write_bytes(how)
    else:
        how(path)
    return path


def hole(path, head):
    """Make a file that begins so and says it is over 200 MB: whoever read it would take a while."""
    path.write_bytes(head)
    os.truncate(path, 200_000_001)


UNREADABLE = {
    "missing": ("x.txt", None, "file-missing"),
    "missing, of no known kind": ("x.doc", None, "file-missing"),
    "of no known kind": ("x.pptx", b"PK", "file-kind"),
    "without an ending, no text": ("x", b"\x00\x01\x02\x03\x04", "file-binary"),
    "a picture named a text": ("x.txt", b"\x89PNG\r\n", "file-other"),
    "empty": ("x.txt", b"", "file-empty"),
    "empty page": ("x.html", b"", "file-empty"),
    "empty export": ("x.jsonl", b"\n\n", "file-empty"),
    "white space": ("x.md", b" \n", "file-empty"),
    "an empty folder named like a text": ("x.txt", lambda path: path.mkdir(), "folder-empty"),
    "a link that leads to itself": ("x.txt", lambda path: path.symlink_to(path), "file-unreadable"),
    "a link to nothing": ("x.txt", lambda path: path.symlink_to("gone"), "file-missing"),
    "a pipe": ("x.txt", lambda path: os.mkfifo(path), "file-unreadable"),
    "a device": ("x.txt", lambda path: path.symlink_to("/dev/zero"), "file-unreadable"),
    "memory": ("x.txt", lambda path: path.symlink_to("/proc/self/mem"), "file-unreadable"),
    "over 20 MB": ("x.txt", b"a" * 20_000_001, "file-large"),
    "over 20 MB, mostly a hole": ("x.html", lambda path: path.touch() or os.truncate(path, 10**10), "file-large"),
    "a Word document over 200 MB": ("x.docx", lambda path: hole(path, b"PK\x03\x04"), "file-large"),
    "a PDF over 200 MB": ("x.pdf", lambda path: hole(path, b"%PDF-1.7"), "file-large"),
    "a web archive over 200 MB": ("x.mhtml", lambda path: hole(path, b"MIME-Version: 1.0\n"), "file-large"),
    "a table over 200 MB": ("x.csv", lambda path: hole(path, b"title,text\n"), "file-large"),
    "a zip over 200 MB": ("x.zip", lambda path: hole(path, b"PK\x05\x06"), "file-large"),
    "a name too long": ("x" * 300 + ".txt", None, "file-unreadable"),
    "below a file": ("file/x.txt", None, "file-unreadable"),
}


@pytest.mark.parametrize(("name", "how", "kind"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path, name, how, kind):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_text("x")
    path = make(tmp_path / "folder" / name, how)
    with pytest.raises(ImportFileError) as caught:
        exchange.read(path)
    assert (caught.value.kind, str(path) in str(caught.value), "\n" in str(caught.value)) == (kind, True, False)


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = make(tmp_path / "x.pdf", lambda path: path.write_bytes(b"%PDF-1.7") and os.truncate(path, 10**12))
    tracemalloc.start()
    with pytest.raises(ImportFileError) as caught:
        exchange.read(path)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (caught.value.kind, caught.value.parameters["limit"], taken < 5_000_000) == ("file-large", 200, True)


def test_a_member_of_an_archive_that_is_too_large_is_told_and_the_others_come_in(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("một.txt", "Sông Hàn chảy qua thành phố.")
        archive.writestr("hai.txt", "Xe chạy.")
    content = bytearray(path.read_bytes())
    at = content.index(
        b"PK\x01\x02", content.index(b"PK\x01\x02") + 4
    )  # what the list of the archive says of the second
    content[at + 24 : at + 28] = (200_000_001).to_bytes(4, "little")
    path.write_bytes(content)
    first, second = exchange.read(path)
    assert (first.text, second.kind, second.parameters) == (
        "Sông Hàn chảy qua thành phố.", "file-large", {"path": Path("x.zip: hai.txt"), "limit": 200},
    )  # fmt: skip


def test_exactly_20_mb_are_read(tmp_path):
    (raw,) = exchange.read(make(tmp_path / "x.txt", b"a" * 20_000_000))
    assert len(raw.text) == 20_000_000


ENDINGS = [".txt", ".TXT", ".text", ".md", ".markdown", ".html", ".HTM", ".xhtml"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_kinds_that_are_read(tmp_path, ending):
    content = "<html><body><article><p>Xã Hòa An có trường học mới cho trẻ em.</p></article></body></html>".encode()
    (raw,) = exchange.read(make(tmp_path / f"x{ending}", content))
    assert ("trường học mới" in raw.text, raw.content) == (True, content)


def test_a_folder_means_its_readable_files_in_order_without_hidden_ones_and_loops(tmp_path):
    for name in ("b.txt", "a.md", "c/d.html", "c/e.jsonl", "c/.hidden.txt", ".git/f.txt", "g.png", "đ/ơ.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "c" / "loop").symlink_to(tmp_path)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    found = [path.relative_to(tmp_path).as_posix() for path in exchange.files(tmp_path)]
    assert found == ["a.md", "b.txt", "c/d.html", "c/e.jsonl", "đ/ơ.TXT"]


@pytest.mark.parametrize("name", ["x.txt", "x.png", "missing.txt"])
def test_a_file_means_itself_whatever_it_is(tmp_path, name):
    assert exchange.files(tmp_path / name) == [tmp_path / name]


def test_a_folder_with_nothing_to_read_says_so(tmp_path):
    (tmp_path / "x.png").write_bytes(b"x")
    assert exchange.files(tmp_path) == [tmp_path]


def test_reading_touches_no_file(tmp_path):
    paths = [make(tmp_path / f"x{ending}", f"<p>Bài {ending}</p>".encode()) for ending in (".txt", ".md")]
    before = contents(tmp_path), [path.stat().st_mtime_ns for path in paths]
    for path in paths:
        exchange.read(path)
    assert (contents(tmp_path), [path.stat().st_mtime_ns for path in paths]) == before
