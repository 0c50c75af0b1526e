"""Persons: surnames with given names, names beside a word of respect or an office, foreign and short names.

What reads a name says only where it ends; what must stand around it is in its rows (rules/persons.toml), what must not in the
families `person` and `person_...` of veto.toml, those of names without a word of respect in `..._uncalled`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from desktop.detect import around, phrases, rules
from desktop.detect.memory import LINKS, Memory
from desktop.detect.rules import NameReader, Rule
from desktop.detect.tokens import Match, Tokens
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import places
from desktop.text import lists
from desktop.text.patterns import pattern
from desktop.text.words import compound

LONGEST = 5
_ROMAN = re.compile(r"(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI)\Z")
_HIGHLAND = pattern("names.persons.highland")
_BODIES = partial(phrases.phrases, "bodies", "clubs")  # read when first asked for
_DEGREES = lists.keys("cues", "persons.degrees")
SURE_SURNAMES = lists.keys("cues", "persons.sure_surnames")
_TELLING = lists.keys("cues", "persons.telling")
_KIN, _NAMED = lists.keys("cues", "persons.kin"), lists.keys("cues", "persons.named")
_PREPOSED = lists.keys("cues", "persons.preposed")
_TURNS = {True: "called", False: "uncalled"}


def person(line: Tokens, at: int, memory: Memory, titled: bool = False) -> Match | None:
    """Return the person's name that begins at a token, or None. `titled`: an office stands before it."""
    if (
        not line.capital(at)
        or vetoed("person", line, at, at + 1)
        or (titled and vetoed("person_titled", line, at, at + 1))
    ):
        return None
    respected = titled or called(line, at) or _by_name(line, at)
    if vetoed(f"person_{_TURNS[respected]}", line, at, at + 1):
        return None
    known = [rules.first(rules.turn(rows, turn), line, at, memory, respected) for turn in ("told", "short", "famous")]
    found = max(filter(None, known), key=lambda match: match.end, default=None) or rules.first(
        rules.turn(rows, "", _TURNS[respected]), line, at, memory, respected
    )
    return found if found is not None and line.free(at, found.end) else None


@cache
def rows() -> tuple[Rule[NameReader], ...]:
    """Return the rules of persons in their order; of a name that the article or the world knows the longer is meant."""
    return rules.rules_of("persons", "PERSON", READERS, "person")


def _ends(name: str, end: Callable[..., int | None]) -> NameReader:
    """Return a reader out of what says where a name ends, unless a row bars it."""
    families = (f"person_{name}", f"person_{name}_uncalled")
    barring = {
        called: tuple(filter(lists.table("veto").__contains__, families[: 2 - called])) for called in (True, False)
    }

    def reads(line: Tokens, at: int, memory: Memory, respected: bool) -> Match | None:
        stop = end(line, at, memory, respected)
        if stop is None or any(vetoed(family, line, at, stop) for family in barring[respected]):
            return None
        return Match(stop, ((at, stop, "PERSON"),))

    return reads


def _is_kin(line: Tokens, at: int) -> bool:
    """Return whether one given name follows a word of kinship, though it is a head word elsewhere: anh Khoa, chị Đoàn."""
    return _given_after(_KIN, line, at)


def _by_name(line: Tokens, at: int) -> bool:
    """Return whether one given name is told as such: tên Hậu."""
    return _given_after(_NAMED, line, at)


def _given_after(words: frozenset[str], line: Tokens, at: int) -> bool:
    alone = line.near(at) and line.key(at - 1) in words and not (line.near(at + 1) and line.capital(at + 1))
    return alone and line.key(at) in lists.keys("given")


@rules.kept
def run(line: Tokens, at: int) -> int:
    """Return the index after the capital words that may be one person's name, initials and hyphens among them."""
    end, count = at, 0
    while count <= LONGEST and line.capital(end) and (end == at or line.near(end) or line.tight(end)):
        if end > at and _turns_upper(line, at, end):
            break
        end, count = end + 1, count + 1
        while line.key(end) == "-" and line.tight(end) and line.tight(end + 1) and line.tokens[end + 1].letter:
            end += 2
        short = len(line.tokens[end - 1].text)
        initial = (short == 1 or (short == 2 and line.tight(end + 1))) and line.key(end) == "." and line.tight(end)
        if initial and line.capital(end + 1) and (line.tight(end + 1) or line.near(end + 1)):
            end += 1
        elif initial and end - at > 1 and line.near(end + 1) and not line.capital(end + 1):
            return end + 1  # Nguyễn Văn T. (56 tuổi)
    return end


def _turns_upper(line: Tokens, at: int, end: int) -> bool:
    token = line.tokens[end]
    return token.upper and len(token.text) > 1 and not line.tokens[at].upper


