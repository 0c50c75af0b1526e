"""Every action of the window as one table: its words, shortcut and icon, and its place in the menus and on the tool bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.ui.controls.mark_keys import EDGES, RUN, WISHES
from desktop.ui.words import look_words
from desktop.ui.words.state_words import STATES
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `key` is a hint for an action whose key belongs to the page, not to the window."""

    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    key: str = ""
    group: str = ""  # of these one is checked
    checkable: bool = False  # by itself, outside a group
    short: str = ""  # a word for the tool bar


_KEY = {name: keys[0] for name, keys in (WISHES | RUN).items()} | {name: edge.keys for name, edge in EDGES.items()}
SPECS = (
    Spec(
        "import_files",
        QT_TRANSLATE_NOOP("Actions", "&Import files…"),
        ("Ctrl+O",),
        "import",
        short=QT_TRANSLATE_NOOP("Actions", "Import"),
    ),
    Spec("import_folder", QT_TRANSLATE_NOOP("Actions", "Import a &folder…"), ("Ctrl+Shift+O",), "folder"),
    Spec("bring_marks", QT_TRANSLATE_NOOP("Actions", "Bring in &marks…")),
    Spec("paste", QT_TRANSLATE_NOOP("Actions", "&Paste as an article"), ("Ctrl+V",), "paste"),
    Spec("paste_page", QT_TRANSLATE_NOOP("Actions", "Paste as a &web page"), ("Ctrl+Shift+V",)),
    Spec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        ("Ctrl+Shift+E",),
        "export",
        short=QT_TRANSLATE_NOOP("Actions", "Export"),
    ),
    Spec("save_original", QT_TRANSLATE_NOOP("Actions", "Save the o&riginal file…"), ("Ctrl+Shift+S",), "original"),
    Spec("print", QT_TRANSLATE_NOOP("Actions", "Prin&t or save as PDF…"), ("Ctrl+P",), "print"),
    Spec("new_library", QT_TRANSLATE_NOOP("Actions", "&New library…"), ("Ctrl+N",)),
    Spec("open_library", QT_TRANSLATE_NOOP("Actions", "Open a &library…"), ("Ctrl+L",), "open"),
    Spec("backup", QT_TRANSLATE_NOOP("Actions", "&Back up now…"), ("Ctrl+Shift+B",), "backup"),
    Spec("restore", QT_TRANSLATE_NOOP("Actions", "Brin&g back a copy…")),
    Spec("check", QT_TRANSLATE_NOOP("Actions", "Chec&k the library")),
    Spec("delete_articles", QT_TRANSLATE_NOOP("Actions", "&Delete article"), ("Ctrl+Del",), "delete"),
    Spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
    Spec("card", QT_TRANSLATE_NOOP("Actions", "Article &information…"), ("Ctrl+I",), "card"),
    Spec("tag", QT_TRANSLATE_NOOP("Actions", "&Tags…"), ("Ctrl+T",), "tag"),
    Spec("unread", STATES["unread"], ("Ctrl+Shift+U",), group="state"),
    Spec("reading", STATES["reading"], ("Ctrl+Shift+R",), group="state"),
    Spec("done", STATES["done"], ("Ctrl+D",), group="state"),
    Spec("detect_articles", QT_TRANSLATE_NOOP("Actions", "D&etect again in the chosen articles"), ("Shift+F5",)),
    Spec("reread", QT_TRANSLATE_NOOP("Actions", "&Read again from the original")),
    Spec("open_picture", QT_TRANSLATE_NOOP("Actions", "Open the pi&cture")),
    Spec("orphans", QT_TRANSLATE_NOOP("Actions", "Marks that &wait for a place…")),
    Spec("filter", QT_TRANSLATE_NOOP("Actions", "Fi&lter the shelf"), ("Ctrl+Shift+K",), "filter"),
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Spec(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Search the library"),
        ("Ctrl+K",),
        "find",
        short=QT_TRANSLATE_NOOP("Actions", "Search"),
    ),
    Spec("palette", QT_TRANSLATE_NOOP("Actions", "&Go to or do…"), ("Ctrl+Shift+P",)),
    Spec("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), (), "copy", "Ctrl+C"),
    Spec("copy_source", QT_TRANSLATE_NOOP("Actions", "Copy &with source"), ("Ctrl+Shift+C",)),
    Spec("find_words", QT_TRANSLATE_NOOP("Actions", "&Find in the article…"), ("Ctrl+F",), "find"),
    Spec("find_next", QT_TRANSLATE_NOOP("Actions", "&Next hit"), ("F3",), "next-hit"),
    Spec("find_previous", QT_TRANSLATE_NOOP("Actions", "Pre&vious hit"), ("Shift+F3",), "previous-hit"),
    Spec("own_keys", QT_TRANSLATE_NOOP("Actions", "&Keys of your own…")),
    Spec("preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…"), ("Ctrl+,",), "settings"),
    Spec(
        "review",
        QT_TRANSLATE_NOOP("Actions", "Re&view suggestions"),
        ("F4", "Ctrl+R"),
        "review",
        checkable=True,
        short=QT_TRANSLATE_NOOP("Actions", "Review"),
    ),
    Spec("doubt_first", QT_TRANSLATE_NOOP("Actions", "The least sure first"), checkable=True),
    Spec("skip", QT_TRANSLATE_NOOP("Actions", "S&kip"), (), key=_KEY["skip"]),
    Spec("review_on", QT_TRANSLATE_NOOP("Actions", "Next article with s&uggestions"), (), key=_KEY["review_on"]),
    Spec("accept", QT_TRANSLATE_NOOP("Actions", "&Accept"), (), "accept", _KEY["accept"]),
    Spec("reject", QT_TRANSLATE_NOOP("Actions", "&Reject"), (), "reject", _KEY["reject"]),
    Spec("delete", QT_TRANSLATE_NOOP("Actions", "&Delete mark"), (), "delete", _KEY["delete"]),
    Spec("note", QT_TRANSLATE_NOOP("Actions", "&Note…"), ("Ctrl+M",), "note"),
    Spec(
        "accept_all",
        QT_TRANSLATE_NOOP("Actions", "Accept all &suggestions of the article"),
        ("Ctrl+Shift+Return",),
        "accept-all",
    ),
    Spec("bar", QT_TRANSLATE_NOOP("Actions", "La&bels at the selection"), ("F2",)),
    Spec("bar_by_itself", QT_TRANSLATE_NOOP("Actions", "S&how them by themselves"), checkable=True),
    Spec("widen", QT_TRANSLATE_NOOP("Actions", "Widen to word, sen&tence, line"), ("Ctrl+E",)),
    Spec("cut_out", QT_TRANSLATE_NOOP("Actions", "&Cut out of the mark"), ("Ctrl+Shift+X",)),
    Spec(
        "end_later", QT_TRANSLATE_NOOP("Actions", "&Widen the end"), (EDGES["end_later"].also,), key=_KEY["end_later"]
    ),
    Spec(
        "end_earlier",
        QT_TRANSLATE_NOOP("Actions", "&Narrow the end"),
        (EDGES["end_earlier"].also,),
        key=_KEY["end_earlier"],
    ),
    Spec(
        "start_earlier",
        QT_TRANSLATE_NOOP("Actions", "Widen the &start"),
        (EDGES["start_earlier"].also,),
        key=_KEY["start_earlier"],
    ),
    Spec(
        "start_later",
        QT_TRANSLATE_NOOP("Actions", "Na&rrow the start"),
        (EDGES["start_later"].also,),
        key=_KEY["start_later"],
    ),
    Spec("next_mark", QT_TRANSLATE_NOOP("Actions", "Ne&xt suggestion"), ("F8",), "next"),
    Spec("previous_mark", QT_TRANSLATE_NOOP("Actions", "&Previous suggestion"), ("Shift+F8",), "previous"),
    Spec("role_headline", QT_TRANSLATE_NOOP("Actions", "&Headline"), group="role"),
    Spec("role_lead", QT_TRANSLATE_NOOP("Actions", "&Lead"), group="role"),
    Spec("role_body", QT_TRANSLATE_NOOP("Actions", "&Body"), group="role"),
    Spec("role_caption", QT_TRANSLATE_NOOP("Actions", "&Caption"), group="role"),
    Spec("role_byline", QT_TRANSLATE_NOOP("Actions", "B&yline"), group="role"),
    Spec("role_dateline", QT_TRANSLATE_NOOP("Actions", "&Dateline"), group="role"),
    Spec("role_furniture", QT_TRANSLATE_NOOP("Actions", "Page &furniture"), ("Ctrl+Shift+M",), group="role"),
    Spec("role_detected", QT_TRANSLATE_NOOP("Actions", "As de&tected")),
    Spec("detect", QT_TRANSLATE_NOOP("Actions", "Detec&t again"), ("F5",), "detect"),
    Spec("go_shelf", QT_TRANSLATE_NOOP("Actions", "Go to the &shelf"), ("Ctrl+1",)),
    Spec("go_article", QT_TRANSLATE_NOOP("Actions", "Go to the &article"), ("Ctrl+2",)),
    Spec("go_legend", QT_TRANSLATE_NOOP("Actions", "Go to the &labels"), ("Ctrl+3",)),
    Spec("go_marks", QT_TRANSLATE_NOOP("Actions", "Go to the mar&ks"), ("Ctrl+4",)),
    Spec("next_article", QT_TRANSLATE_NOOP("Actions", "&Next article"), ("Alt+Down", "Ctrl+PgDown")),
    Spec("previous_article", QT_TRANSLATE_NOOP("Actions", "&Previous article"), ("Alt+Up", "Ctrl+PgUp")),
    Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "La&rger text"), ("Ctrl++", "Ctrl+="), "zoom-in"),
    Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "S&maller text"), ("Ctrl+-",), "zoom-out"),
    Spec("zoom_usual", QT_TRANSLATE_NOOP("Actions", "&Usual size"), ("Ctrl+0",)),
    Spec("go_back", QT_TRANSLATE_NOOP("Actions", "&Back to where I was"), ("Ctrl+[",)),
    Spec("go_forward", QT_TRANSLATE_NOOP("Actions", "For&ward again"), ("Ctrl+]",)),
    Spec(
        "reading_look",
        QT_TRANSLATE_NOOP("Actions", "Face, size and marks…"),
        ("Ctrl+Shift+A",),
        "reading",
        short=QT_TRANSLATE_NOOP("Actions", "Look"),
    ),
    Spec("read_aloud", QT_TRANSLATE_NOOP("Actions", "Read aloud"), checkable=True),
    Spec("one_paragraph", QT_TRANSLATE_NOOP("Actions", "One paragraph at a time"), ("F7",), checkable=True),
    Spec("tags", QT_TRANSLATE_NOOP("Actions", "Labels of all marks"), ("Shift+F6",), checkable=True),
    *(Spec(f"face_{name}", words, group="face") for name, words in look_words.FACES.items()),
    *(Spec(f"marks_{name}", words, group="marks") for name, words in look_words.LOUDNESS.items()),
    Spec("furniture", QT_TRANSLATE_NOOP("Actions", "Sh&ow page furniture"), ("Ctrl+Shift+F",), checkable=True),
    *(Spec(name, words, group="theme") for name, words in look_words.THEMES.items()),
    Spec("switch_theme", QT_TRANSLATE_NOOP("Actions", "Light or dark"), ("Ctrl+Shift+L",), "theme"),
    *(Spec(name, words, group="language") for name, words in look_words.LANGUAGES.items()),
    Spec("panes", QT_TRANSLATE_NOOP("Actions", "The page alone"), ("F9",)),
    Spec("pane_shelf", QT_TRANSLATE_NOOP("Actions", "Show the s&helf"), ("Ctrl+F9",), checkable=True),
    Spec("pane_side", QT_TRANSLATE_NOOP("Actions", "Show labels an&d marks"), ("Shift+F9",), checkable=True),
    Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "The whole screen"), ("F11",), checkable=True),
    Spec("keys", QT_TRANSLATE_NOOP("Actions", "&Keyboard"), ("F1",), "keys"),
    Spec("hints", QT_TRANSLATE_NOOP("Actions", "&First steps"), ("Shift+F1",)),
    Spec("samples", QT_TRANSLATE_NOOP("Actions", "Add the &sample articles")),
    Spec("bug_report", QT_TRANSLATE_NOOP("Actions", "Report a &bug…")),
    Spec("about", QT_TRANSLATE_NOOP("Actions", "&About Bút Dạ"), (), "about"),
)

