"""Names of files for articles: readable, safe on every system, no two the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from desktop.model import Article

_LONGEST = (
    80  # characters; names of 255 bytes are the limit of most file systems, and paths of 260 characters that of Windows
)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')
# Names that Windows keeps for devices, with any ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(1, 10))}


def file_names() -> Callable[[Article], str]:
    """Return a function that names each article it is given once, in a fixed way: the same articles in the same order, the same names."""
    given: set[str] = set()

    def name(article: Article) -> str:
        plain = _safe(article.title) or _safe(article.id) or "article"
        wanted, number = plain, 1
        while wanted.casefold() in given:  # many file systems know no case
            number += 1
            wanted = f"{plain} ({number})"
        given.add(wanted.casefold())
        return wanted

    return name


def _safe(title: str) -> str:
    plain = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", title)).split()).strip(" .")[:_LONGEST].rstrip(" .")
    encoded = plain.encode("utf-8", "ignore").decode("utf-8")
    return f"{encoded} -" if encoded.split(".")[0].strip().casefold() in _DEVICES else encoded
