"""The pieces that times are made of: dates, clock times, weekdays, months, quarters, years and pointing words, each with its reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from desktop.text import dates, numbers
from desktop.text.dates import Grain, Period
from desktop.text.tables import table


class Kind(StrEnum):
    """What a piece may join with: a clock time, a part of the day, a weekday, a day, a longer period, the word `nay`."""

    CLOCK = "clock"
    PART = "part"
    WEEKDAY = "weekday"
    DAY = "day"
    PERIOD = "period"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a piece is read against: the day of publication, and the last day that the line named."""

    reference: date | None
    anchor: date | None = None


Reading = Callable[[Frame], Period | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """One piece. weak: a TIME only in good company; pointing: `hôm nay`, which a date may follow in brackets; clock is `HH:MM`."""

    start: int
    end: int
    kind: Kind
    reading: Reading
    weak: bool = False
    pointing: bool = False
    clock: str = ""


_G, _O = r"[ \xa0]{1,3}", r"[ \xa0]{0,2}"
_SEP = rf"{_O}[/.\-–]{_O}"
_NO = r"(?<![\w/])(?<!\d[.,])"
_ONES = r"(?:mươi|mười|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mốt|tư|lăm)"
_NUMBER = rf"(?:\d{{1,3}}|{_ONES}(?:[ \xa0]{_ONES}){{0,2}}?)"
_AFTER = r"(?!\w)(?![.,]\d|/\w)"


def moments(line: str) -> list[Moment]:
    """Return the pieces of a line in order, none overlapping another; of two that begin together the longer."""
    found = [moment for pattern, read in _rules() for match in pattern.finditer(line) if (moment := read(match))]
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
        elif kept[-1].weak and not moment.weak and moment.end > kept[-1].end:
            kept[-1] = moment
    return kept


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment | None]], ...]:
    months = _alternatives(table("times")["months"])
    weekdays = _alternatives(table("times")["weekdays"])
    days = _alternatives(table("times")["days"])
    periods = _alternatives(table("times")["periods"])
    parts = _alternatives(dict.fromkeys(table("times")["words"]["parts"]))
    m = rf"(?P<month>\d{{1,2}}|{months})"
    lead = rf"(?:(?:ngày|hôm|đêm){_G}(?:(?:mùng|mồng){_G})?|(?:mùng|mồng){_G})"
    of_year = rf"(?:,?{_G}năm{_G}(?P<year>\d{{4}}|nay|ngoái|trước|sau|tới)|{_O}[/\-–]{_O}(?P<slashed>\d{{4}}))"
    half = rf"(?P<half>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần|nửa đầu|nửa cuối|ngày đầu tiên|ngày đầu){_G}(?:của{_G})?"
    rows: tuple[tuple[str, Callable[[re.Match[str]], Moment | None]], ...] = (
        (rf"{_NO}(?:{lead})?(?P<day>\d{{1,2}})(?P<s>{_SEP})(?P<month>\d{{1,2}}){_SEP}(?P<year>\d{{4}}){_AFTER}", _full_day),
        (rf"{_NO}(?:{lead})?(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d{{2}}){_AFTER}", _full_day),
        (rf"{_NO}(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}}){_AFTER}", _full_day),
        (rf"{_NO}(?P<lead>{lead})?(?P<day>\d{{1,2}}){_G}tháng{_G}{m}(?:{of_year})?{_AFTER}", _spelled_day),
        (rf"{_NO}(?P<lead>mùng|mồng){_G}(?P<word>[^\W\d_]+){_G}tháng{_G}{m}(?:{of_year})?{_AFTER}", _spelled_day),
        (rf"{_NO}{lead}(?P<day>\d{{1,2}}){_SEP}(?P<month>\d{{1,2}})(?:{_G}năm{_G}(?P<year>\d{{4}}))?{_AFTER}", _led_day),
        (
            rf"{_NO}(?P<lead>(?:từ{_G}|(?:{_NUMBER}{_G})?)(?:{lead})?)(?P<day>\d{{1,2}})(?P<more>(?:,{_O}\d{{1,2}}){{0,6}})"
            rf"(?P<join>{_O}[-–]{_O}|,?{_G}(?:và|đến|tới)(?:{_G}ngày)?{_G}|,{_O})(?P<last>\d{{1,2}}){_O}[/.\-–]{_O}"
            rf"(?P<month>\d{{1,2}})(?:{_O}[/.\-–]{_O}(?P<year>\d{{4}}))?{_AFTER}",
            _days,
        ),
        (rf"{_NO}ngày{_G}(?P<day>\d{{1,2}})(?={_G}(?:đến|tới|này|hàng|hằng|âm|vừa)\b|{_O}[,;.)]|$)", _day_of_month),
        (rf"{_NO}(?P<day>\d{{1,2}})(?P<s>[/\-.–])(?P<month>\d{{1,2}}){_AFTER}", _bare_day),
        (rf"{_NO}(?P<month>\d{{1,2}})[/](?P<slashed>(?:19|20)\d{{2}}){_AFTER}", _month),
        (rf"{_NO}(?:{half})?tháng{_G}{m}(?:{of_year}|{_G}(?P<past>tới|này))?{_AFTER}", _month),
        (rf"{_NO}(?:từ{_G}|hai{_G}|các{_G})?tháng{_G}(?P<from>\d{{1,2}})(?:,{_O}\d{{1,2}}){{0,6}}(?:{_G}(?:và|đến|tới){_G}(?:tháng{_G})?|{_O}[-–]{_O}|,{_O})(?P<month>\d{{1,2}})(?:{of_year})?{_AFTER}", _month_run),
        (rf"{_NO}(?P<count>{_NUMBER}){_G}(?P<unit>tháng|quý|quí){_G}(?P<half>đầu|cuối)(?:{_G}của)?{_G}năm(?:{_G}(?P<year>\d{{4}}|nay|ngoái|trước))?{_AFTER}", _months_of_year),
        (rf"{_NO}(?P<count>{_NUMBER}){_G}(?P<unit>tháng){_G}(?:của{_G})?năm{_G}(?P<year>\d{{4}}){_AFTER}", _months_of_year),
        (rf"{_NO}(?P<count>\d{{1,2}}|ba|sáu|chín|mười|mười một){_G}(?P<unit>tháng){_AFTER}(?!{_G}(?:tuổi|sau|trước|tới))", _reported_months),
        (rf"{_NO}những{_G}(?P<unit>tháng|ngày){_G}(?P<half>đầu|giữa|cuối){_G}(?:của{_G})?năm{_G}(?P<year>\d{{4}}|nay|ngoái){_AFTER}", _loose_part),
        (rf"{_NO}(?:vào{_G})?(?P<half>đầu|giữa|cuối|nửa đầu|nửa cuối|6 tháng cuối){_G}(?:của{_G})?năm(?:{_G}(?:học{_G})?(?P<year>\d{{4}}|nay|ngoái|sau|tới|trước))?{_AFTER}", _part_of_year),
        (rf"{_NO}năm{_G}(?P<first>\d{{4}})(?:(?:,{_O}\d{{4}}){{0,4}}(?:{_O}[-–,]{_O}|{_G}và{_G})(?P<last>\d{{4}}))?{_AFTER}", _year),
        (rf"{_NO}(?:nhiệm kỳ|nhiệm kì|giai đoạn|thời kỳ|thời kì|năm học|niên khóa|niên khoá|niên vụ|mùa giải|tài khóa|tài khoá|mùa)(?:{_G}(?:từ{_G})?(?:năm{_G})?)(?P<first>\d{{4}})(?:{_O}[-–/]{_O}|{_G}đến{_G}(?:năm{_G})?)(?P<last>\d{{4}}|\d{{2}}){_AFTER}", _year),
        (rf"{_NO}(?P<first>(?:19|20)\d{{2}}){_O}[-–]{_O}(?P<last>(?:19|20)\d{{2}}){_AFTER}", _year),
        (rf"{_NO}(?:(?:đầu|cuối|giữa){_G})?quý{_G}(?P<quarter>IV|I{{1,3}}|[1-4]|một|hai|ba|tư|đầu|cuối)(?:{_O}[/\-–]{_O}(?P<slashed>\d{{4}})|{_G}năm{_G}(?P<year>\d{{4}}|nay|ngoái|trước|tới|sau))?{_AFTER}", _quarter),
        (rf"{_NO}(?:(?:thập{_G}(?:niên|kỷ|kỉ){_G})(?:những{_G}năm{_G}|năm{_G})?|những{_G}năm{_G})(?P<decade>(?:19|20)?\d0)(?:{_G}(?:của{_G})?thế{_G}k[ỷỉ]{_G}(?:trước|XX|20))?{_AFTER}", _decade),
        (rf"{_NO}(?:(?:nửa đầu|nửa cuối|đầu|giữa|cuối){_G})?thế{_G}k[ỷỉ]{_G}(?:thứ{_G})?(?P<century>[IVX]{{1,6}}|\d{{1,2}}|này|trước){_AFTER}", _century),
        (rf"{_NO}(?P<named>{days}){_AFTER}", _named_day),
        (rf"{_NO}(?P<named>{periods}){_AFTER}", _named_period),
        (rf"{_NO}(?:cuối|đầu|giữa){_G}(?P<named>{periods}){_AFTER}", _named_period),
        (rf"{_NO}(?P<lead>hôm{_G})?(?P<weekday>{weekdays})(?:{_G}(?:của{_G})?(?P<week>tuần{_G}(?:này|sau|tới|trước|qua|rồi)|vừa qua|vừa rồi|vừa qua|này|tới|qua|trước|sau))?{_AFTER}", _weekday),
        (rf"{_NO}(?P<count>{_NUMBER}){_G}(?P<unit>giờ|tiếng|ngày|đêm|tuần|tháng|quý|năm){_G}(?P<way>vừa qua|qua|tới|tiếp theo|trước|sau|nữa|gần đây|trở lại đây|nay)(?:{_G}(?P<there>đó))?{_AFTER}(?!{_G}(?:khi|ngày|đại hội|khi|sinh|Công nguyên))", _rolling),
        (rf"{_NO}(?:ngày{_G})?hôm{_G}(?P<way>sau|trước){_AFTER}", _next_day),
        (rf"{_NO}cùng{_G}ngày{_AFTER}", _same_day),
        (rf"{_NO}(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}})(?::\d{{2}})?|{_O}h{_O}(?P<minute2>\d{{2}})(?:['’p]|{_O}phút)?|{_G}giờ{_G}(?P<minute3>\d{{1,2}})(?:{_G}phút)?|(?P<weak>{_O}h|{_G}giờ(?P<half>{_G}rưỡi)?)){_AFTER}(?:{_G}(?P<part>{parts})(?!{_G}(?:nay|qua|mai)){_AFTER})?", _clock),
        (rf"{_NO}(?P<part>{parts}){_AFTER}", _part),
        (rf"{_NO}nay{_AFTER}", _now),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in rows)


