"""What stands above a text and is its card: rows such as `Tiêu đề: ...`, a letter's head, Markdown's front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.exchange.pages import papers
from desktop.exchange.pages.clock import stated
from desktop.model import Meta

_KEYS = {
    "title": ("tiêu đề", "tựa đề", "tựa", "nhan đề", "đầu đề", "tên bài", "tít", "title", "headline", "subject"),
    "byline": ("tác giả", "người viết", "phóng viên", "bài", "author", "authors", "by", "byline", "từ", "from"),
    "source": ("nguồn", "báo", "tờ báo", "nơi đăng", "source", "publisher", "site", "publication"),
    "published": (
        "ngày đăng", "ngày", "ngày xuất bản", "ngày tháng", "thời gian", "thời gian đăng", "đăng lúc", "cập nhật", "ngày phát hành",
        "xuất bản", "date", "published", "publish date", "publishdate", "published at", "time", "pubdate",
    ),
    "url": ("url", "link", "liên kết", "đường dẫn", "địa chỉ", "đường link", "permalink", "canonical"),
    "tags": ("từ khóa", "từ khoá", "thẻ", "tags", "tag", "keywords", "nhãn"),
    "lead": ("tóm tắt", "sapo", "mô tả", "description", "summary", "excerpt", "lead"),
    "place": ("nơi viết", "địa điểm", "location", "place"),
    "": (
        "chuyên mục", "mục", "thể loại", "category", "categories", "section", "layout", "slug", "draft", "lang", "id", "image", "weight",
        "thumbnail", "to", "cc", "bcc", "đến", "gửi", "reply-to", "message-id", "content-type", "mime-version", "lượt xem", "toc", "type",
    ),
}  # fmt: skip
_NAMES = {name: part for part, names in _KEYS.items() for name in names}
_ROW = re.compile(r"[ \t]*[*_#>\- ]{0,4}([^\W\d_][\w -]{0,24}?)[*_]{0,2}[ \t]*[:：=][*_]{0,2}[ \t]*(.*)")
_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_SURE = frozenset({"title"})  # a row of these alone is a head
_ROWS = 16  # rows that a head has at most
_LONGEST = 400  # code points of a row; a longer one is a paragraph that opens with a word and a colon


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says, and where the text behind it begins; without a head `at` is 0."""

    at: int = 0
    said: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    front_matter: bool = False

    @property
    def meta(self) -> Meta:
        """Return the card's fields; the address is beside them."""
        source, url = self.said.get("source", ""), self.url
        return Meta(
            self.said.get("title") or None, papers.by_domain(url) or source or None,
            papers.byline([self.said.get("byline", "")], source) or None,
            stated(self.said.get("published", "")), self.said.get("place") or None,
        )  # fmt: skip

    @property
    def url(self) -> str:
        """Return the address without what only follows readers."""
        found = self.said.get("url", "").strip("<> ")
        return papers.address(found) if re.match(r"https?://\S+$", found) else ""


def head(text: str) -> Head:
    """Return the head of a text; one that tells nothing that a card has is none."""
    fenced = _FENCE.match(text)
    if fenced is not None:
        said = _front_matter(fenced[2].split("\n"))
        if said:
            tags = tuple(part.strip().strip("\"'") for part in said.pop("tags", "").split(",") if part.strip())
            return Head(fenced.end(), said, tags, True)
    return _rows(text)


def _rows(text: str) -> Head:
    said: dict[str, str] = {}
    count, at = 0, len(text) - len(text.lstrip("\n\ufeff \t"))
    while count < _ROWS and at < len(text):
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        match = _ROW.fullmatch(line.rstrip()) if len(line) <= _LONGEST else None
        part = _NAMES.get(match[1].strip().lower()) if match else None
        if match is None or part is None:
            break
        if part and match[2].strip():
            said.setdefault(part, match[2].strip().strip("*_").strip())
        count, at = count + 1, len(text) if end < 0 else end + 1
    if not (count >= 2 and len(said) >= 2) and not (count == 1 and said.keys() <= _SURE and said):
        return Head()
    if not text[at:].strip() or (count == 1 and text[at : at + 1] != "\n"):
        return Head()
    tags = tuple(part.strip() for part in re.split(r"[,;]", said.pop("tags", "")) if part.strip())
    return Head(at, said, tags)


def _front_matter(lines: Sequence[str]) -> dict[str, str]:
    """Return what the rows of a front matter say: scalars with or without quotation marks, and lists."""
    said: dict[str, str] = {}
    part = ""
    for line in lines:
        item = re.fullmatch(r"\s*-\s+(.*)", line)
        if item is not None and part:
            said[part] = f"{said[part]}, {_scalar(item[1])}".strip(", ")
            continue
        match = _ROW.fullmatch(line.rstrip())
        part = _NAMES.get(match[1].strip().lower(), "") if match else ""
        if match and part:
            value = match[2].strip()
            listed = value.startswith("[") and value.endswith("]")
            said[part] = ", ".join(_scalar(each) for each in value[1:-1].split(",")) if listed else _scalar(value)
    return said


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return value
