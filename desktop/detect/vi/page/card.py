"""What a page says of its article: title, source, byline, place, date, and the day its times are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from desktop.detect import rules
from desktop.detect.vi.page import rows
from desktop.detect.vi.times import times, weekdays
from desktop.model import Line, Meta, Role, Span
from desktop.text import dates, lists
from desktop.text.dates import Grain, Period
from desktop.text.lists import words
from desktop.text.patterns import pattern, piece

_WORD = re.compile(r"[^\W\d_]+(?:\+\d)?")
UPPER = piece("page.card.upper")
_OPENING = pattern("page.card.opening")
_WIRE = pattern("page.card.wire")
_AGENCY = pattern("page.card.agency")
_BYLINE = pattern("page.card.byline")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PIECES = re.compile(r"(?:(?![|•·()\[\],]|[ \xa0]?[-–/][ \xa0]|[ \xa0]{2}).)+")
_CALENDAR = pattern("page.card.calendar")
_COUNTING = lists.words("page", "card.counting")
_MARCH = date(2000, 3, 1)  # a day of a leap year far from both ends: a date that needs a year is read against it
_SOON = 3  # days that lie at most between the day of `sáng nay (24/7)` and the publication
_PAGE = 60  # lines of a page that are asked for its year; an article that is longer is a book
_FIGURES = re.compile(r"\d{5,}|\.\d{3}")
_BARS = 2  # between date, section and counter
_BESIDE, _BESIDE_OUTLET = 5, 8  # words beside a date, at most; of an outlet
_TITLE = 4  # words of a headline that only its place tells
_NEWS = timedelta(days=10)  # back to which news tells of days by their full date
_NEAR = timedelta(days=45)  # of a full date that tells the year of a day beside it
_REPORTED = timedelta(days=45)  # after a period of which work is reported, at most
_EARLIEST = 1995  # no Vietnamese news page is older: an older date is told of, not published on
_YEAR = re.compile(r"\d{4}")
_WRITTEN = pattern("page.card.written")
_CHANGED = pattern("page.card.changed")
_POINTED = re.compile(r"nay[ \xa0]?[,(][ \xa0]?\d", re.I)
_TAKEN = re.compile(r"\(?theo[ \xa0]+(.+?)\)?", re.I)
_TERM = pattern("page.card.term")


def read(text: str, lines: Sequence[Line], published: str | None) -> Meta:
    """Return what the page says of its article."""
    by_role: dict[Role, list[str]] = {}
    for line in lines:
        by_role.setdefault(line.role, []).append(text[line.start : line.end].strip())
    opening = (by_role.get(Role.LEAD) or by_role.get(Role.BODY) or [""])[0]
    source, place = _opening(opening)
    title = next(iter(by_role.get(Role.HEADLINE, [])), None) or _title_between(text, lines)
    byline = next(iter(by_role.get(Role.BYLINE, [])), None)
    taken = _TAKEN.fullmatch(byline) if byline else None  # Theo Báo Làng: whence, not who
    if taken is not None and _is_outlet(taken[1]):
        byline, source = None, source or taken[1]
    return Meta(
        title,
        _source(by_role.get(Role.DATELINE, [])) or source,
        _author(byline) if byline else None,
        _finer(published, _stated_day(text, lines)) or _stated_year(text, lines),
        place,
    )


def _title_between(text: str, lines: Sequence[Line]) -> str | None:
    """Return the line that stands between a summary and the same summary again: the headline, on a page that says both twice."""
    written = [text[line.start : line.end].strip() for line in lines]
    leads = [at for at, line in enumerate(lines) if line.role is Role.LEAD]
    for first, again in pairwise(leads):
        short, long = sorted((written[first], written[again]), key=len)
        between = written[first + 1 : again]
        if between and short in long and len(between[0].split()) >= _TITLE and not between[0].endswith((".", ",")):
            return between[0]
    return None


def reference(text: str, lines: Sequence[Line], published: str | None) -> date | None:
    """Return the day of publication, from which times are read, as far as it can be known."""
    written = [text[line.start : line.end] for line in lines if line.role in (Role.LEAD, Role.BODY, Role.HEADLINE)]
    return _reference(written, published, _stated_day(text, lines))


def _stated_day(text: str, lines: Sequence[Line]) -> str | None:
    """Return the day, and the time if there is one, that the first dateline with a date states."""
    datelines = [text[line.start : line.end].strip() for line in lines if line.role is Role.DATELINE]
    last = sorted(datelines, key=_tells_of_change)  # the day of a change tells only where nothing else does
    return next((found for row in last if (found := times.published(row))), None)


def _tells_of_change(row: str) -> bool:
    return _CHANGED.match(row) is not None


def _finer(published: str | None, stated: str | None) -> str | None:
    """Return the given moment, or that of the page where it is of the same day and has the clock that the given one lacks."""
    if published is None or (stated and stated.startswith(f"{published}T")):
        return stated
    return published


def _stated_year(text: str, lines: Sequence[Line]) -> str | None:
    """Return the year of the day that the first paragraph tells of, where it says itself which: `Ngày 1-7 ... 6 tháng cuối năm 2020`.

    It is no day of publication, only its year; a year that stands elsewhere, or alone, may be any.
    """
    row = next((text[line.start : line.end] for line in lines if line.role in (Role.LEAD, Role.BODY)), "")
    for month, day in _yearless(row):
        for period in _stated(row, None):
            found = dates.day(period.first.year, month, day)
            if found and _is_reported(period, found.first):
                return f"{period.first.year:04d}"
    return None


def _is_reported(period: Period, day: date) -> bool:
    """Return whether a day lies in a part of one year, or so near behind it that one reports of it then."""
    one = period.grain is Grain.SPAN and period.last.year == period.first.year
    return one and period.first <= day <= period.last + _REPORTED


def _author(byline: str) -> str:
    """Return a byline without its opening word and what the named did, nor the brackets that hold all of it."""
    whole = byline.startswith("(") and byline.endswith(")") and byline.count("(") == 1
    names = _BYLINE.sub("", byline[1:-1] if whole else byline).strip()
    return _done().sub("", names) or names


@lru_cache(maxsize=1)
def _done() -> re.Pattern[str]:
    """Return the pattern of what the named did, behind them: `(thực hiện)`, `tổng hợp`."""
    tails = "|".join(map(re.escape, lists.table("page")["byline"]["tails"]))
    return re.compile(rf"[ \xa0]*(?:\((?i:{tails}|t/h)\)|(?<=\w)[ \xa0](?:{tails}))$")


@lru_cache(maxsize=4096)  # several rules ask of one line
def is_dateline(row: str) -> bool:
    """Return whether a short line is a publication date and little else."""
    return rows.holds("dated", rows.Place((row,)))


def _has_day(row: str) -> bool:
    """Return whether a whole day with its year is written in a line."""
    return _WRITTEN.search(row) is not None and any(_DAY.match(str(span.value)) for span in times.find(row, None))


@lru_cache(maxsize=256)  # several rows ask of one line
def _rest(row: str) -> str:
    """Return a line without its times."""
    for span in reversed(times.find(row, None)):
        row = row[: span.start] + row[span.end :]
    return row


def _beside(row: str) -> int:
    """Return how many words stand beside a line's times that do not belong to a date."""
    listed = words("page", "dateline.beside")
    return sum(word not in listed for word in _WORD.findall(_rest(row).lower()))


