"""The lines of a page that are its article's, from the headline to the author's name, with the roles that the mark-up gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.exchange.pages import boxes, markup
from desktop.exchange.pages.blocks import Block, Mark
from desktop.exchange.pages.body import Body, heads_comments, is_beside, is_prose
from desktop.model import Role
from desktop.text import typed

# Code points that a part of an article has at most, and lines: a class may stand on the whole page.
_LIMITS = {
    Role.HEADLINE: (300, 3),
    Role.LEAD: (1200, 6),
    Role.CAPTION: (1200, 8),
    Role.BYLINE: (160, 4),
    Role.DATELINE: (120, 3),
}
_ABOVE, _NEAR, _BELOW = (
    14,
    5,
    16,
)  # lines over the headline (names stand nearer), and under the last paragraph, in which date and author are looked for
_DATE = re.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)|ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}"
    r"|tháng\s(?:\d{1,2}|\w+(?: \w+)?)[, ]+\d{4}|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"cập nhật|sửa|updated", re.IGNORECASE)
_TODAY = re.compile(r"(?:hôm nay|bây giờ là|today)\b.{0,30}\d{4}\W*$", re.IGNORECASE)
_AGO = re.compile(r"^\d+ (?:giây|phút|giờ|ngày|tuần|tháng|năm) trước$", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][\"”’)]*$")
_CREDIT = re.compile(r"\b(?:ảnh|nguồn|clip|video|đồ họa)\s*:|^theo |^\(", re.IGNORECASE)
_SIGNED = re.compile(
    r"\(?(?:tác giả|tác giả bài viết|người viết|nguồn|nguồn tin|bài|tin|ảnh|bài và ảnh|bài, ảnh|tin, ảnh|tin và ảnh|thực hiện"
    r"|nội dung|thiết kế|trình bày|biên tập|người đăng)\s*:|(?:viết|đăng)? ?bởi:? (?=\S+ )|written by |posted by |by (?=\S+ \S+$)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:e-?mail:? ?)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+){1,4}", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2} ?(?:[:hg]|giờ) ?\d{2}(?: ?phút)?")
_CLOSE = 4  # lines under the last paragraph in which names say in words that they are the author's
_DATED = 120  # code points of a line with a date that is one
_LINKED = 80  # code points of a paragraph all of which is a link
_AGAIN = 3  # lines behind a summary in which the text may open with it again
_TITLE = 250  # code points of a headline
_UNDER = 400  # code points of a caption that only stands under a picture


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the article and its role, None where the mark-up does not say."""

    text: str
    role: Role | None
    block: Block


def lines(page: Sequence[Block], body: Body, headline: int | None, published: str | None = None) -> list[Told]:
    """Return the article's lines in the page's order; `headline` is the place of its headline, which may stand inside the body.

    `published` is the day that the page's head states: of several dates over the headline that one is the article's.
    """
    first, last = body.first, body.last
    top = headline if headline is not None else first
    found: list[Told] = []
    is_dated = _is_dated_under(page, top, opening(page, body))
    boxed = boxes.others(page, body)
    over = _own_dates(page, list(_over(page, min(top, first), body)), published)
    for at in sorted({*over, *range(min(top, first), last + 1), *_under(page, last, body)}):
        block = page[at]
        if at in boxed and at != headline:
            continue
        if at == headline:
            said: Role | None = Role.HEADLINE
        else:
            said = role(block)
            if at < top and is_dated and said is Role.DATELINE:
                continue
            if not _belongs(page, at, body, said, top):
                continue
        if not _is_said(found, block.text, said):
            found.append(Told(block.text, said, block))
    return list(_settled(found, page, body))


def opening(page: Sequence[Block], body: Body) -> int:
    """Return the place of the first paragraph: a date and a caption may stand over it."""
    return next((at for at in sorted(body.told) if is_prose(page[at]) and role(page[at]) is None), body.first)


