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
from desktop.errors import RequestError

ROOT = Path(__file__).parents[2]
PYTHON = {**os.environ, "PYTHONPATH": str(ROOT)}
COPIES, SIZE = 4, 60_000


def scheduler(stack: ExitStack, place: Path, knows: dict[str, str]) -> str:
    """Start a scheduler, which ends with the stack; return its address."""
    made = started(
        stack,
        "scheduler",
        knows,
        "--port",
        "0",
        "--host",
        "127.0.0.1",
        "--no-dashboard",
        "--scheduler-file",
        str(place),
    )
    while not place.exists():
        assert made.poll() is None, "the scheduler ended"
        time.sleep(0.05)
    return json.loads(place.read_text())["address"]


def worker(stack: ExitStack, address: str, knows: dict[str, str], folder: Path) -> subprocess.Popen:
    """Start a worker of one thread, which ends with the stack."""
    given = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
    return started(stack, "worker", knows, address, *given)


def started(stack: ExitStack, program: str, knows: dict[str, str], *given: str) -> subprocess.Popen:
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *given]
    made = subprocess.Popen(command, env=knows, cwd="/", stderr=subprocess.DEVNULL)
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
        print(f"{what:46}{'ok' if equal else 'WRONG':7}{answered} of {len(rows)} articles", *told)

    with ExitStack() as stack:
        address = scheduler(stack, folder / "scheduler.json", PYTHON)
        workers = [worker(stack, address, PYTHON, folder) for _ in range(2)]
        out, begun = folder / "killed", time.perf_counter()
        told = dealt(inputs, out, address, workers[0])
        took = time.perf_counter() - begun
        tell(f"dask {version('distributed')}, one of two workers killed", told, out)
        wrong += not (workers[0].wait() and workers[1].poll() is None)
    for each in sorted(out.glob("*.jsonl"))[::2]:
        each.unlink()
    tell("half of the parts lost, begun again, local:2", dealt(inputs, out, "local:2"), out)
    with ExitStack() as stack:
        bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        address = scheduler(stack, folder / "bare.json", bare)
        worker(stack, address, bare, folder)
        try:
            kind = dealt(inputs, folder / "bare", address)
        except RequestError as error:
            kind = error.kind
        wrong += kind != "cluster-version"
        print(f"{'a cluster without the program':46}{kind}")
    print(
        f"{len(rows) / alone:.0f} articles a second alone, start included; {len(rows) / took:.0f} on the cluster with the kill"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))  # the cluster runs elsewhere
