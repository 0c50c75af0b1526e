"""The dialogs: values in, wishes out."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QPushButton, QTextBrowser

from desktop import assets
from desktop.errors import KnownError
from desktop.model import Label
from desktop.operations.rereading import again
from desktop.operations.shelving import CORRECTIONS
from desktop.settings import Settings
from desktop.ui.commands.action_table import SPECS
from desktop.ui.commands.keys.key_table import menus
from desktop.ui.dialogs import about
from desktop.ui.dialogs.about import AboutDialog, title
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.keys.keys_dialog import KeysDialog
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.dialogs.preferences import Preferences
from desktop.ui.dialogs.report_dialog import ReportDialog
from desktop.ui.session.crash_reporter import report
from desktop.ui.words import error_words, step_words
from desktop.ui.words.mnemonics import plain


def button(dialog, words):
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words)


def test_preferences_give_each_change_at_once(qtbot):
    dialog, got = Preferences(Settings(person="Nhài")), []
    qtbot.addWidget(dialog)
    dialog.chosen.connect(got.append)
    dialog.languages.setCurrentIndex(dialog.languages.findData("en"))
    dialog.themes.setCurrentIndex(dialog.themes.findData("dark"))
    dialog.faces.setCurrentIndex(dialog.faces.findData("plain"))
    dialog.sizes.setCurrentIndex(dialog.sizes.findText("16 pt"))
    dialog.person.setText("  Tô Nhài ")
    dialog.detecting.click()
    dialog.chapters.click()
    dialog.history.setCurrentIndex(dialog.history.findData(0))
    button(dialog, "Close").click()
    assert got == [
        Settings("en", "system", "Nhài"),
        Settings("en", "dark", "Nhài"),
        Settings("en", "dark", "Nhài", face="plain"),
        Settings("en", "dark", "Nhài", face="plain", zoom=2),
        Settings("en", "dark", "Tô Nhài", face="plain", zoom=2, detecting=False),
        Settings("en", "dark", "Tô Nhài", face="plain", zoom=2, detecting=False, chapters=False),
        Settings("en", "dark", "Tô Nhài", face="plain", zoom=2, detecting=False, chapters=False, history_days=0),
    ]


def test_an_import_report_says_what_is_wrong_file_by_file(qtbot):
    failed = (KnownError("file-empty", path="a.txt"), KnownError("file-large", path="b.txt", limit=20))
    dialog = ImportReport(failed, 1, 0)
    qtbot.addWidget(dialog)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [str(error) for error in failed]


def test_an_import_report_can_be_saved_as_it_is_read(qtbot):
    dialog, saved = ImportReport([KnownError("file-empty", path="a.txt")], 1, 0), []
    qtbot.addWidget(dialog)
    dialog.save_requested.connect(saved.append)
    dialog.save.click()
    assert saved == ["Files left out: 1. Imported: 1. Already in the library: 0.\na.txt: the file holds no text.\n"]


def test_the_licences_of_a_bundles_libraries_come_first_and_each_part_once(tmp_path, monkeypatch):
    for name in (
        "licences/lxml.txt",
        "licences/click.txt",
        "licences/libraries/zlib.txt",
        "licences/libraries/lxml.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    monkeypatch.setattr(assets, "path", lambda name: tmp_path / name)
    found = [each.relative_to(tmp_path).as_posix() for each in about.texts()]
    assert found == ["licences/libraries/lxml.txt", "licences/libraries/zlib.txt", "licences/click.txt"]


def test_a_licence_is_shown_when_its_part_is_chosen(qtbot):
    dialog = AboutDialog("/x.butda")
    qtbot.addWidget(dialog)
    listed = dialog.findChild(type(dialog.tabs), "about_tabs").widget(1)
    names = [listed.list.item(row).text() for row in range(listed.list.count())]
    listed.list.setCurrentRow(names.index("Literata, SIL OFL 1.1"))
    assert "Literata Project Authors" in listed.text.toPlainText()


@pytest.mark.parametrize(
    ("name", "first", "told"),
    [
        ("pyvi.txt", "# pyvi 0.1.1, MIT\n", "pyvi 0.1.1, MIT"),
        ("pyvi.txt", "MIT License\n", "pyvi"),
        ("Literata-OFL.txt", "Copyright 2017 The Literata Project Authors\n", "Literata, SIL OFL 1.1"),
        ("empty.md", "", "empty"),
    ],
)
def test_a_licence_is_called_by_its_part(tmp_path, name, first, told):
    (tmp_path / name).write_text(first, encoding="utf-8")
    assert title(tmp_path / name) == told


def test_the_report_of_a_bug_quotes_no_article(qtbot):
    try:
        raise ValueError("Chị Tô Thị Nhài")
    except ValueError as error:
        words = report(ValueError, error.__traceback__)
    dialog = ReportDialog(words)
    button(dialog, "Copy the report").click()
    copied = QGuiApplication.clipboard().text()
    assert (copied, "Nhài" in copied.split("\n", 2)[1], "ValueError" in copied) == (words, False, True)


def test_a_library_that_cannot_be_opened_offers_another(qtbot):
    trouble, got = LibraryTrouble(KnownError("library-foreign", path="/x.butda"), False), []
    qtbot.addWidget(trouble)
    trouble.another_requested.connect(lambda: got.append("another"))
    trouble.quit_requested.connect(lambda: got.append("quit"))
    for each in trouble.buttons():
        each.click()
    assert (sorted(got), trouble.informativeText()) == (
        ["another", "quit"], "/x.butda is not a Bút Dạ library. Choose another file; nothing was written to it.",
    )  # fmt: skip


def test_the_keyboard_page_names_every_action_that_has_a_key(qtbot):
    dialog = KeysDialog([], "en", menus({}))
    qtbot.addWidget(dialog)
    told = dialog.findChild(QTextBrowser).toPlainText().splitlines()
    assert [spec.name for spec in SPECS if (spec.shortcuts or spec.key) and plain(spec.text) not in told] == []


def test_the_keyboard_page_names_every_label(qtbot):
    label = Label("TIME", "Thời gian", "Time", "time", "G", "entity", 1)
    dialog = KeysDialog([label], "vi", menus({}))
    qtbot.addWidget(dialog)
    words = dialog.findChild(QPlainTextEdit) or dialog.children()
    page = next(each for each in words if hasattr(each, "toPlainText")) if isinstance(words, list) else words
    assert "G\nThời gian" in page.toPlainText()


def test_every_control_of_every_dialog_has_a_name(qtbot):
    dialogs = [Preferences(Settings()), AboutDialog(""), ReportDialog("x"), KeysDialog([], "vi", menus({}))]
    nameless = [
        each
        for dialog in dialogs
        for each in dialog.findChildren(QAbstractButton)
        if each.isVisibleTo(dialog)
        and not (each.text() or each.accessibleName())
        and type(each).__name__ != "QToolButton"
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    assert nameless == []


def test_every_known_error_has_its_sentence():
    from desktop import errors

    assert (error_words.SENTENCES, error_words.WANTED) == (errors.SENTENCES, errors.WANTED)


def test_what_is_wanted_of_a_value_is_told_in_the_language_of_the_window(qapp):
    error = KnownError("line-unfit", path="x.jsonl", number=3, key="tags[0]", wanted="text")
    translator = QTranslator()
    translator.load(str(assets.path("i18n/butda_vi.qm")))
    qapp.installTranslator(translator)
    told = error_words.sentence(error)
    qapp.removeTranslator(translator)
    assert told == "x.jsonl: đã bỏ qua dòng 3: tags[0] phải là một chuỗi chữ."


def test_every_step_has_its_title():
    import ast

    folder = Path(sys.modules["desktop.operations"].__file__).parent
    calls = [
        node
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]
    titles = {
        each.value
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", ""))
        in ("apply", "_settle", "_write", "_changed", "_stepped")
        for argument in call.args
        if isinstance(argument, ast.Constant | ast.IfExp)
        for each in ast.walk(argument)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }
    assert titles | CORRECTIONS | {again.TITLE} == set(step_words.STEPS)
