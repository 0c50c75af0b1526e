"""A bundle through its own reader: all that was packed comes back, and nothing that somebody changed."""

import json
import zipfile

import pytest

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange import bundle
from desktop.model import Annotation, Article, Label, Relation, Status

TEXT = "Bà Hoa 😊 là Bí thư.\n"
CONTENT = b"<html>B\xc3\xa0 Hoa"
STEP = {"step": 1, "title": "Mark", "changes": [{"kind": "annotation", "after": {"id": "1", "article": "x"}}]}
SHA256 = "0b" * 32


def packed(path, content=CONTENT):
    import hashlib

    sha256 = hashlib.sha256(content).hexdigest()
    marks = (
        Annotation("1", "x", 3, 6, "PERSON", status=Status.ACCEPTED, note="=1+1"),
        Annotation("2", "x", 12, 18, "TITLE"),
    )
    document = exchange.Document(
        Article("x", "Bài", TEXT, sha256, tags=("đọc",)), marks, (Relation("r", "x", "office_held", "1", "2"),)
    )
    with path.open("wb") as out:
        bundle.write(
            [document], out, (Label("PERSON", "Người", "Person", "person", "N", "entity", 1),), [("tag", "đọc")],
            lambda _: content, history=lambda: [STEP],
        )  # fmt: skip
    return document


def test_articles_files_and_scheme_come_back(tmp_path):
    document = packed(tmp_path / "set.butda.zip")
    (raw,) = exchange.read(tmp_path / "set.butda.zip")
    assert (raw.known, raw.content, raw.past, [each.name for each in raw.labels]) == (
        document,
        CONTENT,
        (STEP,),
        ["PERSON"],
    )


def test_its_manifest_says_what_was_chosen_and_lists_all(tmp_path):
    packed(tmp_path / "set.butda.zip")
    with zipfile.ZipFile(tmp_path / "set.butda.zip") as packet:
        told = json.loads(packet.read("manifest.json"))
        names = packet.namelist()
        history = packet.read("history.jsonl")
    assert (told["articles"], told["marks"], told["filters"], sorted([*told["files"], "manifest.json", "mimetype"]), history) == (
        1, 2, {"tag": "đọc"}, sorted(names), json.dumps(STEP, separators=(",", ":")).encode() + b"\n",
    )  # fmt: skip


def changed(path, name, content):
    with zipfile.ZipFile(path) as old:
        held = {each: old.read(each) for each in old.namelist()}
    held[name] = content
    with zipfile.ZipFile(path, "w") as new:
        for each, words in held.items():
            if words is not None:
                new.writestr(each, words)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("articles.jsonl", b"{}\n"),
        ("more.txt", b"x"),
        ("manifest.json", b"[]"),
        ("manifest.json", b"\xff"),
        ("labels.toml", None),
        ("manifest.json", b'{"kind":"butda-bundle","files":7}'),
        ("history.jsonl", b"7\n"),
        ("manifest.json", b'{"kind":"butda-bundle","files":{"articles.jsonl":1}}'),
    ],
)
def test_what_was_changed_is_refused_whole(tmp_path, name, content):
    packed(tmp_path / "set.butda.zip")
    changed(tmp_path / "set.butda.zip", name, content)
    with pytest.raises(ImportFileError) as caught:
        list(exchange.read(tmp_path / "set.butda.zip"))
    assert caught.value.kind == "bundle-broken"


def test_the_same_articles_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        packed(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
