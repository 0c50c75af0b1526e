"""Years, quarters, terms, decades and centuries of a line, and periods told from today: `tuần trước`, `24 giờ tới`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from desktop.detect.shapes import GAP, MAYBE
from desktop.detect.vi.times.piece import (
    AFTER,
    BEFORE,
    NUMBER,
    Frame,
    Kind,
    Moment,
    Row,
    Rule,
    alternatives,
    count_of,
    counted_before,
    from_reference,
    group,
    key,
    moment_of,
    rules_of,
    stated_year,
)
from desktop.text import dates
from desktop.text.dates import Grain, Period
from desktop.text.lists import table
from desktop.text.patterns import piece


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the patterns, compiled once, each with the function that reads its match."""
    return rules_of((*_year_rows(), *_season_rows(), *_era_rows(), *_told_rows()))


_SEASON = piece("times.years.season")
_HARVEST = piece("times.years.harvest")
_TENS = piece("times.years.tens")
_SEVERAL = piece("times.years.several")


_SCHOOL_OPENS = 6  # from June on papers call the school year that opens in September this one
_FOLLOWING = piece("times.years.following")
_NOT_YET = piece("times.years.not_yet")


def _year_rows() -> tuple[Row, ...]:
    """Return the patterns of years and terms."""
    return (
        (
            rf"{BEFORE}(?:(?:{_SEASON}|những|{_SEVERAL}){GAP})?năm{GAP}(?P<first>\d{{4}})(?:(?:,{MAYBE}\d{{4}}){{0,4}}(?:{MAYBE}[-–,]{MAYBE}|{GAP}và{GAP})"
            rf"(?P<last>\d{{4}}))?{AFTER}",
            _year,
            "năm",
        ),
        (r"(?<=\()(?P<first>1\d{3}|20\d\d)(?P<last>)(?=\))", _year, "(#)"),
        (
            rf"{BEFORE}(?:nhiệm kỳ|nhiệm kì|khóa|khoá|giai đoạn|thời kỳ|thời kì|năm học|niên khóa|niên khoá|niên vụ|mùa giải"
            rf"|tài khóa|tài khoá|mùa)(?:{GAP}(?:từ{GAP})?(?:năm{GAP})?)(?P<first>\d{{4}})(?:{MAYBE}[-–/]{MAYBE}"
            rf"|{GAP}đến{GAP}(?:năm{GAP})?)(?P<last>\d{{4}}|\d{{2}}){AFTER}",
            _year,
            "nhiệm khóa khoá giai thời năm niên mùa tài",
        ),
        (
            rf"{BEFORE}từ{GAP}(?P<first>(?:19|20)\d{{2}}){GAP}(?:đến|tới){GAP}(?:năm{GAP})?(?P<last>(?:19|20)\d{{2}}){AFTER}",
            _year,
            "từ",
        ),
        (rf"{BEFORE}(?P<first>(?:19|20)\d{{2}}){MAYBE}[-–]{MAYBE}(?P<last>(?:19|20)\d{{2}}){AFTER}", _year, "#/"),
    )


def _season_rows() -> tuple[Row, ...]:
    """Return the patterns of a season's year, and of bare years that a word leads."""
    return (
        (
            rf"{BEFORE}(?:{_SEASON}|vụ|{_HARVEST}){GAP}(?P<first>(?:19|20)\d{{2}})(?:{MAYBE}[-–/]{MAYBE}(?P<last>(?:19|20)?\d{{2}}))?{AFTER}",
            _year,
            "mùa vụ xuân thu",
        ),
        (
            rf"{BEFORE}(?:{_SEASON}|{_HARVEST}|xuân|năm{GAP}học|niên{GAP}học|mùa{GAP}giải){GAP}(?:năm{GAP})?(?P<way>nay|này|ngoái|trước|sau|tới){AFTER}",
            _season_told,
            "mùa vụ xuân thu học",
        ),
        (
            rf"{BEFORE}(?:năm|\d{{1,2}}|{_TENS}){GAP}năm{GAP}(?P<first>(?:19|20)\d{{2}}){MAYBE}[-–]{MAYBE}(?P<last>(?:19|20)\d{{2}}){AFTER}",
            _year,
            "năm",
        ),
        (
            rf"{BEFORE}(?:tài{GAP}kh[óo][áa]|mùa{GAP}giải|niên{GAP}vụ|niên{GAP}khóa|năm{GAP}(?:học|tài{GAP}(?:chính|khóa|khoá)|công{GAP}tác))"
            rf"{GAP}(?P<first>(?:19|20)\d{{2}})(?P<last>){AFTER}",
            _year,
            "tài mùa niên năm",
        ),
        # a bare year that a preposition or a word of editions leads: hồi 2017, ấn bản 2024
        (
            rf"(?<!\w)(?:hồi|từ|kể{GAP}từ|ấn{GAP}bản|đến|tới|trước|sau|tầm{GAP}nhìn|kế{GAP}hoạch|thực{GAP}hiện){GAP}"
            rf"(?P<bare>(?P<first>(?:19|20)\d{{2}}))(?P<last>)"
            rf"{AFTER}(?=$|[,;.:)”\"]|{GAP}(?:/|{_FOLLOWING})(?!\w))",
            _bare_year,
            "####",
        ),
    )


