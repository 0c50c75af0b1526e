"""A copy brought back in the window: from the menu while the library is open, and where it cannot be opened at all."""

import pytest
from furnished import detect, read_page
from PySide6.QtWidgets import QPushButton

from desktop import operations
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.dialogs.restore_dialog import RestoreDialog
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving


def shown(session, kind):
    """Wait for a dialog of a kind and return it."""
    driving.until(lambda: any(isinstance(each, kind) for each in session.window.dialogs))
    return next(each for each in session.window.dialogs if isinstance(each, kind))


def bring_back(session, row=0):
    """Choose a copy and press the last button; wait until the library is open again."""
    dialog = shown(session, RestoreDialog)
    dialog.copies.setCurrentRow(row)
    driving.until(lambda: dialog.titles.count() > 0)
    inside = [dialog.titles.item(at).text() for at in range(dialog.titles.count())]
    before = session.workspace
    dialog.findChild(QPushButton, "restore_go").click()
    driving.until(lambda: session.workspace is not None and session.workspace is not before)
    driving.until(lambda: driving.settled(session))
    return inside


def keep_copy(session):
    """Have the copy of today kept, as happens by itself now and then."""
    library = session.workspace
    library.edits.tag([library.reads.rows()[0].id], ["chè"], [])
    library.copies.look()
    driving.until(lambda: not library.copies.tasks.busy)
    library.edits.undo()


def test_a_copy_is_brought_back_over_the_open_library_and_what_was_there_is_kept(full):
    library, title = full.workspace.path, full.workspace.reads.rows()[0].title
    keep_copy(full)
    full.workspace.edits.delete_articles([row.id for row in full.workspace.reads.rows()])
    full.window.acts["restore"].trigger()
    inside = bring_back(full)
    kinds = [(each.kind, each.articles) for each in operations.copies_of(library)]
    listed = [row.title for row in full.bench.library.reads.rows()]
    assert (len(inside), title in listed, len(listed), kinds[0], ("replaced", 0) in kinds) == (
        3,
        True,
        3,
        ("", 3),
        True,
    )


def test_a_library_that_is_damaged_is_brought_back_from_where_that_is_told(qtbot, new_library, tmp_path):
    library = tmp_path / "s.butda"
    library.write_bytes(new_library.read_bytes())
    store = operations.open_library(library)
    operations.keep_copy(store)
    store.close()
    library.write_bytes(b"\0" * 5000)
    session = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [], samples=lambda: ())
    session.start(library, samples=False)
    trouble = shown(session, LibraryTrouble)
    next(each for each in trouble.buttons() if "…" in each.text() and each is not trouble.defaultButton()).click()
    dialog = shown(session, RestoreDialog)
    dialog.findChild(QPushButton, "restore_go").click()
    driving.until(lambda: session.workspace is not None)
    whole, kinds = session.workspace.reads.check(), [each.kind for each in operations.copies_of(library)]
    kept = [each for each in library.with_name("s.backups").iterdir() if "replaced" in each.name]
    session.window.close()
    assert (whole, kinds, [each.read_bytes() for each in kept]) == ([], [""], [b"\0" * 5000])


def test_a_named_library_that_is_not_there_is_told_and_not_made(qtbot, tmp_path):
    session = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [], samples=lambda: ())
    session.start(tmp_path / "typo.butda", samples=False, make=False)
    told = shown(session, LibraryTrouble).informativeText()
    session.window.close()
    assert ("typo.butda" in told, (tmp_path / "typo.butda").exists()) == (True, False)


@pytest.mark.parametrize("way", ["closed", "the window closed"])
def test_a_copy_that_was_not_chosen_changes_nothing(full, way):
    keep_copy(full)
    before, library = full.workspace, full.workspace.path
    full.window.acts["restore"].trigger()
    dialog = shown(full, RestoreDialog)
    (dialog if way == "closed" else full.window).close()
    driving.until(lambda: not full.window.dialogs)
    assert (full.workspace is (before if way == "closed" else None), [each.kind for each in operations.copies_of(library)]) == (
        True, [""],
    )  # fmt: skip
