"""No pattern of the project can be made to hang: tests/pumping.py repeats each alternative of each starred group."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pumping import hangs, pumps

ROOT = Path(__file__).parents[1]
# Modules whose patterns are made of words at hand, each of them escaped.
MADE = [
    "desktop/detect/en/memory.py",
    "desktop/exchange/encodings.py",
    "desktop/store/copies/kept.py",
    "desktop/store/copies/restoring.py",
    "desktop/text/language.py",
    "desktop/text/matching.py",
    "desktop/text/occurrences.py",
    "desktop/ui/unattended/tour.py",
]


def test_no_pattern_hangs_on_a_group_that_is_repeated():
    """Run apart, since `re` is watched from the first import on; the time is the processor's, not the clock's."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("pumping.py"))], env=environment, capture_output=True, check=True
    )
    told = json.loads(run.stdout)
    assert (told["patterns"] > 250, told["unseen"], told["hangs"]) == (True, MADE, {})


def test_a_pattern_that_hangs_is_found():
    doubling = [r"(?:(?:hiện là|hiện|là) )*", r"(a+)+b", r"x(?:mười(?: (?:một|hai))?|hai| )*", r"(?:ab|\w\w)*\d"]
    assert [hangs(pattern, 0) is not None for pattern in doubling] == [True] * 4


def test_each_alternative_and_what_may_be_missing_is_repeated():
    assert [{text[:3] for text in pumps(pattern, 0)} for pattern in (r"(?:ab|c(?:d)?)*", r"x(?:a|b)+", r"(?:a){1,3}")] == [
        {"aba", "ccc", "cdc"}, {"xaa", "xbb"}, set(),
    ]  # fmt: skip
