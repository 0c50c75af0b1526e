"""What can be done, told by a value alone: no window is needed to know it."""

import pytest

from desktop.ui.commands.action_table import SPECS, SUBMENUS
from desktop.ui.window.enabling import Now, possible

LIBRARY = {
    "import_files",
    "import_folder",
    "bring_marks",
    "paste",
    "paste_page",
    "export",
    "find",
    "samples",
    "orphans",
    "review",
    "doubt_first",
    "palette",
    "backup",
    "check",
}
ARTICLE = {
    "save_original", "open_picture", "detect", "next_mark", "previous_mark", "find_words", "find_next", "find_previous", "print",
    "read_aloud", "role_detected", "menu:role", "menu:edges", "widen",
    "role_headline", "role_lead", "role_body", "role_caption", "role_byline", "role_dateline", "role_furniture",
}  # fmt: skip
ARTICLES = {"delete_articles", "card", "tag", "detect_articles", "reread", "unread", "reading", "done", "menu:state"}
EDGES = {"end_later", "end_earlier", "start_earlier", "start_later"}
MARKS = {"accept", "reject", "delete", "menu:label"}
WORDS = {"bar", "menu:label_all", "copy_source"}
NOWS = {
    "an empty library": (Now(), set()),
    "it is checked": (Now(caring=True), set()),
    "articles chosen": (Now(articles=2), ARTICLES),
    "an article": (Now(article=True, articles=1), ARTICLE | ARTICLES),
    "with suggestions": (Now(article=True, articles=1, suggestions=True), ARTICLE | ARTICLES | {"accept_all"}),
    "white space selected": (Now(article=True, copied=True), ARTICLE | {"copy"}),
    "words": (Now(article=True, copied=True, words=True), ARTICLE | WORDS | {"copy", "cut_out", "menu:label"}),
    "a mark": (Now(article=True, mark=True, marks=1, noted=True), ARTICLE | EDGES | MARKS | WORDS | {"note"}),
    "a run goes on": (Now(article=True, reviewing=True), ARTICLE | {"skip", "review_on"}),
    "marks of the list": (Now(article=True, marks=3, noted=True), ARTICLE | MARKS | {"note"}),
}


@pytest.mark.parametrize(("now", "more"), NOWS.values(), ids=NOWS)
def test_what_is_possible_follows_from_what_there_is(now, more):
    care = {"backup", "check"} if now.caring else set()
    assert {name for name, can in possible(now).items() if can} == (LIBRARY - care) | more


def test_it_speaks_of_actions_and_menus_that_are_there():
    known = {spec.name for spec in SPECS} | {f"menu:{name}" for name in SUBMENUS}
    assert set(possible(Now())) - known == set()
