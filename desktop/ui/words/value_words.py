"""What a mark's value says, in the words of a language: `194594` as 194,594, `2019-01-01/2019-06-30` as 1 January to 30 June 2019.

Pure functions over the values of the label scheme; no Qt, so that a test is a table. A value that is of no form known
here stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from desktop.model import Annotation
from desktop.ui.words.numbers import number

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
}
_CURRENCIES = {
    "VND": {"vi": "đồng", "en": "đồng"},
    "USD": {"vi": "đô la Mỹ", "en": "US dollars"},
    "EUR": {"vi": "euro", "en": "euros"},
    "CNY": {"vi": "nhân dân tệ", "en": "yuan"},
    "JPY": {"vi": "yên Nhật", "en": "yen"},
    "GBP": {"vi": "bảng Anh", "en": "pounds sterling"},
    "KRW": {"vi": "won Hàn Quốc", "en": "won"},
    "AUD": {"vi": "đô la Úc", "en": "Australian dollars"},
}
_TO = {"vi": "đến", "en": "to"}
_OF = {"vi": "trên", "en": "of"}

_DAY = r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?"
_MOMENT = re.compile(_DAY)
_INTERVAL = re.compile(f"({_DAY})/({_DAY})")
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)")
_RATIO = re.compile(r"(\d+(?:\.\d+)?) of (\d+(?:\.\d+)?)")


def value_words(annotation: Annotation, language: str) -> str:
    """Return an annotation's value in words of `vi` or `en`, with what it counts; empty if it has none."""
    if annotation.value is None:
        return ""
    say = _SAYERS.get(annotation.label, _amount)
    return say(annotation, language)


def short_words(annotation: Annotation, language: str) -> str:
    """Return the same as `value_words` for where there is little room: a time in figures, as a list is dated."""
    if annotation.label != "TIME" or annotation.value is None:
        return value_words(annotation, language)
    value = str(annotation.value)
    interval = _INTERVAL.fullmatch(value)
    moments = [interval[1], interval[2]] if interval else [value]
    try:
        return " – ".join(_short(each, language) if _MOMENT.fullmatch(each) else each for each in moments)
    except (ValueError, IndexError):  # a day no calendar has
        return value


def _short(value: str, language: str) -> str:
    day, _, clock = value.partition("T")
    if len(day) == 10:
        words = day_words(date.fromisoformat(day), language)
    elif len(day) == 7:
        month = _month(int(day[5:]))
        words = f"{month}/{day[:4]}" if language == "vi" else f"{_MONTHS[month - 1]} {day[:4]}"
    else:
        words = day
    return f"{clock[:5]} {words}" if clock else words


def day_words(day: date, language: str) -> str:
    """Return a day as a source is dated: 1/7/2019 in Vietnamese, 1 July 2019 in English."""
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else _english(day.isoformat())


def _amount(annotation: Annotation, language: str) -> str:
    parts = (_figure(annotation.value, language), annotation.unit or "", annotation.counted or "")
    return " ".join(part for part in parts if part)


def _figure(value: object, language: str) -> str:
    """Return a number or a range of two; anything else as it is."""
    if isinstance(value, int | float):
        return number(value, language)
    found = _RANGE.fullmatch(str(value))
    if found is None:
        return str(value)
    low, high = (number(_parsed(each), language) for each in found.groups())
    return f"{low} {_TO[language]} {high}"


def _parsed(written: str) -> float:
    return float(written) if "." in written else int(written)


def _percent(annotation: Annotation, language: str) -> str:
    parts = (_figure(annotation.value, language) + "%", annotation.counted or "")
    return " ".join(part for part in parts if part)


def _ratio(annotation: Annotation, language: str) -> str:
    found = _RATIO.fullmatch(str(annotation.value))
    if found is None:
        return _amount(annotation, language)
    part, whole = (_parsed(each) for each in found.groups())
    said = f"{number(part, language)} {_OF[language]} {number(whole, language)}"
    counted = f" {annotation.counted}" if annotation.counted else ""
    share = f" ({number(round(100 * part / whole, 1), language)}%)" if whole else ""
    return said + counted + share


