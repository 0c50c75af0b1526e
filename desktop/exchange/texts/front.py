"""The front matter of Markdown: rows of YAML, TOML or JSON above a text, as far as cards are written in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import rtoml

from desktop.exchange.texts.names import part
from desktop.model_json import Unfit, parsed

_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_OBJECT = re.compile(r"\s*(\{\s*\n.*?\n\})[ \t]*\n", re.DOTALL)
_KEY = re.compile(r"([^\W\d_][\w -]{0,40}?)[ \t]*[:=](?:[ \t]+(.*)|[ \t]*)")
_BLOCK = re.compile(r"[>|][+-]?\d?\s*(?:#.*)?")
_NAMED = ("name", "title", "tên", "họ tên")  # what is told of an author or a paper that has several rows


def front_matter(text: str) -> tuple[int, dict[str, str], tuple[str, ...]] | None:
    """Return where the text behind its front matter begins, what that says by parts of the card, and its tags; None for none."""
    fenced, written = _FENCE.match(text), _OBJECT.match(text)
    if fenced is not None:
        held = _toml(fenced[2]) if fenced[1] == "+++" else None
        rows = list(held.items()) if held is not None else list(_yaml(fenced[2].split("\n")))
        end = fenced.end()
    elif written is not None and (told := _json(written[1])) is not None:
        rows, end = list(told.items()), written.end()
    else:
        return None
    said: dict[str, str] = {}
    tags: list[str] = []
    for name, value in _flat(rows):
        meant = part(name)
        if meant == "tags":
            tags += [each for words in _values(value) for each in map(str.strip, words.split(",")) if each]
        elif meant not in (None, "none", "body") and (words := ", ".join(_values(value))):
            said.setdefault(str(meant), words)
    return (end, said, tuple(tags)) if said or tags else None


def _toml(written: str) -> Mapping[str, Any] | None:
    try:
        return rtoml.loads(written)
    except rtoml.TomlParsingError:
        return None


def _json(written: str) -> Mapping[str, Any] | None:
    try:
        held = parsed(written.encode("utf-8", "surrogatepass"))
    except Unfit:
        return None
    return held if isinstance(held, dict) else None


def _flat(rows: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Yield rows, those first that stand highest: a table within the front matter may name a part too."""
    for name, value in rows:
        if not isinstance(value, dict) or part(name) not in (None, "none"):
            yield name, value
    for name, value in rows:
        if isinstance(value, dict) and part(name) in (None, "none"):
            yield from _flat(list(value.items()))


def _values(value: Any) -> list[str]:
    """Return what a value says, each as words: of a list its members, of a table its name."""
    if isinstance(value, list):
        return [words for each in value for words in _values(each)]
    if isinstance(value, dict):
        low = {str(key).lower(): each for key, each in value.items()}
        named = next((low[name] for name in _NAMED if name in low), next(iter(low.values()), ""))
        return _values(named)
    words = " ".join(str(value).split()) if value is not None else ""
    words = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", words)  # a link within somebody's notes
    return [words] if words else []


def _yaml(lines: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Yield the rows that stand at the margin, each with its scalar, list, table or folded words."""
    at = 0
    while at < len(lines):
        match = _KEY.fullmatch(lines[at].rstrip())
        at += 1
        if match is None:
            continue
        below = at
        while below < len(lines) and (not lines[below].strip() or lines[below][:1] in " \t" or _item(lines[below])):
            below += 1
        under = [line for line in lines[at:below] if line.strip()]
        yield match[1], _value((match[2] or "").strip(), under)
        at = below


def _item(line: str) -> bool:
    return re.match(r"-\s+\S", line) is not None


def _value(words: str, under: Sequence[str]) -> Any:
    if _BLOCK.fullmatch(words):
        return " ".join(line.strip() for line in under)
    if words:
        if words.startswith("[") and words.endswith("]"):
            return [_scalar(each) for each in words[1:-1].split(",")]
        return _scalar(" ".join([words, *(line.strip() for line in under)]))
    listed = [line.strip()[1:].strip() for line in under if _item(line.strip())]
    if listed:
        return [_pair(each) for each in listed]
    pairs = [match for line in under if (match := _KEY.fullmatch(line.strip()))]
    return {match[1]: _scalar(match[2] or "") for match in pairs}


def _pair(words: str) -> Any:
    match = None if words[:1] in "\"'[" else _KEY.fullmatch(words)
    return {match[1]: _scalar(match[2] or "")} if match and match[1].lower() in _NAMED else _scalar(words)


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return re.sub(r"\s+#\s.*$", "", value)