@rules.kept
def called(line: Tokens, at: int) -> bool:
    """Return whether a word of respect stands right before, or one and a country (tỷ phú Mỹ X)."""
    if line.key(at - 1) == "." and line.key(at - 2) in _DEGREES:
        return True
    honorifics = phrases.phrases("honorifics", cased=False)
    starts = range(max(at - 4, 0), at if line.near(at) else 0)
    return any(_leads(line, start, honorifics.end(line.tokens, start) or len(line), at) for start in starts)


def _leads(line: Tokens, start: int, end: int, at: int) -> bool:
    """Return whether a word of respect from start to end is that of a name: right before, or with a country, a body or `người` between."""
    between = end + (line.key(end) == lists.key_of("người"))
    led = end == at or (end < at and (places.known(line, between) or _BODIES().end(line.tokens, between)) == at)
    return led and line.opens_word(start)


def _told(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of the longest full name of the article that begins here."""
    return next(memory.person_ends(line, at, memory.persons), None)


def _short(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of the longest short form of a name of the article that begins here, and stands for itself."""
    ends = memory.person_ends(line, at, memory.short_persons)
    return next((end for end in ends if (respected and not _goes_on(line, end)) or _alone(line, at, end)), None)


def _goes_on(line: Tokens, end: int) -> bool:
    return line.near(end) and line.capital(end) and places.known(line, end) is None


def _famous(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    return phrases.phrases("famous").end(line.tokens, at)


def _alone(line: Tokens, at: int, end: int) -> bool:
    """Return whether a run of capitals begins and ends here, and is no common word that opens a sentence."""
    return not vetoed("person_alone", line, at, end)


def _surname(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a name that opens with a surname."""
    from_place = (
        line.tokens[at].first and line.key(at) in _PREPOSED and memory.place_end(line, at + 1)
    )  # Từ Mường Tùng, …
    if from_place or not surnamed(line, at):
        return None
    return _without_tail(line, at, run(line, at))


def surnamed(line: Tokens, at: int) -> bool:
    """Return whether a surname stands here, be it that only what follows makes it one."""
    return line.key(at) in lists.keys("surnames") or told(line, at)


def told(line: Tokens, at: int) -> bool:
    """Return whether a sure middle name and another capital follow, so that any syllable is a surname: X Văn Y."""
    return line.key(at + 1) in _TELLING and line.capital(at + 1) and line.near(at + 2) and line.capital(at + 2)


def _spelled(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a foreign name spelled out in syllables: Ra-un Cát-xtơ-rô."""
    end, words = at, 0
    while line.capital(end) and (end == at or line.near(end)) and line.tight(end + 1) and line.key(end + 1) == "-":
        end += 1
        while (
            line.key(end) == "-" and line.tight(end + 1) and line.tokens[end + 1].letter and not line.capital(end + 1)
        ):
            end += 2
        words += 1
    return end if words > 1 else None


def _without_tail(line: Tokens, at: int, end: int) -> int:
    """Return the end of a name without an office, a body or a place that follows it at once."""
    for cut in range(at + 2, end):
        office = max(phrases.phrases(name, cased=False).end(line.tokens, cut) or 0 for name in ("offices", "ranks"))
        place = places.known(line, cut)
        if (office and office - cut > 1) or (place and place > cut + 1 and cut > at + 2):
            return cut - (line.tokens[cut - 1].text == "-")  # Trần Văn Bình-Phó Chủ tịch
    return end


def _eastern(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a surname with a given name of two joined syllables: Kim Min-su."""
    joined = line.near(at + 1) and line.capital(at + 1) and line.key(at + 2) == "-" and line.tight(at + 2)
    small = joined and line.tight(at + 3) and line.tokens[at + 3].letter and not line.capital(at + 3)
    return at + 4 if small else None


def _foreign_end(line: Tokens, at: int) -> int:
    end = run(line, at)
    while end - at < LONGEST and (further := _linked(line, end)) > end:
        end = further
    number = line.near(end) and not line.blocked[end] and _ROMAN.match(line.tokens[end].text) is not None
    return end + number  # Elizabeth II


def _linked(line: Tokens, end: int) -> int:
    """Return where a name goes on to behind small foreign words (Luuk | de Jong), its end where it does not."""
    link = end
    while line.near(link) and line.key(link) in LINKS and not line.capital(link):
        link += 1
    link += line.key(link) == "-" and line.tight(link) and line.tight(link + 1)  # al-Salim
    beside = line.near(link) or line.tight(link)
    return run(line, link) if end < link and beside and line.capital(link) else end


def _foreign(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    return _foreign_end(line, at)


def listed(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return one or two foreign words in capitals that stand in a list after a person, or None."""
    return rules.first(rules.turn(rows, "listed"), line, at, memory, False)


def speaker(line: Tokens, at: int, memory: Memory) -> Match | None:
    """Return who speaks in a turn: `- Hạnh: Chị về à?`; without a dash, one whose full name the article gave."""
    return rules.first(rules.turn(rows, "speaker"), line, at, memory, False)


def _any_name(line: Tokens, at: int, memory: Memory, respected: bool) -> int | None:
    """Return the end of a run of capitals that a word of respect or an office makes a name."""
    end = _foreign_end(line, at) if line.tokens[at].ascii else run(line, at)
    return _without_tail(line, at, end)


def _lone_foreign(line: Tokens, at: int, end: int) -> bool:
    """Return whether one foreign word in capitals stands alone, and names no goods, no place and no firm's kind of work."""
    shaped = (
        line.foreign(at) and not line.tokens[at].upper and line.tokens[at].text[1:].islower() and _alone(line, at, end)
    )
    return shaped and not (
        _of_things(line, at, end) or places.known(line, at) or line.key(at) in lists.keys("products")
    )


def _of_things(line: Tokens, at: int, end: int) -> bool:
    return any(line.key(index) in lists.keys("notpersons") for index in range(at, end))


def _heads_body(line: Tokens, at: int) -> bool:
    return any(phrases.row("heads", f"heads.{kind}").end(line.tokens, at) for kind in ("alone", "capital", "named"))


def _written_as_names(line: Tokens, at: int, end: int) -> bool:
    """Return whether each word is written as a name is, and none is a place."""
    return all(
        not token.upper and token.text[1:].islower() and not places.known(line, index)
        for index, token in enumerate(line.tokens[at:end], at)
    )


def _compound(line: Tokens, at: int) -> bool:
    """Return whether a token and the next are one word of the language, whatever their capitals."""
    return line.has(at + 1) and compound(line.tokens[at].text.lower(), line.tokens[at + 1].text.lower())


around.says(
    {
        "a place opens": lambda line, at, end: places.known(line, at) is not None,
        "a place is all but the first": lambda line, at, end: places.known(line, at + 1) == end,
        "a foreign word behind a place": lambda line, at, end: any(
            stop < end and line.foreign(stop) for stop in (places.known(line, at) or end,)
        ),
        "a body's head opens": lambda line, at, end: _heads_body(line, at),
        "a body's word": lambda line, at, end: phrases.phrases("bodies").end(line.tokens, at) == at + 1,
        "a field goes on": lambda line, at, end: (phrases.phrases("fields").end(line.tokens, at) or 0) > end,
        "a body of the list opens": lambda line, at, end: _BODIES().end(line.tokens, at) is not None,
        "a body of the list": lambda line, at, end: _BODIES().end(line.tokens, at) == end,
        "a famous word opens": lambda line, at, end: phrases.phrases("famous").end(line.tokens, at) == at + 1,
        "famous from the second": lambda line, at, end: phrases.phrases("famous").end(line.tokens, at + 1) == end,
        "a word of things in it": _of_things,
        "a foreign word in it": lambda line, at, end: any(line.foreign(index) for index in range(at, end)),
        "written as names are throughout": _written_as_names,
        "after a word of kinship": lambda line, at, end: _is_kin(line, at),
        "told by its middle name": lambda line, at, end: told(line, at),
        "highland": lambda line, at, end: _HIGHLAND.match(line.tokens[at].text) is not None,
        "highland second": lambda line, at, end: _HIGHLAND.match(line.tokens[at + 1].text) is not None,
        "two syllables that are one word": lambda line, at, end: _compound(line, at),
        "one word of the line": lambda line, at, end: line.word_end[at] >= end,
        "a run of two": lambda line, at, end: run(line, at) == at + 2,
        "alone": _alone,
        "opens a line": lambda line, at, end: at == 0,
        "behind a dash that opens a line": lambda line, at, end: at == 1 and line.key(0) in ("-", "–"),
        "a lone foreign word": _lone_foreign,
        "one letter": lambda line, at, end: len(line.tokens[at].text) == 1,
    }
)

READERS: dict[str, NameReader] = {
    "told": _ends("told", _told),
    "short": _ends("short", _short),
    "famous": _ends("famous", _famous),
    "famous_foreign": _ends("famous", _foreign),
    "surname": _ends("surname", _surname),
    "eastern": _ends("eastern", _eastern),
    "foreign": _ends("foreign", _foreign),
    "called": _ends("any", _any_name),
    "small_middle": _ends(
        "small_middle", lambda line, at, memory, respected: _without_tail(line, at, run(line, at + 2))
    ),
    "run": _ends("run", lambda line, at, memory, respected: run(line, at)),
    "unknown": _ends("unknown", _foreign),
    "spelled": _ends("spelled", _spelled),
    "told_one": _ends(
        "told_one", lambda line, at, memory, respected: at + 1 if memory.is_short(line, at, at + 1) else None
    ),
    "one_said": _ends("one_said", lambda line, at, memory, respected: at + 1),
    "one": _ends("one", lambda line, at, memory, respected: at + 1),
    "two": _ends("two", lambda line, at, memory, respected: at + 2 if line.near(at + 1) else None),
}
