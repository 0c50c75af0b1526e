"""The reader: what is on the page, what is asked for by mouse and keys, and that no character moves a mark."""

import tomllib
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QImage, QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Line, Role, Status
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.page import line_looks
from desktop.ui.page.mark_painter import MarkPainter
from desktop.ui.page.mark_tooltip import MarkTip
from desktop.ui.page.reader import Reader
from desktop.ui.unattended import driving

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
HEAD = "Xã Mây Trắng mở lớp học đêm"
BODY = "Chị Tô Thị Nhài, Phó Chủ tịch UBND xã Mây Trắng, cho biết lớp có 38 người."
TEXT = f"{HEAD}\n\n{BODY}\nMục lục"
PLACES = [("nhai", "Tô Thị Nhài", "PERSON"), ("pho", "Phó Chủ tịch UBND xã Mây Trắng", "TITLE")]
PLACES += [("ubnd", "UBND xã Mây Trắng", "ORGANIZATION"), ("xa", "xã Mây Trắng", "LOCATION"), ("so", "38", "COUNT")]
FLAG = "\U0001f1fb\U0001f1f3"
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def article(text=TEXT, lines=()):
    return Article(ArticleId("x"), "", text, "", lines=lines)


def annotation(name, start, end, label="PERSON", **rest):
    return Annotation(AnnotationId(name), ArticleId("x"), start, end, label, **{"score": 0.9, "by": "1", **rest})


def annotations(text=TEXT):
    return [annotation(name, at := text.index(quote), at + len(quote), label) for name, quote, label in PLACES]


ROLES = (
    Line(0, len(HEAD), Role.HEADLINE),
    Line(TEXT.index(BODY), TEXT.index(BODY) + len(BODY), Role.BODY),
    Line(len(TEXT) - 7, len(TEXT), Role.FURNITURE),
)


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    widget.show_tags(True)
    widget.show_article(article(lines=ROLES), annotations(), LABELS)
    widget.show()
    return widget


def quoted(reader, start, end):
    """Select a stretch given in UTF-16 units, as a drag of the mouse does."""
    cursor = reader.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)


def spot(reader, place):
    """Return the middle of the character at a UTF-16 place, in the viewport."""
    cursor = reader.textCursor()
    cursor.setPosition(place)
    left = reader.cursorRect(cursor)
    cursor.setPosition(place + 1)
    return QPoint((left.center().x() + reader.cursorRect(cursor).center().x()) // 2, left.center().y())


def click(qtbot, reader, point):
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=point)


def heard(signal):
    calls = []
    signal.connect(lambda *values: calls.append(values))
    return calls


