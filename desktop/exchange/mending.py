"""Texts in an old Vietnamese encoding, or read in a wrong one, brought back: by statistics, never by a guess."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from desktop.exchange import encodings
from desktop.text.vietnamese import is_syllable, share

_FEW, _SURE, _BROKEN, _AHEAD = 3, 0.85, 0.6, 0.1
_C1 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
SIGNS = {code: sign for code, sign in _C1.items() if sign != "\ufffd"}
OLD = {"tcvn3": "TCVN3", "vni": "VNI", "vps": "VPS", "viscii": "VISCII"}
_BY_FONT = "TCVN3"  # whose capitals are small letters in another font
_FONTS = {"vni-": "vni", "vni ": "vni", "vps ": "vps", "vps-": "vps"}  # how names of fonts begin
_SINGLE = ("cp1252", "cp1258", "mac_roman", "cp437", "cp850", "cp1250")  # in which UTF-8 is read by mistake
_HIGH = bytes(range(0x80, 0x100))
_TITLE = 80  # code points of a first line that no stop ends
_RUNS = {name: re.compile(f"[{re.escape(_HIGH.decode(name, 'ignore'))}\x80-\x9f]+") for name in _SINGLE}
_NUMBERED = re.compile(r"&#\d{2,4};|&#x[0-9a-f]{2,4};|&[aeiouyAEIOUY](?:acute|grave|circ|tilde);", re.IGNORECASE)
_ENTITIES = 5  # letters written as numbers, in the beginning
_LOOKED = 4000  # code points that are asked for them
# what Vietnamese holds nowhere: two letters that UTF-8 makes of one, and signs within words as the old encodings put them
_STRANGE = re.compile(
    r"[ÃÂÄÆĂáà][\x80-\xbf‘’“”•–—˜™š›œžŸ]|[^\W\d_][®¬«¨µ¶·¸¹»¼½¾¦§ªº±×÷][^\W\d_]|[®¬«][^\W\d_]|\wø[ïéèãñ]"
)
_VIQR = re.compile(r"([aeiouyAEIOUY])([\^(+*]?)(['`?~.]?)|([dD])[dD]|(?<![a-zA-Z])([dD])-(?=[a-zA-Z])")
_VIQR_MARKS = dict(zip("^(+*'`?~.", "\u0302\u0306\u031b\u031b\u0301\u0300\u0309\u0303\u0323", strict=True))
_TYPED = re.compile(r"[aeiouyAEIOUY](?:[\^(+*]['`?~.]?|['`~](?=\w|\s)|[?.](?=[a-z]))|\b[dD][dD]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text brought back, and the name of what it was in."""

    text: str
    encoding: str


def of_bytes(content: bytes) -> Mended | None:
    """Return the text of bytes in an old Vietnamese encoding or windows-1258, or None where they are surely in none."""
    latin = content.decode("latin-1").translate(SIGNS)
    return _best([*_strictly(content, "cp1258", ""), *_old(latin)])


def of_text(text: str) -> Mended | None:
    """Return a text that was read in a wrong encoding as it was meant, or None where it is whole, or cannot be brought back."""
    count, good = share(text)
    if count < _FEW:
        return _typed(text)
    if good < _BROKEN:
        return _whole(text, good)
    return _in_part(text) if good < 1 or _STRANGE.search(text) else None


def _whole(text: str, good: float) -> Mended | None:
    seen = text.translate(SIGNS)
    rereads = (Mended(_reread(text, name), "UTF-8") for name in _SINGLE)
    return _best([*_old(seen), *rereads, *_misread(seen)], good)


def _in_part(text: str) -> Mended | None:
    """Return a text with the lines brought back that alone of it were read in a wrong encoding, None where none were."""
    found: dict[str, None] = {}
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _STRANGE.search(line) is None:
            continue
        count, good = share(line)
        mended = _whole(line, good) if count >= _FEW and good < _BROKEN else None
        if mended is not None:
            lines[at] = mended.text
            found[mended.encoding] = None
    return Mended("\n".join(lines), ", ".join(found)) if found else None


def of_numbers(text: str) -> Mended | None:
    """Return a plain text whose letters were written as numbers (`&#7903;`) as it is meant, None where it has none such."""
    if len(_NUMBERED.findall(text[:_LOOKED])) < _ENTITIES:
        return None
    read = html.unescape(text)
    return of_text(read) or Mended(read, "HTML")


def read_as(seen: str, name: str) -> str:
    """Return a text as it reads in an old encoding that somebody knows it to be in; raise KeyError for none."""
    if name == "VIQR":
        return _meant(seen)
    return next(way.text for way in _old(seen.translate(SIGNS)) if way.encoding == name)


def reread(seen: str) -> str:
    """Return a text whose UTF-8 was read as something else, in the way that gives most Vietnamese."""
    return max((_reread(seen, name) for name in _SINGLE), key=lambda text: share(text)[1])


def of_font(words: str, font: str) -> str:
    """Return words in the font of an old encoding (.VnTime, VNI-Times) as they are meant; what is Unicode already stays."""
    encoding = encoding_of(font)
    if encoding is None or not words.strip():
        return words
    capitals = encoding.endswith("-capitals")
    plain = encoding.removesuffix("-capitals")
    if share(words)[1] < _SURE and not words.isascii():
        words = encodings.decoded(words.translate(SIGNS), plain)
    return words.upper() if capitals else words


