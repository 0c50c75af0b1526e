"""The workspace: every edit says which article it changed, and what cannot be done says why and changes nothing."""

from dataclasses import replace

import pytest
from furnished import TEXTS, detect, quotes

from desktop.model import Role, Status
from desktop.operations import Selection
from desktop.ui.jobs.detect_job import DetectJob
from desktop.ui.unattended import driving


def told(workspace):
    heard = []
    workspace.changed.connect(
        lambda told: heard.append(("shelf",) * told.shelf + told.articles + told.cards + told.marks)
    )
    workspace.failed.connect(lambda error: heard.append(error.kind))
    return heard


def test_each_edit_is_told_once_with_its_article(workspace, articles):
    heard, article = told(workspace), articles[0]
    made = workspace.edits.annotate(article, 0, 2, "LOCATION")
    workspace.edits.relabel([made.id], "PERSON")
    workspace.edits.write_note(made.id, "xem lại")
    workspace.edits.accept([each.id for each in workspace.reads.annotations(article)])
    workspace.edits.reject([made.id])
    workspace.edits.delete([made.id])
    assert heard == [(article,)] * 6


def test_a_mark_carries_the_persons_name(workspace, articles):
    assert workspace.edits.annotate(articles[0], 0, 2, "LOCATION").by == "Nhài"


def test_what_cannot_be_done_is_told_and_changes_nothing(workspace, articles):
    before = workspace.reads.annotations(articles[0])
    heard = told(workspace)
    workspace.edits.annotate(articles[0], 5, 5_000, "PERSON")
    workspace.edits.annotate(articles[0], 0, 2, "NOPE")
    workspace.edits.relabel(["nobody"], "PERSON")
    workspace.edits.accept(["nobody"])
    assert (heard, workspace.reads.annotations(articles[0])) == (
        ["annotation-range", "label-unknown", "annotation-unknown", "annotation-unknown"],
        before,
    )


def test_undo_and_redo_go_through_every_kind_of_change(workspace, articles):
    article = articles[0]
    states = [quotes(workspace, article, Status.ACCEPTED)]
    for label in ("LOCATION", "EVENT"):
        workspace.edits.annotate(article, 0, 2, label)
        states.append(quotes(workspace, article, Status.ACCEPTED))
    back = [quotes(workspace, article, Status.ACCEPTED) for _ in range(2) if workspace.edits.undo()]
    again = [quotes(workspace, article, Status.ACCEPTED) for _ in range(2) if workspace.edits.redo()]
    assert (back, again, workspace.edits.redo()) == ([states[1], states[0]], states[1:], None)


def test_a_deleted_article_comes_back_whole(workspace, articles):
    heard, before = told(workspace), quotes(workspace, articles[0])
    workspace.edits.delete_articles([articles[0]])
    gone = workspace.reads.article(articles[0])
    workspace.edits.undo()
    assert (gone, quotes(workspace, articles[0]), heard) == (
        None,
        before,
        [("shelf", articles[0])] * 2,
    )


def test_a_row_counts_marks_and_those_reviewed(workspace, articles):
    workspace.edits.accept([workspace.reads.annotations(articles[0])[0].id])
    workspace.edits.reject([workspace.reads.annotations(articles[0])[1].id])
    (row,) = workspace.reads.rows_of([articles[0]])
    assert (row.annotations, row.reviewed, row.share, row) == (
        3,
        2,
        500,
        next(r for r in workspace.reads.rows() if r.id == articles[0]),
    )


def test_a_search_tells_its_hits_and_the_one_before_is_dropped(workspace, articles):
    heard = []
    workspace.errands.searched.connect(lambda query, hits: heard.append((query, [hit.title for hit in hits])))
    workspace.errands.search("khong co gi ca")
    workspace.errands.search("dang vien")
    driving.until(lambda: not workspace.tasks.busy)
    assert heard == [("dang vien", ["Cây cầu mới"])]


def test_detecting_again_leaves_alone_what_was_said(workspace, articles):
    first = workspace.reads.annotations(articles[0])[0]
    workspace.edits.reject([first.id])
    workspace.detecting.again(articles[0])
    driving.until(lambda: not workspace.tasks.busy)
    after = next(each for each in workspace.reads.annotations(articles[0]) if each.id == first.id)
    assert after.status is Status.REJECTED


def test_a_detection_for_an_article_that_is_gone_is_dropped(workspace, articles):
    text = workspace.reads.article(articles[0]).text
    workspace.edits.delete_articles([articles[0]])
    assert workspace.detecting.apply(articles[0], detect(text)) is None


def test_an_export_is_verified(workspace, articles, tmp_path):
    ended = []
    workspace.errands.export("csv", tmp_path / "a.csv", Selection(), False, ended.extend, ended.append)
    driving.until(lambda: bool(ended))
    assert (ended[0].verified, ended[0].annotations, ended[0].articles) == (5, 5, 3)


