"""A file of any kind with nothing in it is told as such, before anything is taken from it."""

import io
import zipfile

import pytest

from desktop import exchange
from desktop.errors import ImportFileError


def packed(*names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        for name in names:
            into.writestr(name, b"")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.md", b"\n \n"),
        ("a.html", b""),
        ("a.docx", b""),
        ("a.csv", b""),
        ("a.csv", b"title,text\n"),
        ("a.tsv", b"title\ttext\n"),
        ("a.jsonl", b"\n\n"),
        ("a.mbox", b""),
        ("a.mbox", b"From x\n"),
        ("a.zip", packed()),
    ],
)
def test_a_file_with_nothing_in_it_is_told(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportFileError) as told:
        exchange.read(tmp_path / name)
    assert told.value.kind == "file-empty"
