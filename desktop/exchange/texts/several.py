"""Several articles in one text: parted by rules, each under a head of its own, with its paper below its title, or signed."""

from __future__ import annotations

import re

from desktop.exchange.texts.heads import head
from desktop.text.normal import breaks
from desktop.text.views.wrapped import unwrapped

_RULE = re.compile(
    r"^[ \t]*(?:([=*#_~+─═—–-])(?:[ \t]*\1){4,}|[-=*]{2,}[ \t]*o[0o]o[ \t]*[-=*]{2,})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SHORT_RULE = re.compile(
    r"(?<=\n\n)[ \t]*(?:[*][ \t]*){3,}\n(?=\n)|(?<=\n\n)[ \t]*([-=_~#])(?:[ \t]*\1){2,}[ \t]*\n(?=\n)"
)
_PAGE = re.compile("\f")
_GAP = re.compile(r"\n(?:[ \t]*\n){3,}")  # three blank lines
_HEADING = re.compile(r"(#{1,6}) +")
_LABEL = re.compile(
    r"(?:#{1,6} +)?(tin|bài|bài báo|bài viết|mẩu tin|tin bài)(?: số)? (\d{1,3})(?:\s*[:.)/–-]+\s*|\s*$)(.*)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:\[(\d{1,3})\]|#(\d{1,3})[.:)]?|(\d{1,3}|[IVX]{1,5})[.)/])\s+")
