"""Names replaced in all that leaves: the whole export is searched for each name and each part of one, in every format."""

import json
import re
import stat
import zipfile
from dataclasses import replace

import pytest
from building import contents

from desktop import operations
from desktop.exchange import Document
from desktop.exchange.writers import FORMATS, offered
from desktop.model import Annotation, Article, Status
from desktop.operations.sets.renaming import Cut, Names

TEXT = (
    "Bí thư Trần Quang Vinh về thăm\nÔng Trần Quang Vinh, Giám đốc Công ty Ánh Dương 36, gặp bà Đỗ Thị Mùi và em Trần Khoa.\n"
    "TRẦN QUANG VINH nói: “Vinh chào Mùi.” Tran Quang Vinh ký. Công ty Ánh Dương 36 ở xã Hòa An. vinh quang mùi vị, ông Quang\n"
    "Khoa học; họ Trần; Hòa An.\n"
)
PARTS = ("Trần", "TRẦN", "Tran", "Quang", "QUANG", "Vinh", "VINH", "Đỗ", "Thị", "Mùi", "Khoa", "Ánh Dương", "Lan Hương")


@pytest.fixture
def article(store, imported):
    article = imported(TEXT, "Trần Quang Vinh.txt")
    for quote, label in (
        ("Trần Quang Vinh", "PERSON"), ("Công ty Ánh Dương 36", "ORGANIZATION"), ("Đỗ Thị Mùi", "PERSON"), ("Trần Khoa", "PERSON"),
        ("Giám đốc Công ty Ánh Dương 36", "TITLE"), ("xã Hòa An", "LOCATION"), ("họ Trần", "EVENT"),
    ):  # fmt: skip
        start = TEXT.index(quote)
        operations.annotate(
            store, article.id, start, start + len(quote), label, note="hỏi Vinh, bà Mùi", by="Lan Hương"
        )
    before = store.article(article.id)
    operations.correct(store, replace(before, title="Trần Quang Vinh và Mùi", byline="Lan Hương", place="Ánh Dương"))
    operations.tag(store, [article.id], ["Vinh"])
    return article


def everything(folder):
    """Yield the name and the content of each file that was written, and of each part of a zip; a PDF as its pages say."""
    for name, content in contents(folder).items():
        yield name, name
        path = folder / name
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                for part in packed.namelist():
                    yield name, part + packed.read(part).decode("utf-8", "replace")
        elif name.endswith(".pdf"):
            import pypdfium2

            from desktop.exchange.paper.pdf import highlights

            with pypdfium2.PdfDocument(path) as pages:
                yield name, "".join(page.get_textpage().get_text_range() for page in pages) + str(highlights(pages))
        else:
            yield name, content.decode("utf-8", "replace").replace("\\", "")


@pytest.mark.parametrize("name", offered())
def test_no_name_and_no_part_of_one_leaves(store, article, tmp_path, name):
    (tmp_path / "out").mkdir()
    every = operations.Selection(statuses=tuple(Status), query="Vinh", authors=("Lan Hương",))
    manner = operations.Manner(replace_names=True)
    done = operations.export_sets(store, name, tmp_path / "out" / f"set{FORMATS[name].suffix}", every, manner=manner)
    key = done[0].key
    held = key.read_text("utf-8")
    rights = stat.S_IMODE(key.stat().st_mode)
    key.unlink()
    left = [
        (file, part)
        for file, said in everything(tmp_path / "out")
        for part in PARTS
        if re.search(rf"(?<!\w){part}(?!\w)", said)
    ]
    ids = [file for file, said in everything(tmp_path / "out") if article.id in said or article.sha256 in said]
    assert (left, ids, "Người 1\tTrần Quang Vinh\n" in held, article.id in held, rights) == ([], [], True, True, 0o600)


