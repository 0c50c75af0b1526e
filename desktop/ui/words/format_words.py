"""What the formats that go out are called, and what they cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_FORMATS = {
    "jsonl": QT_TRANSLATE_NOOP("Formats", "JSON Lines: everything, can be imported again"),
    "csv": QT_TRANSLATE_NOOP("Formats", "CSV: one row a mark, for spreadsheets"),
    "html": QT_TRANSLATE_NOOP("Formats", "HTML: the articles with their marks, for any browser"),
    "xlsx": QT_TRANSLATE_NOOP("Formats", "Excel workbook: marks, articles, entities, figures"),
    "markdown": QT_TRANSLATE_NOOP("Formats", "Markdown: a file an article, for Obsidian and Logseq"),
    "report-html": QT_TRANSLATE_NOOP("Formats", "Report: the quotes by label, to read or print"),
    "report-docx": QT_TRANSLATE_NOOP("Formats", "Word report: the quotes by label, with context and notes"),
    "bundle": QT_TRANSLATE_NOOP("Formats", "Bundle: articles with their files, marks and history, for a colleague"),
    "pdf": QT_TRANSLATE_NOOP("Formats", "PDF: the articles with highlights and notes"),
    "prodigy": QT_TRANSLATE_NOOP("Formats", "Prodigy: JSON Lines with tokens and spans"),
    "spacy": QT_TRANSLATE_NOOP("Formats", "spaCy: DocBin with spans and entities"),
    "iob2": QT_TRANSLATE_NOOP("Formats", "IOB2: token and tag, without overlaps"),
    "iobes": QT_TRANSLATE_NOOP("Formats", "IOBES: token and tag, without overlaps"),
    "conll2003": QT_TRANSLATE_NOOP("Formats", "CoNLL-2003: four columns, without overlaps"),
    "conllup": QT_TRANSLATE_NOOP("Formats", "CoNLL-U Plus: columns that keep nested marks"),
    "label-studio": QT_TRANSLATE_NOOP("Formats", "Label Studio: tasks with annotations and predictions"),
    "doccano": QT_TRANSLATE_NOOP("Formats", "doccano: JSON Lines with text and labels"),
    "brat": QT_TRANSLATE_NOOP("Formats", "brat: standoff files, a pair an article"),
    "cas-json": QT_TRANSLATE_NOOP("Formats", "INCEpTION: UIMA CAS as JSON"),
    "cas-xmi": QT_TRANSLATE_NOOP("Formats", "INCEpTION: UIMA CAS as XMI"),
    "refi": QT_TRANSLATE_NOOP("Formats", "REFI-QDA: for QualCoder, MAXQDA, NVivo, ATLAS.ti"),
    "register": QT_TRANSLATE_NOOP(
        "Formats", "Archive register: HoSo and TaiLieu of Thông tư 05/2025, with Dublin Core"
    ),
    "parquet": QT_TRANSLATE_NOOP("Formats", "Parquet: a data set for Hugging Face, with its card and Croissant"),
    "ris": QT_TRANSLATE_NOOP("Formats", "RIS: the articles as citations, for Zotero and others"),
    "csl": QT_TRANSLATE_NOOP("Formats", "CSL JSON: the articles as citations"),
    "ftm": QT_TRANSLATE_NOOP("Formats", "FollowTheMoney: people, bodies, offices and mentions, for OpenAleph"),
    "w3c": QT_TRANSLATE_NOOP("Formats", "W3C Web Annotation: JSON-LD, for Recogito and Hypothesis"),
    "tei": QT_TRANSLATE_NOOP("Formats", "TEI: the articles with standoff annotations"),
}
# What of marks a format loses, by the names of `operations.Foreseen`.
_LOST = {
    "rejected": QT_TRANSLATE_NOOP("Lost", "rejected marks: {0}"),
    "overlapping": QT_TRANSLATE_NOOP("Lost", "overlapping marks: {0}"),
    "nested": QT_TRANSLATE_NOOP("Lost", "marks within others: {0}"),
    "other": QT_TRANSLATE_NOOP("Lost", "marks over a line’s end or with white space at an edge: {0}"),
    "notes": QT_TRANSLATE_NOOP("Lost", "notes: {0}"),
    "values": QT_TRANSLATE_NOOP("Lost", "values: {0}"),
    "attributes": QT_TRANSLATE_NOOP("Lost", "attributes: {0}"),
    "answers": QT_TRANSLATE_NOOP("Lost", "whether a mark is only suggested: {0}"),
    "relations": QT_TRANSLATE_NOOP("Lost", "facts: {0}"),
}


def format_name(name: str) -> str:
    """Return what a format is called, and what it is for."""
    return QCoreApplication.translate("Formats", _FORMATS[name])


def lost(counts: Mapping[str, int], number: Callable[[int], str]) -> list[str]:
    """Return what a format will not hold, a line each."""
    return [QCoreApplication.translate("Lost", _LOST[name]).format(number(count)) for name, count in counts.items()]
