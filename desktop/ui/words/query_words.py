"""The terms of a query in words, as chips and menus say them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.model import Label, State, Status
from desktop.text.queries.query import Field, Term
from desktop.ui.words import state_words
from desktop.ui.words.label_names import name_in
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

DETECTOR = "máy"  # what `by:` calls it in any language
_FIELDS = {
    Field.LABEL: QT_TRANSLATE_NOOP("Query", "Label"),
    Field.BY: QT_TRANSLATE_NOOP("Query", "Marked by"),
    Field.STATUS: QT_TRANSLATE_NOOP("Query", "Mark"),
    Field.NOTE: QT_TRANSLATE_NOOP("Query", "Note"),
    Field.TAG: QT_TRANSLATE_NOOP("Query", "Tag"),
    Field.SOURCE: QT_TRANSLATE_NOOP("Query", "Source"),
    Field.STATE: QT_TRANSLATE_NOOP("Query", "Article"),
}
_ANY_NOTE = QT_TRANSLATE_NOOP("Query", "With a note")
_WITHOUT = QT_TRANSLATE_NOOP("Query", "without: {0}")


def field(value: Field) -> str:
    """Return what a term speaks of."""
    return QCoreApplication.translate("Query", _FIELDS[value])


def value(asked: Term, labels: Mapping[str, Label], language: str) -> str:
    """Return what a term asks for, by itself."""
    if asked.field is Field.STATUS:
        return state_words.status(Status(asked.words))
    if asked.field is Field.STATE:
        return state_words.state(State(asked.words))
    if asked.field is Field.LABEL:
        typed = asked.words.casefold()
        return name_in(labels, next((name for name in labels if name.casefold() == typed), asked.words), language)
    if asked.field is Field.BY and asked.words == DETECTOR:
        return state_words.detector()
    if asked.field is Field.NOTE and not asked.words:
        return QCoreApplication.translate("Query", _ANY_NOTE)
    return f"“{asked.words}”" if asked.whole else asked.words


def term(asked: Term, labels: Mapping[str, Label], language: str) -> str:
    """Return a term in words: what it speaks of, what it asks for, and whether that must not be."""
    told = value(asked, labels, language)
    if asked.field is not Field.WORDS and asked.words:
        told = f"{field(asked.field)}: {told}"
    return QCoreApplication.translate("Query", _WITHOUT).format(told) if asked.without else told
