"""DOCUMENT spans of one line: legal and party papers by their number, their code, their meeting or their name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from desktop.detect.shapes import GAP, MAYBE
from desktop.model import Span
from desktop.text.lists import table, words
from desktop.text.patterns import pattern, piece

_G, _O = GAP, MAYBE
_CODE = piece("papers.code")
_ROMAN = piece("papers.roman")
_NUMBER_WORD = piece("papers.number_word")
_NUMBER_WORDS = piece("papers.number_words")
_TERM = piece("papers.term")
_MORE = piece("papers.more")
_YEAR = piece("papers.year")
_LAW_YEAR = re.compile(rf"{_G}(?:19|20)\d\d(?![\w/.-])")
_LAW_AMENDED = pattern("papers.law_amended")
_LAW = pattern("papers.law")
_AMENDING = pattern("papers.amending")
_NO_SCHOOL = piece("papers.no_school")
_WITH_CODE = pattern("papers.with_code")
_PARTED = re.compile(rf"{_O}([/\-–]){_O}")  # số 15 /KH-UBND
_BESIDE = pattern("papers.beside")
_STANDARD = pattern("papers.standard")
_SHORT = re.compile(rf"{_G}\(([A-Z]{{3,8}})\)")  # a paper's initials after its name
_CASE = pattern("papers.case")
_CLOSE = re.compile(r"[\w)]")
_CAPITAL = f"[{''.join(char for char in map(chr, range(0x41, 0x1EFA)) if char.isupper())}]"


def find(line: str) -> list[Span]:
    """Return the DOCUMENT spans of a line in order, none overlapping; who issued a paper and its date stay outside."""
    found = [*_headed(line), *_laws(line), *_treaties(line)]
    for sought, check in _rules():
        for match in sought.finditer(line):
            end = check(match)
            if end is not None:
                found.append((match.start(), end))
    found.sort(key=lambda edge: (edge[0], -edge[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    short = [after.span(1) for _, end in kept if (after := _SHORT.match(line, end))]
    edges = sorted({*kept, *short})
    return [Span(start, end, "DOCUMENT", _code_of(line[start:end])) for start, end in edges]


def _code_of(written: str) -> str | None:
    """Return the one code in a paper's name, without blanks: 26/2015/NĐ-CP; None for a bare number, or where several stand."""
    if _STANDARD.fullmatch(written):
        return "".join(written.split())
    close = _PARTED.sub(r"\1", written)
    codes = _WITH_CODE.findall(close)
    return codes[0] if len(codes) == 1 and _BESIDE.search(close) is None else None


_Check = Callable[[re.Match[str]], int | None]
_Row = tuple[str, int, _Check]


def _headed(line: str) -> Iterator[tuple[int, int]]:
    """Yield the papers that open with their kind: each kind is found once, then what may follow it is tried."""
    for head in _heads().finditer(line):
        kind = " ".join(head[0].lower().split())
        strong = kind in words("documents", "strong")
        for tail, check, bare in _tails():
            # A bare number makes a paper after a strong head, or after a weak one that is written large.
            if bare and not (strong or (kind in words("documents", bare) and head[0][0].isupper())):
                continue
            match = tail.match(line, head.end())
            end = check(match) if match else None
            if end is not None:
                yield head.start(), end


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    rows = table("documents")
    return re.compile(rf"(?<!\w)(?:{_any(rows['strong'] + rows['weak'])})(?=[ \xa0])", re.I)