def _alternatives(keys: dict[str, object]) -> str:
    return "|".join(re.escape(key).replace(r"\ ", _G) for key in sorted(keys, key=len, reverse=True))


def _moment(match: re.Match[str], kind: Kind, reading: Reading, **more: bool) -> Moment:
    start, end = match.span()
    return Moment(start, end, kind, reading, more.get("weak", False), more.get("pointing", False))


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _group(match: re.Match[str], *names: str) -> str:
    found = match.groupdict()
    return next((found[name] for name in names if found.get(name)), "")


def _month_number(match: re.Match[str]) -> int:
    written = _key(match["month"])
    return int(written) if written.isdigit() else table("times")["months"].get(written, 0)


def _count(match: re.Match[str]) -> int | None:
    value = numbers.read(match["count"])
    return value if isinstance(value, int) else None


def _stated_year(written: str, frame: Frame) -> int | None:
    """Return the year that `2019`, `17`, `nay`, `ngoái` or nothing means, None where it hangs on an unknown day."""
    if written.isdigit():
        return dates.full_year(written)
    if frame.reference is None:
        return None
    return frame.reference.year + {"ngoái": -1, "trước": -1, "sau": 1, "tới": 1}.get(written.lower(), 0)


def _read_day(frame: Frame, day: int, month: int, year: str) -> Period | None:
    if year:
        stated = _stated_year(year, frame)
        return None if stated is None else dates.day(stated, month, day)
    if frame.reference is None:
        return None
    return dates.day(dates.nearest_year(frame.reference, month, day), month, day)


