"""What can be done now, of all that the table of actions offers."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.ui.commands.page_commands import ROLES

_OF_LIBRARY = (
    "import_files",
    "import_folder",
    "bring_marks",
    "paste",
    "paste_page",
    "export",
    "orphans",
    "find",
    "samples",
    "review",
    "doubt_first",
    "palette",
)
_OF_CARE = ("backup", "check")
_OF_ARTICLE = (
    "save_original", "open_picture", "detect", "next_mark", "previous_mark", "find_words", "find_next", "find_previous", "print",
    "read_aloud",
    "role_detected", "menu:role", "menu:edges", "widen", *ROLES,  # a shortcut of a line must not wait for the menu to be opened
)  # fmt: skip
_OF_ARTICLES = (
    "delete_articles",
    "card",
    "tag",
    "detect_articles",
    "reread",
    "unread",
    "reading",
    "done",
    "menu:state",
)
_OF_MARKS = ("accept", "reject", "delete")
_OF_MARK = ("end_later", "end_earlier", "start_earlier", "start_later")
_OF_A_RUN = ("skip", "review_on")
_OF_WORDS = ("bar", "menu:label_all")


@dataclass(frozen=True, slots=True)
class Now:
    """What there is to do something with."""

    article: bool = False  # one lies open
    mark: bool = False  # one is selected on the page
    marks: int = 0  # how many are meant
    noted: bool = False  # there is a mark on which a note would be written
    words: bool = False  # a stretch that can be marked is selected
    copied: bool = False  # anything is selected that can be copied
    suggestions: bool = False  # the open article has some
    behind: bool = False  # a place was left by a jump
    ahead: bool = False  # one was come back from
    articles: int = 0  # how many are meant
    reviewing: bool = False  # a run through suggestions goes on
    caring: bool = False  # the library is copied or checked


def possible(now: Now) -> dict[str, bool]:
    """Return which actions, and menus as `menu:name`, can be chosen over an open library."""
    meant = now.marks > 0
    return (
        dict.fromkeys(_OF_LIBRARY, True)
        | dict.fromkeys(_OF_CARE, not now.caring)
        | dict.fromkeys(_OF_ARTICLE, now.article)
        | dict.fromkeys(_OF_ARTICLES, now.articles > 0)
        | dict.fromkeys(_OF_MARKS, meant)
        | dict.fromkeys(_OF_A_RUN, now.reviewing)
        | dict.fromkeys(_OF_MARK, now.mark)
        | dict.fromkeys(_OF_WORDS, now.words or now.mark)
        | {
            "note": now.noted,
            "cut_out": now.words,
            "copy": now.copied,
            "copy_source": now.article and (now.words or now.mark),
            "accept_all": now.suggestions,
            "go_back": now.article and now.behind,
            "go_forward": now.article and now.ahead,
            "menu:label": now.words or meant,
        }
    )
