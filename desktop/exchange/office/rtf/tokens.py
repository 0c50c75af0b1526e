"""The signs of Rich Text: control words and symbols, groups, bytes of text (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One sign: a word with its number, a brace, or bytes of text (`is_one`: one that was written as a number)."""

    word: str = ""
    number: int | None = None
    text: bytes = b""
    is_one: bool = False


_OPEN, _CLOSE = Token("{"), Token("}")
_SYMBOLS = {b"\r": Token("par"), b"\n": Token("par"), b"\t": Token("tab")} | {
    sign: Token(text=sign, is_one=True) for sign in (b"\\", b"{", b"}")
}


def tokens(content: bytes) -> Iterator[Token]:
    """Yield the signs of a document; what is binary in it is passed over."""
    at = 0
    while found := _TOKEN.search(content, at):
        at = found.end()
        word, number, hexed, symbol, brace, text = found.groups()
        if word is not None:
            count = int(number) if number is not None else None
            if word == b"bin":
                at += max(0, count or 0)
            else:
                yield Token(word.decode("ascii"), count)
        elif brace is not None:
            yield _OPEN if brace == b"{" else _CLOSE
        elif text is not None:
            yield Token(text=text)
        elif hexed is not None:
            yield Token(text=bytes.fromhex(hexed.decode("ascii")), is_one=True)
        elif symbol is not None:
            yield _SYMBOLS.get(symbol) or Token(symbol.decode("latin-1"))
