"""Days and months of the lunar calendar: `mùng 10 tháng 3 âm lịch`, `rằm tháng Giêng`, `29 Tết`; they carry no value."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.detect.moment import (
    AFTER,
    BEFORE,
    DAY_LEAD,
    GAP,
    MAYBE,
    Kind,
    Moment,
    Rule,
    alternatives,
    moment_of,
    rules_of,
)
from desktop.text.tables import table

_YEAR = rf"(?:{GAP}năm{GAP}\d{{4}})?"


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the patterns, compiled once, each with the function that reads its match."""
    month = rf"(?:\d{{1,2}}|{alternatives(table('times')['months'])})"
    first = rf"(?:mùng|mồng){GAP}(?:\d{{1,2}}|[^\W\d_]+)"
    lunar = rf"{GAP}(?:\()?âm{GAP}lịch"
    return rules_of(
        (
            (
                rf"{BEFORE}(?:{DAY_LEAD})?(?:\d{{1,2}}|{first})(?:{MAYBE}[/\-]{MAYBE}\d{{1,2}}|{GAP}tháng{GAP}{month})"
                rf"{_YEAR}{lunar}{AFTER}",
                _day,
                "âm",
            ),
            (rf"{BEFORE}(?:{DAY_LEAD})?rằm{GAP}tháng{GAP}{month}{_YEAR}(?:{lunar})?{AFTER}", _day, "rằm"),
            (
                rf"{BEFORE}(?:(?:ngày|đêm|sáng|chiều|tối|trưa){GAP})?(?:(?:2[3-9]|30)|{first})(?:{GAP}và{GAP}(?:{first}|\d{{1,2}})"
                rf"|{MAYBE}[-–]{MAYBE}\d{{1,2}})?{GAP}(?-i:Tết){AFTER}",
                _day,
                "tết",
            ),
            (rf"{BEFORE}(?:(?:đầu|giữa|cuối){GAP})?tháng{GAP}{month}{_YEAR}{lunar}{AFTER}", _month, "âm"),
        )
    )


def _day(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.DAY, lambda frame: None)


def _month(match: re.Match[str]) -> Moment:
    return moment_of(match, Kind.PERIOD, lambda frame: None)