def role(block: Block) -> Role | None:
    """Return the role of a line by the innermost element that gives one and is no larger than that part may be."""
    if block.stamp:
        return Role.DATELINE
    for mark in reversed(block.marks):
        if mark.role is not None and _fits(mark):
            if mark.role is Role.DATELINE and not (_DATE.search(block.text) or _AGO.match(block.text)):
                continue
            return Role.DATELINE if mark.role is Role.BYLINE and _is_dated(block) else mark.role
    if _is_dated(block):
        return Role.DATELINE
    if block.under_picture and len(block.text) <= _UNDER and _is_all_under_picture(block):
        return Role.CAPTION
    if (
        block.under_picture
        and len(block.text) <= _UNDER
        and not block.is_heading
        and (block.centred or block.italic * 10 >= len(block.text) * 8)
    ):
        return Role.CAPTION
    return None


def _is_dated(block: Block) -> bool:
    """Return whether a short line is a date and little else."""
    if len(block.text) > _DATED or not _DATE.search(block.text) or _STOP.search(block.text) or block.row:
        return False
    return len(re.findall(r"[^\W\d_]+", _DATE.sub("", block.text))) <= 8


def _is_all_under_picture(block: Block) -> bool:
    """Return whether a line is all that an element says in which a picture stands beside the line's own element."""
    holder = block.element.getparent()
    pictures = [each for each in holder.iterchildren() if each is not block.element] if holder is not None else []
    if not any(each.tag == "img" or each.find(".//img") is not None for each in pictures if isinstance(each.tag, str)):
        return False
    return "".join(holder.itertext()).split() == block.text.split()


def _fits(mark: Mark) -> bool:
    if mark.role is None:
        return False
    size, blocks = _LIMITS[mark.role]
    return mark.size <= size and mark.blocks <= blocks


def _is_dated_under(page: Sequence[Block], top: int, first: int) -> bool:
    """Return whether a date stands between headline and text: one over the headline is the day of the reader then, or an edition's."""
    return any(
        role(page[at]) is Role.DATELINE and _DATE.search(page[at].text) and not _CHANGED.search(page[at].text)
        for at in range(top + 1, first)
    )


def _over(page: Sequence[Block], top: int, body: Body) -> Iterator[int]:
    """Yield the date and the names that stand over the headline, but for those of the page's own head: they are the reader's day."""
    inside = {*body.container.iterancestors(), *page[top].element.iterancestors()}
    for at in range(max(0, top - _ABOVE), top):
        around = (page[at].element, *page[at].element.iterancestors())
        if any(each not in inside and markup.is_masthead(each) for each in around):
            continue
        said = role(page[at])
        is_date = said is Role.DATELINE and _DATE.search(page[at].text) and not page[at].is_link
        if is_date or (said is Role.BYLINE and top - at <= _NEAR):
            yield at


def _own_dates(page: Sequence[Block], over: Sequence[int], published: str | None) -> list[int]:
    """Return the lines over a headline without the dates that are not the article's: the reader's day, an edition's."""
    days = {at: (typed.in_line(page[at].text) or "")[:10] for at in over if role(page[at]) is Role.DATELINE}
    own = [at for at, day in days.items() if published and day == published[:10]]
    kept = own or [at for at, day in days.items() if not published or not day or _CHANGED.search(page[at].text)][-1:]
    return [at for at in over if at not in days or at in kept]


def _under(page: Sequence[Block], last: int, body: Body) -> Iterator[int]:
    """Yield what still belongs to the article behind its last paragraph: captions, names, a date, until links begin."""
    inside = set(body.container.iter())
    for at in range(last + 1, min(len(page), last + 1 + _BELOW)):
        block = page[at]
        if _leads_on(block) or heads_comments(block) or (block.is_heading and block.element not in inside):
            return
        said = role(block)
        if is_beside(page, at, body) and (said is not Role.BYLINE or _is_apart(block)):
            continue
        if block.element in inside or (at <= last + _CLOSE and _signs(block)) or said in (Role.BYLINE, Role.CAPTION):
            yield at


def _signs(block: Block) -> bool:
    """Return whether a short line says in words whose the article is: `Viết bởi ...`, `Nguồn: ...`."""
    return _SIGNED.match(block.text) is not None and len(block.text) <= _DATED and not block.is_link


def _leads_away(block: Block) -> bool:
    """Return whether a line leads to other articles or says whose the page is."""
    return (block.linked > 0 and _leads_on(block)) or block.text.startswith(("©", "Copyright ©", "Bản quyền ©"))