@lru_cache(maxsize=1)
def _tails() -> tuple[tuple[re.Pattern[str], _Check, str], ...]:
    """Return what may follow a head, what tells its end, and the list of weak heads that it may follow without `số`."""
    rows = (
        # a code: the surest sign, with or without `số`
        (rf"{_G}(?:số{_O}:?{_O})?(?P<code>{_CODE})", _code, ""),
        # what the paper is about, then its code: Quyết định truy nã số 33/QĐ-C03
        (rf"(?-i:(?:{_G}[a-zđà-ỹ]+){{1,5}}){_G}số{_O}:?{_O}(?P<code>{_CODE})", _described, ""),
        (
            rf"(?-i:(?:{_G}[a-zđà-ỹ]+){{1,5}}){_G}số{_G}(?:[A-Z]{{1,3}}{_G}?\d{{4,9}}|\d{{1,4}})(?![\w/.-]\w)",
            _described,
            "large",
        ),
        # careless: kết luận số 12 -KL/TU, Kế hoạch số 15 /KH-UBND
        (rf"{_G}số{_O}:?{_O}\d{{1,5}}[ \xa0][-–][ \xa0]?(?-i:[A-ZĐ]{{2,5}}/[A-ZĐ]{{2,8}})(?!\w)", _whole, ""),
        (
            rf"{_G}số{_O}:?{_O}\d{{1,5}}[ \xa0]/[ \xa0]?[A-ZĐ][\w.]{{0,14}}(?:[-–][A-ZĐ][\w.]{{0,14}}){{0,3}}",
            _whole,
            "",
        ),
        # a bare number, or several
        (rf"{_G}số{_G}\d{{1,5}}{_MORE}(?![\w/.]\w)", _numbered, ""),
        (rf"{_G}\d{{1,4}}(?-i:[a-c](?!\w))?{_MORE}(?![\w/.]\w)", _numbered, "large"),
        # a paper named by its meeting
        (r"[ \xa0](?-i:TW|T\.?Ư)\d{1,2}(?!\w)", _whole, "conclusions"),
        (
            rf"{_G}(?:Hội{_G}nghị{_G})?(?:lần{_G}thứ{_G}(?:\d{{1,2}}|{_NUMBER_WORD}|{_ROMAN}),?{_G})?"
            rf"(?:Ban{_G}chấp{_G}hành{_G}|BCH{_G})?(?:Trung{_G}ương|T\.?Ư|TW)(?:{_G}Đảng)?"
            rf"(?:{_G}(?:lần{_G}thứ{_G})?(?:\d{{1,2}}(?:{_O},{_O}\d{{1,2}})*(?!\w)|{_NUMBER_WORD}(?!\w)|{_ROMAN}))?(?:{_G}\(lần{_G}\d\))?{_TERM}?",
            _meeting,
            "conclusions",
        ),
    )
    return tuple((re.compile(tail, re.I), check, bare) for tail, check, bare in rows)


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], _Check], ...]:
    """Return the patterns, compiled once, each with the function that says where its paper ends, or that it is none."""
    return tuple((re.compile(sought, flags), check) for sought, flags, check in (*_short_rows(), *_named_rows()))


def _short_rows() -> tuple[_Row, ...]:
    """Return the patterns of papers whose kind is abbreviated or left out, and of those that a congress passed."""
    return (
        (rf"(?<!\w)số(?:{_G}|{_O}:{_O}){_CODE}", re.I, _code_alone),
        # papers' short words: NQ 30a, QĐ số 167/QĐ-TTg; the shorter ones need a code
        (rf"(?<!\w)(?:NQ|NĐ|QĐ|NQLT|TTLT){_G}(?:số{_G})?(?:{_CODE}|\d{{1,4}}[a-z]?(?![\w./%]))", 0, _whole),
        (rf"(?<!\w)(?:CT|KH|TT|CV|TB|HD|KL|TTr|CTr|CĐ|BC){_G}(?:số{_G})?(?P<code>{_CODE})", 0, _code),
        (
            rf"(?<!\w)[Nn]ghị{_G}quyết{_G}Đại{_G}hội(?:{_G}(?:đại{_G}biểu|toàn{_G}quốc|lần{_G}thứ|tỉnh|huyện|xã|phường"
            rf"|thành{_G}phố|quận|thị{_G}xã|các{_G}cấp"
            rf"|Đảng{_G}bộ|đảng{_G}bộ|{_CAPITAL}\w*|\d{{1,2}}(?!\w)|{_NUMBER_WORDS}(?!\w)))*",
            0,
            _congress,
        ),
    )


def _treaties(line: str) -> Iterator[tuple[int, int]]:
    """Yield the treaties and declarations of the list, with a bare year behind, and standards by their code."""
    for match in _treaty_names().finditer(line):
        after = _LAW_YEAR.match(line, match.end())
        yield match.start(), after.end() if after else match.end()
    for match in _STANDARD.finditer(line):
        yield match.start(), match.end()


@lru_cache(maxsize=1)
def _treaty_names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(table('documents')['treaties'])})(?!\w)")


def _laws(line: str) -> Iterator[tuple[int, int]]:
    """Yield the laws of the list, with a bare year behind: Luật Đất đai 2013."""
    for head in _LAW.finditer(line):
        amending = _AMENDING.match(line, head.end())  # Luật Sửa đổi, bổ sung một số điều của | Luật Thủy lợi
        amended = _LAW.match(line, amending.end()) if amending else None
        end = _law_end(line, (amended or head).end())
        if end is not None:
            yield head.start(), end


def _law_end(line: str, at: int) -> int | None:
    """Return the end of the law whose name begins at a place, with a bare year behind."""
    plain = line[at : at + 160].replace("\xa0", " ")
    for name in _law_names().get(plain.split(" ", 1)[0].strip(","), ()):
        if plain.startswith(name) and not plain[len(name) : len(name) + 1].isalnum():
            end = at + len(name)
            after = _LAW_AMENDED.match(line, end) or _LAW_YEAR.match(line, end)
            return after.end() if after else end
    return None


