"""The headline on a page, and the title that its article bears: without section, site and slogan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from desktop.exchange.pages import markup
from desktop.exchange.pages.blocks import Block
from desktop.exchange.pages.body import Body, is_beside, is_prose
from desktop.exchange.pages.lines import opening, role
from desktop.model import Role

_PARTS = re.compile(r"\s+[|»«–—·•:-]+\s+|\s*\|\s*")
_LONGEST = 300  # code points of a headline
_BEFORE = 40  # lines over the first paragraph in which a headline is looked for
_SHORTEST = 3  # words of a title without section and site
_WORDS = 2  # of a headline that only its place tells


def headline(page: Sequence[Block], body: Body, titles: Sequence[str], is_site: Callable[[str], bool]) -> int | None:
    """Return the place of the article's headline: what the page's titles say, else a headline's mark-up, else its place.

    `is_site` says of a line whether it is the name of a paper or an office: that is a headline only where it is set as one.
    """
    first = opening(page, body)
    said = {part for title in titles for part in _parts(title)}
    around = [at for at in range(len(page)) if len(page[at].text) <= _LONGEST and not page[at].row]
    above = [at for at in around if at <= first]
    for places in (above, around):
        named = [at for at in places if _key(page[at].text) in said and _stands_out(page[at])]
        named = [at for at in named if role(page[at]) is not Role.CAPTION]
        named = [at for at in named if _is_h1(page[at]) or not is_site(page[at].text)]
        own = [at for at in named if not page[at].is_link and not is_beside(page, at, body)] or named
        whole = [at for at in own if _key(page[at].text) in {_key(title) for title in titles}]
        longest = max(own, key=lambda at: len(page[at].text), default=None)
        if longest is not None and len(page[longest].text.split()) > 1:
            best = [at for at in whole or own if len(page[at].text) == len(page[(whole or own)[-1]].text)]
            return longest if longest not in best else best[-1]
    return _by_mark_up(page, body, above) if above else None


def _by_mark_up(page: Sequence[Block], body: Body, above: Sequence[int]) -> int | None:
    """Return the last h1 over the text that is no link, else a line whose class says headline, else one that stands out."""
    first = opening(page, body)
    near = [at for at in above if at >= first - _BEFORE and not is_beside(page, at, body)]
    free = [at for at in near if not page[at].is_link and len(page[at].text.split()) >= _WORDS]
    for kind in (_is_h1, _is_named, _is_title):
        found = [at for at in free if kind(page[at])]
        if found:
            return found[-1]
    inside = set(body.container.iter())
    marked = [
        at for at in free if (page[at].is_heading or _is_set_apart(page[at])) and at != first and not is_prose(page[at])
    ]
    close = [at for at in marked if page[at].element in inside or first - at <= 6]
    return close[0] if close and role(page[close[0]]) in (None, Role.HEADLINE) else None


def _is_h1(block: Block) -> bool:
    return block.element.tag == "h1" or any(each.tag == "h1" for each in block.element.iterancestors("h1"))


def _is_named(block: Block) -> bool:
    return role(block) is Role.HEADLINE


def _is_title(block: Block) -> bool:
    return (
        role(block) is None
        and not is_prose(block)
        and (markup.is_title(block.element) or markup.is_title(block.element.getparent()))
    )


def _is_set_apart(block: Block) -> bool:
    """Return whether a line is set in bold or large letters, as old pages set their headlines."""
    seen = len(block.text.replace(" ", ""))
    return block.bold >= seen or block.large


def _stands_out(block: Block) -> bool:
    return block.is_heading or _is_set_apart(block) or role(block) is Role.HEADLINE or not is_prose(block)


def title(shown: str, titles: Sequence[str], site: Sequence[str]) -> str:
    """Return the article's title: the headline that the page shows, else its stated title without section and site."""
    if shown:
        return shown
    for stated in titles:
        parts = [part for part in _PARTS.split(stated) if part.strip()]
        if not parts:
            continue
        known = {_key(each) for each in site if each}
        while (
            len(parts) > 1
            and (_key(parts[-1]) in known or len(parts[-1].split()) <= 4)
            and sum(len(part.split()) for part in parts[:-1]) >= _SHORTEST
            and (_key(parts[-1]) in known or len(parts[0].split()) >= _SHORTEST)
        ):
            parts.pop()
        kept = (
            stated if len(parts) == len(_PARTS.split(stated)) else stated[: stated.rindex(parts[-1]) + len(parts[-1])]
        )
        if _key(kept) not in known:
            return kept.strip()
    return ""


def tails(titles: Sequence[str], shown: str) -> Iterator[str]:
    """Yield what the stated titles hold behind the headline, last part first: section, paper, slogan."""
    for stated in titles:
        at = stated.casefold().find(shown.casefold()) if shown else -1
        if at >= 0:
            rest = stated[at + len(shown) :]
            yield from reversed([part.strip() for part in _PARTS.split(f" - {rest.strip(' -|–»:')}") if part.strip()])


def _parts(stated: str) -> Iterator[str]:
    """Yield a title and its beginnings up to each sign that may part it from section and site."""
    yield _key(stated)
    for match in _PARTS.finditer(stated):
        yield _key(stated[: match.start()])
    parts = _PARTS.split(stated)
    yield from (_key(part) for part in parts if len(part.split()) >= 4)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