def _is_day(day: int, month: int) -> bool:
    return dates.day(2000, month, day) is not None  # a leap year


def _full_day(match: re.Match[str]) -> Moment | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not _is_day(day, month):
        return None
    return _moment(match, Kind.DAY, lambda frame: _read_day(frame, day, month, year))


def _spelled_day(match: re.Match[str]) -> Moment | None:
    found = match.groupdict()
    value = int(found["day"]) if found.get("day") else numbers.read(found["word"] or "")
    month, year = _month_number(match), _group(match, "year", "slashed")
    if not isinstance(value, int) or not _is_day(value, month) or not (found["lead"] or year.isdigit()):
        return None
    day = value
    return _moment(match, Kind.DAY, lambda frame: _read_day(frame, day, month, year))


def _led_day(match: re.Match[str]) -> Moment | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"] or ""
    if not _is_day(day, month):
        return None
    return _moment(match, Kind.DAY, lambda frame: _read_day(frame, day, month, year))


def _days(match: re.Match[str]) -> Moment | None:
    """Read `ngày 1 và 2-7`, `từ 14 đến 16/9`, `14-16/9`."""
    first, last, month, year = int(match["day"]), int(match["last"]), int(match["month"]), match["year"] or ""
    lead, join = match["lead"].lower(), match["join"].strip()
    led = "ngày" in lead or lead.startswith("từ") or "mùng" in lead or "mồng" in lead
    if not led and not (join in ("-", "–") and "/" in match[0] and not lead):
        return None
    if not (_is_day(first, month) and _is_day(last, month) and first < last):
        return None
    if lead and "ngày" in lead and not lead.startswith(("từ", "ngày")) and numbers.read(lead.split()[0]) is None:
        return None

    def reading(frame: Frame) -> Period | None:
        end = _read_day(frame, last, month, year)
        begin = None if end is None else dates.day(end.first.year, month, first)
        return None if begin is None or end is None else dates.between(begin.first, end.first)

    return _moment(match, Kind.PERIOD, reading)


