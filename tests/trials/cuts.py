"""The power fails at some moment: each state that a disk may then hold opens, and holds all that had been told as done."""

import shutil
import subprocess
import sys
from pathlib import Path

from desktop import assets
from tests.trials.kills import reading
from tests.trials.outcome import Outcome, told
from tests.trials.written import CALLS, Disk, acts

CUTS = 60
_WAYS = [(way, kept) for way in ("none", "prefix", "pieces") for kept in (True, False)]


def run(folder, chance, cuts=CUTS):
    """Record some work, cut the power at some moments of it, look at every state; return the outcome. Needs strace."""
    outcome, world = Outcome("power cut"), folder / "cut"
    if shutil.which("strace") is None:
        raise RuntimeError("the power cuts need strace (apt-get install strace)")
    (world / "bai").mkdir(parents=True)
    for sample in assets.samples()[:3]:
        (world / "bai" / sample.name).write_text(sample.read_text("utf-8")[:600], "utf-8")
    before = {str(path): path.read_bytes() for path in (world / "bai").iterdir()}
    log = folder / "log"
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", log,
         sys.executable, "-m", "tests.trials.acting", world], check=True, capture_output=True,
    )  # fmt: skip
    found = [act for act in acts(log) if act.kind == "said" or act.path.startswith(str(world))]
    for at in sorted(chance.sample(range(1, len(found)), cuts)):
        disk = Disk(before)
        for act in found[:at]:
            disk.do(act)
        words = [word for act in found[:at] if act.kind == "said" for word in act.content.decode().splitlines()]
        outcome.count += 1
        for way, names_kept in _WAYS:
            _lay_down(disk.after_cut(chance, way, names_kept), world, folder / "state")
            outcome.hit += 1
            outcome.acknowledged += len(words)
            _look(folder / "state", [tuple(word.split(" ")) for word in words], outcome, (at, way, names_kept))
    return outcome


def _lay_down(files, world, state):
    """Write the files of a disk, as the next start finds them: what memory held is gone."""
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir()
    for path, content in files.items():
        place = state / Path(path).relative_to(world)
        if not place.name.endswith(("-shm", ".lock")):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def _look(state, said, outcome, where):
    try:
        wrong, missing = _found(state, said)
    except Exception as error:  # whatever it is, the library cannot be opened
        outcome.damaged += 1
        told(outcome, where=where, cannot_open=repr(error))
        return
    outcome.damaged += len(wrong)
    outcome.lost += len(missing)
    if wrong or missing:
        told(outcome, where=where, wrong=wrong, missing=missing)


def _found(state, said):
    """Return what is wrong in the library that is left, and what is missing of all that was told."""
    of = {kind: [rest for word, *rest in said if word == kind] for kind in ("article", "mark", "going", "gone", "file")}
    going = {name for (name,) in of["going"]}
    wanted = [name for (name,) in of["article"] if name not in going]
    marks = [mark for mark, article in of["mark"] if article not in going]
    if not (state / "l.butda").exists():
        return [], wanted + marks
    with reading(state / "l.butda") as store:
        wrong = store.check()
        missing = [name for name in wanted if not store.has_article(name)]
        missing += [mark for mark in marks if not store.has_annotation(mark)]
        missing += [name for (name,) in of["gone"] if store.has_article(name)]
    return wrong, missing + [name for (name,) in of["file"] if not _whole(state / "out" / name)]


def _whole(path):
    if not path.exists() or not path.stat().st_size:
        return False
    if path.suffix != ".butda":
        return True
    with reading(path) as store:
        return not store.check()
