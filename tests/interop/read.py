"""Read what was exported with the programs of the field, and compare it mark by mark. Runs in an environment of its own.

Usage: read.py FOLDER, as tests/interop/__main__.py wrote it: an export a format, and expected.json with the marks each must hold.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import browser
import entities
import extras
import refi_rules

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
    """Read by doccano's own parser, which imports a package for spreadsheets that it does not need here."""
    import types

    sys.modules["pyexcel"] = types.ModuleType("pyexcel")
    sys.modules["pyexcel.exceptions"] = types.ModuleType("pyexcel.exceptions")
    from backend.data_import.pipeline.parsers import JSONLParser

    parser = JSONLParser()
    rows = list(parser.parse(str(path)))
    assert not parser.errors
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

    refi_rules.check(path)
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


def register(folder, _texts):
    import openpyxl

    book = openpyxl.load_workbook(folder / "register.xlsx")
    head, *rows = book["TaiLieu"].iter_rows(values_only=True)
    assert head[0] == "arcFileCode"
    assert head[11:17] == ("typeName", "codeNumber", "codeNotation", "issuedDate", "organName", "subject")
    assert len(list(book["HoSo"].iter_rows(values_only=True))[1]) == 18
    from lxml import etree

    space = "{http://purl.org/dc/elements/1.1/}identifier"
    found = [etree.parse(file).getroot().findall(space)[-1].text for file in folder.glob("dublin-core/*.xml")]
    assert len(rows) == len(found)
    return [(each, 0, 0, "") for each in found]


# Of http://www.w3.org/ns/anno.jsonld what our annotations use: nothing is fetched.
ANNO = {
    "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#", "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "id": "@id", "type": "@type", "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationPage": "as:OrderedCollectionPage", "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end", "value": "rdf:value",
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "classifying": "oa:classifying", "commenting": "oa:commenting", "describing": "oa:describing", "assessing": "oa:assessing",
    "creator": {"@id": "dcterms:creator", "@type": "@id"}, "created": "dcterms:created", "modified": "dcterms:modified",
    "language": "dc:language", "format": "dc:format", "name": "foaf:name", "Person": "foaf:Person", "Software": "as:Application",
}  # fmt: skip


def w3c(path, texts):
    from urllib.parse import unquote

    from pyld import jsonld

    def loader(url, _options=None):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "contentType": "application/ld+json",
            "document": {"@context": ANNO},
        }

    (page,) = jsonld.expand(json.loads(path.read_text("utf-8")), {"documentLoader": loader})
    oa, found = "http://www.w3.org/ns/oa#", []
    for each in page["https://www.w3.org/ns/activitystreams#items".replace("https", "http")][0]["@list"]:
        (target,) = each[f"{oa}hasTarget"]
        selectors = {one["@type"][0]: one for one in target[f"{oa}hasSelector"]}
        place, said = selectors[f"{oa}TextPositionSelector"], selectors[f"{oa}TextQuoteSelector"]
        start, end = (place[f"{oa}{edge}"][0]["@value"] for edge in ("start", "end"))
        article = unquote(target[f"{oa}hasSource"][0]["@id"].rpartition(":")[2])
        assert texts[article][start:end] == said[f"{oa}exact"][0]["@value"]
        label = next(
            one["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]
            for one in each[f"{oa}hasBody"]
            if one[f"{oa}hasPurpose"][0]["@id"] == f"{oa}classifying"
        )
        found.append((article, start, end, label))
    return found


def tei(folder, texts):
    """Read by acdh-tei-pyutils; what a pointer cuts from its paragraph is the quote of the mark's place in its article."""
    import re

    from acdh_tei_pyutils.tei import TeiReader

    found = []
    for file in sorted(folder.glob("*.xml")):
        document = TeiReader(str(file))
        (article,) = document.any_xpath("//tei:publicationStmt/tei:p/text()")
        text = texts[article]
        starts, at = {}, 0
        rows = text.split("\n")
        number = 0
        for row in rows:
            if row.strip():
                number += 1
                starts[f"p{number}"] = at
            at += len(row) + 1
        for each in document.any_xpath("//tei:standOff//tei:annotation"):
            ranges = re.findall(r"string-range\((p\d+),(\d+),(\d+)\)", each.get("target"))
            for name, low, size in ranges:
                shown = document.any_xpath(f"//tei:p[@xml:id='{name}']")[0].text or ""
                begin = starts[name] + int(low)
                assert shown[int(low) : int(low) + int(size)] == text[begin : begin + int(size)]
            (label,) = each.xpath("*[@type='label']/text()")
            first, last = ranges[0], ranges[-1]
            start, end = starts[first[0]] + int(first[1]), starts[last[0]] + int(last[1]) + int(last[2])
            found.append((article, start, end, label))
    return found


def ftm(path, _texts):
    """Every entity is as its published schema wants it, its references too; mentions carry their quotes."""
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    entities.check(rows)
    return [(row["properties"]["name"][0], 0, 0, "") for row in rows if row["schema"] == "Mention"]


def spacy_docs(path, texts):
    import spacy
    from spacy.tokens import DocBin

    found = []
    for doc in DocBin(store_user_data=True).from_bytes(path.read_bytes()).get_docs(spacy.blank("xx").vocab):
        assert doc.text == texts[doc.user_data["doc_id"]]
        places = {(each.start, each.end, each.label_) for each in doc.spans["sc"]}
        assert {(each.start, each.end, each.label_) for each in doc.ents} <= places
        found += [(doc.user_data["doc_id"], each.start_char, each.end_char, each.label_) for each in doc.spans["sc"]]
    return found


def parquet(folder, texts):
    import mlcroissant
    from datasets import load_dataset

    rows = load_dataset(
        "parquet", data_files=str(folder / "data" / "*.parquet"), split="train", cache_dir=str(folder.parent / "cache")
    )
    assert {row["id"]: row["text"] for row in rows} == texts
    described = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert [each.name for each in described.metadata.record_sets[0].fields][:3] == ["id", "title", "text"]
    assert sum(1 for _ in described.records("default")) == len(texts)
    return [(row["id"], each["start"], each["end"], each["label"]) for row in rows for each in row["spans"]]


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
    **({"html": (browser.marks, ""), "report-html": (browser.marks, "")} if browser.CHROMIUM else {}),
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
    "doccano": (doccano, "doccano"),
    "brat": (brat, "pybrat"),
    "cas-json": (cas_json, "dkpro-cassis"),
    "cas-xmi": (cas_xmi, "dkpro-cassis"),
    "refi": (refi, "pyrefiqda"),
    "spacy": (spacy_docs, "spacy"),
    "parquet": (parquet, "datasets"),
    "register": (register, "openpyxl"),
    "w3c": (w3c, "pyld"),
    "tei": (tei, "acdh-tei-pyutils"),
    "ftm": (ftm, "followthemoney"),
    "ris": (ris, "rispy"),
    "csl": (csl, ""),
}


def main(folder: Path) -> int:
    told = json.loads((folder / "expected.json").read_text("utf-8"))
    told["marks"] |= extras.write(folder)
    told["files"] |= {"spacy": "set-spacy.spacy", "parquet": "set-parquet"}
    wrong = 0
    for name, marks in told["marks"].items():
        if name not in READERS:
            continue
        read, package = READERS[name]
        expected = sorted(tuple(each) for each in marks)
        found = sorted(tuple(each) for each in read(folder / told["files"][name], told["texts"]))
        reader = f"{package} {version(package)}" if package else "Chromium" if read is browser.marks else "json"
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
