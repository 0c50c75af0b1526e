"""Change one line of the program at a time and see whether its tests notice: python -m tests.mutants [NAME...] [--jobs N].

mutants.toml holds them: the file, what stands there and what is put in its place, and the tests that should fail of it.
"""

import argparse
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PARTS = ("desktop", "resources", "corpus", "tests", "pyproject.toml", "Makefile", ".ci")
_SECONDS = 600  # a mutant that hangs is noticed too
LEAST = 36  # of 40


def mutants(names=()):
    """Return the rows of mutants.toml, of these names or all."""
    rows = tomllib.loads(Path(__file__).with_name("mutants.toml").read_text("utf-8"))["mutant"]
    return [row for row in rows if not names or row["name"] in names]


def _copied(place):
    for part in _PARTS:
        if (_ROOT / part).is_dir():
            shutil.copytree(_ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif (_ROOT / part).exists():
            shutil.copy(_ROOT / part, place / part)
    return place


def _passes(place, tests, loud=False):
    """Run tests in a copy; return whether they pass. Raises RuntimeError where they could not be run."""
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", *tests], cwd=place, capture_output=True, text=True, check=False,
            timeout=_SECONDS, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    if ended.returncode in (2, 3, 4, 5) and "error" not in ended.stdout.lower():
        raise RuntimeError(ended.stdout[-500:] + ended.stderr[-500:])
    if ended.returncode and loud:
        print(ended.stdout[-1500:], file=sys.stderr)
    return ended.returncode == 0


def _killed(row, copies):
    """Return whether the tests of a mutant notice it."""
    place = copies.get()
    try:
        file = place / row["file"]
        whole = file.read_text("utf-8")
        if whole.count(row["before"]) != 1:
            return None
        file.write_text(whole.replace(row["before"], row["after"]), "utf-8")
        try:
            return not _passes(place, row["tests"])
        finally:
            file.write_text(whole, "utf-8")
    finally:
        copies.put(place)


def main():
    asked = argparse.ArgumentParser(prog="python -m tests.mutants")
    asked.add_argument("names", nargs="*")
    asked.add_argument("--jobs", type=int, default=2)
    given = asked.parse_args()
    rows, copies = mutants(given.names), queue.Queue()
    with tempfile.TemporaryDirectory(prefix="butda-mutants-") as held:
        for number in range(given.jobs):
            copies.put(_copied(Path(held) / str(number)))
        whole = copies.get()
        if not _passes(whole, sorted({test for row in rows for test in row["tests"]}), loud=True):
            sys.exit("the tests fail without any mutant")
        copies.put(whole)
        with ThreadPoolExecutor(given.jobs) as workers:
            ended = list(workers.map(lambda row: _killed(row, copies), rows))
    for row, killed in zip(rows, ended, strict=True):
        word = {True: "killed", False: "SURVIVED", None: "NOT THERE"}[killed]
        print(f"{word:10} {row['name']:44} {row['file']}")
    print(f"{ended.count(True)} of {len(rows)} killed")
    sys.exit(ended.count(True) < min(LEAST, len(rows)))


if __name__ == "__main__":
    main()
