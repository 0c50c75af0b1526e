"""The word lists of a library, and what the detector's labels are called in it: kept in the library, each change a step of its history.

Text files in a folder beside it are lists too, which a person may write with any editor: `NAME.txt` holds an entry a line behind its
head (`# label: TITLE`, `# case: no`, `# off`); `labels.tsv` what the detector's labels are called, one `LABEL<tab>OTHER` a line,
nothing behind the tab for a label that is not wanted. What the library holds under the same name goes before a file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.errors import ImportFileError, RequestError
from desktop.model import Change, Changes
from desktop.model.own_lists import OwnLists, Renaming, WordList
from desktop.operations.history import gesture
from desktop.operations.learning.library import learned_rows
from desktop.store import Store
from desktop.text.normal import normal

_LABELS = "labels.tsv"
_LABEL, _ANY_CASE, _OFF = "# label:", "# case: no", "# off"


_last = OwnLists()  # the same value where nothing changed since: what is made of it is made once for many articles


def own_lists(store: Store) -> OwnLists:
    """Return what a library has of its own: the lists by their names, its own before those of the files beside it, and what it learned."""
    global _last
    lists = _files(store.path) | {each.name: each for each in store.lists.words()}
    renamed = _renamed(store.path) | {each.name: each.other for each in store.lists.renamings()}
    own = OwnLists(
        tuple(lists[name] for name in sorted(lists)),
        tuple((name, other) for name, other in sorted(renamed.items()) if name != other),
        learned_rows(store),
    )
    if own.learned is not _last.learned or own != _last:
        _last = own
    return _last


@gesture
def add_list(store: Store, source: Path, name: str, label: str, cased: bool = True) -> Changes:
    """Keep the entries of a text file as a list, as one step; one of the name is replaced. Raises ImportFileError and RequestError."""
    _check(store, label)
    if not name or not name.replace("-", "").replace("_", "").isalnum():
        raise RequestError("list-name", name=name)
    try:
        lines = normal(source.read_text("utf-8")).split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFileError("file-unreadable", path=source, reason=error) from None
    entries = tuple(dict.fromkeys(line.strip() for line in lines if line.strip() and not line.startswith("#")))
    if not entries:
        raise ImportFileError("file-empty", path=source)
    return _changed(store, "Add word list", WordList(name, label, entries, cased))


@gesture
def remove_list(store: Store, name: str) -> Changes:
    """Take a list out of the library, as one step; raise RequestError where it holds none of the name.

    A file of the name beside it, for which the library's own stood, is a list again then.
    """
    kept = _kept(store)
    if name in kept:
        return store.apply("Remove word list", [Change(kept[name], None)])
    if name in _files(store.path):
        raise RequestError("list-file", name=name, path=_folder(store.path) / f"{name}.txt")
    raise RequestError("list-unknown", name=name, lists=", ".join(kept))


@gesture
def switch_list(store: Store, name: str, on: bool) -> Changes:
    """Switch a list on or off, as one step; raise RequestError where there is none of the name.

    One that is a file stands in the library from then on.
    """
    known = {each.name: each for each in own_lists(store).lists}
    if name not in known:
        raise RequestError("list-unknown", name=name, lists=", ".join(known))
    return _changed(store, "Switch word list on" if on else "Switch word list off", replace(known[name], on=on))


@gesture
def rename_label(store: Store, label: str, other: str) -> Changes:
    """Have the detector's marks of a label bear another one, as one step, none where that is empty; itself takes it back."""
    if other:
        _check(store, other)
    there = {each.name: each for each in store.lists.renamings()}.get(label)
    plain = other == label and label not in _renamed(store.path)
    return _stepped(store, "Rename detected label", Change(there, None if plain else Renaming(label, other)))


def _changed(store: Store, title: str, made: WordList) -> Changes:
    return _stepped(store, title, Change(_kept(store).get(made.name), made))


def _stepped(store: Store, title: str, change: Change) -> Changes:
    """Return what a step with this change changed; where it would change nothing, none is made."""
    return store.apply(title, [change]) if change.before != change.after else Changes()


def _kept(store: Store) -> dict[str, WordList]:
    return {each.name: each for each in store.lists.words()}


def _check(store: Store, label: str) -> None:
    names = [each.name for each in store.labels()]
    if label not in names:
        raise RequestError("label-unknown", label=label, labels=", ".join(names))


def _folder(library: Path) -> Path:
    return library.with_name(f"{library.name}.lists")


def _files(library: Path) -> dict[str, WordList]:
    """Return the lists of the files beside a library that have a label and entries."""
    lists = [_read(path) for path in sorted(_folder(library).glob("*.txt"))]
    return {each.name: each for each in lists if each.label and each.entries}


def _read(path: Path) -> WordList:
    lines = [line.strip() for line in normal(path.read_text("utf-8", "replace")).split("\n")]
    label = next((line.removeprefix(_LABEL).strip() for line in lines if line.startswith(_LABEL)), "")
    entries = tuple(line for line in lines if line and not line.startswith("#"))
    return WordList(path.stem, label, entries, _ANY_CASE not in lines, _OFF not in lines)


def _renamed(library: Path) -> dict[str, str]:
    path = _folder(library) / _LABELS
    if not path.is_file():
        return {}
    rows = (line.partition("\t") for line in path.read_text("utf-8", "replace").split("\n"))
    return {label: other.strip() for label, tab, other in rows if label and tab}