def commit(reader, words, preedit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(words)
    QApplication.sendEvent(reader, event)


# Selection by mouse


def test_a_click_selects_the_innermost_mark_and_again_the_next_outer(qtbot, reader):
    calls = heard(reader.annotation_selected)
    for _ in range(4):
        click(qtbot, reader, spot(reader, TEXT.index("Mây Trắng, cho")))
    assert calls == [("xa",), ("ubnd",), ("pho",), ("xa",)]


def test_a_click_beside_every_mark_selects_none(qtbot, reader):
    calls = heard(reader.annotation_selected)
    click(qtbot, reader, spot(reader, TEXT.index("38")))
    click(qtbot, reader, spot(reader, TEXT.index("biết")))
    click(qtbot, reader, spot(reader, TEXT.index("biết")))
    assert (calls, reader.selected_annotation) == ([("so",), ("",)], None)


def test_a_click_on_a_tag_selects_its_mark(qtbot, reader):
    tag = next(tag for tag in reader.view_layout().tags if tag.mark.annotation.id == "pho")
    click(qtbot, reader, tag.box.center().toPoint())
    assert reader.selected_annotation == "pho"


def test_a_drag_selects_text_and_lets_go_of_the_mark(qtbot, reader):
    reader.select_annotation("xa")
    calls = heard(reader.annotation_selected)
    first, last = spot(reader, TEXT.index("Chị")), spot(reader, TEXT.index(", Phó"))
    qtbot.mousePress(reader.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(reader.viewport(), last)
    qtbot.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=last)
    start, end = reader.selected_range()
    assert (calls, TEXT[start:end].strip("C,")) == ([("",)], "hị Tô Thị Nhài")


def test_a_hidden_mark_is_not_clicked(qtbot, reader):
    reader.set_hidden(frozenset({"LOCATION", "ORGANIZATION"}))
    click(qtbot, reader, spot(reader, TEXT.index("Mây Trắng, cho")))
    assert reader.selected_annotation == "pho"


# Selection by value


def test_selecting_by_id_makes_no_signal_and_an_unknown_id_selects_none(reader):
    calls = heard(reader.annotation_selected)
    reader.select_annotation("xa")
    chosen = reader.selected_annotation
    reader.select_annotation("nobody")
    assert (chosen, reader.selected_annotation, calls) == ("xa", None, [])


@pytest.mark.parametrize("gone", [[], [replace(annotations()[0], status=Status.REJECTED)]])
def test_a_selected_annotation_that_goes_is_selected_no_more(reader, gone):
    reader.select_annotation("nhai")
    calls = heard(reader.annotation_selected)
    reader.set_annotations(gone)
    assert (reader.selected_annotation, calls) == (None, [("",)])


def test_another_article_lets_go_of_selection_and_place(reader):
    reader.select_annotation("nhai")
    reader.show_article(article("Khác"), [], LABELS)
    assert (reader.selected_annotation, reader.selected_range(), reader.textCursor().position()) == (None, None, 0)


@pytest.mark.parametrize(
    ("text", "units", "expected"),
    [
        ("  đảng viên \n", (0, 13), (2, 11)),
        (f"{FLAG} đảng viên", (4, 14), (3, 12)),
        ("một\u00a0hai\u2028ba", (3, 8), (4, 7)),
        (" \n ", (0, 3), None),
        ("một", (1, 1), None),
    ],
)
def test_the_selected_range_counts_code_points_without_white_space_at_its_edges(reader, text, units, expected):
    reader.show_article(article(text), [], LABELS)
    quoted(reader, *units)
    assert reader.selected_range() == expected


# Hostile texts

HOSTILE = [
    f"{FLAG}\U0001d4d0 cờ và Bến Đá",
    "một\u2028hai\u2029ba Bến Đá",
    "\ufeffđầu\u200b\u200d\ufeff Bến Đá",
    "a\u0085b\x0cc\rd\ufdd0e\ufffc Bến Đá",
    "đường\u00a0phố\tBến Đá\n\n\n  \nhết",
    "\u202eđảo\u202c e\u0301\u0302 Bến Đá",
    "\n\n\nBến Đá",
    "lone \ud800 half Bến Đá",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_put_into_the_document_has_the_length_and_the_breaks_of_the_text(reader, text):
    reader.show_article(article(text), [], LABELS)
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert (reader.document().characterCount() - 1, reader.document().blockCount()) == (units, text.count("\n") + 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_mark_lies_over_its_own_words_in_any_text(reader, text):
    start = text.index("Bến Đá")
    reader.show_article(article(text), [annotation("b", start, start + 6, "LOCATION")], LABELS)
    pieces = reader.view_layout().pieces
    cursor = reader.textCursor()
    cursor.setPosition(pieces[0].mark.first)
    cursor.setPosition(pieces[0].mark.last, QTextCursor.MoveMode.KeepAnchor)
    edges = (pieces[0].box.left(), pieces[0].box.right())
    drawn = [round(edge - reader.cursorRect(cursor).left()) for edge in edges]
    assert (len(pieces), cursor.selectedText(), abs(drawn[1]) <= 4, drawn[0] < -20) == (1, "Bến Đá", True, True)


def test_a_megabyte_on_one_line_is_shown(reader):
    text = "Một dòng dài không dứt, cứ thế mà đi mãi. " * 24_000
    marks = [annotation(str(at), at * 300 + 4, at * 300 + 8) for at in range(3000)]
    reader.show_article(article(text), marks, LABELS)
    reader.reveal(600_000, 600_010)
    assert len({piece.mark.annotation.id for piece in reader.view_layout().pieces}) > 2


def test_a_text_above_the_limit_is_shown_without_the_looks_of_lines(reader):
    text = "Đầu đề\n\n" + "Thân bài. " * (line_looks.PLAIN_ABOVE // 10)
    reader.show_article(article(text, (Line(0, 6, Role.HEADLINE),)), [annotation("a", 0, 3)], LABELS)
    assert (reader.document().begin().charFormat().fontWeight(), len(reader.view_layout().pieces)) == (400, 1)


def test_blocks_look_as_their_lines_roles_say(reader):
    block, looks = reader.document().begin(), []
    while block.isValid():
        font = next((part.fragment().charFormat().font() for part in block), None)
        looks.append((font.pointSizeF() > 13, font.pointSizeF() < 13, font.bold()) if font else None)
        block = block.next()
    assert looks == [(True, False, True), None, (False, False, False), (False, True, False)]


# Keys


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Key.Key_N, Modifier.NoModifier, "PERSON"),
        (Key.Key_N, Modifier.ShiftModifier, "PERSON"),
        (Key.Key_1, Modifier.KeypadModifier, "COUNT"),
        (Key.Key_N, Modifier.ControlModifier, None),
        (Key.Key_N, Modifier.AltModifier, None),
        (Key.Key_Z, Modifier.NoModifier, None),
    ],
)
def test_a_labels_key_marks_the_selected_text(qtbot, reader, key, modifier, expected):
    start = TEXT.index("lớp có")
    quoted(reader, start, start + 7)
    calls = heard(reader.annotate_requested)
    qtbot.keyClick(reader, key, modifier)
    assert calls == ([(start, start + 6, expected)] if expected else [])


def test_a_labels_key_changes_the_selected_mark(qtbot, reader):
    reader.select_annotation("xa")
    marked, changed = heard(reader.annotate_requested), heard(reader.relabel_requested)
    qtbot.keyClick(reader, Key.Key_T)
    assert (marked, changed) == ([], [("xa", "ORGANIZATION")])


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Return, "accept_requested"),
        (Key.Key_Enter, "accept_requested"),
        (Key.Key_Backspace, "reject_requested"),
        (Key.Key_Delete, "delete_requested"),
    ],
)
def test_the_named_keys_ask_for_the_selected_mark_only(qtbot, reader, key, signal):
    calls = heard(getattr(reader, signal))
    qtbot.keyClick(reader, key)
    reader.select_annotation("so")
    qtbot.keyClick(reader, key)
    assert calls == [("so",)]


