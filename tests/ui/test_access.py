"""Every window and dialog as an assistive program meets it: names, roles, and the order in which Tab goes round."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

from desktop.errors import KnownError
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.jobs.job import Job, Kind
from desktop.ui.unattended import driving

Role = QAccessible.Role
# What a person can do something with: it needs a name.
CONTROLS = {
    Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.List, Role.Table, Role.Tree,
    Role.MenuItem, Role.ButtonMenu, Role.ButtonDropDown, Role.Slider, Role.SpinBox, Role.PageTab, Role.PageTabList, Role.ProgressBar,
    Role.Document,
    Role.Dialog,
}  # fmt: skip
OPENED = ("export", "preferences", "keys", "own_keys", "about", "bug_report", "card", "tag", "print")


def walk(interface):
    """Yield an interface and all that lie in it and are to be seen."""
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child)


def nameless(widget):
    found = []
    for each in walk(QAccessible.queryAccessibleInterface(widget)):
        parent = each.parent()
        inside = parent is not None and parent.role() in (Role.ComboBox, Role.SpinBox, Role.Table, Role.List, Role.Tree)
        if each.role() in CONTROLS and not inside and not each.text(QAccessible.Text.Name).strip():
            held = each.object()
            found.append((each.role().name, held.objectName() or type(held).__name__ if held else "?"))
    return found


def tab_round(window):
    """Return the widgets that Tab meets, from the first one on, each once."""
    chain, each = [], window
    while True:
        each = each.nextInFocusChain()
        if each is window or each in chain:
            break
        chain.append(each)
    can = [w for w in chain if w.isVisibleTo(window) and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in can if w.window() is window]


def screens(session):
    """Yield every dialog by name, opened over the window as a person would."""
    window, bench = session.window, session.bench
    bench.reader.next_annotation(True)
    bench.shelf.list.selectAll()  # the tags of one alone are written over its page
    for name in OPENED:
        window.acts[name].trigger()
        yield name, window.dialogs[-1]
        window.dialogs[-1].close()
    for dialog in (
        LibraryTrouble(KnownError("library-foreign", path="/x.butda"), True, window),
        ImportReport([KnownError("file-empty", path="a.txt")], 0, 0, window),
    ):
        dialog.open()
        yield dialog.objectName(), dialog
        dialog.close()


def test_every_control_of_the_window_has_a_name_and_a_role(full):
    full.bench.notice.warn("Đĩa đã đầy.")
    full.bench.status.show_jobs([Job(full.workspace, Kind.TAG)])
    full.program.show_hints()
    roles = {each.role() for each in walk(QAccessible.queryAccessibleInterface(full.window))}
    full.program.hints.end()
    assert (nameless(full.window), {Role.MenuBar, Role.ToolBar, Role.StatusBar, Role.EditableText} - roles) == (
        [],
        set(),
    )


def test_every_control_of_every_dialog_has_a_name(full):
    found = {name: (nameless(dialog), bool(dialog.windowTitle())) for name, dialog in screens(full)}
    assert found == dict.fromkeys([*OPENED, "library_trouble", "import_report"], ([], True))


def test_an_empty_library_is_named_too(session):
    assert nameless(session.window) == []


def test_tab_goes_from_the_shelf_over_the_page_to_the_marks_and_meets_every_control_once(full):
    window, bench = full.window, full.bench
    met = tab_round(window)
    panes = (bench.shelf, bench.reader, bench.marks)
    order = [next((at for at, pane in enumerate(panes) if pane is w or pane.isAncestorOf(w)), None) for w in met]
    order = [at for at in order if at is not None]
    assert (order, set(order)) == (sorted(order), {0, 1, 2})


def test_tab_goes_down_every_dialog_and_ends_on_its_buttons(full):
    wrong = []
    for name, dialog in screens(full):
        met = [w for w in tab_round(dialog) if w.height() > 0]
        places = [w.mapTo(dialog, w.rect().center()) for w in met]
        up = [
            (met[at].objectName() or type(met[at]).__name__, met[at + 1].objectName() or type(met[at + 1]).__name__)
            for at in range(len(met) - 1)
            if places[at + 1].y() < places[at].y() - met[at].height() // 2 - met[at + 1].height() // 2
        ]
        if up or not met:
            wrong.append((name, up))
    assert wrong == []


@pytest.mark.parametrize("name", OPENED)
def test_a_dialog_is_entered_by_keys_and_left_by_escape(full, name):
    window, bench = full.window, full.bench
    bench.reader.next_annotation(True)
    bench.shelf.list.selectAll()
    window.acts[name].trigger()
    dialog = window.dialogs[-1]
    driving.until(dialog.isActiveWindow)
    inside = dialog.isAncestorOf(QApplication.focusWidget() or QWidget())
    from PySide6.QtTest import QTest

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (inside, window.dialogs) == (True, [])


def mnemonics(dialog):
    """Return the letters that Alt reaches something with in a dialog, with what they reach."""
    found = [(each.text(), each) for each in dialog.findChildren(QAbstractButton) if each.isVisibleTo(dialog)]
    found += [(each.text(), each) for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog) and each.buddy()]
    for bar in dialog.findChildren(QTabBar):
        found += [(bar.tabText(at), bar) for at in range(bar.count())]
    letters = [QKeySequence.mnemonic(words).toString() for words, _ in found]
    return [each for each in letters if each]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_letter_reaches_two_controls_of_a_dialog(full, language):
    driving.look(full, "light", language)
    wrong = {}
    for name, dialog in screens(full):
        letters = mnemonics(dialog)
        twice = {each for each in letters if letters.count(each) > 1}
        if twice:
            wrong[name] = twice
    assert wrong == {}