def _day_of_month(match: re.Match[str]) -> Moment | None:
    day = int(match["day"])

    def reading(frame: Frame) -> Period | None:
        near = frame.anchor or frame.reference
        return None if near is None else dates.day(near.year, near.month, day)

    return _moment(match, Kind.DAY, reading) if 1 <= day <= 31 else None


def _bare_day(match: re.Match[str]) -> Moment | None:
    day, month = int(match["day"]), int(match["month"])
    if not _is_day(day, month) or match["s"] == ".":
        return None
    return _moment(match, Kind.DAY, lambda frame: _read_day(frame, day, month, ""), weak=True)


_TENTHS = {"thượng tuần": (1, 10), "trung tuần": (11, 20), "hạ tuần": (21, 31), "nửa đầu": (1, 15), "nửa cuối": (16, 31)}


def _month(match: re.Match[str]) -> Moment | None:
    number, year = _month_number(match), _group(match, "year", "slashed")
    half = _key(_group(match, "half"))
    if not 1 <= number <= 12 or _counted_before(match):
        return None
    if match["month"] == "năm" and not year and not half:
        return None  # `tháng năm` in lower case may end `mười hai tháng năm 2019`

    def reading(frame: Frame) -> Period | None:
        stated = _stated_year(year, frame)
        if not year and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, number, 15)
        whole = None if stated is None else dates.month(stated, number)
        if whole is None:
            return None
        if half.startswith("ngày đầu"):
            return dates.day(whole.first.year, number, 1)
        if half not in _TENTHS:
            return whole
        first, last = _TENTHS[half]
        return dates.between(whole.first.replace(day=first), whole.last.replace(day=min(last, whole.last.day)))

    return _moment(match, Kind.DAY if half.startswith("ngày đầu") else Kind.PERIOD, reading)