def test_the_original_is_saved_again_byte_for_byte(workspace, articles, files, tmp_path):
    workspace.errands.save_original(articles[0], tmp_path / "again.txt")
    assert (tmp_path / "again.txt").read_bytes() == files[0].read_bytes()


def test_a_copy_that_cannot_be_written_is_told(workspace, articles):
    heard = []
    workspace.errands.backup(workspace.path, lambda *_: None, heard.append, lambda error: heard.append(error.kind))
    driving.until(lambda: not workspace.tasks.busy)
    assert heard == ["file-ours"]


def test_a_line_that_is_no_longer_furniture_is_looked_at_again_as_part_of_the_same_step(workspace, articles):
    article, before = articles[0], quotes(workspace, articles[0])
    start = TEXTS["lop-hoc.txt"].index("Chị")
    workspace.edits.set_role(article, start, start, Role.FURNITURE)
    folded = quotes(workspace, article)
    driving.until(lambda: not workspace.tasks.busy)
    workspace.edits.set_role(article, start, start, Role.BODY)
    driving.until(lambda: not workspace.tasks.busy)
    again = quotes(workspace, article)
    workspace.edits.undo()
    assert (folded, again, quotes(workspace, article), workspace.reads.next_undo().title) == (
        [],
        before,
        [],
        "Line role",
    )


def test_a_detection_for_a_correction_that_was_undone_is_dropped(workspace, articles):
    article, before = articles[0], quotes(workspace, articles[0])
    workspace.edits.set_role(article, 0, 0, Role.FURNITURE)
    workspace.edits.undo()
    driving.until(lambda: not workspace.tasks.busy)
    assert (quotes(workspace, article), workspace.reads.next_redo().title) == (before, "Line role")


def listening(detecting):
    """Have the detector write down what it is told of dates and lines."""
    told = []

    def listen(text, published, roles=None, lists=None):
        told.append((published, roles))
        return detect(text, published)

    detecting.now = listen
    return told


def detect_all(workspace, article):
    DetectJob(workspace, [article]).start()


WAYS = {
    "again": lambda workspace, article: workspace.detecting.again(article),
    "several": detect_all,
    "date": lambda workspace, article: workspace.edits.correct(
        replace(workspace.reads.article(article), published="2019-06-15", title="Khác")
    ),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_wherever_an_article_is_looked_through_the_detector_is_told_of_corrected_lines(
    workspace, articles, detecting, way
):
    workspace.edits.set_role(articles[0], 0, 0, Role.LEAD)
    driving.until(lambda: not workspace.tasks.busy)
    told = listening(detecting)
    way(workspace, articles[0])
    driving.until(lambda: not workspace.tasks.busy)
    role = workspace.reads.article(articles[0]).lines[0]
    assert ({str(roles) for _, roles in told}, role.role, role.detected) == (
        {str({0: Role.LEAD})}, Role.LEAD, Role.HEADLINE,
    )  # fmt: skip


def test_a_detection_for_a_date_that_was_taken_back_is_dropped(workspace, articles, detecting):
    before = workspace.reads.article(articles[0])
    detecting.now = lambda text, published: replace(
        detect(text), spans=() if published == "2019-06-15" else detect(text).spans
    )
    marks = quotes(workspace, articles[0])
    workspace.edits.correct(replace(before, published="2019-06-15"))
    workspace.edits.undo()
    driving.until(lambda: not workspace.tasks.busy)
    assert (quotes(workspace, articles[0]), workspace.reads.article(articles[0]), workspace.reads.next_redo().title) == (
        marks, before, "Correct date",
    )  # fmt: skip


def test_a_corrected_date_resolves_the_times_of_settled_marks_too_and_undo_brings_them_back(
    workspace, articles, detecting
):
    def read(text, published, roles=None, lists=None):
        found = detect(text, published)
        return replace(found, spans=tuple(replace(each, value=f"{published} {each.label}") for each in found.spans))

    detecting.now = read
    workspace.detecting.apply(articles[0], read(TEXTS["lop-hoc.txt"], "2026-08-05"))
    first, second, *_ = (each.id for each in workspace.reads.annotations(articles[0]))
    workspace.edits.accept([first])
    workspace.edits.reject([second])
    own = workspace.edits.annotate(articles[0], 0, 2, "TIME")
    before = workspace.reads.annotations(articles[0])
    workspace.edits.correct(replace(workspace.reads.article(articles[0]), published="2019-06-15"))
    driving.until(lambda: not workspace.tasks.busy)
    after = {
        (each.value or "").split()[0] if each.value else each.id for each in workspace.reads.annotations(articles[0])
    }
    workspace.edits.undo()
    assert (after, workspace.reads.annotations(articles[0])) == ({"2019-06-15", own.id}, before)