@lru_cache(maxsize=1)
def _law_names() -> dict[str, list[str]]:
    """Return the names of laws by their first words, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(words("documents", "laws"), key=len, reverse=True):
        found.setdefault(name.split(" ", 1)[0].strip(","), []).append(name)
    return found


def _named_rows() -> tuple[_Row, ...]:
    """Return the patterns of laws and treaties known by their names."""
    return (
        (rf"(?<!\w)(?:BLHS|BLDS|BLTTHS|BLTTDS|BLLĐ|BLLD)(?!\w){_YEAR}", 0, _whole),
        (
            rf"{_NO_SCHOOL}(?:Bộ{_G}luật|Luật|Pháp{_G}lệnh|Đạo{_G}luật)"
            rf"(?:{_G}{_CAPITAL}\w*)(?:{_G}[^\W\d_]+)?(?!\w)",
            0,
            _law,
        ),
        (rf"(?<!\w)(?:Đạo{_G}luật){_G}[^\W\d_]+(?:{_G}[^\W\d_]+){{0,5}}", 0, _act),
        (
            rf"(?<!\w)(?:Hiệp{_G}định|Công{_G}ước|Hiệp{_G}ước|Hiến{_G}chương|Nghị{_G}định{_G}thư|Tuyên{_G}ngôn|Th[ỏo][ảa]{_G}thuận)"
            rf"(?:{_G}{_CAPITAL}\w*(?:-\w+)*)+",
            0,
            _whole,
        ),
        (rf"(?<!\w)(?:Điều{_G}lệ{_G}Đảng|Hiến{_G}pháp(?:{_G}(?:19|20)\d\d)?)(?!\w)", 0, _whole),
    )


def _any(names: list[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", _G) for name in sorted(set(names), key=len, reverse=True))


def _whole(match: re.Match[str]) -> int | None:
    return _trimmed(match, match.end())


def _trimmed(match: re.Match[str], end: int) -> int | None:
    text = match.string
    while end > match.start() and not _CLOSE.match(text[end - 1]):
        end -= 1
    if text[end - 1] == ")" and "(" not in match[0]:
        end -= 1
    return end


def _code(match: re.Match[str]) -> int | None:
    if not re.search(r"[^\W\d]", match["code"]):
        return None if "số" not in match[0].lower() else match.end()
    return _trimmed(match, match.end())


def _described(match: re.Match[str]) -> int | None:
    """Take words between a head and its number where none of them begins another clause."""
    between = re.split(r"số[ \xa0]?:?", match[0])[0].lower().split()
    return None if words("documents", "parting").intersection(between) else _trimmed(match, match.end())


def _code_alone(match: re.Match[str]) -> int | None:
    code = match[0].split()[-1]
    if _CASE.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None  # a case's number is none of a paper's
    return _trimmed(match, match.end()) if re.search(r"[/\-–][A-ZĐ]", code) else None


def _numbered(match: re.Match[str]) -> int | None:
    """Take a bare number where no counted noun follows it."""
    said = re.search(r"số[ \xa0]", match[0], re.I)
    after = None if said else re.match(r"[ \xa0]{1,3}([^\W\d_]+)", match.string[match.end() : match.end() + 24])
    if after and after[1].islower() and after[1] not in table("documents")["after"]:
        return match.start("list") if match["list"] and match.start("list") > match.start() else None
    if re.match(r"\s?%|[.,]\d", match.string[match.end() : match.end() + 3]):
        return None
    return match.end()


def _meeting(match: re.Match[str]) -> int | None:
    text = match[0]
    return _trimmed(match, match.end()) if re.search(r"\d|[IVX]{1,4}\b|lần thứ", text) else None


def _congress(match: re.Match[str]) -> int | None:
    end = match.end()
    text = match[0]
    return None if len(text.split()) < 5 and not re.search(r"\d|[IVX]+$", text) else end


def _law(match: re.Match[str]) -> int | None:
    before = match.string[max(0, match.start() - 8) : match.start()].lower().split()
    if before[-1:] and before[-1] in ("học", "khoa", "ty", "phòng", "viện", "ngành"):
        return None  # Trường Đại học Luật Hà Nội
    last = match[0].split()[-1]
    if last.islower() and last in words("documents", "after"):
        return match.start() + len(match[0].rstrip()) - len(last) - 1
    return match.end()


def _act(match: re.Match[str]) -> int | None:
    stop = frozenset(table("documents")["after"])
    end = match.start()
    for count, word in enumerate(re.finditer(r"[^\W\d_]+", match[0])):
        if count > 1 and (word[0] in stop or word[0][0].isupper()):
            break
        end = match.start() + word.end()
    return end if end - match.start() > len("Đạo luật") else None
