"""What an export takes: which articles, and which of their marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop import exchange
from desktop.model import Annotation, ArticleId, Listing, Status
from desktop.operations.annotating import check_label
from desktop.store import Store

EXPORTED = (Status.SUGGESTED, Status.ACCEPTED)
_MOST = 2**31  # articles that a search may find
_NAMED = 5  # articles that are named in words; of more the number is told


@dataclass(frozen=True, slots=True)
class Selection:
    """Which annotations an export takes; None and the empty text take all.

    Of the articles: `articles` by id, `query` in the search's language, and what the filters of `listing` take. Of their marks:
    `statuses`, `labels` and `authors`, who made them.
    """

    articles: tuple[ArticleId, ...] | None = None
    statuses: tuple[Status, ...] = EXPORTED
    labels: tuple[str, ...] | None = None
    query: str = ""
    listing: Listing = field(default_factory=Listing)
    authors: tuple[str, ...] | None = None

    def takes(self, mark: Annotation) -> bool:
        """Return whether a mark of a chosen article is taken."""
        return (
            mark.status in self.statuses
            and (self.labels is None or mark.label in self.labels)
            and (self.authors is None or mark.by in self.authors)
        )

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return what is chosen, by name and in words, for a report's first page and a bundle's manifest."""
        articles = self.articles or ()
        said = {
            "status": ", ".join(self.statuses),
            "label": ", ".join(self.labels or ()),
            "author": ", ".join(self.authors or ()),
            "article": ", ".join(articles) if len(articles) <= _NAMED else str(len(articles)),
            "query": self.query,
            "tag": self.listing.tag or "",
            "state": self.listing.state or "",
            "source": self.listing.source or "",
            "since": self.listing.since or "",
            "until": self.listing.until or "",
        }
        return tuple((name, words) for name, words in said.items() if words)


def chosen(store: Store, selection: Selection) -> tuple[ArticleId, ...]:
    """Return the articles that are chosen, in the shelf's order or in that of the ids; raise RequestError for a label that is none."""
    for label in selection.labels or ():
        check_label(store, label)
    listed = [row.id for row in store.rows()] if selection.articles is None else list(selection.articles)
    if selection.query.strip():
        among = set(store.matching(selection.query, selection.listing))
        listed = [each for each in listed if each in among]
    elif selection.listing.filters:
        among = set(store.shelf.view(selection.listing).ids(0, _MOST))
        listed = [each for each in listed if each in among]
    return tuple(dict.fromkeys(listed))


def documents(store: Store, articles: tuple[ArticleId, ...], selection: Selection) -> Iterator[exchange.Document]:
    """Yield chosen articles with the marks that are taken and the facts between them, each read anew."""
    for article in articles:
        annotations = tuple(each for each in store.annotations(article) if selection.takes(each))
        ids = {each.id for each in annotations}
        relations = tuple(
            each
            for each in store.relations(article)
            if each.head in ids and each.tail in ids and each.status in selection.statuses
        )
        yield exchange.Document(store.article(article), annotations, relations)