def _opening(lead: str) -> tuple[str | None, str | None]:
    """Return the source or the place that opens a lead: `(NĐO) - `, `LSO-`, `Hà Nội - `."""
    wire = _WIRE.match(lead)
    if wire and _is_named(wire[1]) and _is_outlet(wire[2]):
        return wire[2], wire[1]
    match = _OPENING.match(lead.lstrip("-* \xa0"))
    if match is None:
        return None, None
    name = (match[1] or match[2]).strip()
    if not _is_named(name):
        return None, None
    if is_place(name):
        return None, name
    if match[1] or _is_outlet(name):
        return name, None
    parts = name.split()
    place = all(part[0].isupper() for part in parts) and (len(parts) > 1 or not name.isupper())
    return None, name if place else None


def is_place(name: str) -> bool:
    """Return whether a name is a place that the lists know: `Sơn La`, `HÀ NỘI`, `Cần Thơ`."""
    key = " ".join(lists.key_of(word) for word in lists.pieces(name))
    return any(key in lists.keys(listed) for listed in ("provinces", "districts", "world", "foreign"))


def _is_named(name: str) -> bool:
    """Return whether words may be the name of a newspaper or of a place: short, with a capital, of no other sense."""
    low = name.lower()
    never = any(low == word or low.startswith(f"{word} ") for word in words("page", "source.never"))
    known = name in lists.entries("media") or low.startswith(tuple(words("page", "source.named")))
    return name[:1].isupper() and len(name.split()) <= 6 and not re.search(r"\d", name) and (known or not never)