def _leads_on(block: Block) -> bool:
    """Return whether a line leads to other articles."""
    low = block.text.lower().lstrip("*•-–>» ")
    return low.startswith(markup.openings("links")) or block.text.lstrip().startswith((">>", "»"))


def _belongs(page: Sequence[Block], at: int, body: Body, said: Role | None, top: int) -> bool:
    block = page[at]
    if at in body.told and not block.is_link:
        return not (is_beside(page, at, body) or _leads_away(block))
    if is_beside(page, at, body) and not (said in (Role.BYLINE, Role.DATELINE) and not _is_apart(block)):
        return False
    if said is Role.BYLINE:
        return not _is_tool(block)
    if said is not None:
        return not ((block.is_link and said is not Role.CAPTION) or _TODAY.match(block.text))
    first = body.first
    if at < first:
        return at > top and (is_prose(block) or _is_heading_of(block, body) or _signs(block))
    if block.is_link or _is_tool(block):
        return block.is_link and not _is_listed(page, at) and not _leads_on(block) and at <= body.last
    return not (block.linked and _leads_on(block))


def _is_heading_of(block: Block, body: Body) -> bool:
    """Return whether a line is a heading inside the article."""
    return block.is_heading and not block.is_link and body.container in block.element.iterancestors()


def _is_apart(block: Block) -> bool:
    """Return whether the innermost element that says anything says that it stands beside the article."""
    return bool(block.marks) and block.marks[-1].role is None


def _is_listed(page: Sequence[Block], at: int) -> bool:
    """Return whether a link stands beside another: a list of links."""
    return any(0 <= near < len(page) and page[near].is_link for near in (at - 1, at + 1))


def _is_tool(block: Block) -> bool:
    if _TODAY.match(block.text):
        return True
    low = block.text.lower().strip(" :.")
    return low in markup.openings("tools") or not any(char.isalnum() for char in low)


def _is_said(found: Sequence[Told], text: str, said: Role | None) -> bool:
    """Return whether the page draws a line a second time over the text: summary, date, names and headline stand there once."""
    if said is None:
        return any(each.text == text and each.role is Role.LEAD for each in found[-_AGAIN:])
    if said not in (Role.LEAD, Role.DATELINE, Role.BYLINE, Role.HEADLINE):
        return False
    return any(each.text == text and each.role in (said, Role.HEADLINE) for each in found)


def _is_set_as_summary(block: Block) -> bool:
    """Return whether a first paragraph is set in bold or italics from end to end, and is a sentence; in a heading a long one."""
    seen = len(block.text.replace(" ", ""))
    plain = not block.is_heading or is_prose(block)
    return max(block.bold, block.italic) >= seen and plain and _STOP.search(block.text) is not None


def _settled(found: Sequence[Told], page: Sequence[Block], body: Body) -> Iterator[Told]:
    """Yield the lines with the roles of paragraphs: where the page names its summary, what follows is body."""
    led = any(each.role is Role.LEAD for each in found)
    told = {id(page[at]) for at in body.told}
    opening = next((each for each in found if each.role not in (Role.HEADLINE, Role.DATELINE, Role.BYLINE)), None)
    for each in found:
        said = each.role
        if each is opening and not led and _is_set_as_summary(each.block):
            said, led = Role.LEAD, True
        if said is None and _MAIL.fullmatch(each.text):
            said = Role.FURNITURE
        elif said is None and _CLOCK.fullmatch(each.text):  # an hour of a report that is written while things happen
            said = Role.BODY
        elif said is None and id(each.block) in told and not _CREDIT.search(each.text):
            is_sentence = _STOP.search(each.text) is not None and len(each.text.split()) >= 3
            if is_sentence or each.block.is_heading or each.block.row:
                said = Role.BODY if led or not is_prose(each.block) else None
                led = led or is_prose(each.block)
            elif each.block.is_link:
                said = Role.FURNITURE
        elif said is None and each.block.is_heading and _is_heading_of(each.block, body):
            said = Role.BODY
        elif said is None and each.block.is_link:
            said = Role.BODY if len(each.text) >= _LINKED and _STOP.search(each.text) else Role.FURNITURE
        yield Told(each.text, said, each.block)
