"""Patterns of what follows or leads a number: per cent, currencies, units of measure, what a price is for."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.text.lists import table, words
from desktop.text.patterns import piece


def _any(names: frozenset[str] | dict[str, str], space: str = r"[ \xa0]") -> str:
    return "|".join(re.escape(name).replace(r"\ ", space) for name in sorted(names, key=len, reverse=True))


@lru_cache(maxsize=1)
def percent() -> re.Pattern[str]:
    return re.compile(rf"[ \xa0]{{0,2}}(?:{_any(words('figures', 'percent.words'))})(?!\w)", re.I)


@lru_cache(maxsize=1)
def money() -> re.Pattern[str]:
    signs = {"$", "€", "£", "¥", "₫", "us$"}
    named = {name: code for name, code in table("figures")["currencies"].items() if name not in signs}
    dong = piece("figures.units.dong")
    others = _any(words("figures", "money.not_dong"))
    return re.compile(
        rf"[ \xa0]{{0,2}}(?:(?:{_any(named)})(?!\w|/c\b)(?!{dong}[ \xa0](?:{others})(?!\w))|(?:us\$|[$€£¥₫]))", re.I
    )


@lru_cache(maxsize=1)
def per() -> re.Pattern[str]:
    phrases = _any(words("figures", "money.per_phrases"))
    return re.compile(
        rf"(?:[ \xa0]?/[ \xa0]?(?:(?i:{phrases})(?!\w)|[^\W\d_]+[23²³]?(?!\w))|/\d{{1,3}}[ \xa0]?[^\W\d_]+(?!\w)){{1,3}}"
    )


@lru_cache(maxsize=1)
def money_lead() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])({_any(table('figures')['prefixes'])})[ \xa0]?$")


@lru_cache(maxsize=1)
def unit() -> re.Pattern[str]:
    """Signs (`m`, `MW`) by their case and with or without a space, words in any case after a space.

    Words of several syllables come before signs (`km vuông` before `km`), signs before words of one (`mg/l` before `mg`);
    one alternative a unit took ten times as long to compile.
    """
    named = words("figures", "units.words") | words("figures", "units.points")
    several = frozenset(filter(re.compile(" ").search, named))
    spelled = [rf"[ \xa0]{{1,2}}(?i:{_any(names)})" for names in (several, named - several)]
    signs = rf"[ \xa0]{{0,2}}(?:{_any(words('figures', 'units.signs'))})"
    # `55 năm tuổi Đảng` are years; `sau hai ngày làm việc` are days
    no_party_years = piece("figures.units.no_party_years")
    return re.compile(rf"(?:{spelled[0]}|{signs}|{spelled[1]})(?![\w²³])(?!-[^\W\d_]){no_party_years}")


@lru_cache(maxsize=1)
def tail() -> re.Pattern[str]:
    """What belongs to a unit behind it: a half of it, the nights after days, what it is measured for."""
    half, nights = piece("figures.amounts.half"), piece("figures.amounts.nights")
    return re.compile(rf"(?P<half>{half})|(?P<nights>{nights})|(?P<per>{per().pattern})")