_LINE = ""
MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File"), (
        "import_files", "import_folder", "bring_marks", "paste", "paste_page", _LINE, "export", "save_original", "print", _LINE,
        "delete_articles", _LINE, "new_library", "open_library", "menu:recent", "backup", "restore", "check", _LINE, "quit",
    )),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit"), (
        "undo", "redo", _LINE, "copy", "copy_source", _LINE, "find_words", "find_next", "find_previous", _LINE, "find", "palette", _LINE,
        "preferences", "own_keys",
    )),
    ("article", QT_TRANSLATE_NOOP("Actions", "&Article"), (
        "card", "tag", "menu:state", _LINE, "detect_articles", "reread", "orphans", _LINE, "filter",
    )),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark"), (
        "review", "doubt_first", "skip", "review_on", _LINE, "menu:label", "menu:label_all", "bar", "bar_by_itself",
        "menu:edges", _LINE,
        "accept", "reject", "delete", "note", _LINE, "accept_all", _LINE,
        "next_mark", "previous_mark", _LINE, "menu:role", "open_picture", "detect",
    )),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View"), (
        "panes", "pane_shelf", "pane_side", "full_screen", _LINE,
        "go_shelf", "go_article", "go_legend", "go_marks", _LINE, "next_article", "previous_article", "go_back", "go_forward", _LINE,
        "reading_look", "menu:face", "zoom_in", "zoom_out", "zoom_usual", _LINE, "menu:marks", "tags", "one_paragraph", "furniture",
        "read_aloud", _LINE, "menu:theme", "menu:language",
    )),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help"), ("hints", "keys", _LINE, "samples", _LINE, "bug_report", "about")),
)  # fmt: skip
SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "label": (QT_TRANSLATE_NOOP("Actions", "&Label"), ()),  # filled with the library's scheme
    "role": (QT_TRANSLATE_NOOP("Actions", "This l&ine is"), (
        "role_headline", "role_lead", "role_body", "role_caption", "role_byline", "role_dateline", "role_furniture", _LINE,
        "role_detected",
    )),
    "face": (QT_TRANSLATE_NOOP("Actions", "&Face"), tuple(f"face_{name}" for name in look_words.FACES)),
    "marks": (QT_TRANSLATE_NOOP("Actions", "Mark w&eight"), tuple(f"marks_{name}" for name in look_words.LOUDNESS)),
    "state": (QT_TRANSLATE_NOOP("Actions", "&State"), tuple(STATES)),
    "recent": (QT_TRANSLATE_NOOP("Actions", "Re&cent libraries"), ()),  # filled from the settings
    "label_all": (QT_TRANSLATE_NOOP("Actions", "Mark all &occurrences"), ()),  # filled so too
    "edges": (
        QT_TRANSLATE_NOOP("Actions", "&Edges"),
        ("end_later", "end_earlier", _LINE, "start_earlier", "start_later", _LINE, "widen", "cut_out"),
    ),
    "theme": (QT_TRANSLATE_NOOP("Actions", "&Theme"), (*look_words.THEMES, _LINE, "switch_theme")),
    "language": (QT_TRANSLATE_NOOP("Actions", "Lan&guage"), tuple(look_words.LANGUAGES)),
}  # fmt: skip
GAP = "gap"  # what comes after it stands at the other end
TOOLBAR = ("import_files", "export", _LINE, "find", GAP, "reading_look", "review")


def words(text: str) -> str:
    """Return words of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def native(keys: str) -> str:
    """Return keys as the system and the language call them: Alt+Left is Alt+Trái."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
