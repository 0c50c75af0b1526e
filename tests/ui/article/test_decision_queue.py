"""A run through suggestions, without a window: which is next, over the ends of articles, and how far one is."""

from dataclasses import replace

import pytest
from furnished import detect

from desktop.model import Listing, Sorting
from desktop.ui.article.decision_queue import DecisionQueue, Tally
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.unattended import driving

BY_TITLE = Listing(
    Sorting.TITLE, descending=False
)  # the bridge without a suggestion, the tea with one, the class with four


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def run(workspace, articles, clock):
    """A run over all articles, in which the class lies open."""
    opened = OpenArticle(workspace)
    queue = DecisionQueue(workspace, opened, clock)
    opened.open(articles[0])
    begin(queue, workspace, BY_TITLE)
    return queue, opened


def begin(queue, workspace, scope):
    queue.begin(scope)
    driving.until(lambda: not workspace.tasks.busy)


def words(queue, opened, after=None):
    found = queue.next(after)
    return opened.text[found.start : found.end] if found else None


def decide(queue, opened, workspace, accepted=True):
    """Decide the next suggestion, as the window does."""
    found = queue.next()
    (workspace.edits.accept if accepted else workspace.edits.reject)([found.id])
    queue.count_decision()
    return found


def test_the_suggestions_of_an_article_come_in_the_order_of_its_text(run, workspace):
    queue, opened = run
    seen = []
    while queue.next() is not None:
        seen.append(words(queue, opened))
        decide(queue, opened, workspace)
    assert seen == ["Tô Thị Nhài", "UBND xã Mây Trắng", "xã Mây Trắng", "38"]


def test_behind_the_last_suggestion_come_those_that_were_passed_over(run, workspace):
    queue, _ = run
    first, *_, last = queue.left
    workspace.edits.accept([last.id])
    assert (queue.next(last), queue.next(first)) == (queue.left[0], queue.left[1])


def test_what_is_skipped_comes_not_again_until_it_is_taken_back(run):
    queue, _ = run
    first = queue.next()
    queue.skip(first)
    after = queue.next()
    back = queue.back()
    assert (after == first, back, queue.next(), queue.back()) == (False, first, first, None)


def test_the_next_article_is_the_next_of_the_listing_that_has_suggestions(run, workspace, articles):
    queue, opened = run
    ahead = queue.next_article()
    while queue.next():
        decide(queue, opened, workspace)
    opened.open(articles[1])
    decide(queue, opened, workspace)
    assert (ahead, queue.next(), queue.next_article()) == (articles[1], None, None)


def test_an_article_of_which_all_is_skipped_or_that_is_gone_is_passed(run, workspace, articles):
    queue, opened = run
    opened.open(articles[1])
    queue.skip(queue.next())
    opened.open(articles[2])
    ahead = queue.next_article()
    workspace.edits.delete_articles([articles[0]])
    assert (ahead, queue.next_article()) == (articles[0], None)


@pytest.mark.parametrize(
    ("scope", "ahead"),
    [((0, 1), 1), ((1, 0), 1), ((2,), None), ((1,), 1)],
)
def test_a_run_over_a_selection_stays_in_it(workspace, articles, scope, ahead):
    opened = OpenArticle(workspace)
    queue = DecisionQueue(workspace, opened)
    opened.open(articles[0])
    begin(queue, workspace, tuple(articles[at] for at in scope))
    assert queue.next_article() == (articles[ahead] if ahead is not None else None)


def test_it_tells_how_far_it_is_and_how_fast(run, workspace, clock):
    queue, opened = run
    for at in range(3):
        decide(queue, opened, workspace, accepted=at > 0)
        clock.now += 3
    slow = queue.tally
    queue.skip(queue.next())
    for _ in range(2):  # what is undone and decided again is decided twice
        queue.count_decision()
        clock.now += 3
    assert (slow, queue.tally.rate, queue.tally.rest) == (
        Tally(left=1, rest=2, skipped=0, decided=3, marks=4, rejected=1, rate=None),
        20,
        1,
    )


def test_undo_in_an_article_that_was_left_counts_again(run, workspace, articles):
    queue, opened = run
    while queue.next():
        decide(queue, opened, workspace)
    opened.open(articles[1])
    before = queue.tally.rest
    workspace.edits.undo()
    assert (before, queue.tally.rest, queue.next_article()) == (1, 2, articles[0])


def test_suggestions_of_hidden_labels_are_not_asked_for(run, workspace):
    queue, opened = run
    opened.hide(frozenset({"PERSON", "LOCATION"}))
    driving.until(lambda: not workspace.tasks.busy)
    assert (words(queue, opened), len(queue.left), queue.tally.rest, queue.next_article()) == (
        "UBND xã Mây Trắng",
        2,
        2,
        None,
    )


def test_another_workbench_goes_on_with_the_run_and_an_end_ends_it(run, workspace):
    queue, opened = run
    told = []
    queue.changed.connect(lambda: told.append(queue.running))
    decide(queue, opened, workspace)
    queue.end()
    queue.end()
    assert (told, queue.scope, queue.next_article()) == ([True, False], None, None)


SURE = {"Tô Thị Nhài": 0.9, "UBND xã Mây Trắng": 0.8, "xã Mây Trắng": 0.9, "38": 1.0}


def test_by_doubt_the_least_sure_comes_first_and_equals_in_the_order_of_the_text(run, workspace):
    queue, opened = run
    found = detect(opened.text)
    spans = tuple(replace(each, score=SURE[opened.text[each.start : each.end]]) for each in found.spans)
    workspace.detecting.apply(opened.id, replace(found, version="test-2", spans=spans))
    queue.order_by_doubt(True)
    seen = [words(queue, opened)]
    for _ in range(3):
        decide(queue, opened, workspace)
        seen.append(words(queue, opened))
    assert seen == ["UBND xã Mây Trắng", "Tô Thị Nhài", "xã Mây Trắng", "38"]
