"""The program as a whole: the tour, its check of itself, the pictures, and the report of a bug."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flow_pictures import flow_at
from furnished import TEXTS, detect, read_page
from pictures import shots
from PySide6.QtCore import qWarning
from PySide6.QtGui import QImage

from desktop import assets
from desktop.ui.commands.action_table import MENUS, SUBMENUS
from desktop.ui.look import fonts
from desktop.ui.session.crash_reporter import CrashReporter
from desktop.ui.unattended import driving
from desktop.ui.unattended.selftest import selftest
from desktop.ui.unattended.tour import tour


@pytest.fixture(scope="module")
def toured(qapp, tmp_path_factory):
    """A tour where one has been before, for all that is asked of it: its exit code, what it told, and the folder of its pictures."""
    folder, told = tmp_path_factory.mktemp("tour"), []
    fonts.load()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    driving.own_folder(folder / "tour")
    former = folder / "tour" / "export-markdown"
    former.mkdir()
    (former / "former.md").write_bytes(b"x")
    files = {"former.md": hashlib.sha256(b"x").hexdigest()}
    (former / "butda.manifest").write_text(json.dumps({"by": "butda", "format": "markdown", "files": files}))
    (folder / "tour" / "export-csv.csv").write_text("a;b\n")
    code = tour(folder / "tour", detect, read_page, [folder / name for name in TEXTS], told.append)
    return code, told, folder / "tour"


def test_the_tour_does_the_main_work_and_tells_it(toured):
    code, told, folder = toured
    wanted = {
        "1-empty.png",
        "2-imported.png",
        "3-marked.png",
        "4-search.png",
        "7-keys-dark-vi.png",
        "8-window-dark-vi.png",
        "8-window-light-en.png",
        "export-jsonl.jsonl",
        "export-csv.csv",
        "export-html.html",
    }
    there = {each.name for each in folder.iterdir()}
    verified = {words.split(":")[0] for words in told if " verified: " in words}
    assert (code, wanted - there, (folder / "export-markdown" / "former.md").exists(), told[1], verified) == (
        0, set(), False, "Imported 3 of 3 articles; the detector suggests 5 marks",
        # One mark is rejected; two are of people and bodies, whom FollowTheMoney knows.
        {f"{done} verified" for done in ("5 of 5 annotations", "4 of 4 annotations", "2 of 2 annotations", "3 of 3 records")},
    )  # fmt: skip


def test_the_tour_marks_what_a_reader_would(toured):
    _, told, folder = toured
    done = [words for words in told if words.startswith(("Rejected", "Marked", "Searched"))]
    sizes = {QImage(str(each)).size().toTuple() for each in folder.glob("8-window*.png")}
    assert (done, sizes) == (
        [
            "Rejected “38” with the Backspace key",
            "Marked “lớp học đêm” as Event",
            "Searched for “UBND xã Mây Trắng”: found in 1",
        ],
        {driving.SIZE},
    )


@pytest.mark.parametrize(
    ("message", "told"),
    [("This plugin does not support propagateSizeHints()", ""), ("This plugin does not support raise()", "raise()")],
)
def test_one_message_of_qt_is_left_out_and_no_other(qapp, capsys, qtlog, message, told):
    with qtlog.disabled(), driving.quiet():
        qWarning(message)
    assert capsys.readouterr().err.removeprefix("This plugin does not support ").strip() == told


def test_the_selftest_prints_one_line_and_finds_all_well_but_what_is_missing(qapp, files):
    told = []
    code = selftest(detect, read_page, files[:1], told.append)
    found = json.loads(told[0])
    wrong = [name for name, well in found["checks"].items() if not well]
    licences = [] if (assets.path("labels.toml").parent / "licences").is_dir() else ["licences"]
    assert (len(told), wrong, code) == (1, licences, 1 if licences else 0)


def test_the_selftest_fails_without_a_sample(qapp):
    told = []
    assert (selftest(detect, read_page, [], told.append), json.loads(told[0])["checks"]["detected"]) == (1, False)


def test_every_screen_is_pictured_and_the_page_in_every_theme(qapp, tmp_path, files):
    taken = shots(tmp_path / "shots", detect, read_page, files, [("dark", "en")])
    screens = {each.stem.rsplit("-", 2)[0] for each in taken}
    drawn = all(QImage(str(each)).width() > 50 for each in taken)
    page = {
        "main",
        "bar",
        "bar_menu",
        "note",
        "marks",
        "marks-wide",
        "tree",
        "marks_none",
        "tip",
        "active",
        "normal",
        "loud",
        "hidden",
        "furniture",
        "finding",
        "find_nothing",
        "look",
        "paper",
    }
    wanted = page | {
        "empty", "search", "lit", "conditions", "nothing", "export", "preferences", "keys", "own_keys", "about", "licences", "importing",
        "failures", "menu", "trouble", "upgrade", "bug_report", "message", "damaged", "nothing_open",
        "card", "card_refused", "tag", "exported", "error", "several", "detecting", "filters", "filtered_away", "shelf_menu",
        "head", "head_refused", "new_ones",
        *(f"hint_{number}" for number in range(1, 6)), *(f"menu_{name}" for name, *_ in [*MENUS, *SUBMENUS.items()]),
    }  # fmt: skip
    assert (len(taken), screens, drawn) == (len(wanted) + 2 * len(page), wanted, True)


def test_a_bug_is_reported_once_at_a_time(session):
    reporter = CrashReporter(session.over)
    for _ in range(2):
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            reporter.hook(*sys.exc_info())
    names = [dialog.objectName() for dialog in session.window.dialogs]
    session.window.dialogs[0].close()
    assert names == ["report"]


COPIED = """
from PySide6.QtCore import QMimeData
from desktop import app
app.application()
copied = QMimeData()
copied.setText("chè")
app.QApplication.clipboard().setMimeData(copied)
del copied
app.hand_over_clipboard()
print(app.QApplication.clipboard().text())
"""


def test_the_program_ends_well_with_something_copied():
    ended = subprocess.run(
        [sys.executable, "-c", COPIED], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (0, "chè\n")


def test_the_states_of_the_flow_are_pictured_in_a_narrow_window_which_is_left_as_it_was(full):
    size, opened = full.window.size(), full.bench.article.id
    marks = full.workspace.reads.annotations(opened)
    names = [name for name, widget in flow_at(full, 620) if widget.isVisible()]
    after = full.workspace.reads.annotations(opened)
    assert (names, full.window.size(), full.bench.article.id, after) == (
        [
            "read", "read_mark", "read_tags", "read_paragraph", "read_look", "pane_shelf", "pane_marks", "alone", "selected",
            "selected_fold", "review", "review_on", "review_between", "searched", "searched_lit", "palette", "told", "told_undone",
        ], size, opened, marks,
    )  # fmt: skip
