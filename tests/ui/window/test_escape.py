"""Escape ends what is nearest: a search, a mark's selection, a review, the whole screen; then it goes to the shelf."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop.ui.unattended import driving

Key = Qt.Key


@pytest.fixture
def reading(full, person):
    person.goes_to_the_page()
    return full


def keyboard(session):
    return session.window.focusWidget().objectName()


def test_from_the_page_it_goes_to_the_shelf(reading, person):
    person.presses(Key.Key_Escape)
    assert keyboard(reading) == "articles"


def test_a_selected_mark_and_a_search_are_let_go_of_first(reading, person):
    reading.bench.reader.next_annotation(True)
    seen = []
    reading.window.acts["find_words"].trigger()
    person.goes_to_the_page()
    reading.bench.reader.next_annotation(True)
    for _ in range(3):
        person.presses(Key.Key_Escape)
        seen.append((reading.bench.article.selected is not None, person.sees("find_bar"), keyboard(reading)))
    assert seen == [(False, True, "reader"), (False, False, "reader"), (False, False, "articles")]


def test_in_a_review_a_search_is_ended_before_the_review(reading, person):
    reading.window.acts["review"].trigger()
    driving.until(lambda: driving.settled(reading) and reading.bench.article.selected is not None)
    reading.window.acts["find_words"].trigger()
    person.goes_to_the_page()
    seen = []
    for _ in range(4):
        person.presses(Key.Key_Escape)
        QCoreApplication.processEvents()
        seen.append((person.sees("find_bar"), person.sees("decision_bar"), keyboard(reading)))
    assert seen == [
        (True, True, "reader"), (False, True, "reader"), (False, False, "reader"), (False, False, "articles"),
    ]  # fmt: skip


def test_the_whole_screen_is_given_back(reading, person):
    reading.window.acts["full_screen"].trigger()
    person.goes_to_the_page()
    person.presses(Key.Key_Escape)
    assert (reading.window.isFullScreen(), keyboard(reading)) == (False, "reader")
