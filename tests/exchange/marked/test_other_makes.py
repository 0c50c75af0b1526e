"""Marks as other programs are seen to write them, beyond what their guides say: each fault of its kind that real files showed."""

import json
import zipfile

import pytest

from desktop.errors import ImportFileError
from desktop.exchange.marked import kinds

TEXT = "Ông 😊 Nguyễn Văn A\r\nở Hà Nội.\r\nBà Hoa đến."


def told(path, name=None):
    """Return each mark of a file with the words that its own text has there, and how its marks are tied."""
    found = []
    for given in kinds.read(path, name):
        found += [
            (each.label, given.text[each.start : each.end], each.by, dict(each.attributes)) for each in given.marks
        ]
        found += [(tie.kind, tie.head, tie.tail) for tie in given.ties]
    return found


SOURCES = """<PDFSource guid="f" name="bài.pdf" path="internal://f.pdf"><Representation guid="r" plainTextPath="internal://Sources/r.txt">
<PlainTextSelection guid="p" name="" startPosition="{0}" endPosition="{1}" creatingUser="u"><Description/><Coding guid="k" creatingUser="v">
<CodeRef targetGUID="c"/><NoteRef targetGUID="n"/></Coding></PlainTextSelection></Representation></PDFSource>
<TextSource guid="s" name="không có"><PlainTextSelection guid="q" startPosition="0" endPosition="3"><CodeRef targetGUID="c"/>
</PlainTextSelection></TextSource>"""
PROJECT = """<Project name="x"{0}><Users><User guid="u" name="Lan"/><User guid="v" name="Hoa"/></Users><CodeBook><Codes>
<Code guid="g" name="Nhóm"><Code guid="c" name="LOC"/></Code></Codes></CodeBook><Sources>{1}</Sources>
<Notes><Note guid="n" plainTextPath="internal://n.txt"/></Notes></Project>"""


@pytest.mark.parametrize("space", ["", ' xmlns="urn:QDA-XML:project:1.0"'])
@pytest.mark.parametrize("ends", ["as they stand", "as one"])
def test_a_project_is_read_whatever_it_calls_itself_and_however_it_counts_line_ends(tmp_path, space, ends):
    text = TEXT.replace("😊", "x")
    counted = text if ends == "as they stand" else text.replace("\r\n", "\n")
    start = counted.index("Hà Nội")
    with zipfile.ZipFile(tmp_path / "x.qdpx", "w") as packed:
        packed.writestr("Tên dự án.qde", PROJECT.format(space, SOURCES.format(start, start + 6)))
        packed.writestr("Sources/r.txt", "\ufeff" + text)
        packed.writestr("sources/n.txt", "xem lại")
    first, second = kinds.read(tmp_path / "x.qdpx")
    (mark,) = first.marks
    assert (first.text[mark.start : mark.end], mark.label, mark.by, mark.note, second.id, second.marks, second.raw) == (
        "Hà Nội", "LOC", "Hoa", "xem lại", "không có", (), None,
    )  # fmt: skip


def test_brat_counts_a_line_s_end_as_it_stands_and_its_events_attributes_and_links_come_along(tmp_path):
    rows = (
        "N1\tReference T1 Wikidata:Q1858\tHà Nội\nT1\tLOC {0} {1}\tHà Nội\nT2\tMeet {2} {3}\tđến\nT3\tPER {4} {5}\tBà Hoa\n"
        "E1\tMeet:T2 Who:T3 Place:T1\nA1\tNegation E1\nA2\tConfidence T3 high\nR1\tNear Arg1:T3 Arg2:E1\n"
    )
    for name, text in (("a", TEXT), ("b", TEXT.replace("\r\n", "\n"))):
        (tmp_path / name).mkdir()
        places = [
            at for words in ("Hà Nội", "đến", "Bà Hoa") for at in (text.index(words), text.index(words) + len(words))
        ]
        (tmp_path / name / "bài.txt").write_bytes(TEXT.encode())
        (tmp_path / name / "bài.ann").write_text(rows.format(*places), "utf-8")
    assert told(tmp_path / "a") == told(tmp_path / "b") == [
        ("LOC", "Hà Nội", "", {"Wikidata": "Q1858 Hà Nội"}), ("Meet", "đến", "", {"Negation": "yes"}),
        ("PER", "Bà Hoa", "", {"Confidence": "high"}), ("Near", 2, 1), ("Who", 1, 2), ("Place", 1, 0),
    ]  # fmt: skip


