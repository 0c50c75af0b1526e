"""Marks as other programs write them, by the forms of their own documentation."""

import json
import zipfile

import pytest

from desktop.errors import ImportFileError
from desktop.exchange.marked import kinds

TEXT = "Ông 😊 Nguyễn Văn A (Hà Nội) đến."


def told(path, name=None):
    """Return each mark of a file as its own text cuts it, and how its marks are tied."""
    found = []
    for given in kinds.read(path, name):
        for each in given.marks:
            quote = each.quote or given.text[each.start : each.end]
            found.append((each.label, quote, each.status.value, each.note))
        found += [(tie.kind, tie.head, tie.tail) for tie in given.ties]
    return found


def lines(*rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def region(name, kind, **value):
    return {"id": name, "type": kind, "from_name": "l", "to_name": "t", "value": value}


TASK = {
    "id": 1,
    "data": {"article": TEXT, "n": "1"},
    "annotations": [
        {
            "completed_by": {"email": "lan@x.vn"},
            "result": [
                region("a", "labels", start=6, end=18, text="Nguyễn Văn A", labels=["PER"]),
                region("a", "textarea", text=["xem"]),
                region("b", "labels", start=20, end=26, text="Hà Nội", labels=["LOC"]),
                {"type": "choices", "value": {"choices": ["x"]}},
                {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["located"]},
            ],
        },
        {"was_cancelled": True, "result": [region("z", "labels", start=0, end=3, labels=["X"])]},
    ],
    "predictions": [{"model_version": "m", "result": [region("p", "labels", start=0, end=3, labels=["T"])]}],
}
FORMS = {
    "doccano": (
        "set.jsonl",
        lines({"id": 7, "text": TEXT, "label": [[6, 18, "PER"], [20, 26, "LOC"]], "Comments": []}),
    ),
    "doccano with relations": (
        "set.jsonl",
        lines(
            {
                "text": TEXT,
                "entities": [
                    {"id": 5, "start_offset": 6, "end_offset": 18, "label": "PER"},
                    {"id": 9, "start_offset": 20, "end_offset": 26, "label": "LOC"},
                ],
                "relations": [{"id": 0, "from_id": 5, "to_id": 9, "type": "located"}],
            }
        ),
    ),
    "prodigy": (
        "set.jsonl",
        lines(
            {
                "text": TEXT,
                "spans": [{"start": 6, "end": 18, "label": "PER", "token_start": 2, "token_end": 4}],
                "answer": "accept",
            },
            {"text": TEXT, "spans": [{"start": 20, "end": 26, "label": "LOC"}], "answer": "reject"},
            {"text": TEXT, "spans": [{"start": 0, "end": 3, "label": "X"}], "answer": "ignore"},
        ),
    ),
    "label studio": ("set.json", json.dumps([TASK])),
    "small csv": ("set.csv", 'doc_id;quote;occurrence;label\nbài;Nguyễn Văn A;1;PER\nbài;"Hà Nội";1;LOC\n'),
    "bilou": ("set.bio", "Ông\tO\nNguyễn\tB-PER\nVăn\tI-PER\nA\tL-PER\nHà_Nội\tU-LOC\n\n"),
    "iob1": (
        "set.conll",
        "-DOCSTART- -X- O O\n\nÔng N B-NP O\nAn N I-NP I-PER\nHuế N I-NP I-LOC\n\nHoa N B-NP I-PER\n",
    ),
}
MARKS = [("PER", "Nguyễn Văn A", "accepted", ""), ("LOC", "Hà Nội", "accepted", "")]
READ = {
    "doccano": MARKS,
    "doccano with relations": [*MARKS, ("located", 0, 1)],
    "prodigy": [MARKS[0], ("LOC", "Hà Nội", "rejected", "")],
    "label studio": [
        ("PER", "Nguyễn Văn A", "accepted", "xem"), MARKS[1], ("T", "Ông", "suggested", ""), ("located", 0, 1),
    ],
    "small csv": MARKS,
    "bilou": MARKS,
    "iob1": [("PER", "An", "accepted", ""), ("LOC", "Huế", "accepted", ""), ("PER", "Hoa", "accepted", "")],
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_known_and_read(tmp_path, form):
    name, content = FORMS[form]
    (tmp_path / name).write_text(content, "utf-8")
    assert told(tmp_path / name) == READ[form]


def test_brat_is_read_with_its_pieces_notes_and_relations(tmp_path):
    text = "Bộ Công Thương\nvà Bộ Tài chính họp.\n"
    rows = (
        "T1\tORG 0 7;8 14\tBộ Công Thương\nT2\tORG 18 20;25 30\tBộ chính\n"
        + "#1\tAnnotatorNotes T1\txem lại\nA1\tSuggested T2\nR1\tMet Arg1:T1 Arg2:T2\nE1\tORG:T1\n*\tEquiv T1 T2\n"
    )
    (tmp_path / "bài.txt").write_text(text, "utf-8")
    (tmp_path / "bài.ann").write_text(rows, "utf-8")
    assert told(tmp_path) == told(tmp_path / "bài.ann") == [
        ("ORG", "Bộ Công Thương", "accepted", "xem lại"), ("ORG", "Bộ", "suggested", ""), ("ORG", "chính", "suggested", ""), ("Met", 0, 1),
    ]  # fmt: skip


def test_inception_s_named_entities_and_layers_are_read(tmp_path):
    spaces = " ".join(f'xmlns:{name}="http:///{name}.ecore"' for name in "nc")
    head = f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" {spaces} xmi:version="2.0">'
    foot = f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{TEXT}"/></xmi:XMI>'
    entity = '<n:NamedEntity xmi:id="5" sofa="1" begin="7" end="19" value="PER"/><n:Token xmi:id="6" sofa="1" begin="0" end="3"/>'
    layer = '<c:Place xmi:id="5" sofa="1" begin="21" end="27" kind="LOC"/><n:Sentence xmi:id="6" sofa="1" begin="0" end="3"/>'
    for name, body in (("a", entity), ("b", layer)):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as packed:
            packed.writestr("bài.xmi", head + body + foot)
            packed.writestr("TypeSystem.xml", "<x/>")
    assert told(tmp_path / "a.zip") + told(tmp_path / "b.zip") == MARKS


def test_a_project_that_counts_utf_16_is_read_by_the_names_of_its_selections(tmp_path):
    project = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes><Code guid="c" name="PER" isCodable="true"/></Codes></CodeBook>'
        '<Sources><TextSource guid="s" name="bài" plainTextPath="internal://s.txt"><PlainTextSelection guid="p" name="Nguyễn Văn A" '
        'startPosition="7" endPosition="19"><Description>xem</Description><Coding guid="k"><CodeRef targetGUID="c"/></Coding>'
        "</PlainTextSelection></TextSource></Sources></Project>"
    )
    with zipfile.ZipFile(tmp_path / "x.qdpx", "w") as packed:
        packed.writestr("project.qde", project)
        packed.writestr("Sources/s.txt", "\ufeff" + TEXT)
    (given,) = kinds.read(tmp_path / "x.qdpx")
    assert (given.units, given.marks[0].note, given.text) == (("utf-16",), "xem", TEXT)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("x.bin", b"\x00\x01", "marks-kind"),
        ("x.jsonl", b'{"text": 5, "label": []}\n', "marks-broken"),
        ("x.jsonl", b'{"text": "a", "label": [[0, true, "X"]]}\n', "marks-broken"),
        ("x.jsonl", b'{"text": "a", "label": [[0, 1, ""]]}\n', "marks-broken"),
        ("x.jsonl", b'{"text": "a", "label": [[0, 1]]}\n', "marks-broken"),
        ("x.json", b'[{"id": 1, "data": {}}]', "marks-broken"),
        ("x.csv", b"a,b\n1,2\n", "marks-broken"),
        ("x.csv", b"doc_id,label,start,end\na,X,one,2\n", "marks-broken"),
        ("x.conll", b"one\n", "marks-broken"),
        ("x.qdpx", b"PK\x03\x04", "marks-broken"),
        ("x.xmi", b"<a>", "marks-broken"),
        ("x.ann", b"T1\tX 1 2\ta\n", "file-unreadable"),
    ],
)
def test_what_is_no_set_is_told(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportFileError) as caught:
        told(tmp_path / name)
    assert caught.value.kind == kind


def test_a_status_that_is_none_is_told(tmp_path):
    (tmp_path / "x.csv").write_text("doc_id,label,start,end,status\na,X,1,2,maybe\n", "utf-8")
    with pytest.raises(ImportFileError) as caught:
        told(tmp_path / "x.csv")
    assert "maybe" in str(caught.value)
