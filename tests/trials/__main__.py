"""Kill it, cut its power, feed it broken files; print the table: python -m tests.trials [kills|cuts|mutations ...] [--seed N]."""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

_TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(_TESTS), str(_TESTS / "ui")]  # where what the tests share lies
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.trials import cuts, kills, mutations  # noqa: E402
from tests.trials.outcome import HEAD  # noqa: E402

TRIALS = {
    "kills": lambda folder, chance: [*kills.run(folder, chance), kills.run_window(folder, chance)],
    "cuts": lambda folder, chance: [cuts.run(folder, chance)],
    "mutations": mutations.run,
}


def main():
    asked = argparse.ArgumentParser(prog="python -m tests.trials")
    asked.add_argument("trials", nargs="*", choices=[*TRIALS, []], help="without any: all")
    asked.add_argument("--seed", type=int, default=8)
    given = asked.parse_args()
    kills.warm()
    outcomes, begun = [], time.monotonic()
    with tempfile.TemporaryDirectory(prefix="butda-trials-") as held:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = f"{held}/home"
        for name in given.trials or TRIALS:
            folder = Path(held) / name
            folder.mkdir()
            outcomes += TRIALS[name](folder, random.Random(given.seed))
    print(HEAD, *(each.row() for each in outcomes), sep="\n")
    print(
        *(line for each in outcomes for line in each.told[:20]),
        f"{time.monotonic() - begun:.0f} s, seed {given.seed}",
        sep="\n",
    )
    sys.exit(not all(each.passed for each in outcomes))


if __name__ == "__main__":
    main()
