"""The words of the tooltip over a mark: label, quote, value, status and who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QObject

from desktop.model import Annotation, Label, Status
from desktop.ui.marks import Mark
from desktop.ui.value_words import value_words

_QUOTE = 160  # code points; a longer quote is cut in the middle


class MarkTip(QObject):
    """Words for tooltips, in one language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def words(self, marks: Sequence[Mark], text: str, labels: Mapping[str, Label]) -> str:
        """Return rich text for the marks under the pointer, innermost first; `text` is the article's."""
        return "<hr>".join(self._entry(mark.annotation, text, labels) for mark in marks)

    def _entry(self, annotation: Annotation, text: str, labels: Mapping[str, Label]) -> str:
        label = labels.get(annotation.label)
        name = getattr(label, self._language, label.en) if label else annotation.label
        rows = [f"<b>{escape(name)}</b>", escape(_quote(text[annotation.start : annotation.end]))]
        value = value_words(annotation, self._language)
        if value:
            rows.append(self.tr("Value: {0}").format(escape(value)))
        if annotation.note:
            rows.append(self.tr("Note: {0}").format(escape(annotation.note)))
        rows.append(self._origin(annotation))
        return "<br>".join(rows)

    def _origin(self, annotation: Annotation) -> str:
        status = {
            Status.SUGGESTED: self.tr("Suggested"),
            Status.ACCEPTED: self.tr("Accepted"),
            Status.REJECTED: self.tr("Rejected"),
        }[annotation.status]
        if not annotation.by:
            return status
        made = self.tr("{0}, by {1}") if annotation.score is None else self.tr("{0}, by the detector ({1})")
        return made.format(status, escape(annotation.by))


def _quote(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= _QUOTE else f"{quote[: _QUOTE // 2]} … {quote[-_QUOTE // 2 :]}"
