"""Shapes that rules of several families share, of `lexicon/vi/patterns/shapes.toml`: gaps, and what a token may look like."""

from __future__ import annotations

import re

from desktop.text.patterns import piece

GAP, MAYBE = piece("shapes.gap"), piece("shapes.maybe")
ROMAN = re.compile(
    rf"[{piece('shapes.roman_letters')}L]+\Z"
)  # a token that is a number of a term, a congress, a district
TWO_TO_TEN = piece("shapes.two_to_ten")
TWO_TO_TEN_NO_YEAR = piece("shapes.two_to_ten_no_year")
BELOW_TEN = piece("shapes.below_ten")
