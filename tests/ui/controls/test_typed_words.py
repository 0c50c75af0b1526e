"""Live filters while an input method composes: what is seen in the field is what is looked for."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.unattended import driving


def compose(field, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


STEPS = {
    "composing": ([("tr", ""), ("trắ", ""), ("trắng", "")], ["tr", "trắ", "trắng"]),
    "handed over": ([("trắng", ""), ("", "trắng")], ["trắng", "trắng"]),
    "given up": ([("trắng", ""), ("", "")], ["trắng", ""]),
    "the next word": ([("mây", ""), ("", "mây "), ("tr", "")], ["mây", "mây ", "mây tr"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize(("events", "told"), STEPS.values(), ids=STEPS)
def test_what_is_composed_is_told(qtbot, kind, events, told):
    field, said = kind(), []
    qtbot.addWidget(field)
    TypedWords(field).changed.connect(said.append)
    for preedit, commit in events:
        compose(field, preedit, commit)
    assert [words for at, words in enumerate(said) if words != said[at - 1] or at == 0] == list(dict.fromkeys(told))


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_it_stands_where_the_caret_is_behind_letters_beyond_the_plane(qtbot, kind):
    field = kind("😀 mây")
    qtbot.addWidget(field)
    typed = TypedWords(field)
    if kind is QLineEdit:
        field.setCursorPosition(3)
    else:
        cursor = field.textCursor()
        cursor.setPosition(3)
        field.setTextCursor(cursor)
    compose(field, "xã ")
    assert typed.words == "😀 xã mây"


# The action that brings a field, its name, and how many it finds that the word lies in, three at first (two hits, two marks).
FILTERS = {
    "find": ("search", lambda seen: seen.shelf.model.rowCount()),
    "find_words": ("find_box", lambda seen: len(seen.reader.hits.found)),
    "go_marks": ("marks_words", lambda seen: seen.marks.model.rowCount()),
}


@pytest.mark.parametrize(
    ("action", "name", "found"), [(action, *each) for action, each in FILTERS.items()], ids=FILTERS
)
def test_a_filter_follows_a_word_that_is_composed(full, action, name, found):
    window, bench = full.window, full.bench
    bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.annotations == 4))
    window.acts[action].trigger()
    compose(window.findChild(QLineEdit, name), "trắng")
    driving.until(lambda: found(full.bench) == 2 and driving.settled(full))
    assert found(full.bench) == 2
