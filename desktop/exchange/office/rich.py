"""Rich Text (.rtf): its paragraphs, each run in the code page and the encoding that its font tells; tables, notes, text boxes.

Read by the specification (1.9.1): libraries of this kind tell nothing of fonts, footnotes, text boxes and hidden words.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.exchange.documents import Raw
from desktop.exchange.office.blocks import TAB, Block, Said, line, person, raw, unreadable
from desktop.exchange.office.fonts import encoding
from desktop.exchange.office.rtf.story import Story
from desktop.exchange.office.rtf.tokens import Token, tokens
from desktop.model import NOTE

# Groups that hold no text of the document; so do all that begin with \* and stand in none of the other tables.
_GONE = frozenset({
    "colortbl", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "pict", "objdata", "header", "headerl",
    "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
    "nonshppict", "shprslt", "sp", "xe", "tc", "rxe", "bkmkstart", "bkmkend", "themedata", "nonesttables", "private", "template",
    "datastore", "xmlnstbl", "atnid", "atnref", "atrfstart", "atrfend", "atndate", "atntime",
})  # fmt: skip
_THROUGH = frozenset({"shpinst", "nesttableprops", "ud", "shppict", "do"})  # begin with \*, and are read all the same
_STORIES = frozenset({"footnote", "annotation", "shptxt", "dptxbxtext"})
_READ_APART = frozenset({"fonttbl", "stylesheet", "info", "title", "fldinst", "atnauthor", "keywords"})
_SIGNS = {
    "tab": TAB, "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—", "endash": "–",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\xa0", "_": "-", "-": "\xad", "zwj": "", "zwnj": "",
}  # fmt: skip
_ENDS: dict[str, Callable[[Story], None]] = {
    "par": Story.end_paragraph, "sect": Story.end_paragraph, "page": Story.end_paragraph, "cell": Story.end_cell, "row": Story.end_row,
    "nestcell": Story.end_inner_cell, "nestrow": Story.end_inner_row,
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
_SYSTEMS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
_CONTENTS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: its destination, the font, signs to pass over behind a letter's number, whether words are shown."""

    destination: str = ""
    font: int = -1
    skipped: int = 1
    hidden: bool = False
    deleted: bool = False


@dataclass(slots=True)
class _Font:
    name: str = ""
    page: str = ""


