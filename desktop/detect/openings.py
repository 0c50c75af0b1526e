"""What a syllable may open, so that the many that open nothing cost nothing."""

from __future__ import annotations

from functools import cache

from desktop.detect import phrases
from desktop.text import lists

EVENT, TITLE, BODY, PLACE = 1, 2, 4, 8


@cache
def openings(small: bool) -> dict[str, int]:
    """Return for each key the kinds of names that it may open, as a sum; where `small`, when written small.

    Names that need no list (persons, firms, what the article said before) open with a capital and are not told of.
    """
    row, listed = phrases.row, phrases.phrases
    events, bodies, places = (lists.table(name)["heads"] for name in ("events", "heads", "places"))
    kinds = (
        (EVENT, [listed("contests"), *(row("events", f"heads.{kind}") for kind in events)]),
        (TITLE, [listed("offices", cased=False), listed("ranks", cased=False), row("cues", "offices.led", False)]),
        (
            BODY,
            [listed("bodies", "media", "clubs"), *(row("heads", f"heads.{kind}", kind != "small") for kind in bodies)],
        ),
        (PLACE, [listed("provinces", "districts", "world", "regions")]),
        (PLACE, [row("places", f"heads.{kind}", False) for kind in places]),
    )
    found: dict[str, int] = {}
    for kind, names in kinds:
        for key in (key for name in names for key in name.firsts(small)):
            found[key] = found.get(key, 0) | kind
    found["thường"] = found.get("thường", 0) | TITLE
    return found
