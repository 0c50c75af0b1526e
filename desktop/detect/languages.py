"""The languages that rules are written for."""

from __future__ import annotations

from desktop.detect.en.rows import rows
from desktop.detect.rules import Language
from desktop.detect.vi import facts, papers
from desktop.detect.vi.figures import figures
from desktop.detect.vi.names import bylines, offices, persons, places
from desktop.detect.vi.names.bodies import heads, tails
from desktop.detect.vi.names.events import meetings
from desktop.detect.vi.page import rows as lines
from desktop.detect.vi.times import pieces

VIETNAMESE = Language(
    "vi",
    (
        *papers.rows(),
        *pieces.rows(),
        *meetings.rows(),
        *offices.rows(),
        *heads.rows(),
        *tails.rows(),
        *persons.rows(),
        *places.rows(),
        *places.head_rows(),
        *figures.rows(),
    ),
    facts.rows(),
    lines.everything(),
    (*meetings.all_steps(), *bylines.steps()),
)
ENGLISH = Language("en", rows())
LANGUAGES = (VIETNAMESE, ENGLISH)
