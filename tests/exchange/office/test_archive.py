"""Zips of documents: zips in them, exports in them, names as old systems wrote them, what is damaged or too much within."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.office import archive


def packed(*members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return held.getvalue()


def text(number):
    return f"Bài {number}\n\nBà Hoa đi chợ lần thứ {number}."


def told(content):
    """The texts' first lines, and what is wrong with what."""
    return [
        each.text.split("\n")[0] if isinstance(each, Raw) else (each.kind, str(each.parameters["path"]))
        for each in archive.read(Path("gói.zip"), content)
    ]


def test_zips_in_a_zip_and_exports_in_it_are_read_and_one_that_is_damaged_holds_up_no_other_file():
    inner = packed(("hai.txt", text(2)), ("sâu.zip", packed(("ba.txt", text(3)))))
    lines = "\n".join(json.dumps({"title": f"Dòng {at}", "text": f"Ông Nam {at}."}) for at in range(2))
    content = packed(("một.txt", text(1)), ("trong.zip", inner), ("hỏng.zip", inner[:-40]), ("dòng.jsonl", lines))
    assert told(content) == ["Bài 1", "Bài 2", "Bài 3", ("file-unreadable", "gói.zip: hỏng.zip"), "Dòng 0", "Dòng 1"]


def test_what_zips_in_a_zip_unpack_to_is_counted_together():
    inner = packed(*((f"{at}.txt", " " * 60_000_000) for at in range(3)))
    with pytest.raises(ImportFileError) as caught:
        told(packed(*((f"{at}.zip", inner) for at in range(3))))
    assert caught.value.kind == "file-bomb"


def test_a_name_that_says_no_encoding_is_read_as_utf8():
    content = packed(("bxxi.bin", "x"))
    assert told(content.replace(b"bxxi.bin", "bài.bin".encode())) == [("file-kind", "gói.zip: bài.bin")]