def _money(annotation: Annotation, language: str) -> str:
    unit = annotation.unit or ""
    currency = _CURRENCIES.get(unit, {}).get(language, unit)
    parts = (_figure(annotation.value, language), currency, annotation.counted or "")
    return " ".join(part for part in parts if part)


def _ordinal(annotation: Annotation, language: str) -> str:
    value = annotation.value
    if not isinstance(value, int):
        return _amount(annotation, language)
    if language == "vi":
        return {1: "thứ nhất", 4: "thứ tư"}.get(value, f"thứ {number(value, language)}")
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{number(value, language)}{ending}"


def _time(annotation: Annotation, language: str) -> str:
    value = str(annotation.value)
    try:
        interval = _INTERVAL.fullmatch(value)
        if interval is not None:
            return _interval(interval[1], interval[2], language)
        return _moment(value, language) if _MOMENT.fullmatch(value) else value
    except (ValueError, IndexError):  # a day no calendar has
        return value


def _moment(value: str, language: str) -> str:
    day, _, clock = value.partition("T")
    words = _MOMENT_WORDS[language](day)
    if len(day) == 10:
        weekday = _WEEKDAYS[language][date.fromisoformat(day).weekday()]
        words = f"{weekday}, {words}"
    return f"{words}, {_clock(clock, language)}" if clock else words


def _clock(clock: str, language: str) -> str:
    hours, minutes, zone = clock[:2], clock[3:5], clock[5:].lstrip(":0123456789")
    zone = clock[clock.index(zone) :] if zone else ""
    shown = f"{int(hours)} giờ {minutes}" if language == "vi" else f"{hours}:{minutes}"
    return f"{shown} (UTC{'' if zone == 'Z' else zone})" if zone else shown


def _vietnamese(day: str) -> str:
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return f"năm {parts[0]}"
    if len(parts) == 2:
        return f"tháng {_month(parts[1])} năm {parts[0]}"
    return f"ngày {parts[2]} tháng {parts[1]} năm {parts[0]}"


def _english(day: str) -> str:
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return f"the year {parts[0]}"
    if len(parts) == 2:
        return f"{_MONTHS[_month(parts[1]) - 1]} {parts[0]}"
    return f"{parts[2]} {_MONTHS[parts[1] - 1]} {parts[0]}"


def _month(month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return month


_MOMENT_WORDS: dict[str, Callable[[str], str]] = {"vi": _vietnamese, "en": _english}


def _interval(first: str, last: str, language: str) -> str:
    """Return both ends, the first one without what it shares with the last; a term of years by its years alone."""
    if len(first) == len(last) == 4:
        return f"{first} {_TO[language]} {last}"
    if len(first) != len(last) or len(first) > 10:
        return f"{_moment(first, language)} {_TO[language]} {_moment(last, language)}"
    for day in (first, last):
        if len(day) == 10:
            date.fromisoformat(day)
    begin, end = _MOMENT_WORDS[language](first), _MOMENT_WORDS[language](last)
    for shared in _shared(first, last, language):
        begin = begin.removesuffix(shared)
    return f"{begin.strip()} {_TO[language]} {end}"


def _shared(first: str, last: str, language: str) -> list[str]:
    """Return the endings that the first day leaves to the last, the year before the month."""
    if first[:4] != last[:4]:
        return []
    year = f" năm {int(first[:4])}" if language == "vi" else f" {int(first[:4])}"
    if len(first) < 10 or first[:7] != last[:7]:
        return [year]
    month = int(first[5:7])
    return [year, f" tháng {month}" if language == "vi" else f" {_MONTHS[month - 1]}"]


_SAYERS: dict[str, Callable[[Annotation, str], str]] = {
    "TIME": _time,
    "PERCENT": _percent,
    "RATIO": _ratio,
    "MONEY": _money,
    "ORDINAL": _ordinal,
}
