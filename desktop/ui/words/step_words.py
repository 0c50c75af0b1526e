"""Steps of the history in words: what was done, to how many places, in which article."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.model import Reach
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_TITLE = 40  # code points of an article's title that are told; the menu must not be as wide as the screen
# The titles that operations give their steps.
STEPS = {
    "Mend library": QT_TRANSLATE_NOOP("Steps", "Mend library"),
    "Add label": QT_TRANSLATE_NOOP("Steps", "Add label"),
    "Add word list": QT_TRANSLATE_NOOP("Steps", "Add word list"),
    "Remove word list": QT_TRANSLATE_NOOP("Steps", "Remove word list"),
    "Switch word list on": QT_TRANSLATE_NOOP("Steps", "Switch word list on"),
    "Switch word list off": QT_TRANSLATE_NOOP("Steps", "Switch word list off"),
    "Switch learned row on": QT_TRANSLATE_NOOP("Steps", "Switch learned rule on"),
    "Switch learned row off": QT_TRANSLATE_NOOP("Steps", "Switch learned rule off"),
    "Rename detected label": QT_TRANSLATE_NOOP("Steps", "Rename detected label"),
    "Mark": QT_TRANSLATE_NOOP("Steps", "Mark"),
    "Accept": QT_TRANSLATE_NOOP("Steps", "Accept"),
    "Reject": QT_TRANSLATE_NOOP("Steps", "Reject"),
    "Accept fact": QT_TRANSLATE_NOOP("Steps", "Accept fact"),
    "Reject fact": QT_TRANSLATE_NOOP("Steps", "Reject fact"),
    "Mark all": QT_TRANSLATE_NOOP("Steps", "Mark all occurrences"),
    "Relabel": QT_TRANSLATE_NOOP("Steps", "Relabel"),
    "Cut out": QT_TRANSLATE_NOOP("Steps", "Cut out of a mark"),
    "Move edges": QT_TRANSLATE_NOOP("Steps", "Move edges"),
    "Note": QT_TRANSLATE_NOOP("Steps", "Note"),
    "Line role": QT_TRANSLATE_NOOP("Steps", "Line role"),
    "Delete mark": QT_TRANSLATE_NOOP("Steps", "Delete mark"),
    "Import": QT_TRANSLATE_NOOP("Steps", "Import"),
    "Bring in marks": QT_TRANSLATE_NOOP("Steps", "Bring in marks"),
    "Detect": QT_TRANSLATE_NOOP("Steps", "Detect"),
    "Delete article": QT_TRANSLATE_NOOP("Steps", "Delete article"),
    "Tag": QT_TRANSLATE_NOOP("Steps", "Tag"),
    "Set state": QT_TRANSLATE_NOOP("Steps", "Set state"),
    "Correct title": QT_TRANSLATE_NOOP("Steps", "Correct title"),
    "Correct source": QT_TRANSLATE_NOOP("Steps", "Correct source"),
    "Correct byline": QT_TRANSLATE_NOOP("Steps", "Correct byline"),
    "Correct date": QT_TRANSLATE_NOOP("Steps", "Correct date"),
    "Correct place": QT_TRANSLATE_NOOP("Steps", "Correct place"),
    "Correct address": QT_TRANSLATE_NOOP("Steps", "Correct address"),
    "Correct file name": QT_TRANSLATE_NOOP("Steps", "Correct file name"),
    "Correct date retrieved": QT_TRANSLATE_NOOP("Steps", "Correct date retrieved"),
    "Correct fields": QT_TRANSLATE_NOOP("Steps", "Correct fields"),
    "Correct card": QT_TRANSLATE_NOOP("Steps", "Correct card"),
    "Read again": QT_TRANSLATE_NOOP("Steps", "Read again"),
    "Place mark": QT_TRANSLATE_NOOP("Steps", "Place mark"),
    "Drop marks": QT_TRANSLATE_NOOP("Steps", "Drop marks"),
    "Note on article": QT_TRANSLATE_NOOP("Steps", "Note on article"),
}
# The same over more than one mark, or fact.
COUNTED = {
    "Mark": QT_TRANSLATE_NOOP("Steps", "Mark {0} places"),
    "Mark all": QT_TRANSLATE_NOOP("Steps", "Mark {0} places"),
    "Accept": QT_TRANSLATE_NOOP("Steps", "Accept {0} marks"),
    "Reject": QT_TRANSLATE_NOOP("Steps", "Reject {0} marks"),
    "Delete mark": QT_TRANSLATE_NOOP("Steps", "Delete {0} marks"),
    "Relabel": QT_TRANSLATE_NOOP("Steps", "Relabel {0} marks"),
    "Accept fact": QT_TRANSLATE_NOOP("Steps", "Accept {0} facts"),
    "Reject fact": QT_TRANSLATE_NOOP("Steps", "Reject {0} facts"),
}
_ARTICLES = QT_TRANSLATE_NOOP("Steps", "{0} articles")


def step(title: str) -> str:
    """Return a step's title; one that is not known here stays as it is."""
    return _words(STEPS.get(title, title))


def reach(known: Reach, language: str) -> str:
    """Return what a step is about: what was done, how often, and in which article."""
    where = known.title if known.article is not None else ""
    if known.articles > 1:
        where = _words(_ARTICLES).format(number(known.articles, language))
    done = _done(known, language)
    return f"{done} · {_short(where)}" if where else done


def _done(known: Reach, language: str) -> str:
    counted = COUNTED.get(known.step.title) if known.marks > 1 else None
    return _words(counted).format(number(known.marks, language)) if counted else step(known.step.title)


def _short(title: str) -> str:
    title = " ".join(title.split())
    if len(title) <= _TITLE:
        return title
    whole = title[: _TITLE + 1].rpartition(" ")[0]
    return f"{whole or title[:_TITLE]}…"


def _words(text: str) -> str:
    return QCoreApplication.translate("Steps", text)
