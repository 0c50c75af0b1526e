"""Furniture folded away: no character moves, a line says how much there is, and what is looked for inside opens it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Line, Role
from desktop.ui.look import theme
from desktop.ui.page import folds
from desktop.ui.page.page_layers import FoldLayer
from desktop.ui.page.reader import Reader

ROWS = [
    ("Trang chủ \U0001f1fb\U0001f1f3", Role.FURNITURE), ("Thời sự", Role.FURNITURE), ("", None), ("Kinh tế", Role.FURNITURE),
    ("Đồi chè vào vụ", Role.HEADLINE), ("In bài", Role.FURNITURE), ("Năm nay bản hái chè sớm.", Role.BODY),
    ("Tin khác", Role.FURNITURE), ("Chợ phiên", Role.FURNITURE),
]  # fmt: skip
TEXT = "\n".join(words for words, _ in ROWS)


def lines():
    start = 0
    for words, role in ROWS:
        if role:
            yield Line(start, start + len(words), role)
        start += len(words) + 1


ARTICLE = Article(ArticleId("x"), "", TEXT, "", lines=tuple(lines()))
MARK = Annotation(AnnotationId("m"), ARTICLE.id, TEXT.index("Chợ"), TEXT.index("Chợ") + 9, "EVENT")


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show_article(ARTICLE, [MARK], [])
    widget.show()
    return widget


def shown(reader):
    """Return the words on the page; a fold line as its number of lines."""
    counts = iter(run.count for run in folds.runs(ARTICLE) if reader.folds.hides(run))
    block, seen = reader.document().begin(), []
    while block.isValid():
        if block.userState() == folds.FOLDED:
            seen.append(next(counts))
        elif block.userState() != folds.HIDDEN and block.text():
            seen.append(block.text().split(" ")[0])
        block = block.next()
    return seen


def fold_line(reader, place):
    view = reader.document().documentLayout()
    block = reader.document().findBlock(place)
    assert block.userState() in (folds.FOLDED, folds.OPEN)
    top = view.blockBoundingRect(block).top() - reader.verticalScrollBar().value()
    return QPoint(60 if block.userState() == folds.FOLDED else 14, round(top + 12))


FOLDED = [3, "Đồi", 1, "Năm", 2]


def test_runs_are_folded_however_short_they_are(reader):
    assert (shown(reader), reader.document().characterCount() - 1) == (FOLDED, len(TEXT.encode("utf-16-le")) // 2)


def test_a_click_on_the_fold_line_opens_it_and_one_on_its_sign_folds_it_again(qtbot, reader):
    seen = []
    for _ in range(2):
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=fold_line(reader, 0))
        seen.append(shown(reader))
    assert seen == [["Trang", "Thời", "Kinh", "Đồi", 1, "Năm", 2], FOLDED]


def test_enter_opens_the_fold_at_the_caret(qtbot, reader):
    reader.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(reader, Qt.Key.Key_Return)
    assert shown(reader)[:3] == ["Trang", "Thời", "Kinh"]


def test_the_caret_steps_over_what_is_folded(qtbot, reader):
    reader.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    assert reader.textCursor().block().text() == "Đồi chè vào vụ"


@pytest.mark.parametrize("looked_for", ["mark", "hit", "place"])
def test_what_is_looked_for_inside_opens_the_fold(reader, looked_for):
    if looked_for == "mark":
        reader.next_annotation()
    elif looked_for == "hit":
        reader.set_hits([(TEXT.index("Chợ"), TEXT.index("Chợ") + 3)], 0)
    else:
        reader.reveal(TEXT.index("Chợ"), TEXT.index("Chợ") + 3)
    assert shown(reader) == [3, "Đồi", 1, "Năm", "Tin", "Chợ"]


def test_on_a_fold_line_there_is_no_caret_to_be_seen(qtbot, reader):
    seen = []
    for move in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.Down, QTextCursor.MoveOperation.Start):
        reader.moveCursor(move)
        seen.append(reader.cursorWidth())
    qtbot.keyClick(reader, Qt.Key.Key_Return)  # opens it
    assert [*seen, reader.cursorWidth()] == [0, 2, 0, 2]


def test_a_click_between_two_paragraphs_stays_there(qtbot, reader):
    block = reader.document().findBlock(reader.positions.to_utf16(TEXT.index("In bài")))
    box = reader.document().documentLayout().blockBoundingRect(block)
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, round(box.bottom()) + 3))
    assert reader.textCursor().block().text() in ("In bài", "Năm nay bản hái chè sớm.")


def test_the_caret_goes_back_over_a_fold_to_its_line(qtbot, reader):
    quoted = reader.textCursor()
    quoted.setPosition(reader.positions.to_utf16(TEXT.index("Đồi")))
    reader.setTextCursor(quoted)
    qtbot.keyClick(reader, Qt.Key.Key_Left)
    first = reader.textCursor().position()
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    qtbot.keyClick(reader, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (first, reader.textCursor().block().userState()) == (0, folds.FOLDED)


def test_all_of_it_can_be_shown_and_folded(reader):
    reader.toggle_fold(0)
    seen = []
    for folded in (False, True):
        reader.set_folded(folded)
        seen.append(shown(reader))
    assert seen == [["Trang", "Thời", "Kinh", "Đồi", "In", "Năm", "Tin", "Chợ"], FOLDED]


def test_marks_stay_on_their_words_whatever_is_folded(reader):
    before = [piece.mark.annotation.id for piece in reader.view_layout().pieces]
    reader.set_folded(False)
    pieces = reader.view_layout().pieces
    cursor = reader.textCursor()
    cursor.setPosition(pieces[0].mark.first)
    cursor.setPosition(pieces[0].mark.last, QTextCursor.MoveMode.KeepAnchor)
    assert (before, cursor.selectedText(), pieces[0].box.width() > 30) == ([], "Chợ phiên", True)


def test_what_is_copied_leaves_out_what_is_folded(reader):
    reader.selectAll()
    folded = reader.selected_words()
    reader.set_folded(False)
    reader.selectAll()
    reader.copy()
    assert (folded, QApplication.clipboard().text()) == ("Đồi chè vào vụ\nNăm nay bản hái chè sớm.\n", TEXT)


def test_a_fold_line_says_what_is_done_to_its_lines_while_they_are_selected_along(reader):
    warning, seen = theme.load("light").warning, []
    for anchor, place in ((0, 0), (TEXT.index("Đồi"), TEXT.index("Năm")), (TEXT.index("Năm"), TEXT.index("sớm"))):
        reader.move_caret(anchor, place)
        picture = reader.viewport().grab().toImage()
        inks = {picture.pixelColor(x, y).name() for x in range(40, 400) for y in range(picture.height())}
        seen.append(warning in inks)
    layer = next(each for each in reader.draw_under if isinstance(each, FoldLayer))
    assert (seen, layer.words(2, True)) == (
        [False, True, False], "2 lines of page furniture: a mark takes them in, a copy leaves them out",
    )  # fmt: skip


def test_the_pointer_is_a_hand_over_a_fold_line(reader):
    shapes = []
    for place in (fold_line(reader, 0), QPoint(60, 300)):
        point = QPointF(place)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            point,
            point,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(reader.viewport(), moved)
        shapes.append(reader.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor]


@pytest.mark.parametrize("opened", [True, False])
def test_another_article_begins_folded_and_the_same_one_stays_as_it_is(reader, opened):
    reader.toggle_fold(0)
    reader.show_article(ARTICLE if opened else Article(ArticleId("y"), "", TEXT, "", lines=ARTICLE.lines), [], [])
    assert (shown(reader) != FOLDED) is opened
