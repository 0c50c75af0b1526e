"""Words in a font of an old Vietnamese encoding: the font's name says what its letters stand for."""

from __future__ import annotations

import re

from desktop.exchange import encodings

_TCVN3 = re.compile(r"^\.?Vn[A-Z]|^\.Vn", re.ASCII)
_VNI = re.compile(r"^VNI[-_ ]", re.IGNORECASE)


def encoding(font: str) -> str:
    """Return the old encoding that a font's name tells; empty for any other font."""
    if _VNI.match(font):
        return "vni"
    if _TCVN3.match(font):
        return "tcvn3-capitals" if font.rstrip().endswith("H") else "tcvn3"
    return ""


def decoded(text: str, font: str) -> str:
    """Return what words in a font say: those of an old encoding's font by that encoding, all others as they stand."""
    old = encoding(font)
    return encodings.decoded(text, old) if old else text
