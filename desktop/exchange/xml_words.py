"""Words of others in XML that we write: they come back whole, but for what XML cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# XML 1.0 holds neither these two nor control characters and surrogates, which no stored text has (text/normal.py).
UNHELD = re.compile("[\ufffe\uffff]")


def attribute(words: str) -> str:
    """Return words as a quoted attribute; line ends and tabs, which a parser would make blanks, go as references."""
    held = UNHELD.sub("\ufffd", words)
    return quoteattr(held, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"})


def content(words: str) -> str:
    """Return words as the content of an element."""
    return escape(UNHELD.sub("\ufffd", words), {"\r": "&#13;"})
