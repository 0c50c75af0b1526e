"""The keys that the parts of the window take, place by place: one table, which the help tells and the tests look through.

What the window itself takes stands in the table of actions; labels bring their own keys to the page and the list of marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.ui.controls.mark_keys import EDGES, RUN, STEPS, WISHES
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Taken:
    """Keys, as QKeySequence writes them, and what they do; `told` in words where the keys alone say little."""

    keys: tuple[str, ...]
    words: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the window with the keyboard, or what is going on there: its title and its keys."""

    title: str
    taken: tuple[Taken, ...]


_ARROWS = ("Left", "Right", "Up", "Down")
_STEP = {(forward, alone): key for key, (forward, alone) in STEPS.items()}
PLACES = {
    "page": Place(QT_TRANSLATE_NOOP("Keys", "On the page"), (
        Taken(_ARROWS, QT_TRANSLATE_NOOP("Keys", "move the caret; Shift selects"), QT_TRANSLATE_NOOP("Keys", "Arrows")),
        Taken(("Space", "PgDown"), QT_TRANSLATE_NOOP("Keys", "on by what is seen")),
        Taken(("Shift+Space", "PgUp"), QT_TRANSLATE_NOOP("Keys", "back by what is seen")),
        Taken(("Home", "End"), QT_TRANSLATE_NOOP("Keys", "to the beginning, to the end of the article")),
        Taken(("Ctrl+Left", "Ctrl+Right"), QT_TRANSLATE_NOOP("Keys", "back and on by words")),
        Taken(
            ("Ctrl+Shift+Left", "Ctrl+Shift+Right"), QT_TRANSLATE_NOOP("Keys", "select by words")
        ),
        Taken(
            ("Alt+Shift+Left", "Alt+Shift+Right", "Ctrl+Shift+,", "Ctrl+Shift+."), QT_TRANSLATE_NOOP("Keys", "select by syllables")
        ),
        Taken(
            (),
            QT_TRANSLATE_NOOP("Keys", "select the word, the sentence; dragged on, more of them"),
            QT_TRANSLATE_NOOP("Keys", "Double click, third click"),
        ),
        Taken(
            (),
            QT_TRANSLATE_NOOP("Keys", "select to any letter; otherwise syllables are taken whole"),
            QT_TRANSLATE_NOOP("Keys", "Ctrl or Alt while dragging"),
        ),
        Taken(
            (),
            QT_TRANSLATE_NOOP("Keys", "with nothing selected makes the label active: what is selected next gets it, until Escape"),
            QT_TRANSLATE_NOOP("Keys", "A label's key"),
        ),
        Taken(("F6",), QT_TRANSLATE_NOOP("Keys", "see the labels of all marks"), QT_TRANSLATE_NOOP("Keys", "F6, held")),
        Taken((_STEP[True, False], _STEP[False, False]), QT_TRANSLATE_NOOP("Keys", "next and previous mark")),
        Taken((_STEP[True, True], _STEP[False, True]), QT_TRANSLATE_NOOP("Keys", "next and previous suggestion")),
        Taken(("Return", "Enter"), QT_TRANSLATE_NOOP("Keys", "select the mark at the caret, or open the fold there")),
        Taken(("Esc",), QT_TRANSLATE_NOOP("Keys", "end the search, the review, the whole screen; then to the shelf")),
    )),
    "mark": Place(QT_TRANSLATE_NOOP("Keys", "With a mark selected"), (
        Taken(WISHES["accept"], QT_TRANSLATE_NOOP("Keys", "accept the selected mark and go on to the next suggestion")),
        Taken(WISHES["reject"], QT_TRANSLATE_NOOP("Keys", "reject it and go on")),
        Taken(WISHES["delete"], QT_TRANSLATE_NOOP("Keys", "delete it")),
        Taken(
            tuple(keys for edge in EDGES.values() for keys in (edge.keys, edge.also)),
            QT_TRANSLATE_NOOP("Keys", "widen its end by a syllable, with Shift narrow it; with Ctrl its start; Alt and arrows do the same"),
            "F12",
        ),
        Taken(
            (),
            QT_TRANSLATE_NOOP("Keys", "goes by words; with Ctrl or Alt by syllables, with both by letters"),
            QT_TRANSLATE_NOOP("Keys", "A mark's edge dragged"),
        ),
        Taken(("Esc",), QT_TRANSLATE_NOOP("Keys", "select nothing")),
    )),
    "review": Place(QT_TRANSLATE_NOOP("Keys", "In a review"), (
        Taken(WISHES["accept"], QT_TRANSLATE_NOOP("Keys", "accept and go on; at the end of the article: open the next")),
        Taken(WISHES["reject"], QT_TRANSLATE_NOOP("Keys", "reject it and go on")),
        Taken(RUN["skip"], QT_TRANSLATE_NOOP("Keys", "leave it undecided and go on")),
        Taken(RUN["step_back"], QT_TRANSLATE_NOOP("Keys", "back to what was skipped last")),
        Taken(RUN["review_end"], QT_TRANSLATE_NOOP("Keys", "end the review")),
    )),
    "marks": Place(QT_TRANSLATE_NOOP("Keys", "In the pane of marks"), (
        Taken(WISHES["accept"], QT_TRANSLATE_NOOP("Keys", "accept all that is selected, or stands below the line")),
        Taken(WISHES["reject"], QT_TRANSLATE_NOOP("Keys", "reject it and go on")),
        Taken(WISHES["delete"], QT_TRANSLATE_NOOP("Keys", "delete it")),
        Taken(("Space",), QT_TRANSLATE_NOOP("Keys", "open or fold a line, or hide a label")),
        Taken(("Esc",), QT_TRANSLATE_NOOP("Keys", "back to the page")),
    )),
    "shelf": Place(QT_TRANSLATE_NOOP("Keys", "On the shelf"), (
        Taken(
            ("Up", "Down", "PgUp", "PgDown", "Home", "End"),
            QT_TRANSLATE_NOOP("Keys", "look at an article"),
            QT_TRANSLATE_NOOP("Keys", "Arrows"),
        ),
        Taken(("Return", "Enter"), QT_TRANSLATE_NOOP("Keys", "read it")),
        Taken(("Del",), QT_TRANSLATE_NOOP("Keys", "delete the selected articles")),
        Taken(tuple("123456789"), QT_TRANSLATE_NOOP("Keys", "give a tag, or take it off"), "1 – 9"),
    )),
    "find": Place(QT_TRANSLATE_NOOP("Keys", "In the find bar"), (
        Taken(("Return", "Enter"), QT_TRANSLATE_NOOP("Keys", "next hit")),
        Taken(("Shift+Return", "Shift+Enter"), QT_TRANSLATE_NOOP("Keys", "previous hit")),
        Taken(("Esc",), QT_TRANSLATE_NOOP("Keys", "close it")),
    )),
}  # fmt: skip
