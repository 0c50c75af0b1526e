"""Numbers as lists count: figures, letters, Roman numerals, by the names that formats have for these."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 3999
_FORMS = {  # of Word and of OpenDocument
    "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "a": "a", "A": "A", "i": "i", "I": "I",
    "decimalZero": "01", "none": "", "": "",
}  # fmt: skip


def drawn(number: int, form: str) -> str:
    """Return a number as a list of that form draws it; in figures for a form that is none of these."""
    kind = _FORMS.get(form, "1")
    if kind == "" or number < 0:
        return ""
    if kind == "01":
        return f"{number:02}"
    if kind == "1" or not 0 < number <= _MOST:
        return str(number)
    found = _roman(number) if kind in "iI" else _letters(number)
    return found.upper() if kind.isupper() else found


def _letters(number: int) -> str:
    """Return a to z, then aa to zz, as programs count on: the letter as often as it came round."""
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _roman(number: int) -> str:
    found = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        found += sign * count
    return found
