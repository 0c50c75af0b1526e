"""Words that a person has begun and not finished: a small file beside the library, so that no end of the program takes them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from desktop.model import AnnotationId, ArticleId
from desktop.model_json import Unfit, made, parsed
from desktop.operations.files import write_own
from desktop.store import Store
from desktop.text.normal import normal

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """A note on a mark as far as it was written; no part of the library's history."""

    annotation: AnnotationId
    article: ArticleId
    words: str


def drafts_file(store: Store) -> Path:
    """Return where a library's drafts lie."""
    return store.path.with_name(f"{store.path.name}.drafts")


def drafts(store: Store) -> tuple[Draft, ...]:
    """Return the drafts of a library, the newest last. A file that holds anything else is put aside as *.unreadable, unread."""
    file = drafts_file(store)
    try:
        return tuple(made(list[Draft], parsed(file.read_bytes())))
    except FileNotFoundError:
        return ()
    except (OSError, Unfit) as error:
        _log.warning("drafts not read: %s", error.strerror if isinstance(error, OSError) else error)
    try:
        file.replace(file.with_name(f"{file.name}.unreadable"))
    except OSError as error:
        _log.warning("drafts not put aside: %s", error.strerror)
    return ()


def keep_draft(store: Store, draft: Draft) -> None:
    """Keep a draft in the place of the one on the same mark; raise ExportError if it cannot be written."""
    _write(store, [*_others(store, draft.annotation), replace(draft, words=normal(draft.words))])


def drop_draft(store: Store, annotation: AnnotationId) -> None:
    """Forget the draft on a mark, if there is one; raise ExportError if that cannot be written."""
    kept = _others(store, annotation)
    if len(kept) < len(drafts(store)):
        _write(store, kept)


def _others(store: Store, annotation: AnnotationId) -> list[Draft]:
    return [each for each in drafts(store) if each.annotation != annotation]


def _write(store: Store, kept: Iterable[Draft]) -> None:
    content = json.dumps([asdict(each) for each in kept]).encode("ascii")
    write_own(drafts_file(store), content)