def test_enter_selects_the_mark_at_the_caret(qtbot, reader):
    reader.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(reader, Key.Key_Down)
    qtbot.keyClick(reader, Key.Key_Down)
    qtbot.keyClick(reader, Key.Key_Right, Modifier.ControlModifier)
    qtbot.keyClick(reader, Key.Key_Return)
    assert reader.selected_annotation == "nhai"


def test_the_caret_moves_and_extends_by_keys_alone(qtbot, reader):
    reader.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(reader, Key.Key_Right, Modifier.ControlModifier)
    for _ in range(2):
        qtbot.keyClick(reader, Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert reader.selected_range() == (3, 15)


def test_escape_lets_go_of_everything(qtbot, reader):
    reader.select_annotation("so")
    calls = heard(reader.annotation_selected)
    qtbot.keyClick(reader, Key.Key_Escape)
    quoted(reader, 0, 5)
    qtbot.keyClick(reader, Key.Key_Escape)
    assert (calls, reader.selected_annotation, reader.selected_range()) == ([("",)], None, None)


def test_full_stop_and_comma_step_through_the_marks_and_round_the_end(qtbot, reader):
    calls = heard(reader.annotation_selected)
    qtbot.keyClicks(reader, "......,,")
    assert [name for (name,) in calls] == ["nhai", "pho", "ubnd", "xa", "so", "nhai", "so", "xa"]


def test_with_shift_they_step_through_suggestions(qtbot, reader):
    accepted = [replace(item, status=Status.ACCEPTED) if item.id != "ubnd" else item for item in annotations()]
    reader.set_annotations(accepted)
    calls = heard(reader.annotation_selected)
    qtbot.keyClicks(reader, "><")
    assert [name for (name,) in calls] == ["ubnd"]


def test_stepping_goes_on_from_a_mark_that_was_just_rejected(qtbot, reader):
    reader.select_annotation("pho")
    reader.set_annotations([item for item in annotations() if item.id != "pho"])
    qtbot.keyClick(reader, Key.Key_Period)
    assert reader.selected_annotation == "ubnd"


def test_a_letter_that_an_input_method_commits_counts_as_its_key(reader):
    quoted(reader, 0, 2)
    calls = heard(reader.annotate_requested)
    commit(reader, "d")
    commit(reader, "đi")
    assert calls == [(0, 2, "LOCATION")]


def test_no_letter_acts_while_an_input_method_composes(qtbot, reader):
    quoted(reader, 0, 2)
    calls = heard(reader.annotate_requested)
    commit(reader, "", preedit="đ")
    qtbot.keyClick(reader, Key.Key_D)
    commit(reader, "")
    qtbot.keyClick(reader, Key.Key_D)
    assert calls == [(0, 2, "LOCATION")]


def test_what_is_copied_is_the_stored_text(reader):
    text = "một\u00a0hai\u2028ba\nbốn"
    reader.show_article(article(text), [], LABELS)
    reader.selectAll()
    reader.copy()
    assert QApplication.clipboard().text() == text


def test_nothing_typed_changes_the_text(qtbot, reader):
    qtbot.keyClicks(reader, "xyz\b\r")
    commit(reader, "chữ lạ")
    reader.paste()
    reader.cut()
    assert reader.document().characterCount() - 1 == len(TEXT)


# What is seen


def colors(widget):
    picture = widget.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = set(memoryview(picture.constBits()).cast("B").cast("I"))
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in pixels}