def _counted_before(match: re.Match[str]) -> bool:
    """Return whether a number stands right before `tháng`: a length of time, no name of a month."""
    before = match.string[max(0, match.start() - 12) : match.start()].split()
    return bool(before) and match[0][0] in "tT" and (before[-1].isdigit() or before[-1].lower() in table("numbers")["digits"])


def _month_run(match: re.Match[str]) -> Moment | None:
    first, last, year = int(match["from"]), int(match["month"]), _group(match, "year", "slashed")
    if not 1 <= first < last <= 12:
        return None

    def reading(frame: Frame) -> Period | None:
        stated = _stated_year(year, frame)
        if not year and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, last, 15)
        return None if stated is None else dates.months(stated, first, last)

    return _moment(match, Kind.PERIOD, reading)


def _months_of_year(match: re.Match[str]) -> Moment | None:
    """Read `6 tháng đầu năm`, `ba quý đầu năm 2022`, `9 tháng năm 2019`."""
    count, year = _count(match), _group(match, "year")
    if count is None or not 1 <= count <= 12:
        return None
    length = count * (1 if match["unit"].lower() == "tháng" else 3)
    late = _group(match, "half").lower() == "cuối"

    def reading(frame: Frame) -> Period | None:
        stated = _stated_year(year, frame)
        if stated is None:
            return None
        return dates.months(stated, 13 - length, 12) if late else dates.months(stated, 1, length)

    return _moment(match, Kind.PERIOD, reading) if length <= 12 else None


def _reported_months(match: re.Match[str]) -> Moment | None:
    before = match.string[max(0, match.start() - 20) : match.start()].lower().rstrip()
    if not before.endswith(tuple(table("times")["words"]["report_leads"])):
        return None
    return _months_of_year_of(match)


def _months_of_year_of(match: re.Match[str]) -> Moment | None:
    count = _count(match)
    if count not in (3, 6, 9, 10, 11):
        return None
    length = count

    def reading(frame: Frame) -> Period | None:
        return None if frame.reference is None else dates.months(frame.reference.year, 1, length)

    return _moment(match, Kind.PERIOD, reading)


def _loose_part(match: re.Match[str]) -> Moment | None:
    """Read `những tháng cuối năm 2019`: the last quarter; `đầu` the first, `giữa` the two between."""
    year, half = match["year"], match["half"].lower()
    first, last = {"đầu": (1, 3), "giữa": (4, 9), "cuối": (10, 12)}[half]

    def reading(frame: Frame) -> Period | None:
        stated = _stated_year(year, frame)
        return None if stated is None else dates.months(stated, first, last)

    return _moment(match, Kind.PERIOD, reading)


def _part_of_year(match: re.Match[str]) -> Moment | None:
    half, year = _key(match["half"]), _group(match, "year")

    def reading(frame: Frame) -> Period | None:
        stated = _stated_year(year, frame)
        if stated is None:
            return None
        halves = {"nửa đầu": (1, 6), "nửa cuối": (7, 12)}
        return dates.months(stated, *halves[half]) if half in halves else dates.year(stated)

    return _moment(match, Kind.PERIOD, reading, weak=not year and half in ("đầu", "cuối", "giữa"))


def _year(match: re.Match[str]) -> Moment | None:
    first, last = match["first"], match["last"] or match["first"]
    begin = int(first)
    end = int(first[:2] + last) if len(last) == 2 else int(last)
    if not 1 <= begin <= end <= 2999:
        return None
    found = dates.years(begin, end, Grain.YEAR if begin == end else Grain.YEARS)
    return _moment(match, Kind.PERIOD, lambda frame: found)


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "đầu": 1, "cuối": 4}


