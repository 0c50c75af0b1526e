"""Have a real cluster read blocks, kill one of its two workers meanwhile, and compare with `butda detect -`, byte for byte.

Usage: python tests/interop/cluster.py FOLDER, in the environment of tests/interop; runs the program's own modules of the checkout.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop import blocks
from desktop.clustering import cluster

ROOT = Path(__file__).parents[2]
PYTHON = {**os.environ, "PYTHONPATH": str(ROOT)}
COPIES, SIZE = 4, 60_000


def started(stack: ExitStack, program: str, *given: str) -> subprocess.Popen:
    """Start a program of Dask's, which ends with the stack."""
    made = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{program}", *given], env=PYTHON, stderr=subprocess.DEVNULL
    )
    stack.callback(made.wait)
    stack.callback(made.kill)
    return made


def dealt(inputs: list[Path], out: Path, address: str, killed: subprocess.Popen | None = None) -> list[str]:
    """Have inputs read by a cluster, one of its workers killed as soon as the first part is there; return what was told."""
    told = []
    with cluster(address) as share:

        def with_a_kill(waiting, facts):
            for number, each in enumerate(share(waiting, facts)):
                if number == 1 and killed is not None:
                    killed.kill()
                yield each

        told += blocks.run(inputs, out, with_a_kill, size=SIZE)
    return told


def joined(out: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(out.glob("*.jsonl")))


def main(folder: Path) -> int:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    texts = [each.read_text("utf-8") for each in sorted((ROOT / "corpus" / "articles").glob("*.txt"))]
    rows = [
        json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n"
        for number, text in enumerate(texts * COPIES)
    ]
    inputs = [folder / "a.jsonl", folder / "b.jsonl"]
    for place, path in enumerate(inputs):
        path.write_text("".join(rows[place::2]), encoding="utf-8")
    given, begun = b"".join(each.read_bytes() for each in inputs), time.perf_counter()
    one = [sys.executable, "-m", "desktop", "detect", "-"]
    expected = subprocess.run(one, input=given, capture_output=True, check=True, env=PYTHON).stdout
    alone = time.perf_counter() - begun
    wrong = 0

    def tell(what: str, told: list[str], out: Path) -> None:
        nonlocal wrong
        equal = not told and joined(out) == expected
        wrong += not equal
        answered = joined(out).count(b"\n")
        print(f"{what:44}{'ok' if equal else 'WRONG':7}{answered} of {len(rows)} articles", *told)

    with ExitStack() as stack:
        place = folder / "scheduler.json"
        started(
            stack,
            "dask_scheduler",
            "--port",
            "0",
            "--host",
            "127.0.0.1",
            "--no-dashboard",
            "--scheduler-file",
            str(place),
        )
        while not place.exists():
            time.sleep(0.05)
        ordered = [
            "--scheduler-file",
            str(place),
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--local-directory",
            str(folder),
        ]
        workers = [started(stack, "dask_worker", *ordered) for _ in range(2)]
        out, begun = folder / "killed", time.perf_counter()
        told = dealt(inputs, out, json.loads(place.read_text())["address"], workers[0])
        took = time.perf_counter() - begun
        tell(f"dask {version('distributed')}, one of two workers killed", told, out)
        dead = workers[0].wait() and workers[1].poll() is None
        wrong += not dead
    for each in sorted(out.glob("*.jsonl"))[::2]:
        each.unlink()
    tell("half of the parts lost, begun again, local:2", dealt(inputs, out, "local:2"), out)
    print(
        f"{len(rows) / alone:.0f} articles a second alone, start included; {len(rows) / took:.0f} on the cluster with the kill"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
