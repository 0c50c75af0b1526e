"""The caret and the selection moved by words and syllables: by Ctrl and an arrow, with Shift too, by Alt+Shift, by Ctrl+Shift and . or ,"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.text.selecting.edges import SYLLABLE, WORD, Unit
from desktop.ui.page import page_place
from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.folds import stepped_over

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_GOING = _Modifier.ControlModifier
_BY_WORD = _Modifier.ControlModifier | _Modifier.ShiftModifier
_BY_SYLLABLE = _Modifier.AltModifier | _Modifier.ShiftModifier
# By modifiers and key: what the caret goes on by, and whether forward; without Shift it takes nothing along.
# What writes . and , with Shift is another key on many layouts.
_STEPS: dict[tuple[Qt.KeyboardModifier, int], tuple[Unit, bool]] = {
    (_GOING, _Key.Key_Right): (WORD, True),
    (_GOING, _Key.Key_Left): (WORD, False),
    (_BY_WORD, _Key.Key_Right): (WORD, True),
    (_BY_WORD, _Key.Key_Left): (WORD, False),
    (_BY_SYLLABLE, _Key.Key_Right): (SYLLABLE, True),
    (_BY_SYLLABLE, _Key.Key_Left): (SYLLABLE, False),
    **{(_BY_WORD, key): (SYLLABLE, True) for key in (_Key.Key_Period, _Key.Key_Greater, _Key.Key_Colon)},
    **{(_BY_WORD, key): (SYLLABLE, False) for key in (_Key.Key_Comma, _Key.Key_Less, _Key.Key_Semicolon)},
}


def step(page: ArticleView, event: QKeyEvent) -> bool:
    """Carry out a key that moves the caret of a page or draws its selection; return whether it is one."""
    found = _STEPS.get((event.modifiers() & ~_Modifier.KeypadModifier, event.key()))
    if found is None or page.article is None:
        return False
    unit, forward = found
    taking = bool(event.modifiers() & _Modifier.ShiftModifier)
    text, cursor, positions = page.article.text, page.textCursor(), page.positions
    here = positions.to_code_points(cursor.position())
    there = _place(text, here, unit, forward, taking)
    if there is not None:
        place = positions.to_utf16(there)
        shown = stepped_over(page.document(), place, forward)
        place = place if shown is None else shown
        page.move_caret(cursor.anchor() if taking else place, place)
        page_place.bring_caret_into_sight(page)
    return True


def _place(text: str, here: int, unit: Unit, forward: bool, taking: bool) -> int | None:
    """Return where a step ends: what is taken ends with its word, who only goes on stands before the next one."""
    if not forward:
        before = unit.preceding(text, 0, here)
        return before[0] if before else None
    next_ = unit.following(text, here, len(text))
    if next_ is None or taking:
        return next_[1] if next_ else None
    if next_[0] > here:
        return next_[0]
    after = unit.following(text, next_[1], len(text))
    return after[0] if after else next_[1]