def _quarter(match: re.Match[str]) -> Moment | None:
    number, year = _QUARTERS[match["quarter"].lower()], _group(match, "year", "slashed")

    def reading(frame: Frame) -> Period | None:
        stated = _stated_year(year, frame)
        if not year and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, number * 3 - 1, 15)
        return None if stated is None else dates.quarter(stated, number)

    return _moment(match, Kind.PERIOD, reading)


def _decade(match: re.Match[str]) -> Moment | None:
    first = int(match["decade"])
    first += 0 if first > 99 else 1900
    return _moment(match, Kind.PERIOD, lambda frame: dates.years(first, first + 9))


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _century(match: re.Match[str]) -> Moment | None:
    written = match["century"]
    if written.isdigit():
        number = int(written)
    elif written.isupper():
        values = [_ROMAN[letter] for letter in written]
        number = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    else:
        number = 21 if written.lower() == "này" else 20
    return _moment(match, Kind.PERIOD, lambda frame: dates.years(number * 100 - 99, number * 100))


def _named_day(match: re.Match[str]) -> Moment | None:
    if _counted_word_before(match):
        return None
    offset: int = table("times")["days"][_key(match["named"])]

    def reading(frame: Frame) -> Period | None:
        found = None if frame.reference is None else dates.shifted(frame.reference, offset)
        return None if found is None else Period(found, found, Grain.DAY)

    return _moment(match, Kind.DAY, reading, pointing=True)


def _counted_word_before(match: re.Match[str]) -> bool:
    """Return whether a count stands before: `hai năm nay`, `mấy hôm nay`, `nhiều năm nay` are lengths of time."""
    before = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    if not before:
        return False
    return before[-1].isdigit() or before[-1] in ("mấy", "nhiều", "vài", "bao", "lâu") or before[-1] in table("numbers")["digits"]


def _named_period(match: re.Match[str]) -> Moment | None:
    after = match.string[match.end() : match.end() + 9].strip().lower()
    if _counted_word_before(match) or after.startswith(("khi", "năm 1", "năm 2", "đó")):
        return None
    unit, offset = table("times")["periods"][_key(match["named"])]
    return _moment(match, Kind.PERIOD, lambda frame: _from_now(frame.reference, unit, offset), pointing=True)


