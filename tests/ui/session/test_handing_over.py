"""Another language is another window: what goes on meanwhile goes on in it, and nothing a person is at is lost."""

from threading import Event

import pytest
from furnished import TEXTS, detect
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from desktop import operations
from desktop.ui.library import background
from desktop.ui.unattended import driving


@pytest.fixture
def held(session, detecting):
    """A detector that waits until it may go on."""
    begun, go_on = Event(), Event()

    def slowly(text, published=None, roles=None, lists=None):
        begun.set()
        go_on.wait(driving.PATIENCE)
        return detect(text, published)

    detecting.now = slowly
    yield begun, go_on
    go_on.set()


def turn(session):
    """Choose another language and wait for the new window."""
    session.set_language("en")
    driving.until(lambda: session.window.language == "en")


def progress(session, name="progress_count"):
    label = session.bench.status.findChild(QLabel, name)
    return label.text() if label.isVisible() else None


def test_an_import_goes_on_in_the_new_window_as_one_step(session, files, held):
    begun, go_on = held
    session.bench.commands.files.start(files)
    driving.until(begun.is_set)
    turn(session)
    going = session.bench.jobs.going != (), progress(session) is not None
    go_on.set()
    driving.until(lambda: driving.settled(session))
    rows = session.workspace.reads.rows()
    told = session.bench.notice.words, progress(session)
    detected = [session.workspace.reads.article(row.id).detected for row in rows]
    session.workspace.edits.undo()
    assert (going, len(rows), detected, told, session.workspace.reads.rows()) == (
        (True, True), 3, ["test-1"] * 3, ("Imported: 3.", None), [],
    )  # fmt: skip


def test_an_import_can_be_cancelled_from_the_new_window(session, files, held):
    begun, go_on = held
    session.bench.commands.files.start(files)
    driving.until(begun.is_set)
    turn(session)
    session.bench.status.findChild(QToolButton, "cancel_job").click()
    go_on.set()
    driving.until(lambda: driving.settled(session))
    assert (session.bench.jobs.going != (), progress(session)) == (False, None)


def test_detection_of_several_goes_on(full, detecting):
    begun, go_on = Event(), Event()

    def slowly(text, published=None, roles=None, lists=None):
        begun.set()
        go_on.wait(driving.PATIENCE)
        return detect(text + " ", published).__class__("test-2", detect(text).lines, ())

    detecting.now = slowly
    full.bench.shelf.list.selectAll()
    full.window.acts["detect_articles"].trigger()
    driving.until(begun.is_set)
    turn(full)
    go_on.set()
    driving.until(lambda: driving.settled(full) and full.bench.jobs.going == ())
    versions = [full.workspace.reads.article(row.id).detected for row in full.workspace.reads.rows()]
    assert (versions, progress(full), full.workspace.reads.next_undo().title) == (["test-2"] * 3, None, "Detect")


@pytest.mark.parametrize(("work", "words"), [("backup", "copy.butda"), ("check", "sound")])
def test_care_of_the_library_goes_on(full, answers, tmp_path, monkeypatch, work, words):
    begun, go_on = Event(), Event()
    way = getattr(background, work)

    def slowly(*arguments):
        begun.set()
        go_on.wait(driving.PATIENCE)
        return way(*arguments)

    monkeypatch.setattr(background, work, slowly)
    answers.append([tmp_path / "copy.butda"])
    full.window.acts[work].trigger()
    driving.until(begun.is_set)
    turn(full)
    going = [job.kind for job in full.bench.jobs.going], bool(progress(full)), full.window.acts["check"].isEnabled()
    go_on.set()
    driving.until(lambda: driving.settled(full))
    assert (going, full.bench.jobs.going, words in full.bench.notice.words, progress(full)) == (
        ([work], True, False), (), True, None,
    )  # fmt: skip


def test_a_card_somebody_writes_in_is_not_taken_away(full):
    full.window.acts["card"].trigger()
    (card,) = full.window.dialogs
    card.findChild(QLineEdit, "card_place").setText("Mây Trắng")
    full.set_theme("dark")
    full.set_language("en")
    driving.until(lambda: not full.workspace.tasks.busy)
    driving.until(lambda: full.bench.notice.words != "")
    stays = card.isVisible(), full.window.theme.dark, full.window.language, full.bench.notice.words
    card.reject()
    driving.until(lambda: full.window.language == "en")
    assert stays == (True, True, "vi", "Ngôn ngữ sẽ đổi khi hộp thoại đang mở được đóng lại.")


def test_a_search_that_is_waited_for_comes_before_the_new_window(full):
    heard = []
    full.workspace.errands.searched.connect(lambda query, hits: heard.append((len(hits), full.window.language)))
    full.workspace.errands.search("chè")
    turn(full)
    assert heard == [(1, "vi")]


def test_a_window_that_closes_in_the_middle_of_an_import_keeps_what_was_added(session, files, held, tmp_path):
    begun, go_on = held
    session.bench.commands.files.start(files)
    driving.until(lambda: begun.is_set() and bool(session.workspace.reads.rows()))
    go_on.set()
    session.window.close()
    store = operations.open_library(tmp_path / "s.butda")
    texts = {store.article(row.id).text for row in store.rows()}
    wrong = store.check()
    store.close()
    assert (texts <= {text.strip("\n") for text in TEXTS.values()} | set(TEXTS.values()), bool(texts), wrong) == (
        True, True, [],
    )  # fmt: skip
    assert session.window.dialogs == []