def test_the_selected_mark_has_a_ring(reader):
    focus = theme.load("light").focus
    before = focus in colors(reader)
    reader.select_annotation("pho")
    assert (before, focus in colors(reader)) == (False, True)


def test_the_margins_beside_the_column_scroll_and_select(qtbot, reader):
    reader.resize(2000, 700)
    reader.show_article(article("Một đoạn văn ngắn để lấp trang.\n" * 100), [], LABELS)
    place = QPointF(5, 300)
    wheel = QWheelEvent(
        place,
        reader.mapToGlobal(place),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reader, wheel)
    scrolled = reader.verticalScrollBar().value()
    qtbot.mousePress(reader, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    qtbot.mouseMove(reader, QPoint(5, 420))
    qtbot.mouseRelease(reader, Qt.MouseButton.LeftButton, pos=QPoint(5, 420))
    start, end = reader.selected_range()
    assert (scrolled > 0, end - start > 60) == (True, True)


def test_the_same_text_with_other_lines_stays_where_it_is(reader):
    text = "Một đoạn văn ngắn để lấp trang.\n" * 200
    reader.show_article(article(text), [annotation("a", 4800, 4803)], LABELS)
    reader.next_annotation()
    before = (reader.selected_annotation, reader.textCursor().position())
    reader.show_article(article(text, (Line(0, 31, Role.HEADLINE),)), [annotation("a", 4800, 4803)], LABELS)
    after = (reader.selected_annotation, reader.textCursor().position())
    assert (before, after, reader.viewport().rect().contains(spot(reader, 4801))) == (("a", 4800), ("a", 4800), True)


def test_the_menu_key_asks_at_the_caret_and_the_mouse_at_the_mark(reader):
    calls, selected = heard(reader.context_menu_requested), heard(reader.annotation_selected)
    place = spot(reader, TEXT.index("38"))
    where = reader.viewport().mapToGlobal(place)
    origin = reader.viewport().mapToGlobal(reader.cursorRect().bottomLeft())
    keyboard, mouse = QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(reader, QContextMenuEvent(keyboard, place, where))
    QApplication.sendEvent(reader.viewport(), QContextMenuEvent(mouse, place, where))
    assert (calls[0] == (origin,), calls[1:], selected) == (True, [(where,)], [("so",)])


def test_a_label_that_is_hidden_is_not_drawn_and_comes_back(reader):
    edge = theme.load("light").label("count").edge
    shown = edge in colors(reader)
    reader.set_hidden(frozenset({"COUNT"}))
    hidden = edge in colors(reader)
    reader.set_hidden(frozenset())
    assert (shown, hidden, edge in colors(reader)) == (True, False, True)


def test_tags_carry_the_labels_name_in_the_language_and_do_not_collide(qtbot, reader):
    tags = sorted(reader.view_layout().tags, key=lambda tag: tag.box.left())
    overlapping = [one.text for one, other in pairwise(tags) if one.box.intersects(other.box)]
    english = Reader(theme.load("light"), "en")
    english.show_tags(True)
    qtbot.addWidget(english)
    english.show_article(article(), annotations()[:1], LABELS)
    english.show()
    assert (overlapping, {tag.text for tag in tags}, [tag.text for tag in english.view_layout().tags]) == (
        [],
        {"Người", "Chức vụ", "Tổ chức", "Địa danh", "Số lượng"},
        ["Person"],
    )


def test_a_tag_at_the_end_of_a_line_stays_on_the_page(qtbot):
    reader = Reader(theme.load("light"), "en")
    reader.show_tags(True)
    qtbot.addWidget(reader)
    reader.show()
    text = "Đến dự có bà A. " * 12
    places = [at for at in range(len(text)) if text.startswith("A.", at)]
    reader.show_article(article(text), [annotation(str(at), at, at + 1, "ORGANIZATION") for at in places], LABELS)
    wrong = []
    for width in range(380, 480, 8):  # in some of them an A stands at the very end of its line
        reader.resize(width, 400)
        tags = reader.view_layout().tags
        if len(tags) != len(places) or max(tag.box.right() for tag in tags) > reader.document().textWidth():
            wrong.append(width)
    assert wrong == []


def test_a_tag_beside_another_that_leaves_it_little_room_is_cut(qtbot, reader):
    text = "Tỉnh ủy, Phó Chủ tịch. " + "Chị C. " * 20
    marks = [annotation("a", 0, 7, "ORGANIZATION"), annotation("b", 9, 21, "TITLE")]
    reader.mark_layer.related = lambda _id, _language: ["người giữ chức: Phó Chủ tịch Ủy ban nhân dân xã Mây Trắng"]
    reader.show_article(article(text), marks, LABELS)
    reader.resize(320, 400)
    reader.select_annotation("b")
    first, second = reader.view_layout().tags
    assert (second.box.left() > first.box.right(), second.box.right() < reader.document().textWidth(), second.text[-1]) == (
        True, True, "…",
    )  # fmt: skip


def test_a_mark_over_line_breaks_is_drawn_on_every_line_and_tagged_once(reader):
    text = "chữ " * 30 + "Trường Tiểu học Bản Nậm Ngọt và nhiều chữ nữa ở sau. " * 4
    reader.show_article(article(text), [annotation("a", 120, len(text) - 1, "ORGANIZATION")], LABELS)
    layout = reader.view_layout()
    ends = [(piece.opens, piece.closes) for piece in layout.pieces]
    assert (ends, len(layout.tags)) == ([(True, False), (False, False), (False, False), (False, True)], 1)


def test_reveal_brings_a_far_place_into_sight_and_flashes_it(qtbot, reader):
    text = "Một đoạn văn ngắn để lấp trang.\n" * 400 + "Đích"
    reader.show_article(article(text), [], LABELS)
    start = len(text) - 4
    assert not reader.viewport().rect().contains(spot(reader, start))
    reader.reveal(start, start + 4)
    lit = theme.load("light").focus in colors(reader)
    driving.until(lambda: theme.load("light").focus not in colors(reader))
    assert (lit, reader.viewport().rect().contains(spot(reader, start))) == (True, True)


def test_zoom_and_theme_keep_the_caret_the_selection_and_the_place(reader):
    text = "Một đoạn văn ngắn để lấp trang.\n" * 400
    reader.show_article(article(text), [], LABELS)
    reader.reveal(6400, 6402)
    quoted(reader, 6400, 6403)
    seen = []
    for change in (lambda: reader.zoom(1), lambda: reader.zoom(-1), lambda: reader.set_theme(theme.load("dark"))):
        change()
        seen.append((reader.selected_range(), reader.viewport().rect().contains(spot(reader, 6401))))
    assert seen == [((6400, 6403), True)] * 3


def test_zoom_stops_at_both_ends_and_nought_gives_the_usual_size(reader):
    sizes = []
    for step in (*[1] * 20, *[-1] * 40, 0):
        reader.zoom(step)
        sizes.append(reader.document().defaultFont().pointSizeF())
    assert (max(sizes), min(sizes), sizes[-1]) == (30.0, 9.0, 13.0)


def test_ctrl_and_the_wheel_zoom_by_a_step(reader):
    place = QPointF(200, 200)
    for modifier, turn in (
        (Modifier.ControlModifier, 120),
        (Modifier.NoModifier, 120),
        (Modifier.ControlModifier, 120),
    ):
        wheel = QWheelEvent(
            place,
            reader.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(reader.viewport(), wheel)
    assert reader.text_size == 16.0


def test_the_nearest_size_offered_is_taken(reader):
    reader.set_text_size(17.2)
    assert (reader.text_size, reader.document().defaultFont().pointSizeF()) == (18.0, 18.0)


def test_a_wide_window_keeps_the_column_narrow_and_in_the_middle(qtbot, reader):
    reader.resize(2000, 700)
    left = reader.viewport().x()
    right = reader.width() - left - reader.viewport().width()
    assert (reader.viewport().width() < 1000, abs(left - right) < 30) == (True, True)


def test_the_empty_page_teaches(qtbot, reader):
    reader.show_article(None, [], LABELS)
    drawn = colors(reader)
    qtbot.keyClicks(reader, ".n1")
    assert (theme.load("light").muted in drawn, reader.selected_range(), reader.marks_at(QPoint(100, 100))) == (
        True,
        None,
        [],
    )


def test_the_tooltip_tells_label_quote_value_status_and_origin(reader):
    count = annotation("a", TEXT.index("38"), TEXT.index("38") + 2, "COUNT", value=38, counted="người", note="<b>")
    reader.set_annotations([count])
    place = spot(reader, TEXT.index("38"))
    QApplication.sendEvent(
        reader.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, reader.viewport().mapToGlobal(place))
    )
    words = reader.findChild(MarkTip).words(
        reader.marks_at(place), reader.article, {label.name: label for label in LABELS}
    )
    expected = "<b>Số lượng</b><br>38<br>Value: 38 người<br>Note: &lt;b&gt;<br>Suggested, by 1"
    assert (QToolTip.text(), words) == (expected, expected)


def test_the_tooltip_says_what_ties_a_mark_to_others_and_that_the_detector_made_it(reader):
    reader.show_article(replace(reader.article, detected="v1"), [], LABELS)
    reader.mark_layer.related = lambda mark, language: [f"số liệu của: <{mark}, {language}>"]
    reader.set_annotations([annotation("a", TEXT.index("38"), TEXT.index("38") + 2, "COUNT", by="v1")])
    place = spot(reader, TEXT.index("38"))
    QApplication.sendEvent(
        reader.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, reader.viewport().mapToGlobal(place))
    )
    assert QToolTip.text() == "<b>Số lượng</b><br>38<br>Số liệu của: &lt;a, vi&gt;<br>Suggested, by the detector"