def _era_rows() -> tuple[Row, ...]:
    """Return the patterns of quarters, decades and centuries."""
    return (
        (
            rf"{BEFORE}(?:(?:đầu|cuối|giữa){GAP})?quý{GAP}(?P<quarter>IV|I{{1,3}}|[1-4]|một|hai|ba|tư|đầu|cuối)"
            rf"(?:{MAYBE}[/\-–.]{MAYBE}(?P<slashed>\d{{4}})|{GAP}năm{GAP}(?P<year>\d{{4}}|nay|ngoái|trước|tới"
            rf"|sau)|{GAP}(?:này|tới|vừa qua|vừa rồi))?{AFTER}(?!{GAP}lần)",
            _quarter,
            "quý",
        ),
        (
            rf"{BEFORE}(?-i:Q)(?P<quarter>[1-4])(?:{MAYBE}[/\-–.]{MAYBE}(?P<slashed>\d{{4}}))?{AFTER}",
            _short_quarter,
            "q1 q2 q3 q4",
        ),
        (
            rf"{BEFORE}(?:(?:thập{GAP}(?:niên|kỷ|kỉ){GAP})(?:những{GAP}năm{GAP}|năm{GAP})?|những{GAP}năm{GAP})(?P<decade>"
            rf"(?:19|20)?\d0)(?:{GAP}(?:của{GAP})?thế{GAP}k[ỷỉ]{GAP}(?:trước|XX|20))?{AFTER}",
            _decade,
            "thập những",
        ),
        (
            rf"{BEFORE}(?:(?P<half>nửa đầu|nửa cuối|đầu|giữa|cuối){GAP})?thế{GAP}k[ỷỉ]{GAP}(?:thứ{GAP})?"
            rf"(?P<century>[IVX]{{1,6}}|\d{{1,2}}|này|trước){AFTER}",
            _century,
            "thế",
        ),
        # a year of birth: SN 1961, sinh 1961
        (r"(?:(?<=\bSN[ \xa0:])|(?<=\bsinh[ \xa0]))(?P<first>(?:19|20)\d{2})(?P<last>)(?!\w)", _year, "sn sinh"),
    )


def _told_rows() -> tuple[Row, ...]:
    """Return the patterns of periods told from today."""
    periods = alternatives(table("times")["periods"])
    return (
        (rf"{BEFORE}(?P<named>{periods}){AFTER}{_NOT_YET}", _named_period, "tuần tháng quý năm"),
        (rf"{BEFORE}(?:cuối|đầu|giữa){GAP}(?P<named>{periods}){AFTER}{_NOT_YET}", _named_period, "tuần tháng quý năm"),
        (
            rf"{BEFORE}(?P<count>{NUMBER}){GAP}(?P<unit>giờ|tiếng|ngày|đêm|tuần|tháng|quý|năm){GAP}(?P<way>vừa qua"
            rf"|qua|tới|tiếp theo|kế tiếp|gần nhất|trước|sau|nữa|gần đây|trở lại đây|nay)(?:{GAP}(?P<there>đó))?{AFTER}{_NOT_YET}(?!{GAP}"
            rf"(?:khi|ngày|đại hội|khi|sinh|Công nguyên|bữa|cú|trận|vụ|thất bại|mỗi|lần|đợt|chiến thắng|thắng lợi|cơn|ca|tai nạn|lễ"
            rf"|hội nghị|cuộc|khởi công|phẫu thuật|Tết|bão|lũ))",
            _rolling,
            "qua tới tiếp gần trước sau nữa gần trở nay",
        ),
        (
            rf"{BEFORE}(?P<way>trước|sau){GAP}đó{GAP}(?P<count>{NUMBER}){GAP}(?P<unit>ngày|hôm|tuần|tháng|quý|năm){AFTER}",
            _rolling,
            "đó",
        ),
    )


def _year(match: re.Match[str]) -> Moment | None:
    first, last = match["first"], match["last"] or match["first"]
    begin = int(first)
    end = int(first[:2] + last) if len(last) == 2 else int(last)
    if not 1 <= begin <= end <= 2999:
        return None
    if match[0].lower().startswith("những") and not match["last"] and begin % 10 == 0:
        return None  # a decade
    found = dates.years(begin, end, Grain.YEAR if begin == end else Grain.YEARS)
    return moment_of(match, Kind.PERIOD, lambda frame: found)