def _from_now(reference: date | None, unit: str, offset: int) -> Period | None:
    if reference is None:
        return None
    if unit == "week":
        return dates.week(reference, offset)
    if unit == "year":
        return dates.year(reference.year + offset)
    start = dates.months_on(reference, offset * (3 if unit == "quarter" else 1))
    if start is None:
        return None
    return dates.month(start.year, start.month) if unit == "month" else dates.quarter(start.year, (start.month + 2) // 3)


_DATED = re.compile(r",[ \xa0]{0,3}(?:ngày[ \xa0])?\d{1,2}[ \xa0]?[/.-][ \xa0]?\d{1,2}(?!\d)|[ \xa0]{1,3}\d{1,2}[:h]\d{2}", re.I)


def _weekday(match: re.Match[str]) -> Moment | None:
    if _DATED.match(match.string, match.end()):
        return None  # the weekday of `Thứ sáu, 19/08/2022` stands outside
    number: int = table("times")["weekdays"][_key(match["weekday"])]
    week = _key(match["week"] or "")
    before = match.string[max(0, match.start() - 5) : match.start()].lower().split()
    named = match["weekday"].split()[-1][0]
    sure = bool(match["lead"] or week.startswith("tuần") or number == 6) or named.isupper()
    coming = week in ("tới", "này", "sau") or (not week and not match["lead"] and bool(before) and before[-1] == "vào")

    def reading(frame: Frame) -> Period | None:
        if frame.reference is None:
            return None
        if week.startswith("tuần"):
            offset = {"này": 0, "sau": 1, "tới": 1}.get(week.split()[-1], -1)
            days = 7 * offset + number - frame.reference.weekday()
        elif coming:
            days = (number - frame.reference.weekday() - 1) % 7 + 1
        else:
            days = -((frame.reference.weekday() - number) % 7)
        found = dates.shifted(frame.reference, days)
        return None if found is None else Period(found, found, Grain.DAY)

    return _moment(match, Kind.WEEKDAY, reading, weak=not sure, pointing=True)


def _rolling(match: re.Match[str]) -> Moment | None:
    """Read `Ba ngày sau`, `24 giờ tới`, `một tuần qua`; hours that merely follow are a length of time."""
    count, unit, way = _count(match), match["unit"].lower(), _key(match["way"])
    if count is None or (unit in ("giờ", "tiếng") and way in ("sau", "trước", "nay")) or way == "nữa":
        return None
    forward = way in ("tới", "sau", "tiếp theo")
    point = way in ("sau", "trước")

    def reading(frame: Frame) -> Period | None:
        near = frame.anchor if point else frame.reference
        return None if near is None else _stretch(near, count, unit, forward, point)

    return _moment(match, Kind.PERIOD, reading, pointing=True)


def _stretch(near: date, count: int, unit: str, forward: bool, point: bool) -> Period | None:
    sign = 1 if forward else -1
    days = {"ngày": 1, "đêm": 1, "tuần": 7}.get(unit)
    if days is not None:
        far = dates.shifted(near, sign * count * days)
        if far is None:
            return None
        return Period(far, far, Grain.DAY) if point else dates.between(*sorted((near, far)))
    if unit == "năm":
        years = (near.year + sign, near.year + sign * count)
        return dates.year(years[1]) if point else dates.years(*sorted(years))
    length = count * {"tháng": 1, "quý": 3}.get(unit, 0)
    first, last = dates.months_on(near, sign * length), dates.months_on(near, sign)
    if not length or first is None or last is None:
        return None
    if point:
        return dates.month(first.year, first.month)
    begin, end = sorted((first, last))
    whole = dates.month(end.year, end.month)
    return None if whole is None else dates.between(begin, whole.last)


def _next_day(match: re.Match[str]) -> Moment:
    offset = 1 if match["way"].lower() == "sau" else -1

    def reading(frame: Frame) -> Period | None:
        found = None if frame.anchor is None else dates.shifted(frame.anchor, offset)
        return None if found is None else Period(found, found, Grain.DAY)

    return _moment(match, Kind.DAY, reading)


def _same_day(match: re.Match[str]) -> Moment:
    return _moment(match, Kind.DAY, lambda frame: None if frame.anchor is None else Period(frame.anchor, frame.anchor, Grain.DAY), weak=True)


def _clock(match: re.Match[str]) -> Moment | None:
    hour, minute = int(match["hour"]), int(_group(match, "minute", "minute2", "minute3") or 0)
    minute = 30 if match["half"] else minute
    part = _key(match["part"] or "")
    if hour < 12 and part in table("times")["words"]["afternoon"] and not (part in ("trưa", "đêm") and hour < 6):
        hour += 12
    if hour > 24 or minute > 59:
        return None
    clock = f"{hour % 24:02d}:{minute:02d}"

    def reading(frame: Frame) -> Period | None:
        near = frame.anchor or frame.reference
        return None if near is None else Period(near, near, Grain.DAY, clock)

    return Moment(match.start(), match.end(), Kind.CLOCK, reading, bool(match["weak"] and not part), False, clock)


def _part(match: re.Match[str]) -> Moment:
    return _moment(match, Kind.PART, lambda frame: None, weak=True)


def _now(match: re.Match[str]) -> Moment:
    def reading(frame: Frame) -> Period | None:
        return None if frame.reference is None else Period(frame.reference, frame.reference, Grain.DAY)

    return _moment(match, Kind.NOW, reading, weak=True)


def walk(line: str) -> Iterator[tuple[str, Kind]]:
    """Yield the written form and kind of every piece, for a person who wonders why a time was read so."""
    for moment in moments(line):
        yield line[moment.start : moment.end], moment.kind