_ROMAN = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
)
_DIGEST = re.compile(r"(?:điểm|bản tin|tin |tổng hợp|tin tức|thông tin|báo chí|ngày )", re.IGNORECASE)
_DATED = re.compile(r"[^.!?]{0,30}\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}[^.!?]{0,10}")
_ABOVE = 3  # lines over a digest's first title
_WORDS = 4  # of a title that nothing else tells of
_TITLE = 160  # code points of a title
_PARAGRAPH = 60  # code points of a paragraph
_NUMBERED = re.compile(r"^\s*(?:\[\d{1,3}\]|#\d{1,3}[.:)]?|(?:\d{1,3}|[IVX]{1,5})[.)/])\s+")
# The paper and the day below a title, as press digests have them: (Báo Làng, 12/6/2026), Theo Báo Làng ngày 12-6-2026
_PAPER = re.compile(
    r"\s*[(\[]?(?:(?:theo|nguồn)\b:?\s*)?(?:báo|tạp chí|đài|cổng|trang|thông tấn|[^\W\d_][\w.]+)\b[^.!?]{0,60}?"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}[^.!?]{0,20}[)\]]?\s*",
    re.IGNORECASE,
)
# The same before a title, in its line: * Báo Làng ngày 12/6/2026: Cầu mới
_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_TOLD = re.compile(
    rf"^[ \t]*[*•+–-]?[ \t]*((?:báo|tạp chí|đài|cổng|trang)\b[^.!?:\n]{{2,40}}?{_DAY})\)?[ \t]*:[ \t]+(\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_GATHERED = re.compile(r"\s*\((?:tổng hợp|ghi|thực hiện|dịch|lược dịch|st|sưu tầm)\)\s*$", re.IGNORECASE)
_FROM = re.compile(
    r"[(\[]?\s*(?:theo|nguồn|pv|tác giả|bài|người viết)\b\s*:?\s*(?P<name>[^()\[\].!?:]{2,40}?)\s*[)\]]?", re.IGNORECASE
)
_NAME_WORDS = range(2, 6)
_INITIALS = 8  # letters of an agency's name
_NAMED = 40  # code points of a name under an article
_STOP = re.compile(r"[.!?…][\"”’)]*$")


def articles(text: str) -> list[str]:
    """Return the articles of a text, the text alone where it is one. Where pages end (form feeds) may be where articles do."""
    pages = _parts(text, _PAGE) if "\f" in text else []
    if len(pages) > 1 and all(_is_article(part, sure=True) and _is_ended(part) for part in pages):
        return pages
    text = breaks(text)
    whole = unwrapped(text)  # by which parts are judged: a short one does not show that its lines are broken
    for parting in (_RULE, _SHORT_RULE, _GAP):
        parts = _parts(text, parting)
        judged = parts if whole is text else _parts(whole, parting)
        sure = parting is not _RULE
        if len(judged) > 1 and all(_is_article(part, sure) for part in judged) and (_are_level(parts) or not sure):
            return parts
    ways = (_by_heads, _by_headings, _by_labels, _by_numbers, _by_papers, _by_names)
    shown = (text,) if whole == text else (text, whole)
    return next((parts for each in shown for found in ways if len(parts := found(each)) > 1), [text])


def _parts(text: str, parting: re.Pattern[str]) -> list[str]:
    """Return what stands between the matches of a pattern, without blank parts."""
    if parting.search(text) is None:
        return [text]
    parts, at = [], 0
    for match in parting.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
    return [part.strip("\n") for part in (*parts, text[at:]) if part.strip()]


def _is_article(part: str, sure: bool = False) -> bool:
    """Return whether a part is a title, or a head, over at least one paragraph; `sure` asks for a title of some words."""
    if head(part).at:
        return True
    rows = [row.strip() for row in unwrapped(part).split("\n") if row.strip()]
    if len(rows) < 2 or len(rows[0]) > _TITLE or (_STOP.search(rows[0]) and len(rows[0]) > _PARAGRAPH):
        return False
    titled = not sure or (len(_bare_title(rows[0]).split()) >= _WORDS and _is_title(_bare_title(rows[0])))
    return titled and any(_is_paragraph(row) for row in rows[1:])


def _is_ended(part: str) -> bool:
    """Return whether a part ends as an article does, with a sentence or a name."""
    last = part.rstrip().rsplit("\n", 1)[-1].strip()
    return _STOP.search(last) is not None or _is_name(last)


def _are_level(parts: list[str]) -> bool:
    """Return whether parts of Markdown have their titles on one level: sections stand lower than the title above them."""
    levels = [len(match[1]) if (match := _HEADING.match(part)) else 0 for part in parts]
    return len(set(levels)) == 1


def _bare_title(row: str) -> str:
    return _NUMBERED.sub("", _HEADING.sub("", row))


def _by_heads(text: str) -> list[str]:
    """Return the parts that begin with a head behind a blank line, the same rows in each."""
    starts = [0] if head(text).at else []
    if not starts:
        return []
    for match in re.finditer(r"\n[ \t]*\n+", text):
        if head(text[match.end() : match.end() + 4000]).said.get("title"):
            starts.append(match.end())
    return [text[start:end].strip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _by_headings(text: str) -> list[str]:
    """Return the parts under Markdown's headings of the first level, each a title over paragraphs."""
    starts = [match.start() for match in re.finditer(r"^# +\S", text, re.MULTILINE)]
    if len(starts) < 2 or text[: starts[0]].strip():
        return []
    parts = _cut(text, starts)
    return parts if all(_is_article(part, sure=True) for part in parts) else []


def _by_labels(text: str) -> list[str]:
    """Return the parts that are counted by a word: `Tin 1: ...`, `Bài số 2`."""
    rows = _rows(text)
    found = [(at, match) for at, (_, row) in enumerate(rows) if (match := _LABEL.fullmatch(row))]
    found = [each for each in found if each[1][1].lower() == found[0][1][1].lower()]
    if not _rise([int(match[2]) for _, match in found]) or len(rows) <= found[-1][0] + 1:
        return []
    for at, match in found:
        below = [row for _, row in rows[at + 1 : at + 4]]
        title, *rest = [match[3], *below] if match[3] else below
        if not _is_title(title) or not any(map(_is_paragraph, rest)):
            return []
    cut = [(rows[at][0] + (match.start(3) if match[3] else len(rows[at][1]))) for at, match in found]
    starts = [rows[at][0] for at, _ in found]
    above = text[: starts[0]].strip("\n")
    ends = [*starts[1:], len(text)]
    parts = [text[start:end].strip("\n") for start, end in zip(cut, ends, strict=True)]
    return [f"{above}\n\n{parts[0]}" if above else parts[0], *parts[1:]]


def _by_numbers(text: str) -> list[str]:
    """Return the parts whose titles are counted from 1 on, with nothing over the first but what heads a digest."""
    rows = _rows(text)
    found = [
        at
        for at in range(len(rows) - 1)
        if _COUNTED.match(rows[at][1])
        and len(_bare_title(rows[at][1]).split()) >= _WORDS
        and _is_title(rows[at][1])
        and any(_is_paragraph(row) for _, row in rows[at + 1 : at + 3])
    ]
    counted = [match for at in found if (match := _COUNTED.match(rows[at][1]))]
    if not _rise([_number(match[match.lastindex or 0]) for match in counted]):
        return []
    above = [row for _, row in rows[: found[0]]]
    if len(above) > _ABOVE or any(not _DIGEST.match(row) and not _DATED.fullmatch(row) for row in above):
        return []
    return _cut(text, [rows[at][0] for at in found])


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _ROMAN.index(written) + 1 if written in _ROMAN else 0


def _rise(numbers: list[int]) -> bool:
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _by_papers(text: str) -> list[str]:
    """Return the parts whose title has the paper and the day below it; what stands over the first is its."""
    text = _TOLD.sub(lambda match: f"{match[2]}\n({match[1]})", text)
    rows = _rows(text)
    starts = [
        rows[at][0]
        for at in range(len(rows) - 2)
        if _is_title(rows[at][1]) and _PAPER.fullmatch(rows[at + 1][1]) and _is_paragraph(rows[at + 2][1])
    ]
    return _cut(text, starts) if len(starts) > 1 else []


def _by_names(text: str) -> list[str]:
    """Return the parts that a name ends, each a title over paragraphs; all of them do, or it is one text."""
    rows = _rows(text)
    names = [
        at
        for at in range(2, len(rows))
        if len(rows[at][1]) <= _NAMED and _is_name(rows[at][1]) and _is_paragraph(rows[at - 1][1])
    ]
    if len(names) < 2 or names[-1] != len(rows) - 1:
        return []
    starts = [0, *(at + 1 for at in names[:-1])]
    if not all(_is_title(rows[at][1]) and _is_paragraph(rows[at + 1][1]) for at in starts):
        return []
    return _cut(text, [rows[at][0] for at in starts])


def _is_name(row: str) -> bool:
    """Return whether a line is who wrote what stands above, or from where it was taken: a name alone, `(Theo Báo Làng)`."""
    bare = _GATHERED.sub("", row.strip())
    told = _FROM.fullmatch(bare)
    if told is not None:
        return told["name"][:1].isupper()
    parts = re.split(r"[ –-]+", bare)
    if len(parts) == 1:  # TTXVN, PV
        return bare.isupper() and bare.isalpha() and 1 < len(bare) <= _INITIALS
    return len(parts) in _NAME_WORDS and all(part.isalpha() and part[0].isupper() for part in parts)


def _rows(text: str) -> list[tuple[int, str]]:
    """Return the lines that are not blank, each with where it begins."""
    return [(match.start(), match.group().strip()) for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def _is_title(row: str) -> bool:
    bare = _NUMBERED.sub("", row)
    return len(bare) <= _TITLE and len(bare.split()) >= 3 and not _STOP.search(bare) and not _PAPER.fullmatch(bare)


def _is_paragraph(row: str) -> bool:
    return len(row) >= _PARAGRAPH and _STOP.search(row) is not None


def _cut(text: str, starts: list[int]) -> list[str]:
    """Return the parts that begin there; what stands over the first is its, and numbers before titles are left out."""
    starts[0] = 0 if not text[: starts[0]].strip() else starts[0]
    above = text[: starts[0]].strip("\n")
    parts = [text[start:end].strip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    parts = [_NUMBERED.sub("", part, count=1) for part in parts]
    return [f"{above}\n\n{parts[0]}" if above else parts[0], *parts[1:]]
