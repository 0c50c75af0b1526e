"""What stands above a text and is its card: rows such as `Tiêu đề: ...`, a letter's head, Markdown's front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.exchange.pages import papers
from desktop.exchange.pages.clock import stated
from desktop.exchange.texts.front import front_matter
from desktop.exchange.texts.names import is_weak, part
from desktop.model import Meta
from desktop.text import typed

_ROW = re.compile(
    r"[ \t]*[*_#>+•\- ]{0,4}(?:\[([^\[\]\n]{2,26})\][ \t]*:?|([^\W\d_][\w -]{0,24}?)[*_]{0,2}[ \t]*[:：=])[*_]{0,2}[ \t]*(.*)"
)
_ADDRESS = re.compile(r"https?://\S+")
_RULE = re.compile(r"[ \t]*[-–—=*_~]{3,}[ \t]*")
_MAILED = re.compile(r"\s*[<(][^<>()]*@[^<>()]*[>)]")
_BEFORE_DAY = re.compile(r"[\s,;(–-]*(?:số ra )?(?:ngày\s+)?\d", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;][\"”’)]*$")
_SURE = frozenset({"title"})  # a row of these alone is a head
_NEEDED = frozenset({"title", "byline", "source", "url"})  # one of them tells that rows are an article's
_ROWS = 20  # rows that a head has at most
_LONGEST = 400  # code points of a row; a longer one is a paragraph that opens with a word and a colon
_TITLE = 160  # code points of a title above the rows
_OWN = 80  # code points of a row that no card knows


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says, and where the text behind it begins; without a head `at` is 0."""

    at: int = 0
    said: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    front_matter: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)  # rows that no card knows

    @property
    def meta(self) -> Meta:
        """Return the card's fields; the address is beside them."""
        source, url = self.said.get("source", ""), self.url
        published = self.said.get("published", "")
        if (day := typed.in_line(source)) is not None:  # Báo Làng, ngày 3/5/2024
            source, published = _BEFORE_DAY.split(source, maxsplit=1)[0].strip(), published or day
        byline = _MAILED.sub("", self.said.get("byline", "")).strip()
        return Meta(
            self.said.get("title") or None, papers.by_domain(url) or source or None,
            papers.byline([byline], source) or None,
            stated(published) or typed.written(published) or typed.in_line(published),
            self.said.get("place") or None, dict(self.fields),
        )  # fmt: skip

    @property
    def url(self) -> str:
        """Return the address without what only follows readers."""
        found = self.said.get("url", "").strip("<> ")
        return papers.address(found) if _ADDRESS.fullmatch(found) else ""


def head(text: str) -> Head:
    """Return the head of a text; one that tells nothing that a card has is none."""
    found = front_matter(text)
    if found is not None:
        at, said, tags = found
        return Head(at, _addressed(said), tags, True)
    return _Rows(text).head()


def foot(text: str) -> Head:
    """Return what the rows under a text say of it, as a head would; nothing where there are none."""
    last = text.rstrip().rpartition("\n\n")[2]
    first, _, rest = last.partition("\n")
    last = rest if _RULE.fullmatch(first) else last
    found = _Rows(f"{last}\n\n.").head() if "\n" in last and last != text.rstrip() else Head()
    return found if found.at >= len(last) else Head()


def _addressed(said: Mapping[str, str]) -> dict[str, str]:
    """Return what was said, with an address that stands for the source as what it is."""
    told = dict(said)
    if _ADDRESS.fullmatch(told.get("source", "")):
        address = told.pop("source")
        told.setdefault("url", address)
    return told