def encoding_of(font: str) -> str | None:
    """Return the encoding of a font by its name, None for others; those of TCVN3 that end in H show capitals."""
    name = font.strip(" '\"").lower()
    if name.startswith(".vn"):
        return "tcvn3-capitals" if name.rstrip("0123456789 ").endswith("h") else "tcvn3"
    return next((encoding for start, encoding in _FONTS.items() if name.startswith(start)), None)


def _best(ways: list[Mended], than: float = 0.0) -> Mended | None:
    """Return the way that gives nearly nothing but Vietnamese, if no other does as well with another text."""
    told = sorted(((share(way.text)[1], way) for way in ways), key=lambda each: -each[0])
    if not told or told[0][0] < max(_SURE, than + _AHEAD) or share(told[0][1].text)[0] < _FEW:
        return None
    best, found = told[0]
    rivals = [way for good, way in told[1:] if best - good < _AHEAD and _alike(way.text) != _alike(found.text)]
    return None if any(share(way.text)[1] == best for way in rivals) else found


def _alike(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _old(latin: str) -> list[Mended]:
    ways = [Mended(encodings.decoded(latin, name), shown) for name, shown in OLD.items()]
    return [replace(way, text=_lines(way.text, _capitals)) if way.encoding == _BY_FONT else way for way in ways]


def _capitals(line: str) -> str:
    """Return a line in capitals where its letters without marks are: the font showed the others as capitals too."""
    plain = [char for char in line if char.isascii() and char.isalpha()]
    return line.upper() if len(plain) > 1 and all(map(str.isupper, plain)) else line


def _strictly(content: bytes, encoding: str, name: str) -> Iterator[Mended]:
    try:
        yield Mended(content.decode(encoding), name)
    except UnicodeDecodeError:
        return


def _misread(seen: str) -> Iterator[Mended]:
    """Yield what a text in windows-1258 was that somebody read as windows-1252."""
    try:
        yield Mended(seen.encode("cp1252").decode("cp1258"), "windows-1258")
    except UnicodeError:
        return


def _reread(seen: str, encoding: str) -> str:
    """Return a text whose UTF-8 was read in another encoding, once or twice, run by run; what is none stays."""
    for _ in range(2):
        run = _RUNS[encoding]
        before, seen = seen, run.sub(partial(_run, encoding=encoding), seen)
        if seen == before:
            break
    return re.sub("Ã (?=[ ,.;:)\n]|$)", "à", seen) if encoding == "cp1252" else seen


def _run(found: re.Match[str], encoding: str) -> str:
    raw = b"".join(_byte(char, encoding) for char in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _byte(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


def _typed(text: str) -> Mended | None:
    """Return a text in VIQR as it is meant: marks typed behind the letters, in ASCII."""
    words = text.split()
    marked = [word for word in words if _TYPED.search(word)]
    if len(marked) < 8 or len(marked) * 5 < len(words):
        return None
    read = _meant(text)
    count, good = share(read)
    return Mended(read, "VIQR") if count >= _FEW and good >= _SURE else None


def _meant(text: str) -> str:
    strict = "\\." in text  # who writes a point so, means a mark where he does not
    first, _, rest = text.lstrip("\n").partition("\n")
    title = _viqr(first, strict or (len(first) <= _TITLE and not rest.startswith(" ")))
    return "\n".join([title, _lines(rest, partial(_viqr, strict=strict))]) if rest else title


def _lines(text: str, read: Callable[[str], str]) -> str:
    return "\n".join(read(line) for line in text.split("\n"))


def _viqr(line: str, strict: bool = False) -> str:
    def read(word: re.Match[str]) -> str:
        return _viqr_word(word[0], (word[1] or "").strip(), strict)

    return re.sub(r"\S+(?=(\s+\S)?)", read, line).replace("\\", "")


def _viqr_word(word: str, after: str, strict: bool) -> str:
    """Return a word without its typed marks; a point or a question mark at its end is a mark only where the sentence goes on.

    `strict` takes each for a mark that makes a syllable.
    """
    end = ""
    if strict and is_syllable(whole := unicodedata.normalize("NFC", _VIQR.sub(_viqr_letter, word))):
        return whole
    between_names = word[0].isupper() and after.isupper()  # Tha('m of Tra^`n Thi. Tha('m
    if word[-1] in ".?" and not after.islower() and not (word[-1] == "." and between_names):
        word, end = word[:-1], word[-1]
    read = unicodedata.normalize("NFC", _VIQR.sub(_viqr_letter, word))
    if end == "" and word[-1] in ".?" and not is_syllable(read.strip(".,;:!?()\"'")):
        read = unicodedata.normalize("NFC", _VIQR.sub(_viqr_letter, word[:-1])) + word[-1]
    return read + end


def _viqr_letter(found: re.Match[str]) -> str:
    if found[4] or found[5]:
        return "Đ" if (found[4] or found[5]) == "D" else "đ"
    return found[1] + _VIQR_MARKS.get(found[2], found[2]) + _VIQR_MARKS.get(found[3], found[3])
