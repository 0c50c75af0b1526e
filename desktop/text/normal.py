"""The only place where text changes, once, at import and in `detect -`."""

from __future__ import annotations

import re
import unicodedata

# Qt turns U+FDD0 and U+FDD1 into block breaks, SQLite refuses lone surrogates, and C0 controls break exports (XML, CSV).
# C1 controls are what is left of a text that was read in the wrong encoding.
_UNFIT = re.compile("[\ud800-\udfff\ufdd0\ufdd1\x00-\x08\x0e-\x1f\x80-\x9f]")
_BREAK = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")


def breaks(text: str) -> str:
    """Return the text with every line end as LF: CRLF, CR, form feed, vertical tab, NEL, U+2028, U+2029."""
    return _BREAK.sub("\n", text)


def normal(text: str) -> str:
    """Return the text as it is stored: BOMs off its beginning, line breaks as LF, NFC, each unfit character one U+FFFD.

    Nothing is stripped or collapsed. Idempotent.
    """
    return unicodedata.normalize("NFC", _UNFIT.sub("\ufffd", breaks(text.lstrip("\ufeff"))))
