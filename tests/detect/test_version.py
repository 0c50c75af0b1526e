"""The detector's version: written by `make detector`, of what an answer hangs on and of nothing else."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktop import __version__
from desktop.detect import VERSION
from desktop.model import detector_counter

ROOT = Path(__file__).parents[2]


def run(root, *options):
    return subprocess.run([sys.executable, str(root / ".ci/detector"), *options], capture_output=True, text=True)


def held(root):
    return tomllib.loads((root / "resources/detector.toml").read_text("utf-8"))


@pytest.fixture
def copied(tmp_path):
    """What the version is made of, to be changed."""
    for name in ("desktop/detect", "desktop/text", "resources/lexicon"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".ci/detector", "desktop/__init__.py", "resources/detector.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    run(tmp_path)
    return tmp_path


def test_the_version_is_that_of_the_rules_lists_and_model_that_are_there():
    """Where this fails: `make detector`, and the file goes into the same commit."""
    found = held(ROOT)
    assert (run(ROOT, "--check").stderr, VERSION) == ("", f"{__version__}+{found['counter']}.{found['hash']}")


CHANGES = {
    "a rule": ("desktop/detect/vi/facts.py", "\n_X = 1\n", 1),
    "a helper of the rules": ("desktop/text/numbers.py", "\n_X = 1\n", 1),
    "a list": ("resources/lexicon/vi/regions.txt", "\nlễ hội Gò Đống Đa\n", 1),
    "a comment": ("desktop/detect/vi/facts.py", "\n\n# of facts\n", 0),
    "what the detector does not read": ("desktop/text/matching.py", "\n_X = 1\n", 0),
}


@pytest.mark.parametrize(("name", "added", "steps"), CHANGES.values(), ids=CHANGES)
def test_the_counter_goes_up_with_each_change_of_an_answer(copied, name, added, steps):
    before = held(copied)
    path = copied / name
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    stale = run(copied, "--check").returncode
    run(copied), run(copied)
    after = held(copied)
    assert (stale, after["counter"] - before["counter"], after["hash"] != before["hash"]) == (steps, steps, bool(steps))


def test_two_sides_of_a_merge_are_both_overtaken(copied):
    sides = [f'release = "0.1.0"\ncounter = {counter}\nhash = "0badcafe"\n' for counter in (7, 9)]
    (copied / "resources/detector.toml").write_text(f"<<<<<<< ours\n{sides[0]}=======\n{sides[1]}>>>>>>> theirs\n")
    run(copied)
    assert held(copied)["counter"] == 10


def test_a_counter_is_read_in_every_version_there_ever_was():
    versions = ("names-2", "0.1.0+12.2b2bb3e3", "1.10.3+4.12345678", "")
    assert [detector_counter(each) for each in versions] == [2, 12, 4, 0]
