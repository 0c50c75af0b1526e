"""What a page says of its article: title, source, byline, place, date, and the day its times are read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from desktop.detect import phrases
from desktop.detect.vi.times import times
from desktop.model import Line, Meta, Role, Span
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.tables import words

_WORD = re.compile(r"[^\W\d_]+(?:\+\d)?")
UPPER = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"  # for a set of a pattern
_OPENING = re.compile(
    r"\(([^()]{2,40})\)[ \xa0]*[-–:][ \xa0]*"
    rf"|([^-–,:()]{{2,30}}?)(?:[ \xa0][-–]|[-–][ \xa0]|[-–](?=[{UPPER}\d\"“]))[ \xa0]?(?=[\w\"“])"
)
_WIRE = re.compile(r"([^(),:]{2,30}) \(([A-ZĐ][\w+]{1,12})(?:[ ,][^()]{0,15})?\)[ \xa0]?[-–:.]")
_AGENCY = re.compile(r"[A-ZĐ]{2,8}(?:\.\w{2,4})?|[\w.]+\.(?:vn|com|net|org)(?:\.vn)?|.*(?:Online|Báo|báo|TTXVN)\b.*")
_BYLINE = re.compile(
    r"^\(?(?:tác giả bài viết|viết bởi|nguồn tin|nguồn|người viết|người đăng|phóng viên|pv|"
    r"tin, ảnh|tin ảnh|tin và ảnh|bài, ảnh|bài và ảnh|bài ảnh|tác giả|tin|bài|ảnh|thực hiện)[ \xa0]*:?[ \xa0]+",
    re.I,
)
_NAMED = ("Báo ", "Tạp chí ", "Đài ", "Cổng ", "Trang ")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PIECES = re.compile(r"(?:(?![|•·()\[\],]|[ \xa0]?[-–/][ \xa0]|[ \xa0]{2}).)+")
_CALENDAR = re.compile(
    r"\b(?:thứ[ \xa0](?:hai|ba|tư|năm|sáu|bảy|\d)|(?:chủ|chúa) nhật|GMT[ \xa0]?\+?7|[AP]M|SA|CH)(?!\w)", re.I
)
_COUNTING = {"hai", "ba", "tư", "năm", "sáu", "bảy"}  # of the weekdays, which are cut whole
_MARCH = date(2000, 3, 1)  # a day of a leap year far from both ends: a date that needs a year is read against it
_LATE = 45  # days that may lie between what an article tells of and its publication
_EARLIEST = 1995  # no Vietnamese news page is older: an older date is told of, not published on
_POINTED = re.compile(r"nay[ \xa0]?[,(][ \xa0]?\d", re.I)
_TERM = re.compile(r"(?:nhiệm k[ỳì]|giai đoạn|thời k[ỳì]|niên|thập|thế|đến)[ \xa0]|từ[ \xa0]", re.I)


def read(text: str, lines: Sequence[Line], published: str | None) -> tuple[Meta, date | None]:
    """Return what the page says of its article, and the day of publication as far as it can be known."""
    by_role: dict[Role, list[str]] = {}
    for line in lines:
        by_role.setdefault(line.role, []).append(text[line.start : line.end].strip())
    stated = next((found for row in by_role.get(Role.DATELINE, []) if (found := times.published(row))), None)
    opening = (by_role.get(Role.LEAD) or by_role.get(Role.BODY) or [""])[0]
    source, place = _opening(opening)
    title = next(iter(by_role.get(Role.HEADLINE, [])), None)
    byline = next(iter(by_role.get(Role.BYLINE, [])), None)
    meta = Meta(
        title,
        _source(by_role.get(Role.DATELINE, [])) or source,
        _author(byline) if byline else None,
        published or stated,
        place,
    )
    rows = [text[line.start : line.end] for line in lines if line.role in (Role.LEAD, Role.BODY, Role.HEADLINE)]
    return meta, _reference(rows, published, stated)


def _author(byline: str) -> str:
    """Return a byline without its opening word, nor the brackets that hold all of it."""
    whole = byline.startswith("(") and byline.endswith(")")
    return _BYLINE.sub("", byline[1:-1] if whole else byline).strip()


def is_dateline(row: str) -> bool:
    """Return whether a short line is a publication date and little else."""
    if not 8 <= len(row) <= 90 or not re.search(r"\d{4}", row):
        return False
    if any(word in row.lower() for word in words("page", "dateline.never")):
        return False
    found = [span for span in times.find(row, None) if _DAY.match(str(span.value))]
    if not found or (row.endswith(".") and len(row) > 40):
        return False
    rest = row
    for span in reversed(times.find(row, None)):
        rest = rest[: span.start] + rest[span.end :]
    beside = words("page", "dateline.beside")
    others = [word for word in _WORD.findall(rest.lower()) if word not in beside]
    return (
        len(others) <= (8 if row.startswith(_NAMED) else 5)
        and not re.search(r"\d{5,}|\.\d{3}", rest)
        and rest.count("|") <= 2
    )


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
    key = " ".join(phrases.key_of(word) for word in phrases.pieces(name))
    return any(key in phrases.words(listed) for listed in ("provinces", "districts", "world", "foreign"))


def _is_named(name: str) -> bool:
    """Return whether words may be the name of a newspaper or of a place: short, with a capital, of no other sense."""
    low = name.lower()
    never = any(low == word or low.startswith(f"{word} ") for word in words("page", "source.never"))
    known = name in phrases.entries("media") or low.startswith(tuple(words("page", "source.named")))
    return name[:1].isupper() and len(name.split()) <= 6 and not re.search(r"\d", name) and (known or not never)


def _is_outlet(name: str) -> bool:
    return bool(
        _AGENCY.fullmatch(name)
        or name in phrases.entries("media")
        or name.lower().startswith(tuple(f"{word} " for word in words("page", "source.named")))
    )


def _source(rows: Sequence[str]) -> str | None:
    """Return the source that stands beside the date: `Thời báo Nông Thương - 16/10/2012`."""
    for row in rows:
        rest = row
        for span in reversed(times.find(row, None)):
            rest = rest[: span.start] + "|" + rest[span.end :]
        before = rest.find("|")  # behind the day stand sections of the site
        for piece in _PIECES.finditer(_CALENDAR.sub("|", rest)):
            name = _beside_cut(piece[0])
            if not name or not _is_named(name) or is_place(name):
                continue
            if _is_outlet(name) or (len(name.split()) > 1 and (before < 0 or piece.start() < before)):
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


def _reference(rows: Sequence[str], published: str | None, stated: str | None) -> date | None:
    known = next((period.first for value in (published, stated) if value and (period := dates.from_iso(value))), None)
    if published and known is not None:
        return known
    told = _told_days(rows[:4])
    if known is not None:
        late = 3 if _points(rows[:4]) else _LATE
        if not told or any(_apart(known, day) <= late for day in told):
            return known
        latest = known.year  # the page was printed later than it was published
    else:
        latest = None
    return _inferred(rows, told, latest)


def _apart(known: date, day: tuple[int, int]) -> int:
    year = dates.nearest_year(known, *day)
    found = dates.day(year, *day)
    return abs((found.first - known).days) if found else 0


def _told_days(rows: Sequence[str]) -> list[tuple[int, int]]:
    """Return month and day of the days that the first line which names any speaks of."""
    for row in rows:
        found = [
            (int(value[5:7]), int(value[8:10]))
            for span in times.find(row, _MARCH)
            if _DAY.match(value := str(span.value))
            and "/" not in value
            and re.search(r"\d[ \xa0]?[/.-][ \xa0]?\d|tháng", row[span.start : span.end])
        ]
        if found:
            return found
    return []


def _points(rows: Sequence[str]) -> bool:
    """Return whether the opening says which day `hôm nay` is: `Sáng nay (24/7)`."""
    return any(_POINTED.search(row[span.start : span.end]) for row in rows for span in times.find(row, _MARCH))


def _inferred(rows: Sequence[str], told: list[tuple[int, int]], latest: int | None) -> date | None:
    """Return the last day that the opening tells of, in the year that the text gives it."""
    lead = [period for row in _opening_rows(rows) for period in _stated(row, latest)]
    everywhere = [period for row in rows for period in _stated(row, latest)]
    full = [period for period in lead if period.grain is Grain.DAY]
    if full and not told:
        return max(period.first for period in full)
    if not told:
        return None
    month, day = max(told)
    fine = [period.first for period in everywhere if period.grain in (Grain.DAY, Grain.MONTH)]
    if lead:
        year = max(period.last.year for period in lead)
    elif fine:
        year = dates.nearest_year(max(fine), month, day)
    elif everywhere:
        year = max(period.last.year for period in everywhere)
    else:
        return None
    found = dates.day(year, month, day)
    return found.first if found else None


def _opening_rows(rows: Sequence[str]) -> Sequence[str]:
    """Return the lines up to the first that names a day."""
    for at, row in enumerate(rows[:4]):
        if _told_days([row]):
            return rows[: at + 1]
    return rows[:4]


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
