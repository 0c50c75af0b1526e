"""Copies looked into and made ready in the background."""

import pytest
from building import TEXT

from desktop import operations
from desktop.ui.jobs.restore_job import RestoreJob
from desktop.ui.unattended import driving


@pytest.fixture
def library(store, imported):
    """An open library with a copy that lacks its newest mark."""
    article = imported(TEXT)
    operations.keep_copy(store)
    operations.annotate(store, article.id, 0, 4, "EVENT")
    return store


@pytest.fixture
def job(qapp, library):
    made = RestoreJob(library.path, qapp)
    made.heard = []
    for name in ("listed", "seen", "unreadable", "progressed", "ready", "failed"):
        getattr(made, name).connect(lambda *what, name=name: made.heard.append((name, *what)))
    yield made
    made.stop()


def heard(job, name):
    driving.until(lambda: any(each[0] == name for each in job.heard))
    return next(each[1:] for each in job.heard if each[0] == name)


def test_a_copy_is_found_looked_into_and_made_ready_while_the_library_is_open(job, library):
    job.start()
    ((held,),) = heard(job, "listed")
    job.look(held.path)
    copy, titles = heard(job, "seen")
    job.prepare(held.path)
    (staged,) = heard(job, "ready")
    library.close()
    kept = operations.put_in_place(library.path, staged)
    marks = [each.marks for each in operations.copies_of(library.path)]
    assert (held.articles, copy, [each.title for each in titles], kept.exists(), marks) == (
        1, held.path, ["bài"], True, [0, 1],
    )  # fmt: skip


def test_a_copy_that_is_none_is_told(job, tmp_path):
    job.look(tmp_path / "bài.txt")
    job.prepare(tmp_path / "none.butda")
    assert (heard(job, "unreadable")[1].kind, heard(job, "failed")[0].kind) == ("library-place", "library-place")


def test_what_is_stopped_leaves_nothing(job, library):
    copy = operations.find_copy(library.path, None)
    job.prepare(copy)
    job.stop()
    job.stop()
    assert (list(copy.parent.iterdir()), [each for each in job.heard if each[0] == "ready"]) == ([copy], [])
