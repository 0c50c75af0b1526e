"""The way back and forward through articles, by keys and the mouse's side buttons."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from waiting import turn

from desktop.ui.unattended import driving


@pytest.fixture
def two(session, tmp_path):
    for name, words in (
        ("dai.txt", "Đoạn văn số {0} lấp trang cho dài."),
        ("khac.txt", "Chè bản Mây, lứa {0} lấp đầy gùi."),
    ):
        lines = "\n".join(words.format(at) for at in range(300))
        (tmp_path / name).write_text(f"Bài {name}\n\n{lines}", "utf-8")
    session.bench.commands.files.start([tmp_path / "dai.txt", tmp_path / "khac.txt"])
    driving.until(lambda: driving.settled(session))
    return session


def go(session, name, words=""):
    article = next(row.id for row in session.workspace.reads.rows() if name in row.title)
    session.bench.article.open(article)
    if words:
        session.bench.reader.show_top(session.bench.article.text.index(words))
    for _ in range(3):
        turn()


def here(session):
    reader, article = session.bench.reader, session.bench.article
    return article.article.title, article.text[reader.top :].split("\n")[0].split(" lấp")[0]


def test_back_leads_over_articles_and_jumps_to_where_each_was_left_and_forward_again(two):
    go(two, "dai", "Đoạn văn số 100 ")
    go(two, "khac", "lứa 40 ")
    go(two, "khac", "lứa 150 ")
    seen = []
    for name in ("go_back", "go_back", "go_forward", "go_forward"):
        two.window.acts[name].trigger()
        seen.append(here(two))
    expected = [("Bài khac.txt", "Chè bản Mây, lứa 40"), ("Bài dai.txt", "Đoạn văn số 100")]
    assert seen == [*expected, expected[0], ("Bài khac.txt", "Chè bản Mây, lứa 150")]


def test_an_article_that_is_gone_is_passed_over_and_nothing_is_offered_at_the_end(two):
    go(two, "dai", "Đoạn văn số 100 ")
    two.bench.article.trail.behind.clear()
    go(two, "khac", "lứa 40 ")
    offered = [two.window.acts[name].isEnabled() for name in ("go_back", "go_forward")]
    two.workspace.edits.delete_articles([row.id for row in two.workspace.reads.rows() if "dai" in row.title])
    two.window.acts["go_back"].trigger()
    assert (offered, "khac" in here(two)[0], two.window.acts["go_back"].isEnabled()) == ([True, False], True, False)


def test_the_side_buttons_and_another_language_know_the_same_way(two):
    go(two, "dai", "Đoạn văn số 100 ")
    go(two, "khac")
    two.set_language("en")
    driving.until(lambda: two.window.language == "en" and driving.settled(two))
    button, none = Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier
    view = two.bench.reader.viewport()
    QApplication.sendEvent(
        view, QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(90, 90), QPointF(90, 90), button, button, none)
    )
    assert here(two) == ("Bài dai.txt", "Đoạn văn số 100")
