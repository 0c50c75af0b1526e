"""Words that lost the blank between them when a page was copied: Hà Nội|Bộ Quốc phòng."""

from __future__ import annotations

import re

from desktop.text.vietnamese import is_syllable

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"  # for a set of a pattern
_SEAM = re.compile(rf"(?<![\w#@/.])([{_SMALL.upper()}]?[{_SMALL}]+)([{_SMALL.upper()}][{_SMALL}]+)(?![\w/.]\w)(?!\w)")


def parted(text: str) -> str:
    """Return a text with a blank between two Vietnamese syllables that ran together where a small letter meets a capital.

    Only where one of the two has a mark: names such as YouTube and VietinBank stay as they are.
    """
    return _SEAM.sub(lambda match: f"{match[1]} {match[2]}" if _are_two(match) else match[0], text)


def _are_two(match: re.Match[str]) -> bool:
    return not match[0].isascii() and all(is_syllable(part) for part in match.groups())
