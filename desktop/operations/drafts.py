"""Words that a person has begun and not finished: a small file beside the library, so that no end of the program takes them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from desktop.model import AnnotationId, ArticleId
from desktop.model_json import Unfit, made, parsed
from desktop.operations.files import write_own
from desktop.store import Store
from desktop.text.normal import normal

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """A note on a mark, or an article's card, as far as it was written; no part of the library's history."""

    annotation: AnnotationId  # empty: it is the article's card
    article: ArticleId
    words: str
    card: dict[str, str] = field(default_factory=dict)  # what was changed on the card, by the names of its fields

    @property
    def of(self) -> str:
        """The id of the mark, or of the article, that it is about."""
        return self.annotation or self.article


def drafts_file(store: Store) -> Path:
    """Return where a library's drafts lie."""
    return store.path.with_name(f"{store.path.name}.drafts")


def kept_drafts(store: Store) -> tuple[Draft, ...]:
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
    """Keep a draft in the place of the one about the same; raise ExportError if it cannot be written."""
    card = {name: normal(said) for name, said in draft.card.items()}
    _write(store, [*_others(store, draft.of), replace(draft, words=normal(draft.words), card=card)])


def drop_draft(store: Store, of: str) -> None:
    """Forget the draft about a mark or an article's card, if there is one; raise ExportError if that cannot be written."""
    kept = _others(store, of)
    if len(kept) < len(kept_drafts(store)):
        _write(store, kept)


def _others(store: Store, of: str) -> list[Draft]:
    return [each for each in kept_drafts(store) if each.of != of]


def _write(store: Store, kept: Iterable[Draft]) -> None:
    content = json.dumps([asdict(each) for each in kept]).encode("ascii")
    write_own(drafts_file(store), content)
