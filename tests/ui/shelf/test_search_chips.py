"""A query as chips: clicked together, taken out, turned into the contrary; the field is the one truth."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from desktop.model import Label, LabelName
from desktop.ui.look import theme
from desktop.ui.shelf.search_field import SearchField

LABELS = [
    Label(LabelName("PERSON"), "Người", "Person", "person", "N", "entity", 1),
    Label(LabelName("ORGANIZATION"), "Tổ chức", "Organization", "organization", "T", "entity", 2),
]


@pytest.fixture
def field(qtbot):
    made = SearchField(theme.load("light"), "vi", None)
    qtbot.addWidget(made)
    made.chips.set_labels(LABELS)
    made.chips.offer([("Báo An Khê", 2)], [("đọc lại", 3), ("R&D", 1)])
    made.resize(260, 40)
    made.show()
    return made


def chips(field):
    return [each.text() for each in field.chips.parts]


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def choose(field, *path):
    field.chips.menu.aboutToShow.emit()
    menu = field.chips.menu
    for name in path[:-1]:
        menu = entries(menu)[name].menu()
    entries(menu)[path[-1]].trigger()


def test_plain_words_have_no_chip_and_all_other_terms_have_one(field):
    field.box.setText('họp label:person "đảng viên" -mưa note: -tag:xong state:done by:máy')
    assert chips(field) == [
        "Label: Người", "“đảng viên”", "without: mưa", "With a note", "without: Tag: xong", "Article: Done",
        "Marked by: the detector",
    ]  # fmt: skip


def test_a_query_is_clicked_together_and_each_part_taken_out_again(field):
    field.box.setText("họp")
    for path in (("Label", "Tổ chức"), ("Tag", "đọc lại"), ("With a note",), ("Mark", "Rejected"), ("Tag", "đọc lại")):
        choose(field, *path)
    field.chips.parts[0].click()
    assert (field.box.text(), chips(field)) == ("họp note: status:rejected", ["With a note", "Mark: Rejected"])


def test_what_is_asked_for_is_ticked_in_the_menu(field):
    field.box.setText('source:"Báo An Khê"')
    field.chips.menu.aboutToShow.emit()
    (source,) = entries(entries(field.chips.menu)["Source"].menu()).values()
    assert (source.text(), source.isChecked()) == ("Báo An Khê", True)


def test_a_right_click_asks_for_the_contrary(field):
    field.box.setText("họp label:PERSON")
    (chip,) = field.chips.parts
    QApplication.sendEvent(chip, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), QPoint(3, 3)))
    assert (field.box.text(), chips(field)) == ("họp -label:PERSON", ["without: Label: Người"])


def test_a_person_is_typed_after_the_beginning(field):
    field.box.setText("họp ")
    choose(field, "Marked by", "A person…")
    assert (field.box.text(), field.box.cursorPosition()) == ("họp by:", 7)


def test_names_of_others_are_shown_to_the_letter(field):
    field.box.setText("tag:R&D")
    assert (chips(field), field.chips.parts[0].accessibleName()) == (["Tag: R&&D"], "Take out: Tag: R&D")


def test_chips_wrap_where_there_is_no_room(field):
    field.box.setText('label:PERSON label:ORGANIZATION tag:"đọc lại"')
    QApplication.processEvents()
    places = [part.pos() for part in field.chips.parts]
    inside = all(part.geometry().right() <= field.chips.width() for part in field.chips.parts)
    assert (len({place.y() for place in places}) > 1, inside, field.chips.height() >= field.chips.parts[-1].geometry().bottom()) == (
        True, True, True,
    )  # fmt: skip


def test_a_chip_has_the_keyboard_by_tab_and_takes_itself_out_by_space(field, qtbot):
    field.box.setText("note:")
    (chip,) = field.chips.parts
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert field.box.text() == ""


def test_the_people_of_the_library_are_offered_in_the_menu_that_lies_open_too(field):
    field.chips.menu.aboutToShow.emit()
    field.chips.offer_people(["Nhài", "Lò Pha"])
    people = entries(entries(field.chips.menu)["Marked by"].menu())
    people["Lò Pha"].trigger()
    assert (list(people), field.box.text()) == (["the detector", "Nhài", "Lò Pha", "A person…"], 'by:"Lò Pha"')
