"""The one table of hostile texts goes the whole road: import, detection, the page, a mark by key, three exports and back."""

import csv
import json

import pytest
from hostile import HOSTILE, LONG_LINE
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop import operations
from desktop.detect import detect, read_page
from desktop.text.normal import normal
from desktop.text.offsets import PositionMap
from desktop.ui.look import theme
from desktop.ui.page.reader import Reader

WORD = "Bến Đá"


@pytest.fixture
def reader(qtbot):
    page = Reader(theme.load("light"))
    page.resize(600, 400)
    qtbot.addWidget(page)
    return page


def select(reader, text, start, end):
    """Select code points of a text as a person's mouse or keys would leave them."""
    units = PositionMap(text)
    cursor = reader.textCursor()
    cursor.setPosition(units.to_utf16(start))
    cursor.setPosition(units.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)


@pytest.mark.parametrize("source", [*HOSTILE.values(), LONG_LINE], ids=[*HOSTILE, "megabyte"])
def test_every_quote_is_intact_at_the_end_of_the_road(store, reader, qtbot, tmp_path, source):
    (prepared,) = operations.prepare_paste(f"{source}\n{WORD} ngày 1-7-2019, 12 người", False, read_page)
    article = store.article(operations.add(store, prepared).article)
    assert article.text == normal(f"{source}\n{WORD} ngày 1-7-2019, 12 người")

    operations.apply_detection(store, article.id, detect(article.text, article.published))
    reader.show_article(store.article(article.id), store.annotations(article.id), store.labels())
    start = article.text.rindex(WORD)
    select(reader, article.text, start, start + len(WORD))
    reader.annotate_requested.connect(lambda *asked: operations.annotate(store, article.id, *asked, by="Lan"))
    with qtbot.waitSignal(reader.annotate_requested):
        qtbot.keyClick(reader, Qt.Key.Key_D)
    made = [each for each in store.annotations(article.id) if (each.start, each.label) == (start, "LOCATION")]
    assert [(each.end, each.status) for each in made] == [(start + len(WORD), "accepted")]

    expected = {each.id: article.text[each.start : each.end] for each in store.annotations(article.id)}
    done = [operations.export(store, name, tmp_path / f"set.{name}") for name in ("jsonl", "csv", "html")]
    assert [(each.annotations, each.verified) for each in done] == [(len(expected), len(expected))] * 3
    row = json.loads((tmp_path / "set.jsonl").read_text("utf-8"))
    assert {each["id"]: row["text"][each["start"] : each["end"]] for each in row["annotations"]} == expected
    with (tmp_path / "set.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert {each["ann_id"]: each["quote"].removeprefix("'") for each in csv.DictReader(lines)} == expected
