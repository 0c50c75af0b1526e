"""Documents of other programs, read to the paragraph: what each must give stands beside it, role, tab and words of each line."""

import io
import zipfile
from pathlib import Path

import pytest

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw

FOLDER = Path(__file__).with_name("documents")
READ = sorted(each.name for each in FOLDER.glob("[wx]*") if each.with_name(f"{each.name}.expected").exists())


def told(raw):
    """The card and the lines of a document, as the files of what is expected hold them."""
    roles = dict(raw.roles)
    card = [
        raw.meta.title,
        raw.meta.source,
        raw.meta.byline,
        raw.meta.published,
        raw.url,
        raw.named,
        ",".join(raw.tags),
    ]
    lines = [f"{roles[at].value if at in roles else ''}\t{line}" for at, line in enumerate(raw.text.split("\n"))]
    return ["# " + " | ".join(each or "" for each in card), *lines]


def read(path):
    return [line for raw in exchange.read(path) if isinstance(raw, Raw) for line in told(raw)]


@pytest.mark.parametrize("name", READ)
def test_a_document_says_what_a_reader_sees(name):
    expected = (FOLDER / f"{name}.expected").read_text("utf-8").rstrip("\n").split("\n")
    assert read(FOLDER / name) == expected


REFUSED = {
    "w07_scan.pdf": "file-scan",
    "w08_locked.pdf": "file-locked",
    "w09_locked.docx": "file-locked",
    "w18_nested.zip": "file-bomb",
}


@pytest.mark.parametrize(("name", "kind"), REFUSED.items())
def test_what_cannot_be_read_says_why(name, kind):
    with pytest.raises(ImportFileError) as caught:
        list(exchange.read(FOLDER / name))
    assert caught.value.kind == kind


def test_a_member_that_points_outside_an_archive_is_left_out_and_named():
    left = [each for each in exchange.read(FOLDER / "w17_bundle.zip") if isinstance(each, ImportFileError)]
    assert [(each.kind, Path(each.parameters["path"]).name) for each in left] == [("member-path", "evil.txt")]


BROKEN = sorted(
    each.name for each in FOLDER.glob("[wx]*") if each.suffix not in (".expected", ".eml", ".csv", ".jsonl", ".mhtml")
)


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_document_cut_off_is_read_or_refused_with_a_sentence(tmp_path, name, share):
    content = (FOLDER / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(content[: int(len(content) * share)])
    try:
        came = all(isinstance(each, Raw | ImportFileError) for each in exchange.read(path))
    except ImportFileError as error:
        came = str(path) in str(error)
    assert came


def package(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return held.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(tmp_path, body, head=""):
    path = tmp_path / "bài.docx"
    path.write_bytes(package(word__document_xml=f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"))
    return path


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_an_entity_is_not_resolved(tmp_path):
    head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    (raw,) = exchange.read(docx(tmp_path, paragraph("Bà &e; Hoa"), head))
    assert raw.text == "Bà Hoa"


def test_what_was_deleted_is_gone_and_what_was_inserted_stands(tmp_path):
    deleted = "<w:del><w:r><w:delText>Lan</w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t>Hoa</w:t></w:r></w:ins>"
    body = f'<w:p><w:r><w:t xml:space="preserve">Bà </w:t></w:r>{deleted}{inserted}</w:p>'
    (raw,) = exchange.read(docx(tmp_path, body))
    assert raw.text == "Bà Hoa"


def test_a_table_of_data_is_a_line_a_row_and_one_that_lays_out_is_read_cell_by_cell(tmp_path):
    def table(*rows):
        made = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        return f"<w:tbl>{made}</w:tbl>"

    data = table((paragraph("Năm"), paragraph("Số")), (paragraph("2021"), paragraph("9")))
    frame = table((paragraph("ỦY BAN") + paragraph("XÃ A"), paragraph("CỘNG HÒA") + paragraph("Độc lập")))
    (raw,) = exchange.read(docx(tmp_path, data + frame))
    assert raw.text.split("\n") == ["Năm\tSố", "2021\t9", "ỦY BAN", "XÃ A", "CỘNG HÒA", "Độc lập"]


def test_deep_nesting_is_refused_or_read_and_nothing_breaks(tmp_path):
    deep = "<w:sdt><w:sdtContent>" * 300 + paragraph("Bà Hoa") + "</w:sdtContent></w:sdt>" * 300
    (raw,) = exchange.read(docx(tmp_path, deep))
    assert raw.text == "Bà Hoa"


ROWS = [
    ("a.csv", "Tiêu đề;Nội dung;Ngày đăng\r\nBài;Bà Hoa.;2/3/2024\r\n", ("Bài", "2024-03-02")),
    ("a.csv", "title,text,date\nBài,Bà Hoa.,2024-03-02\n", ("Bài", "2024-03-02")),
    ("a.tsv", "Headline\tContent\tPublished\nBài\tBà Hoa.\t2024-03-02T08:15\n", ("Bài", "2024-03-02T08:15")),
]


@pytest.mark.parametrize(("name", "content", "card"), ROWS)
def test_a_table_s_columns_are_known_by_their_names(tmp_path, name, content, card):
    (tmp_path / name).write_text(content, encoding="utf-8-sig", newline="")
    (raw,) = exchange.read(tmp_path / name)
    assert ((raw.meta.title, raw.meta.published), raw.text.split("\n")[-1]) == (card, "Bà Hoa.")


def test_a_table_without_a_text_says_which_columns_it_has(tmp_path):
    (tmp_path / "a.csv").write_text("số,tên\n1,Hoa\n", encoding="utf-8")
    with pytest.raises(ImportFileError) as caught:
        list(exchange.read(tmp_path / "a.csv"))
    assert (caught.value.kind, caught.value.parameters["columns"]) == ("table-columns", "số, tên")
