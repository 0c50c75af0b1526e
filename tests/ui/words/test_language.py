"""The languages: every word has its Vietnamese, the compiled file is fresh, and the window speaks it."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QGroupBox, QLabel

from desktop import assets
from desktop.ui.words.language import Languages

ROOT = Path(__file__).parents[3]
FIELDS = re.compile(r"\{\w*\}")


def read(file):
    return {
        (context.findtext("name"), message.findtext("source")): message.find("translation")
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def committed():
    return read(assets.path("i18n/butda_vi.ts"))


def test_every_word_of_the_source_stands_in_the_translation(committed, tmp_path):
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = [str(file) for file in [*sorted((ROOT / "desktop" / "ui").rglob("*.py")), ROOT / "desktop" / "app.py"]]
    fresh = tmp_path / "fresh.ts"
    subprocess.run([lupdate, *sources, "-ts", fresh], check=True, capture_output=True)
    assert set(read(fresh)) == set(committed)


def test_every_translation_is_finished(committed):
    assert [key for key, each in committed.items() if each.get("type") or not (each.text or "").strip()] == []


def test_a_translation_keeps_the_fields(committed):
    wrong = [
        source
        for (_, source), each in committed.items()
        if sorted(FIELDS.findall(source)) != sorted(FIELDS.findall(each.text))
    ]
    assert wrong == []


def test_the_compiled_file_is_fresh(qapp, committed):
    translator = QTranslator()
    assert translator.load(str(assets.path("i18n/butda_vi.qm")))
    stale = [key for key, each in committed.items() if translator.translate(*key) != each.text]
    assert stale == []


def test_no_menu_has_a_mnemonic_twice(committed):
    from desktop.ui.commands.action_table import MENUS, SPECS, SUBMENUS

    texts = {spec.name: spec.text for spec in SPECS}
    wrong = []
    for vietnamese in (False, True):

        def words(text, vietnamese=vietnamese):
            return committed[("Actions", text)].text if vietnamese and ("Actions", text) in committed else text

        for name, _, entries in [*MENUS, *((name, *rest) for name, rest in SUBMENUS.items())]:
            shown = [SUBMENUS[e[5:]][0] if e.startswith("menu:") else texts[e] for e in entries if e]
            letters = [words(text).partition("&")[2][:1].lower() for text in shown if "&" in words(text)]
            wrong += [(name, letter) for letter in letters if letters.count(letter) > 1]
    assert wrong == []


def test_a_language_is_put_on_and_off(qapp):
    languages = Languages()
    languages.install("vi")
    vietnamese = QCoreApplication.translate("Steps", "Import")
    languages.install("en")
    assert (vietnamese, QCoreApplication.translate("Steps", "Import")) == ("Nhập", "Import")


def test_qts_own_words_are_vietnamese_too(qapp):
    languages = Languages()
    languages.install("vi")
    told = {each.text for each in read(assets.path("i18n/qt_vi.ts")).values()}
    spoken = {QCoreApplication.translate(*key) for key in read(assets.path("i18n/qt_vi.ts"))}
    languages.install("en")
    assert spoken == told


def shown(dialog):
    """Return every word of a dialog of Qt's own that a person sees."""
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    found = {each.text() for each in parts} | {each.title() for each in dialog.findChildren(QGroupBox)}
    return {each for each in found if each.strip()}


@pytest.mark.parametrize("kind", ["open", "save", "folder", "print"])
def test_qts_own_dialogs_speak_vietnamese(qtbot, kind):
    languages = Languages()
    languages.install("vi")
    if kind == "print":
        dialog = QPrintDialog(QPrinter())
    else:
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if kind == "save" else QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.Directory if kind == "folder" else QFileDialog.FileMode.AnyFile)
    qtbot.addWidget(dialog)
    told = {each.text for each in read(assets.path("i18n/qt_vi.ts")).values()}
    languages.install("en")
    assert shown(dialog) - told == set()
