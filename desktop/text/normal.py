"""The only place where text changes, once, at import and in `detect -`."""

from __future__ import annotations

import re
import unicodedata

# Qt turns U+FDD0 and U+FDD1 into block breaks, SQLite refuses lone surrogates, and C0 controls break exports (XML, CSV).
_UNFIT = re.compile("[\ud800-\udfff\ufdd0\ufdd1\x00-\x08\x0b-\x1f]")


def normal(text: str) -> str:
    """Return the text as it is stored: BOMs off its beginning, line breaks as LF, NFC, each unfit character one U+FFFD.

    Nothing is stripped or collapsed. Idempotent.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNFIT.sub("\ufffd", text))
