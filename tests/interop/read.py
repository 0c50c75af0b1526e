"""Read what was exported with the programs of the field, and compare it mark by mark. Runs in an environment of its own.

Usage: read.py FOLDER, as tests/interop/__main__.py wrote it: an export a format, and expected.json with the marks each must hold.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

Mark = tuple[str, int, int, str]  # article, start, end (code points of its text), label


def xlsx(path, _texts):
    import openpyxl

    head, *rows = openpyxl.load_workbook(path)["marks"].iter_rows(values_only=True)
    held = [dict(zip(head, row, strict=True)) for row in rows]
    return [(row["doc_id"], row["start"], row["end"], row["label"]) for row in held]


def csv(path, _texts):
    import pandas

    table = pandas.read_csv(path, encoding="utf-8-sig", keep_default_na=False, dtype={"doc_id": str})
    return [(row.doc_id, int(row.start), int(row.end), row.label) for row in table.itertuples()]


def jsonl(path, _texts):
    import pandas

    table = pandas.read_json(path, lines=True, dtype=False)
    return [
        (row.id, each["start"], each["end"], each["label"]) for row in table.itertuples() for each in row.annotations
    ]


def doccano(path, _texts):
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    return [(row["doc_id"], *each) for row in rows for each in row["label"]]


def prodigy(path, _texts):
    import spacy
    import srsly
    from spacy.tokens import Doc

    found = []
    for task in srsly.read_jsonl(path):
        words = [each["text"] for each in task["tokens"]]
        doc = Doc(spacy.blank("xx").vocab, words=words, spaces=[each["ws"] for each in task["tokens"]])
        for each in task["spans"]:
            span = doc[each["token_start"] : each["token_end"] + 1]
            first, last = task["tokens"][each["token_start"]], task["tokens"][each["token_end"]]
            assert (span[0].text, span[-1].text) == (first["text"], last["text"])
            found.append((task["meta"]["doc_id"], first["start"], last["end"], each["label"]))
    return found


def label_studio(path, _texts):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface(path.with_suffix(".config.xml").read_text("utf-8"))
    found = []
    for task in json.loads(path.read_text("utf-8")):
        for kind, valid in (
            ("annotations", interface.validate_annotation),
            ("predictions", interface.validate_prediction),
        ):
            for answer in task[kind]:
                assert valid(answer), answer
                for region in answer["result"]:
                    if region["type"] == "labels":
                        value = region["value"]
                        assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                        found.append((task["data"]["doc_id"], value["start"], value["end"], value["labels"][0]))
    return found


def _columns(scheme):
    def read(path, _texts):
        from seqeval.scheme import IOB2, IOBES, Tokens

        offsets = [
            [line.split("\t") for line in block.split("\n")]
            for block in path.with_suffix(".offsets.tsv")
            .read_text("utf-8")
            .partition("\n")[2]
            .strip("\n")
            .split("\n\n")
            if block
        ]
        content = path.read_text("utf-8").replace("-DOCSTART- -X- O O\n\n", "")
        found = []
        blocks = [block for block in content.strip("\n").split("\n\n") if block]
        for block, places in zip(blocks, offsets, strict=True):
            rows = [line.split("\t" if "\t" in line else " ") for line in block.split("\n")]
            assert [row[0] for row in rows] == [place[1] for place in places]
            for each in Tokens([row[-1] for row in rows], {"iob2": IOB2, "iobes": IOBES}[scheme]).entities:
                first, last = places[each.start], places[each.end - 1]
                found.append((first[0], int(first[2]), int(last[3]), each.tag))
        return found

    return read


def conllup(path, _texts):
    import conllu

    fields = ["id", "form", "butda:ner", "butda:start", "butda:end"]
    found, article = [], ""
    for sentence in conllu.parse(path.read_text("utf-8"), fields=fields):
        article = sentence.metadata.get("newdoc id", article)
        going = []
        for token in sentence:
            tags = [each for each in token["butda:ner"].split("|") if each != "O"]
            start, end = int(token["butda:start"]), int(token["butda:end"])
            on = [tag[2:] for tag in tags if tag.startswith("I-")]
            kept = []
            for mark in going:
                if mark[2] in on:
                    on.remove(mark[2])
                    kept.append((mark[0], end, mark[2]))
                else:
                    found.append((article, *mark))
            going = kept + [(start, end, tag[2:]) for tag in tags if tag.startswith("B-")]
        found += [(article, *mark) for mark in going]
    return found


def brat(folder, texts):
    from pybrat.parser import BratParser

    found = []
    by_text = {text: name for name, text in texts.items()}
    for example in BratParser(error="raise").parse(str(folder)):
        article = by_text[example.text]
        for each in example.entities:
            spans = each.spans
            found.append((article, spans[0].start, spans[-1].end, each.type))
    return found


def _held(text):
    """What XML can hold of a text: two code points it cannot are replaced by one that says so."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _cas(folder, texts, load):
    by_text = {_held(text): name for name, text in texts.items()}
    found = []
    for cas in load(folder):
        for each in cas.select("webanno.custom.ButdaMark"):
            found.append((by_text[_held(cas.sofa_string)], each.begin, each.end, each.label))
    return found


def cas_json(folder, texts):
    from cassis import load_cas_from_json

    return _cas(
        folder, texts, lambda place: (load_cas_from_json(file.open("rb")) for file in sorted(place.glob("*.json")))
    )