def test_assistive_software_reads_the_text_and_a_name(reader):
    assert (bool(reader.accessibleName()), bool(reader.accessibleDescription()), isinstance(reader, QTextEdit)) == (
        True,
        True,
        True,
    )


def test_the_page_has_the_themes_ground_beside_the_column_too(reader):
    reader.resize(2000, 700)
    grounds = []
    for name in THEMES:
        reader.set_theme(theme.load(name))
        grounds.append(QColor(reader.grab().toImage().pixelColor(3, 300)).name())
    assert grounds == [theme.load(name).page for name in THEMES]


def test_a_point_knows_its_marks_after_scrolling(reader):
    text = "Một đoạn văn ngắn để lấp trang.\n" * 200
    start = 32 * 150
    reader.show_article(article(text), [annotation("a", start, start + 8)], LABELS)
    reader.reveal(start, start + 8)
    found = [mark.annotation.id for mark in reader.marks_at(spot(reader, start + 2))]
    assert (found, QPointF(reader.verticalScrollBar().value(), 0).x() > 0) == (["a"], True)


def test_the_very_first_picture_of_a_long_article_has_its_marks(qtbot, monkeypatch):
    made = Reader(theme.load("light"))
    qtbot.addWidget(made)
    made.resize(900, 700)
    drawn = []
    monkeypatch.setattr(MarkPainter, "draw", lambda _, _painter, layout, *_rest: drawn.append(len(layout.pieces)))
    text = "\n\n".join(f"Chị Nhài hái chè đến lứa thứ {number}." for number in range(300))
    made.show_article(article(text), [annotation("first", 4, 8)], LABELS)
    made.show()
    driving.until(lambda: bool(drawn))
    assert drawn[0] == 1