@dataclass(slots=True)
class _Reading:
    """How far a document is read."""

    page: str = "cp1252"
    default: int = 0
    fonts: dict[int, _Font] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)  # words of groups that are read apart, by their destinations
    stories: list[Story] = field(default_factory=lambda: [Story()])
    notes: list[Block] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    states: list[_State] = field(default_factory=lambda: [_State()])
    bytes_: bytearray = field(default_factory=bytearray)  # of letters that one code page may tell only together
    to_skip: int = 0
    is_starred: bool = False
    numbered: int = 0  # the font or the style that a group of their tables tells of
    half: int = 0  # the first half of a letter beyond the first plane


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError."""
    if not content.lstrip().startswith(b"{\\rtf"):
        unreadable(path, "it is damaged or no Rich Text")
    reading = _Reading()
    for token in tokens(content):
        _take(token, reading)
    _flush(reading)
    while len(reading.stories) > 1:  # the file was cut off
        _end_story(reading)
    blocks = [*reading.stories[0].end(), *reading.notes]
    tags = tuple(each for word in re.split(r"[;,]", reading.said.get("keywords", "")) if (each := word.strip()))
    found = raw(path, content, blocks, Said(title=line(reading.said.get("title", "")), tags=tags))
    comments = "\n".join(reading.comments)
    return [replace(found, meta=replace(found.meta, fields={NOTE: comments})) if comments else found]


def _take(token: Token, reading: _Reading) -> None:
    if token.word == "{":
        _flush(reading)
        reading.states.append(reading.states[-1])
        reading.is_starred, reading.to_skip = False, 0
    elif token.word == "}":
        _flush(reading)
        _close(reading)
    elif token.text:
        _take_text(token, reading)
    elif reading.to_skip and token.word != "*" and token.word != "u":
        reading.to_skip -= 1
    elif token.word == "*":
        reading.is_starred = True
    else:
        _take_word(token.word, token.number, reading)


def _close(reading: _Reading) -> None:
    closed = reading.states.pop() if len(reading.states) > 1 else _State()
    reading.to_skip = 0
    if closed.destination in _STORIES and reading.states[-1].destination != closed.destination:
        _end_story(reading)
    if closed.destination == "stylesheet" or closed.destination == "fonttbl":
        reading.said.pop(closed.destination, None)


def _end_story(reading: _Reading) -> None:
    story = reading.stories.pop()
    blocks = story.end()
    if story.kind == "footnote":
        reading.notes += blocks
    elif story.kind == "annotation":
        words, who = line(" ".join(each.text for each in blocks)), person(reading.said.pop("atnauthor", ""))
        reading.comments += [f"{who}: {words}" if who else words] if words else []
    else:
        reading.stories[-1].boxes += blocks


def _take_text(token: Token, reading: _Reading) -> None:
    text = token.text
    if reading.to_skip:
        passed = min(reading.to_skip, len(text))
        reading.to_skip -= passed
        text = text[passed:]
    if reading.states[-1].destination != "gone":
        reading.bytes_ += text


def _flush(reading: _Reading) -> None:
    """Let the bytes that wait be words, by the code page of their font."""
    if reading.bytes_:
        held, reading.bytes_ = bytes(reading.bytes_), bytearray()
        font = _font(reading)
        page = "cp1252" if encoding(font.name) else font.page or reading.page
        words = held.decode(page, "replace")
        if "\ufffd" in words and page == "cp1252":
            words = "".join(bytes([each]).decode("cp1252", "ignore") or chr(each) for each in held)
        _say(words, reading)


def _font(reading: _Reading) -> _Font:
    number = reading.states[-1].font
    return reading.fonts.get(number if number >= 0 else reading.default, _Font())


def _say(words: str, reading: _Reading) -> None:
    state = reading.states[-1]
    if state.destination in _READ_APART:
        _say_apart(words, state.destination, reading)
    elif state.destination != "gone" and not state.hidden and not state.deleted:
        reading.stories[-1].add(words, _font(reading).name)


def _say_apart(words: str, destination: str, reading: _Reading) -> None:
    said = reading.said.get(destination, "") + words
    reading.said[destination] = said
    if destination in ("fonttbl", "stylesheet") and said.rstrip().endswith(";"):
        name = said.strip().rstrip(";")
        if destination == "stylesheet":
            reading.styles[reading.numbered] = name
        else:
            reading.fonts.setdefault(reading.numbered, _Font()).name = name
        reading.said[destination] = ""


def _take_word(word: str, number: int | None, reading: _Reading) -> None:
    if word == "u":
        if not reading.to_skip:
            _flush(reading)
            _take_letter(number or 0, reading)
        return
    _flush(reading)
    starred, reading.is_starred = reading.is_starred, False
    state = reading.states[-1]
    if state.destination == "gone":
        return
    if word in _STORIES:
        reading.stories.append(Story(word))
        reading.states[-1] = replace(state, destination=word, hidden=False)
    elif word in _READ_APART:
        reading.said[word] = ""
        reading.states[-1] = replace(state, destination=word)
    elif word in _GONE or (starred and word not in _THROUGH) or _is_contents(word, reading):
        reading.states[-1] = replace(state, destination="gone")
    elif word == "upr":
        reading.stories[-1].mark()
    elif word == "ud":  # the words of `upr` again, whole
        reading.stories[-1].forget()
    elif word in _SIGNS:
        _say(_SIGNS[word], reading)
    elif word in _ENDS and state.destination not in _READ_APART:
        _ENDS[word](reading.stories[-1])
    else:
        _set(word, number, reading)


def _is_contents(word: str, reading: _Reading) -> bool:
    return word == "fldrslt" and _CONTENTS.match(reading.said.get("fldinst", "")) is not None


def _take_letter(number: int, reading: _Reading) -> None:
    """Take a letter by its number, which is written as of 16 bits with a sign; halves of one beyond these come one by one."""
    code = number & 0xFFFF if number < 0 or number < 0x10000 else number
    reading.to_skip = reading.states[-1].skipped
    if code in _SURROGATES:
        if code < 0xDC00:
            reading.half = code
        elif reading.half:
            code, reading.half = 0x10000 + ((reading.half - 0xD800) << 10) + code - 0xDC00, 0
            _say(chr(code), reading)
    elif 0 < code < 0x110000:
        _say(chr(code), reading)


def _set(word: str, number: int | None, reading: _Reading) -> None:
    """Take what a word sets: of the document, of a font, of the group, of the paragraph."""
    state, story = reading.states[-1], reading.stories[-1]
    if word in _SYSTEMS:
        reading.page = _SYSTEMS[word]
    elif word in ("ansicpg", "cpg", "fcharset"):
        page = _CHARSETS.get(number or 0, "") if word == "fcharset" else _page(number or 0)
        if word == "ansicpg":
            reading.page = page or reading.page
        else:
            reading.fonts.setdefault(reading.numbered, _Font()).page = page
    elif word == "deff":
        reading.default = number or 0
    elif word == "f" and state.destination == "fonttbl":
        reading.numbered = number or 0
    elif state.destination == "stylesheet":
        reading.numbered = (number or 0) if word == "s" else reading.numbered
    elif word == "f":
        reading.states[-1] = replace(state, font=number or 0)
    elif word == "uc":
        reading.states[-1] = replace(state, skipped=max(0, number or 0))
    elif word == "v":
        reading.states[-1] = replace(state, hidden=number != 0)
    elif word == "deleted":
        reading.states[-1] = replace(state, deleted=number != 0)
    elif word == "plain":
        reading.states[-1] = replace(state, font=-1, hidden=False, deleted=False)
    elif word == "pard":
        story.in_table, story.level, story.style = False, 1, ""
    elif word == "intbl":
        story.in_table = True
    elif word == "itap":
        story.in_table, story.level = (number or 0) > 0, max(1, number or 0)
    elif word == "s":
        story.style = reading.styles.get(number or 0, "")


def _page(number: int) -> str:
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