def _bare_year(match: re.Match[str]) -> Moment | None:
    moment = _year(match)
    return None if moment is None else replace(moment, start=match.start("bare"))


_QUARTERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "đầu": 1,
    "cuối": 4,
}


def _quarter(match: re.Match[str]) -> Moment | None:
    number, year = _QUARTERS[match["quarter"].lower()], group(match, "year", "slashed")

    def reading(frame: Frame) -> Period | None:
        stated = stated_year(year, frame)
        if not year and frame.reference is not None:
            stated = dates.nearest_year(frame.reference, number * 3 - 1, 15)
        return None if stated is None else dates.quarter(stated, number)

    return moment_of(match, Kind.PERIOD, reading)


def _short_quarter(match: re.Match[str]) -> Moment | None:
    """Read `Q2/2021`, and `Q2` where figures of business are told: elsewhere it is a district."""
    low = match.string.lower()
    told = match["slashed"] or any(word in low for word in table("times")["words"]["business"])
    return _quarter(match) if told else None


def _decade(match: re.Match[str]) -> Moment | None:
    first = int(match["decade"])
    first += 0 if first > 99 else 1900
    return moment_of(match, Kind.PERIOD, lambda frame: dates.years(first, first + 9))


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
    first, last = {"nửa đầu": (99, 50), "nửa cuối": (49, 0)}.get(key(match["half"] or ""), (99, 0))
    return moment_of(match, Kind.PERIOD, lambda frame: dates.years(number * 100 - first, number * 100 - last))


def _season_told(match: re.Match[str]) -> Moment:
    """Read `vụ xuân năm ngoái`, `mùa khô năm tới`, `năm học tới` as the year that they begin in."""
    offset = {"nay": 0, "này": 0, "sau": 1, "tới": 1}.get(match["way"].lower(), -1)
    school = "học" in match[0].lower()

    def told(day: date) -> Period | None:
        first = day.year + offset - (school and day.month < _SCHOOL_OPENS)
        return dates.years(first, first + 1) if school else dates.year(first)

    return moment_of(match, Kind.PERIOD, from_reference(told), pointing=True)


def _named_period(match: re.Match[str]) -> Moment | None:
    after = match.string[match.end() : match.end() + 9].strip().lower()
    if counted_before(match) or after.startswith(("khi", "năm 1", "năm 2", "đó")):
        return None
    if key(match["named"]) == "sang năm" and (after[:1].isdigit() or after.startswith(("mới", "thứ", "học", "nay"))):
        return None
    unit, offset = table("times")["periods"][key(match["named"])]
    return moment_of(match, Kind.PERIOD, from_reference(lambda day: _from_now(day, unit, offset)), pointing=True)


def _from_now(reference: date, unit: str, offset: int) -> Period | None:
    if unit == "week":
        return dates.week(reference, offset)
    if unit == "year":
        return dates.year(reference.year + offset)
    start = dates.months_on(reference, offset * (3 if unit == "quarter" else 1))
    if start is None:
        return None
    return (
        dates.month(start.year, start.month) if unit == "month" else dates.quarter(start.year, (start.month + 2) // 3)
    )


def _rolling(match: re.Match[str]) -> Moment | None:
    """Read `Ba ngày sau`, `24 giờ tới`, `một tuần qua`; hours that merely follow are a length of time."""
    count, unit, way = count_of(match), match["unit"].lower(), key(match["way"])
    if count is None or (unit in ("giờ", "tiếng") and way in ("sau", "trước", "nay")) or way == "nữa":
        return None
    forward = way in ("tới", "sau", "tiếp theo", "kế tiếp")
    point = way in ("sau", "trước")

    def reading(frame: Frame) -> Period | None:
        near = frame.anchor if point else frame.reference
        return None if near is None else _stretch(near, count, unit, forward, point)

    return moment_of(match, Kind.PERIOD, reading, pointing=True)


def _stretch(near: date, count: int, unit: str, forward: bool, point: bool) -> Period | None:
    sign = 1 if forward else -1
    days = {"ngày": 1, "hôm": 1, "đêm": 1, "tuần": 7}.get(unit)
    if days is not None:
        far = dates.shifted(near, sign * count * days)
        if far is None:
            return None
        return Period(far, far, Grain.DAY) if point else dates.between(*sorted((near, far)))
    if unit == "năm":
        one, other = sorted((near.year + sign, near.year + sign * count))
        return dates.year(near.year + sign * count) if point else dates.years(one, other)
    length = count * {"tháng": 1, "quý": 3}.get(unit, 0)
    first, last = dates.months_on(near, sign * length), dates.months_on(near, sign)
    if not length or first is None or last is None:
        return None
    if point:
        return dates.month(first.year, first.month)
    begin, end = sorted((first, last))
    whole = dates.month(end.year, end.month)
    return None if whole is None else dates.between(begin, whole.last)