def _is_outlet(name: str) -> bool:
    return bool(
        _AGENCY.fullmatch(name)
        or name in lists.entries("media")
        or name.lower().startswith(tuple(f"{word} " for word in words("page", "source.named")))
    )


def _source(written: Sequence[str]) -> str | None:
    """Return the source that stands beside the date: `Thời báo Nông Thương - 16/10/2012`."""
    for row in written:
        rest = row
        for span in reversed(times.find(row, None)):
            rest = rest[: span.start] + "|" + rest[span.end :]
        before = rest.find("|")  # behind the day stand sections of the site
        for part in _PIECES.finditer(_CALENDAR.sub("|", rest)):
            name = _beside_cut(part[0])
            if not name or not _is_named(name) or is_place(name):
                continue
            if _is_outlet(name) or (len(name.split()) > 1 and (before < 0 or part.start() < before)):
                return name
    return None


def _beside_cut(piece: str) -> str:
    """Return a piece of a dateline without the words at its ends that only lead to the date."""
    parts, beside = piece.split(), words("page", "dateline.beside")
    while parts and parts[-1].lower().strip(".:,") in beside - _COUNTING and parts[-1][0].islower():
        parts.pop()
    while parts and ((parts[0].lower().strip(".:,") in beside and parts[0] != "Tin") or parts[0].endswith(":")):
        parts.pop(0)
    return " ".join(parts).strip(" .,:;")


def _reference(written: Sequence[str], published: str | None, stated: str | None) -> date | None:
    """Return the day that times are read from: the given one, the stated one, else one that the opening is certain of."""
    period = next((period for value in (published, stated) if value and (period := dates.from_iso(value))), None)
    if period is None:
        return _inferred(written, None)
    known = period.first
    if period.grain is not Grain.DAY:  # only the year or the month is known
        found = _inferred(written, period.last.year)
        return found if found and period.first <= found <= period.last else known
    if not published and _points(written[:4]):
        told = _told_days(written[:4])
        if told and all(_apart(known, day) > _SOON for day in told):
            return _inferred(written, known.year)  # the page was printed later than it was published
    return known


def _apart(known: date, day: tuple[int, int]) -> int:
    year = dates.nearest_year(known, *day)
    found = dates.day(year, *day)
    return abs((found.first - known).days) if found else 0


def _told_days(written: Sequence[str]) -> list[tuple[int, int]]:
    """Return month and day of the days without a year that the first line which names any speaks of."""
    return next((found for row in written if (found := _yearless(row))), [])


def _yearless(row: str) -> list[tuple[int, int]]:
    """Return month and day of each day that a line names without its year."""
    if not _WRITTEN.search(row):
        return []
    written = {(span.start, span.end) for span in times.find(row, None) if span.value}
    return [
        (int(value[5:7]), int(value[8:10]))
        for span in times.find(row, _MARCH)
        if (span.start, span.end) not in written
        and _DAY.match(value := str(span.value))
        and "/" not in value
        and _WRITTEN.search(row[span.start : span.end])
    ]