def cas_xmi(folder, texts):
    from cassis import load_cas_from_xmi, load_typesystem

    types = load_typesystem((folder / "TypeSystem.xml").open("rb"))
    return _cas(
        folder,
        texts,
        lambda place: (load_cas_from_xmi(file.open("rb"), typesystem=types) for file in sorted(place.glob("*.xmi"))),
    )


def refi(path, texts):
    from pyrefiqda import RefiProject

    project = RefiProject.load(str(path), extract_dir=str(path.parent / "refi-sources"))
    codes = {code.guid: code.name for code in project.code_book.codes.code}
    return [
        (source.description, each.start_position, each.end_position, codes[each.coding[0].code_ref.target_guid])
        for source in project.sources.text_source
        for each in source.plain_text_selection
    ]


def report_docx(path, texts):
    """Compare by the quotes: a report to read holds no offsets. Each is told as often as it is shown."""
    import docx
    from docx.oxml.ns import qn

    quotes = []
    for paragraph in docx.Document(str(path)).paragraphs:
        if paragraph.style.name == "Quote":
            shown = [run.text for run in paragraph.runs if run._r.find(f".//{qn('w:shd')}") is not None]
            quotes.append(("".join(shown), 0, 0, ""))
    return quotes


def bundle(path, texts):
    import hashlib
    import zipfile

    packed = zipfile.ZipFile(path)
    assert packed.testzip() is None
    manifest = json.loads(packed.read("manifest.json"))
    assert all(hashlib.sha256(packed.read(name)).hexdigest() == told for name, told in manifest["files"].items())
    rows = [json.loads(line) for line in packed.read("articles.jsonl").splitlines()]
    assert {row["sha256"] for row in rows} == {
        name.rpartition("/")[2] for name in packed.namelist() if "originals/" in name
    }
    assert {row["id"]: row["text"] for row in rows} == texts
    return [(row["id"], each["start"], each["end"], each["label"]) for row in rows for each in row["annotations"]]


def pdf(folder, _texts):
    """Compare by the letters under each highlight that the consumer shows, without those that no page can show."""
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    found = []
    for file in sorted(folder.glob("*.pdf")):
        document = pypdfium2.PdfDocument(file)
        names = set()
        for page in document:
            for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
                each = raw.FPDFPage_GetAnnot(page.raw, at)
                assert raw.FPDFAnnot_GetSubtype(each) == raw.FPDF_ANNOT_HIGHLIGHT
                assert raw.FPDFAnnot_CountAttachmentPoints(each) > 0
                words = ctypes.create_string_buffer(2 * 400)
                raw.FPDFAnnot_GetStringValue(each, b"NM", ctypes.cast(words, ctypes.POINTER(raw.FPDF_WCHAR)), 800)
                names.add(words.raw.decode("utf-16-le").partition("\0")[0])
        found += [(name, 0, 0, "") for name in names]
    return found


def ris(path, _texts):
    import rispy

    return [(each["id"], 0, 0, "") for each in rispy.load(path.open(encoding="utf-8-sig"))]


def csl(path, _texts):
    return [(each["id"], 0, 0, "") for each in json.loads(path.read_text("utf-8"))]


def markdown(folder, _texts):
    import re

    import yaml

    found = []
    for file in sorted(folder.glob("*.md")):
        _, head, body = file.read_text("utf-8").split("---\n", 2)
        card, label = yaml.safe_load(head), ""
        for line in body.split("\n"):
            if line.startswith("## "):
                label = json.loads(line.partition("<!-- ")[2].rpartition(" -->")[0])
            place = re.match(r'- “.*” <!-- "(?:[^"\\]|\\.)*" (\d+) (\d+) -->', line)
            if place:
                found.append((card["id"], int(place[1]), int(place[2]), label))
    return found


# Who reads a format, the function that has it read, and the package whose version is told.
READERS = {
    "jsonl": (jsonl, "pandas"),
    "csv": (csv, "pandas"),
    "xlsx": (xlsx, "openpyxl"),
    "markdown": (markdown, "pyyaml"),
    "report-docx": (report_docx, "python-docx"),
    "bundle": (bundle, ""),
    "pdf": (pdf, "pypdfium2"),
    "prodigy": (prodigy, "spacy"),
    "iob2": (_columns("iob2"), "seqeval"),
    "iobes": (_columns("iobes"), "seqeval"),
    "conll2003": (_columns("iob2"), "seqeval"),
    "conllup": (conllup, "conllu"),
    "label-studio": (label_studio, "label-studio-sdk"),
    "doccano": (doccano, ""),
    "brat": (brat, "pybrat"),
    "cas-json": (cas_json, "dkpro-cassis"),
    "cas-xmi": (cas_xmi, "dkpro-cassis"),
    "refi": (refi, "pyrefiqda"),
    "ris": (ris, "rispy"),
    "csl": (csl, ""),
}


def main(folder: Path) -> int:
    told = json.loads((folder / "expected.json").read_text("utf-8"))
    wrong = 0
    for name, marks in told["marks"].items():
        if name not in READERS:
            continue
        read, package = READERS[name]
        expected = sorted(tuple(each) for each in marks)
        found = sorted(tuple(each) for each in read(folder / told["files"][name], told["texts"]))
        reader = f"{package} {version(package)}" if package else "json"
        wrong += found != expected
        lost = told["all"] - len(expected) if marks and marks[0][3] else 0
        print(
            f"{name:14}{reader:28}{'ok' if found == expected else 'WRONG':7}{len(found):6} of {len(expected):<6}{lost} lost by design"
        )
        if found != expected:
            print("   only expected:", [each for each in expected if each not in found][:5])
            print("   only read:    ", [each for each in found if each not in expected][:5])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
