"""Shapes that rules of several families share: pieces of patterns for gaps and number words, and what a token may look like."""

from __future__ import annotations

import re

# A gap, and one that may be missing: papers set a no-break space between a number and its unit.
GAP, MAYBE = r"[ \xa0]{1,3}", r"[ \xa0]{0,2}"

# Words for numbers, as alternatives of a pattern. `năm` is a year too, and left out where one could stand.
BELOW_TEN = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
TWO_TO_TEN = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
TWO_TO_TEN_NO_YEAR = "hai|ba|bốn|sáu|bảy|tám|chín|mười"
# After `thứ` and in the names of congresses; repeated, `mười ba` is read as `mười`, then `ba`, since a star over both ways never ends.
ORDINALS = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"

ROMAN_LETTERS = "IVX"
ROMAN = re.compile(rf"[{ROMAN_LETTERS}L]+\Z")  # a token that is a number of a term, a congress, a district