class _Rows:
    """The rows above a text, read one after the other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = len(text) - len(text.lstrip("\n\ufeff \t"))
        self._said: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._last = ""  # the part of the row above
        self._names: list[str] = []

    def head(self) -> Head:
        """Return what the rows say; nothing where they are no head."""
        title = self._title()
        begun, ended = self._at, False
        while not ended and len(self._names) < _ROWS and self._at < len(self._text):
            ended = not self._row()
        if not self._is_head(title, begun):
            return Head()
        if title:
            self._said.setdefault("title", title)
        self._pass_rule()
        if not self._text[self._at :].strip():
            return Head()
        tags = tuple(each.strip() for each in re.split(r"[,;]", self._said.pop("tags", "")) if each.strip())
        return Head(self._at, _addressed(self._said), tags, False, self._fields)

    def _line(self, at: int) -> tuple[str, int]:
        """Return the line that begins there, and where the next does."""
        end = self._text.find("\n", at)
        return (self._text[at:], len(self._text)) if end < 0 else (self._text[at:end], end + 1)

    def _title(self) -> str:
        """Pass a title above the rows; return it, or nothing where the rows begin at once."""
        line, after = self._line(self._at)
        bare = line.strip().lstrip("# ").strip("*_ ")
        if not bare or _read(line) is not None or len(bare) > _TITLE or _STOP.search(bare) or len(bare.split()) < 2:
            return ""
        while after < len(self._text) and not self._line(after)[0].strip():
            after = self._line(after)[1]
        if _read(self._line(after)[0]) is None:
            return ""
        self._at = after
        return bare

    def _row(self) -> bool:
        """Take a row; return False where the rows end."""
        line, after = self._line(self._at)
        if not line.strip():
            below = after
            while below < len(self._text) and not self._line(below)[0].strip():
                below = self._line(below)[1]
            if not self._names or _read(self._line(below)[0]) is None:
                return False
            self._at = below
            return True
        found = _read(line)
        if found is None:
            return self._other(line, after)
        name, meant, value = found
        if meant == "body":
            self._at = self._at + line.rindex(value) if value else after
            return False
        if meant != "none" and value:
            self._said.setdefault(meant, value)
        self._names.append(name)
        self._last, self._at = meant, after
        return True

    def _other(self, line: str, after: int) -> bool:
        """Take a line that is no known row: one that goes on, or a row that no card knows between such as it does."""
        below = self._line(after)[0]
        next_is_row = not below.strip() or _read(below) is not None
        if self._last in ("title", "lead") and line.strip()[:1].islower() and len(line) <= _TITLE and next_is_row:
            self._said[self._last] = f"{self._said.get(self._last, '')} {line.strip()}".strip()
            self._at = after
            return True
        match = _ROW.fullmatch(line.rstrip())
        own = match is not None and len(line) <= _OWN and match[3].strip() and not _STOP.search(match[3].strip())
        if match is None or not own or len(self._said) < 2 or not (self._said.keys() & _NEEDED) or not next_is_row:
            return False
        self._fields[(match[1] or match[2]).strip()] = match[3].strip()
        self._names.append("")
        self._at = after
        return True

    def _is_head(self, title: str, begun: int) -> bool:
        said = self._said.keys()
        if not (said & _NEEDED) or all(is_weak(name) for name in self._names if name):
            return False
        if len(self._names) >= 2 and len(said) >= 2:
            return True
        if title:
            return _addressed(self._said).keys() == {"url"}
        return len(self._names) == 1 and said <= _SURE and self._text[self._at : self._at + 1] == "\n"

    def _pass_rule(self) -> None:
        """Pass a rule that parts the rows from the text."""
        at = self._at
        line, after = self._line(at)
        while after < len(self._text) and not line.strip():
            at = after
            line, after = self._line(at)
        if _RULE.fullmatch(line):
            self._at = after


def _read(line: str) -> tuple[str, str, str] | None:
    """Return what a line is called, the part of the card that it fills, and what it says; None where it is no row."""
    if len(line) > _LONGEST:
        return None
    if _ADDRESS.fullmatch(line.strip()):
        return "url", "url", line.strip()
    match = _ROW.fullmatch(line.rstrip())
    if match is None:
        return None
    name = (match[1] or match[2]).strip()
    meant = part(name)
    return None if meant is None else (name.lower(), meant, match[3].strip().strip("*_").strip())
