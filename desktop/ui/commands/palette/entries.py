"""What the palette offers: actions and labels that can be chosen now, names in the open article and in the library, articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from PySide6.QtCore import QCoreApplication

from desktop.model import Annotation, Label, Status
from desktop.store.shelf.named import Key, Name, known_by
from desktop.text.queries.query import Field, Query, Term
from desktop.ui.commands.action_table import MENUS, SPECS, SUBMENUS, native, words
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.keys.own_keys import keys_of
from desktop.ui.controls.found_words import Entry
from desktop.ui.words.label_names import label_name
from desktop.ui.words.mnemonics import plain
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

# What an entry's name begins with: an action, a mark, an article, a query.
DO, GO, OPEN, SEARCH = "do:", "go:", "open:", "search:"
_ARTICLE = QT_TRANSLATE_NOOP("Palette", "Article")
_TIMES = QT_TRANSLATE_NOOP("Palette", "{0}, {1} times")
_IN_ONE = QT_TRANSLATE_NOOP("Palette", "{0}, in 1 article")
_IN = QT_TRANSLATE_NOOP("Palette", "{0}, in {1} articles")
_LOOK_FOR = QT_TRANSLATE_NOOP("Palette", "Search: {0}")
_LABEL = QT_TRANSLATE_NOOP("Palette", "Label, in all articles")
_LEFT_OUT = {"palette"}
_BY_LABEL = {"label": "label_", "label_all": "all_"}  # menus of the scheme's labels, and how their actions are called


def actions(acts: Actions, labels: Sequence[Label], language: str) -> Iterator[Entry]:
    """Return the actions that can be chosen now, each with its menu and its keys, and what gives a label."""
    menus = {name: plain(words(title)) for _, title, entries in MENUS for name in _below(entries)}
    heads = {name: plain(words(title)) for title, entries in SUBMENUS.values() for name in entries if name}
    for spec in SPECS:
        if acts[spec.name].isEnabled() and acts[spec.name].isVisible() and spec.name not in _LEFT_OUT:
            text = acts[spec.name].text().partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")
            said = f"{heads[spec.name]}: {text}" if spec.name in heads else text.rstrip("…")
            keys = ", ".join(
                native(key) for key in dict.fromkeys((*filter(None, (spec.key,)), *keys_of(spec, acts.own)))
            )
            yield Entry(DO + spec.name, said, menus.get(spec.name, ""), keys)
    for menu, head in _BY_LABEL.items():
        if acts.menus[menu].isEnabled():
            title = plain(words(SUBMENUS[menu][0]))
            for label in labels:
                key = label.key if menu == "label" else ""
                yield Entry(
                    f"{DO}{head}{label.name}", f"{title}: {label_name(label, language)}", menus[f"menu:{menu}"], key
                )


def named(annotations: Sequence[Annotation], text: str, labels: Sequence[Label]) -> dict[Key, list[Annotation]]:
    """Return who and what stands in an article, each with its marks; the most frequent first."""
    found: dict[Key, list[Annotation]] = {}
    entities = {label.name for label in labels if label.layer == "entity"}
    for each in annotations:
        if each.label in entities and each.status is not Status.REJECTED:
            known = each.label, each.entity or known_by(text[each.start : each.end])
            found.setdefault(known, []).append(each)
    return dict(sorted(found.items(), key=_often))


def names(
    here: Mapping[Key, Sequence[Annotation]], text: str, labels: Sequence[Label], language: str
) -> Iterator[Entry]:
    """Return who and what stands in the open article, each once, by the place where it stands first."""
    called = {str(label.name): label_name(label, language) for label in labels}
    for (label, _), marks in here.items():
        kind = called[label]
        if len(marks) > 1:
            kind = QCoreApplication.translate("Palette", _TIMES).format(kind, number(len(marks), language))
        yield Entry(GO + marks[0].id, " ".join(text[marks[0].start : marks[0].end].split()), kind)


def searches(labels: Sequence[Label], language: str) -> Iterator[Entry]:
    """Return the labels, to be searched for in the library."""
    said, kind = (QCoreApplication.translate("Palette", each) for each in (_LOOK_FOR, _LABEL))
    for label in labels:
        query = Query((Term(Field.LABEL, label.name),))
        yield Entry(f"{SEARCH}{query}", said.format(label_name(label, language)), kind)


def library_names(found: Sequence[Name], here: Set[Key], labels: Sequence[Label], language: str) -> Iterator[Entry]:
    """Return who and what the library names, to be searched for by the words it is named by; who is named `here` is gone to instead."""
    called = {str(label.name): label_name(label, language) for label in labels}
    several, one = (QCoreApplication.translate("Palette", each) for each in (_IN, _IN_ONE))
    for each in (each for each in found if here.isdisjoint((each.label, known) for known in each.known)):
        told = (one if each.articles == 1 else several).format(called[each.label], number(each.articles, language))
        yield Entry(f"{SEARCH}{Query((Term(Field.WORDS, each.words, whole=True),))}", each.words, told)


def articles(titles: Sequence[tuple[str, str, str]]) -> Iterator[Entry]:
    """Return the articles: id, title and source of each."""
    kind = QCoreApplication.translate("Palette", _ARTICLE)
    for article, title, source in titles:
        yield Entry(OPEN + article, title, source or kind)


def _often(named: tuple[Key, Sequence[Annotation]]) -> int:
    return -len(named[1])


def _below(entries: Sequence[str]) -> Iterator[str]:
    for entry in entries:
        yield entry
        if entry.startswith("menu:"):
            yield from SUBMENUS[entry.removeprefix("menu:")][1]