def _points(written: Sequence[str]) -> bool:
    """Return whether the opening says which day `hôm nay` is: `Sáng nay (24/7)`."""
    return any(
        _POINTED.search(row[span.start : span.end])
        for row in written
        if _POINTED.search(row)
        for span in times.find(row, _MARCH)
    )


def _inferred(written: Sequence[str], latest: int | None) -> date | None:
    """Return the last day that the opening tells of, in the year that a full date beside it or a report up to it gives.

    A bare year dates nothing: it may lie long ago or be still to come. A weekday beside a date refuses the years it does not fit.
    """
    told = _told_days(written[:4])
    opening = _opening_rows(written) if told else written[:2]
    full = [period.first for row in opening for period in _stated(row, latest) if period.grain is Grain.DAY]
    if not told:
        return max(full) if full else None
    month, day = max(told)
    for year in _years(written, full, month, day, latest):
        found = dates.day(year, month, day)
        if found is not None and _fits_weekdays(written, found.first):
            return found.first
    return None


def _years(written: Sequence[str], full: Sequence[date], month: int, day: int, latest: int | None) -> Iterator[int]:
    """Yield the years that may be a day's, the surest first; the lines below the opening are read only where it has none.

    A full date months away says little of a day: it may be that of a crime whose trial is told.
    """
    for each in sorted(full, reverse=True):
        found = dates.day(dates.nearest_year(each, month, day), month, day)
        if found and abs(found.first - each) <= _NEAR:
            yield found.first.year
    everywhere: list[Period] = []
    for period in (each for row in written[:_PAGE] for each in _stated(row, latest)):
        everywhere.append(period)
        year = period.first.year
        found = dates.day(year, month, day)
        if found and _is_reported(period, found.first):
            yield year
    days = sorted(period.first for period in everywhere if period.grain is Grain.DAY)
    last = max((period.last.year for period in everywhere), default=0)
    if len(days) > 1 and days[-2].year == last:  # two of the newest year: a day that is one of years ago stands alone
        year = dates.nearest_year(days[-1], month, day)
        found = dates.day(year, month, day)
        if found and timedelta(0) <= found.first - days[-1] <= _NEWS:
            yield year


def _fits_weekdays(written: Sequence[str], reference: date) -> bool:
    """Return whether each weekday that stands beside a date is that date's in the year nearest to a day."""
    for month, day, weekday in (each for row in written for each in weekdays.named(row)):
        found = dates.day(dates.nearest_year(reference, month, day), month, day)
        if found is None or found.first.weekday() != weekday:
            return False
    return True


def _opening_rows(written: Sequence[str]) -> Sequence[str]:
    """Return the lines up to the first that names a day."""
    return next((written[: at + 1] for at, row in enumerate(written[:4]) if _yearless(row)), written[:4])


def _stated(row: str, latest: int | None) -> list[Period]:
    """Return the periods of a line whose year is written and may be the year of publication: no terms, no goals."""
    found = []
    for span in times.find(row, None):
        period = _whole(span)
        if period is None or _TERM.search(row[max(0, span.start - 6) : span.end]):
            continue
        if period.first.year >= _EARLIEST and (latest is None or period.last.year <= latest):
            found.append(period)
    return found


def _whole(span: Span) -> Period | None:
    value = str(span.value or "")
    first, _, last = value.partition("/")
    begin, end = dates.from_iso(first), dates.from_iso(last) if last else None
    if begin is None or (last and end is None):
        return None
    return begin if end is None else dates.between(begin.first, end.last)


rows.says(
    {
        "whole day": lambda place: _has_day(place.row),
        "words beside": lambda place: _beside(place.row) >= _TITLE,
        "many words beside": lambda place: _beside(place.row) > _BESIDE,
        "more words beside": lambda place: _beside(place.row) > _BESIDE_OUTLET,
        "figures beside the day": lambda place: _FIGURES.search(_rest(place.row)) is not None,
        "bars beside": lambda place: _rest(place.row).count("|") > _BARS,
    }
)
rules.forgotten(is_dateline.cache_clear)