PLAIN = "Ông A ở Huế."
REGION = {"start": 8, "end": 11, "text": "Huế", "labels": ["LOC"]}
TASK = {
    "data": {"text": PLAIN},
    "completions": [
        {
            "result": [
                {"type": "labels", "value": REGION},
                {"id": "a", "type": "labels", "value": {"start": 4, "end": 5, "text": "A", "labels": ["PER"]}},
                {"id": "a", "type": "textarea", "value": {"text": "hỏi lại"}},
                {"id": "a", "type": "choices", "from_name": "sure", "value": {"choices": ["no", "maybe"]}},
            ]
        }
    ],
}
LOCATION = ("LOC", "Huế", "", {})
RELATION = {"head": 1, "child": 3, "label": "at"}
SPANS = [
    {"start": 4, "end": 5, "token_end": 1, "label": "PER"},
    {"start": 8, "end": 11, "token_end": 3, "label": "LOC"},
]


def stanza(row):
    at, word, start, tag = row
    return f"{at}\t{word}" + "\t_" * 7 + f"\tstart_char={start}|end_char={start + len(word)}|ner={tag}\n"


STANZA = ((1, "Ông", 0, "O"), (2, "A", 4, "S-PER"), (3, "Huế", 8, "S-LOC"))
FORMS = {
    "label studio's smallest": (
        "set.json",
        json.dumps([{"id": 1, "text": PLAIN, "label": [REGION], "annotator": 1, "annotation_id": 7, "created_at": "2026"}]),
        [LOCATION],
    ),
    "label studio of old, a task a line": (
        "set.json",
        json.dumps(TASK) + "\n" + json.dumps({"data": {"text": PLAIN}, "completions": []}) + "\n",
        [LOCATION, ("PER", "A", "", {"sure": "no; maybe"})],
    ),
    "doccano of old": (
        "set.jsonl",
        json.dumps({"id": 1, "text": PLAIN, "annotations": [{"label": 2, "start_offset": 8, "end_offset": 11, "user": 1}]}),
        [("2", "Huế", "", {})],
    ),
    "prodigy's relations by their tokens alone": (
        "set.jsonl",
        json.dumps({"text": PLAIN, "spans": SPANS, "relations": [RELATION], "answer": "accept"}),
        [("PER", "A", "", {}), LOCATION, ("at", 0, 1)],
    ),
    "stanza's": (
        "set.conllu",
        "# text = Ông A ở Huế.\n# sent_id = 0\n1-2\tÔng A" + "\t_" * 8 + "\n"
        + "".join(map(stanza, STANZA)),
        [("PER", "", "", {}), ("LOC", "", "", {})],
    ),
    "columns with remarks": ("set.conll", "# id 7f\tdomain=vi\nÔng _ _ O\nHuế _ _ B-LOC\n# _ _ O\n", [LOCATION]),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_was_seen_is_read(tmp_path, form):
    name, content, wanted = FORMS[form]
    (tmp_path / name).write_text(content, "utf-8")
    assert told(tmp_path / name) == wanted


def test_stanza_s_places_are_taken(tmp_path):
    name, content, _ = FORMS["stanza's"]
    (tmp_path / name).write_text(content, "utf-8")
    (given,) = kinds.read(tmp_path / name)
    assert [(each.start, each.end, each.quote) for each in given.marks] == [(4, 5, "A"), (8, 11, "Huế")]


XMI = """<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore"
 xmlns:p="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore" xmlns:n="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
 xmi:version="2.0">
<c:Database xmi:id="5" sofa="1" begin="8" end="11"/><c:Claim xmi:id="6" sofa="1" begin="4" end="5" strength="weak"/>
<n:Person xmi:id="7" sofa="1" begin="4" end="5" value="PER"/><p:NOUN xmi:id="8" sofa="1" begin="0" end="3" PosValue="N"/>
<c:Uses xmi:id="9" sofa="1" begin="8" end="11" Dependent="5" Governor="6"/><c:Claim xmi:id="10" sofa="3" begin="0" end="1"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Ông A ở Huế."/><cas:Sofa xmi:id="3" sofaNum="2" sofaString="x"/>
</xmi:XMI>"""


def test_layers_of_a_project_s_own_come_beside_named_entities_and_words_of_grammar_do_not(tmp_path):
    (tmp_path / "bài.xmi").write_text(XMI, "utf-8")
    assert told(tmp_path / "bài.xmi") == [
        ("Database", "Huế", "", {}), ("weak", "A", "", {}), ("PER", "A", "", {}), ("Uses", 1, 0),
    ]  # fmt: skip


HTML = {
    "data": {"text": "<p>A"},
    "annotations": [{"result": [{"type": "hypertextlabels", "value": {"start": "/p[1]", "hypertextlabels": ["X"]}}]}],
}
UNREAD = {
    "set.jsonl": (json.dumps({"text": "a", "label": ["tốt"]}), "whole texts"),
    "set.json": (json.dumps([HTML]), "HTML"),
    "set.xmi": (XMI.replace('sofaString="Ông A ở Huế."', 'sofaURI="http://x"'), "elsewhere"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_is_not_understood_is_said(tmp_path, name):
    content, words = UNREAD[name]
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(ImportFileError) as caught:
        told(tmp_path / name)
    assert words in str(caught.value)