def test_names_without_blanks_and_addresses_of_letters_go_too():
    text = (
        "Trần Quang Vinh: #TrầnQuangVinh, @tranquangvinh, fb.com/tran-quang-vinh-36, Tran_Quang_Vinh; vinh.tran@x.vn.\n"
        "thư: A@b và a@b.vn, VINH.TRAN@X.VN; tranquangvinh99, quangvinh, nghiêng, tran - quang - vinh"
    )
    mark = Annotation("m", "x", 0, 15, "PERSON")
    names = Names.of([Document(Article("x", "", text, "0"), (mark,))])
    assert (names.plain(text), [row for row in names.key() if row[0] == "address"]) == (
        "Người 1: #Người 1, @Người 1, fb.com/Người 1-36, Người 1; Thư 1.\n"
        "thư: A@b và Thư 2, Thư 1; Người 1, Người 1, nghiêng, tran - quang - vinh",
        [("address", "Thư 1", "vinh.tran@x.vn"), ("address", "Thư 2", "a@b.vn")],
    )


def test_words_that_are_no_names_stay_and_marks_stand_on_what_replaced_theirs(store, article, tmp_path):
    operations.export_sets(store, "doccano", tmp_path / "set.jsonl", manner=operations.Manner(replace_names=True))
    held = (tmp_path / "set.jsonl").read_text("utf-8")
    row = json.loads(held)
    marks = [(label, row["text"][start:end]) for start, end, label in row["label"]]
    assert (row["text"], row["title"], marks) == (
        "Bí thư Người 1 về thăm\nÔng Người 1, Giám đốc Cơ quan 1, gặp bà Người 2 và em Người 3.\n"
        "Người 1 nói: “Người 1 chào Người 2.” Người 1 ký. Cơ quan 1 ở xã Hòa An. vinh quang mùi vị, ông Người 1\n"
        "Người 3 học; họ Tên 1; Hòa An.\n",
        "Người 1 và Người 2",
        [
            ("PERSON", "Người 1"), ("TITLE", "Giám đốc Cơ quan 1"), ("ORGANIZATION", "Cơ quan 1"), ("PERSON", "Người 2"),
            ("PERSON", "Người 3"), ("LOCATION", "xã Hòa An"), ("EVENT", "họ Tên 1"),
        ],
    )  # fmt: skip


def test_what_may_still_tell_is_said(store, article, tmp_path):
    (done,) = operations.export_sets(store, "csv", tmp_path / "set.csv", manner=operations.Manner(replace_names=True))
    assert done.telling == (("TITLE", "Giám đốc Cơ quan 1"), ("LOCATION", "xã Hòa An"))


def names(text, *quotes):
    marks = tuple(
        Annotation(str(at), "x", text.index(quote), text.index(quote) + len(quote), label, entity=entity)
        for at, (quote, label, entity) in enumerate(quotes)
    )
    return Names.of([Document(Article("x", "", text, ""), marks)])


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("Hòa An", [Cut(0, 6, "Người 1")]),
        ("Hoà An và HÒA AN", [Cut(0, 6, "Người 1"), Cut(10, 16, "Người 1")]),
        ("Hòa\nAn", [Cut(0, 3, "Người 1"), Cut(4, 6, "Người 1")]),
        ("Hòa-An, hòa an, Hoa An", [Cut(0, 6, "Người 1"), Cut(16, 22, "Người 1")]),
        ("Anh Hòan", []),
    ],
)
def test_a_name_is_found_however_it_is_written_and_only_as_a_name(text, cuts):
    learnt = names("ông Hòa An đi", ("Hòa An", "PERSON", None))
    assert list(learnt.cuts(text)) == cuts


def test_mentions_of_one_entity_bear_one_number():
    learnt = names(
        "Ông Lê Hùng; anh Hùng Lê.", ("Lê Hùng", "PERSON", "person/lê hùng"), ("Hùng Lê", "PERSON", "person/lê hùng")
    )
    assert learnt.plain("Hùng Lê gặp Lê Hùng") == "Người 1 gặp Người 1"
