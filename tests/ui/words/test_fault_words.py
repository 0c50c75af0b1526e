"""What a check finds, in words of the window."""

from desktop.model_json import Unfit
from desktop.store.soundness import Fault
from desktop.ui.words import error_words


def test_what_is_wrong_in_a_library_stands_before_what_sqlite_says():
    wrong = [
        Fault("annotation", "n1", Unfit("start", "range"), "a"),
        Fault("article", "a", Unfit("lines[0]", "cover"), "a"),
        Fault("relation", "r", Unfit("head", "", "missing"), "a"),
        Fault("label", "X", Unfit("order", "whole")),
        "row 3 missing from index",
        Fault("article", "b" * 100, Unfit("state", "unread, done", "unknown"), "b"),
    ]
    assert error_words.damage(wrong).splitlines() == [
        "The mark n1 lies outside the text of its article.",
        "Article a: lines[0] must be the next line of the text that is not blank, whole.",
        "Fact r: head is missing.",
        "Label X: order must be a whole number.",
        f"Article {'b' * 60}…: state must be one of these words: unread, done.",
        "SQLite, which keeps the file, says (in English):",
        "row 3 missing from index",
    ]
