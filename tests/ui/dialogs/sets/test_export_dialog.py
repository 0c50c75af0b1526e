"""The export dialog: values in, wishes out, and how it ends."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QRadioButton

from desktop.model import ArticleId, Status
from desktop.operations import Exported, Foreseen, Manner, Selection
from desktop.ui.dialogs.sets.export_choices import Choices
from desktop.ui.dialogs.sets.export_dialog import ExportDialog, Scope

OPEN, OTHERS = ArticleId("a"), (ArticleId("b"), ArticleId("c"))
SCOPES = [
    Scope("all", "All", Selection()), Scope("open", "Open", Selection((OPEN,))), Scope("found", "Found", None),
    Scope("selected", "Selected", Selection(OTHERS)),
]  # fmt: skip


def button(dialog, words):
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words)


@pytest.fixture
def export(qtbot):
    made = ExportDialog(SCOPES, "all", Choices(), Path("/x"), lambda _parent, _question: [Path("/y/chon.csv")], "vi")
    qtbot.addWidget(made)
    return made


def test_an_export_takes_all_but_the_rejected_unless_told(export):
    wish = export.wish()
    assert (wish.format_name, wish.target, wish.selection) == ("jsonl", Path("/x/butda.jsonl"), Selection())


def test_an_export_takes_what_is_chosen(export):
    export.findChild(QRadioButton, "scope_selected").click()
    export.findChild(QCheckBox, "status_suggested").click()
    export.formats.setCurrentIndex(export.formats.findData("csv"))
    target = export.wish().target
    button(export, "Browse…").click()
    wish = export.wish()
    assert (target, wish.format_name, wish.target, wish.selection) == (
        Path("/x/butda.csv"), "csv", Path("/y/chon.csv"), Selection(OTHERS, (Status.ACCEPTED,)),
    )  # fmt: skip


def test_an_export_gets_its_formats_ending_where_none_is_typed(export):
    export.formats.setCurrentIndex(export.formats.findData("html"))
    export.target.setText("/x/so tay")
    assert export.wish().target == Path("/x/so tay.html")


def test_an_export_of_no_marks_cannot_be_asked_for(export):
    export.findChild(QCheckBox, "status_suggested").click()
    export.findChild(QCheckBox, "status_accepted").click()
    assert not button(export, "Export").isEnabled()


def test_an_export_ends_with_what_was_verified(export):
    with_signal = []
    export.export_requested.connect(lambda: with_signal.append(export.result_words.text()))
    button(export, "Export").click()
    export.show_result([Exported(Path("/x/butda.jsonl"), 33, 1204, 1204)])
    assert (with_signal, export.result_words.text()) == (
        ["Writing and verifying…"], "Articles: 33. Marks read back and equal to their text: 1.204 of 1.204.\n/x/butda.jsonl",
    )  # fmt: skip


@pytest.fixture
def over(qtbot, tmp_path):
    """An export dialog over a folder in which `butda.jsonl` is there, and the wishes it gave."""
    (tmp_path / "butda.jsonl").write_bytes(b"old")
    made = ExportDialog(SCOPES, "all", Choices(), tmp_path, lambda _parent, _question: [tmp_path / "butda.jsonl"], "vi")
    qtbot.addWidget(made)
    wishes = []
    made.export_requested.connect(lambda: wishes.append((made.wish().target.name, made.wish().force)))
    return made, wishes


def test_an_export_proposes_a_name_that_is_free(over):
    over[0].formats.setCurrentIndex(over[0].formats.findData("csv"))
    csv = over[0].wish().target.name
    over[0].formats.setCurrentIndex(over[0].formats.findData("jsonl"))
    assert (over[0].wish().target.name, csv) == ("butda 2.jsonl", "butda 2.csv")


def test_an_export_over_a_file_is_asked_about_first_and_again_the_second_time(over, tmp_path):
    dialog, wishes = over
    dialog.target.setText(str(tmp_path / "butda.jsonl"))
    button(dialog, "Export").click()
    asked = dialog.result_words.text(), list(wishes)
    button(dialog, "Replace").click()
    dialog.show_result([Exported(tmp_path / "butda.jsonl", 1, 1, 1)])
    once = list(wishes)
    button(dialog, "Export").click()
    assert (asked, once, wishes) == (
        (f"{tmp_path}/butda.jsonl: there already. Choose another name, or replace what is there.", []),
        [("butda.jsonl", True)], [("butda.jsonl", True)],
    )  # fmt: skip


def test_another_name_takes_the_question_back(over, tmp_path):
    dialog, wishes = over
    dialog.target.setText(str(tmp_path / "butda.jsonl"))
    button(dialog, "Export").click()
    dialog.target.setText(str(tmp_path / "new.jsonl"))
    hidden = button(dialog, "Replace").isHidden()
    button(dialog, "Export").click()
    assert (hidden, wishes) == (True, [("new.jsonl", False)])


def test_a_file_chosen_in_the_systems_dialog_was_asked_about_there(over):
    dialog, wishes = over
    button(dialog, "Browse…").click()
    button(dialog, "Export").click()
    assert wishes == [("butda.jsonl", True)]


def test_what_stands_beside_an_export_is_asked_about_too(over):
    dialog, wishes = over
    button(dialog, "Export").click()
    dialog.ask_replace("/x/butda 2.labels.toml")
    button(dialog, "Replace").click()
    assert wishes == [("butda 2.jsonl", False), ("butda 2.jsonl", True)]


def test_what_is_meant_is_ticked_and_what_there_is_not_cannot_be(qtbot):
    made = ExportDialog(SCOPES, "selected", Choices(), Path("/x"), lambda *_: [], "vi")
    qtbot.addWidget(made)
    assert (made.wish().selection.articles, made.findChild(QRadioButton, "scope_found").isEnabled()) == (OTHERS, False)


def test_the_choices_of_the_last_time_stand_and_are_given_back(qtbot):
    chosen = Choices("report-docx", (Status.REJECTED,), "article", True, (80, 20))
    made = ExportDialog(SCOPES, "all", Choices.of(chosen.words()), Path("/x"), lambda *_: [], "vi")
    qtbot.addWidget(made)
    assert (made.choices(), made.wish().target.name, made.wish().manner) == (
        chosen,
        "butda.docx",
        Manner("article", True, (80, 20)),
    )


@pytest.mark.parametrize(
    "words", [(), ("pdf",), ("nothing", "x,y", "z", "a,b", "names"), ("csv", "accepted", "entity", "80,10,10")]
)
def test_choices_that_are_none_are_the_usual(words):
    usual = {0: Choices(), 1: Choices("pdf"), 5: Choices(replace_names=True)}
    told = Choices("csv", (Status.ACCEPTED,), "entity", False, (80, 10, 10))
    assert Choices.of(words) == usual.get(len(words), told)


def test_quotes_are_put_together_only_in_a_report(export):
    shown = []
    export.show()
    for name in ("report-html", "csv", "report-docx"):
        export.formats.setCurrentIndex(export.formats.findData(name))
        shown.append(export.groups.isVisible())
    assert shown == [True, False, True]


def test_what_a_format_cannot_hold_is_asked_for_and_shown(export):
    asked = []
    export.look_requested.connect(lambda: asked.append(export.wish().format_name))
    export.show()
    export.formats.setCurrentIndex(export.formats.findData("iob2"))
    export.show_foreseen(Foreseen(2, 30, 20, {"nested": 10, "notes": 1200}))
    told = export.lost.text()
    export.findChild(QCheckBox, "status_rejected").click()
    assert (asked, told, export.lost.text()) == (
        ["jsonl", "iob2", "iob2"], "20 of 30 marks go in\nmarks within others: 10\nnotes: 1.200", "",
    )  # fmt: skip


def test_nothing_is_pressed_together_however_much_is_said(export):
    export.show()
    scopes = export.findChild(QRadioButton, "scope_all").parentWidget()
    before = scopes.height()
    export.show_foreseen(Foreseen(2, 30, 20, {"nested": 10, "notes": 3, "values": 2, "answers": 1, "relations": 4}))
    export.show_result(
        [Exported(Path("/x/y.csv"), 2, 9, 9, lost=1, key=Path("/x/y.key.tsv"), telling=(("TITLE", "a " * 90),))] * 3
    )
    QApplication.processEvents()
    whole = export.layout().totalHeightForWidth(export.width())
    assert (scopes.height(), export.height() >= whole) == (before, True)


def test_an_export_that_goes_on_says_how_far_and_can_be_stopped(export):
    stopped = []
    export.stop_requested.connect(lambda: stopped.append(True))
    button(export, "Export").click()
    export.show_progress(1, 4)
    told = export.result_words.text()
    button(export, "Stop").click()
    export.show_stopped()
    assert (told, stopped, export.result_words.text(), button(export, "Stop").isHidden()) == (
        "Writing and verifying… 25 %", [True], "Stopped; nothing was written.", True,
    )  # fmt: skip


def test_the_folder_of_what_was_written_is_shown_on_wish(export):
    asked = []
    export.folder_requested.connect(asked.append)
    button(export, "Export").click()
    hidden = button(export, "Show the folder").isHidden()
    export.show_result(
        [Exported(Path("/x/one.csv"), 1, 1, 1), Exported(Path("/x/two.csv"), 1, 1, 1, key=Path("/x/k.tsv"))]
    )
    button(export, "Show the folder").click()
    assert (hidden, asked, export.result_words.text().count("\n"), "k.tsv" in export.result_words.text()) == (
        True, [Path("/x")], 4, True,
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["~nobody-of-this-name/x.csv", "a\0b.csv", "."])
def test_a_name_that_no_file_can_have_is_a_wish_all_the_same_and_the_export_says_why(over, typed):
    dialog, wishes = over
    dialog.target.setText(typed)
    button(dialog, "Export").click()
    assert (len(wishes) + dialog.result_words.text().count("there already")) == 1


def test_every_control_has_a_name(export):
    nameless = [
        each
        for each in export.findChildren(QAbstractButton)
        if each.isVisibleTo(export) and not (each.text() or each.accessibleName())
    ]
    assert nameless == []


def test_a_name_follows_its_format_whole_whatever_dots_it_has(export):
    names = []
    for name in ("bundle", "csl", "csv", "brat", "refi"):
        export.formats.setCurrentIndex(export.formats.findData(name))
        names.append(export.target.text())
    export.target.setText("/x/bài 3.10.qdpx")
    export.formats.setCurrentIndex(export.formats.findData("csv"))
    assert [*names, export.target.text()] == [
        "/x/butda.butda.zip", "/x/butda.csl.json", "/x/butda.csv", "/x/butda", "/x/butda.qdpx", "/x/bài 3.10.csv",
    ]  # fmt: skip


def test_what_may_still_tell_who_is_meant_is_said(export):
    telling = tuple(("TITLE", f"chức {number}") for number in range(7))
    export.show_result([Exported(Path("/x/butda.csv"), 1, 2, 2, key=Path("/x/butda.key.tsv"), telling=telling)])
    said = export.result_words.text().split("\n")[-1]
    assert said == "Said so seldom that it may still tell who is meant: chức 0, chức 1, chức 2, chức 3, chức 4, …"
