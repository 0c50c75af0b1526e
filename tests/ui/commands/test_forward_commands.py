"""A library that an older detector has seen: looked through again in the background, with a word, an undo, and never back."""

from dataclasses import replace

import pytest
from furnished import detect

from desktop.ui.unattended import driving

OLD, NEW = "0.1.0+3.00c0ffee", "0.1.0+4.0badcafe"


@pytest.fixture
def rules():
    """The version of the rules that the detector has now."""
    return [OLD]


@pytest.fixture
def aged(parts, files, detecting, rules):
    """The commands over three articles that older rules have seen, the first of them open."""

    def by_rules(text, published=None, roles=None, lists=None):
        return replace(detect(text, published, roles), version=f"{rules[0]}_{lists.mark}" if lists else rules[0])

    detecting.now = by_rules
    for article in [row.id for row in parts.library.reads.rows()]:
        parts.library.detecting.apply(article, by_rules(parts.library.reads.article(article).text))
    parts.article.open(parts.library.reads.rows()[0].id)
    return parts


def brought_forward(aged, version):
    aged.forward.begin(version)
    aged.settle()


def seen_by(aged):
    return [aged.library.reads.article(row.id).detected for row in aged.library.reads.rows()]


def test_what_older_rules_have_seen_is_looked_through_and_the_open_article_once_it_is_left(aged, rules):
    rules[0] = NEW
    brought_forward(aged, NEW)
    meanwhile, told = seen_by(aged), aged.notice.words
    aged.article.open(aged.library.reads.rows()[1].id)
    driving.until(lambda: seen_by(aged) == [NEW] * 3)
    assert (meanwhile, "2" in told) == ([OLD, NEW, NEW], True)


def test_where_a_person_has_just_worked_undo_takes_that_back_first(aged, rules):
    rules[0] = NEW
    brought_forward(aged, NEW)
    here = aged.article.id
    aged.library.edits.accept([aged.article.annotations[0].id])
    aged.article.open(aged.library.reads.rows()[1].id)
    aged.settle()
    assert (seen_by(aged)[0], aged.library.reads.reach(False).article) == (OLD, here)


def test_one_undo_takes_all_of_it_back_and_it_does_not_begin_again(aged, rules):
    rules[0] = NEW
    brought_forward(aged, NEW)
    aged.takes_offer()
    aged.settle()
    taken_back = seen_by(aged)
    brought_forward(aged, NEW)
    assert (taken_back, seen_by(aged)) == ([OLD] * 3, [OLD] * 3)


@pytest.mark.parametrize("version", [OLD, "0.1.0+2.0badcafe"])
def test_rules_of_the_same_or_a_lower_count_change_nothing(aged, rules, version):
    rules[0] = version
    step = aged.library.reads.next_titles()
    brought_forward(aged, version)
    assert (seen_by(aged), aged.library.reads.next_titles()) == ([OLD] * 3, step)


def test_what_was_learned_reaches_what_nobody_has_begun_to_read(aged):
    reads, name = aged.library.reads, "Mây Trắng"
    texts = {row.id: reads.article(row.id).text for row in reads.rows()}
    here, other = (each for each, text in texts.items() if name in text)
    aged.article.open(here)
    aged.library.edits.annotate(here, texts[here].index(name), texts[here].index(name) + len(name), "EVENT")
    brought_forward(aged, OLD)
    assert [each for each in texts if reads.article(each).detected != OLD] == [other]
