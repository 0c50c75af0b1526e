"""The word lists of a library: text files in a folder beside it, which a person may also write with any editor.

`NAME.txt` holds an entry a line behind its head (`# label: TITLE`, `# case: no`, `# off`); `labels.tsv` what the
detector's labels are called here, one `LABEL<tab>OTHER` a line, nothing behind the tab for a label that is not wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop import writing
from desktop.errors import ImportFileError, RequestError
from desktop.model.own_lists import OwnLists, WordList
from desktop.store import Store
from desktop.text.normal import normal

_LABELS = "labels.tsv"
_LABEL, _ANY_CASE, _OFF = "# label:", "# case: no", "# off"


def own_lists(library: Path) -> OwnLists:
    """Return the lists of a library by their names; none where it has no folder of them."""
    folder = _folder(library)
    if not folder.is_dir():
        return OwnLists()
    lists = [_read(path) for path in sorted(folder.glob("*.txt"))]
    return OwnLists(tuple(each for each in lists if each.label and each.entries), _renamed(folder / _LABELS))


def add_list(store: Store, source: Path, name: str, label: str, cased: bool = True) -> WordList:
    """Keep the entries of a text file as a list; one of the name is replaced. Raises ImportFileError and RequestError."""
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
    made = WordList(name, label, entries, cased)
    _write(store.path, made)
    return made


def switch_list(store: Store, name: str, on: bool) -> WordList:
    """Switch a list on or off; raise RequestError where there is none of the name."""
    known = {each.name: each for each in own_lists(store.path).lists}
    if name not in known:
        raise RequestError("list-unknown", name=name, lists=", ".join(known))
    changed = replace(known[name], on=on)
    _write(store.path, changed)
    return changed


def rename_label(store: Store, label: str, other: str) -> None:
    """Have the detector's marks of a label bear another one, none where that is empty; the label itself takes it back."""
    if other:
        _check(store, other)
    renamed = dict(own_lists(store.path).renamed) | {label: other}
    rows = [f"{name}\t{told}\n" for name, told in sorted(renamed.items()) if name != told]
    _keep(_folder(store.path) / _LABELS, "".join(rows))


def _check(store: Store, label: str) -> None:
    names = [each.name for each in store.labels()]
    if label not in names:
        raise RequestError("label-unknown", label=label, labels=", ".join(names))


def _folder(library: Path) -> Path:
    return library.with_name(f"{library.name}.lists")


def _read(path: Path) -> WordList:
    lines = [line.strip() for line in normal(path.read_text("utf-8", "replace")).split("\n")]
    label = next((line.removeprefix(_LABEL).strip() for line in lines if line.startswith(_LABEL)), "")
    entries = tuple(line for line in lines if line and not line.startswith("#"))
    return WordList(path.stem, label, entries, _ANY_CASE not in lines, _OFF not in lines)


def _renamed(path: Path) -> tuple[tuple[str, str], ...]:
    if not path.is_file():
        return ()
    rows = (line.partition("\t") for line in path.read_text("utf-8", "replace").split("\n"))
    return tuple((label, other.strip()) for label, tab, other in rows if label and tab)


def _write(library: Path, made: WordList) -> None:
    head: Iterable[str] = (f"{_LABEL} {made.label}", *([] if made.cased else [_ANY_CASE]), *([] if made.on else [_OFF]))
    _keep(_folder(library) / f"{made.name}.txt", "\n".join([*head, *made.entries, ""]))


def _keep(path: Path, text: str) -> None:
    writing.make_folder(path.parent)
    writing.whole(path, text.encode(), private=True)
