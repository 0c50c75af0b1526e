"""The program is killed at some moment of each of its commands: what it had told as done is there, and the library is sound."""

import random
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop import assets, operations
from desktop.cli import butda
from desktop.detect import detect
from desktop.model import Status
from desktop.operations.learning.library import learned_rows
from tests.trials.forked import forked
from tests.trials.outcome import Outcome, told

ROUNDS, WINDOW = 252, 60  # 13 of each of 19 commands
_LETTERS = 1200  # of each article: the trial is about the library, not about long texts


@dataclass(frozen=True)
class World:
    """A folder with the library that commands are tried on, and what they may need."""

    folder: Path

    @property
    def library(self):
        return self.folder / "l.butda"

    @property
    def sources(self):
        return self.folder / "bai"

    @property
    def out(self):
        return self.folder / "out"

    def articles(self):
        with reading(self.library) as store:
            return [row.id for row in store.rows()]

    def marks(self):
        with reading(self.library) as store:
            return [mark.id for row in store.rows() for mark in store.annotations(row.id)]

    def learned(self):
        with reading(self.library) as store:
            return [row.name for row in learned_rows(store)]


class reading:  # noqa: N801  # a context, used as a function
    """Open a library as the next start would, which mends what a kill left."""

    def __init__(self, path):
        self._path = path

    def __enter__(self):
        self._store = operations.open_library(self._path)
        return self._store

    def __exit__(self, *_):
        self._store.close()


def made(folder):
    """Make a world: a library of eight articles, two of them looked through, and eight more files beside it."""
    world = World(folder)
    for part in (folder, world.sources, folder / "first", world.out):
        part.mkdir(parents=True)
    for number, sample in enumerate(assets.samples()[:16]):
        place = folder / "first" if number < 8 else world.sources
        (place / sample.name).write_text(sample.read_text("utf-8")[:_LETTERS], "utf-8")
    forked(partial(command, world, "import", folder / "first"))
    forked(partial(command, world, "detect", *world.articles()[:2]))
    forked(partial(command, world, "backup", folder / "copy.butda"))
    with reading(world.library) as store:
        last = store.article(store.rows()[-1].id)
    name = re.search(r"[A-ZĐ]\w+ [A-ZĐ]\w+", last.text)
    forked(partial(command, world, "mark", last.id, *name.span(), "EVENT"))  # something to learn
    forked(partial(command, world, "state", world.articles()[0], "reading"))  # a step to undo
    with reading(world.library) as store:
        rows = [f"{row.id},{store.article(row.id).text.split()[0]},1,EVENT" for row in store.rows()]
    (folder / "marks.csv").write_text("\n".join(("doc_id,quote,occurrence,label", *rows)), "utf-8")
    return world


def command(world, *arguments):
    """Do a command as a person would type it; to be done in a process of its own."""
    sys.argv = ["butda"]
    butda.main(["--library", str(world.library), *map(str, arguments)], prog_name="butda")


# What a command is called with, and what of it is missing afterwards, by the lines that it said.


def _marked(store, lines, world):
    return [line for line in lines if not store.has_annotation(line)]


def _imported(store, lines, world):
    told_of = [line.split("\t")[1] for line in lines if line.startswith("added")]
    return [each for each in told_of if not store.has_article(each) or not store.article(each).text]


def _detected(store, lines, world):
    return [line.split("\t")[0] for line in lines if store.article(line.split("\t")[0]).detected is None]


def _deleted(store, lines, world):
    return [line for line in lines if store.has_article(line)]


def _written(store, lines, world):
    """Return what was told as written and is not there."""
    return [line for line in lines if not any(world.out.iterdir())]


def _accepted(store, lines, world):
    said = [line.split("\t")[0] for line in lines]
    return [
        each for each in said if store.has_annotation(each) and store.annotation(each).status is not Status.ACCEPTED
    ]


def _tagged(store, lines, world):
    return [line for line in lines if "thử" not in store.article(line.split("\t")[0]).tags]


def _brought(store, lines, world):
    """Return the line that told of marks, where they are not there: all of them, or none."""
    told = next((line for line in lines if " new" in line), "")
    marks = sum(each.label == "EVENT" and not each.score for row in store.rows() for each in store.annotations(row.id))
    return [told] if told and marks < int(told.split()[0]) else []


def _nothing(store, lines, world):
    return []


@dataclass(frozen=True)
class Kind:
    """A command to kill: its arguments, and what is missing of what it had told."""

    name: str
    arguments: Callable[[World, random.Random], list]
    missing: Callable[..., list] = _nothing


KINDS = (
    Kind("mark", lambda w, r: ["mark", r.choice(w.articles()), 10, r.randrange(12, 60), "PERSON"], _marked),
    Kind("import", lambda w, r: ["import", w.sources], _imported),
    Kind("import into a new library", lambda w, r: ["--library", w.folder / "new.butda", "import", w.sources], _nothing),
    Kind("detect", lambda w, r: ["detect"], _detected),
    Kind("delete", lambda w, r: ["delete", *w.articles()[:3]], _deleted),
    Kind("label add", lambda w, r: ["label", "add", "THING", "--en", "Thing"], lambda s, lines, w: [
        line for line in lines if line not in {label.name for label in s.labels()}]),
    Kind("lists add", lambda w, r: ["lists", "add", "kept", w.folder / "marks.csv", "--label", "EVENT"], lambda s, lines, w: [
        line for line in lines[:1] if line.split("\t")[0] not in {each.name for each in s.lists.words()}]),
    Kind("rules off", lambda w, r: ["rules", "off", *w.learned()[:1]], lambda s, lines, w: [
        line for line in lines[:1] if line.split("\t")[0] in {row.name for row in learned_rows(s) if row.on}]),
    Kind("accept", lambda w, r: ["accept", *w.marks()[:20]], _accepted),
    Kind("tag", lambda w, r: ["tag", *w.articles(), "--add", "thử"], _tagged),
    Kind("undo", lambda w, r: ["undo"]),
    Kind("restore", lambda w, r: ["restore", w.folder / "copy.butda"]),
    Kind("export jsonl", lambda w, r: ["export", "--format", "jsonl", "--out", w.out / "a.jsonl"], _written),
    Kind("export csv", lambda w, r: ["export", "--format", "csv", "--out", w.out / "a.csv"], _written),
    Kind("export html", lambda w, r: ["export", "--format", "html", "--out", w.out / "a.html"], _written),
    Kind("export bundle", lambda w, r: ["export", "--format", "bundle", "--out", w.out / "a.butda.zip"], _written),
    Kind("export brat", lambda w, r: ["export", "--format", "brat", "--out", w.out / "brat"], _written),
    Kind("marks", lambda w, r: ["marks", w.folder / "marks.csv"], _brought),
    Kind("backup", lambda w, r: ["backup", w.out / "copy.butda"], _written),
)  # fmt: skip


def run(folder, chance, rounds=ROUNDS):
    """Kill each command some times; return an outcome each."""
    template = made(folder / "world")
    outcomes = []
    for kind in KINDS:
        outcome, (whole, length) = Outcome(f"kill: {kind.name}"), _whole(template, kind, folder, chance)
        for number in range(rounds // len(KINDS)):
            world = World(folder / f"{kind.name}-{number}")
            shutil.copytree(template.folder, world.folder)
            _one(world, kind, chance, length, whole, outcome)
            shutil.rmtree(world.folder)
        outcomes.append(outcome)
    return outcomes


def _whole(template, kind, folder, chance):
    """Do the command once to its end; return what it wrote, and how long it takes."""
    world = World(folder / "whole")
    shutil.copytree(template.folder, world.folder)
    ended = forked(partial(command, world, *kind.arguments(world, chance)))
    if ended.code != 0:
        raise RuntimeError(f"{kind.name} does not work: {ended.errors}")
    written = {each.name: _bytes(each) for each in world.out.iterdir() if each.suffix != ".butda"}
    shutil.rmtree(world.folder)
    return written, ended.seconds


def _bytes(place):
    """Return what stands in a file, or in each file of a folder by its name there."""
    files = place.rglob("*") if place.is_dir() else (place,)
    return {str(each.relative_to(place)): each.read_bytes() for each in files if each.is_file()}


def _one(world, kind, chance, length, whole, outcome):
    arguments = kind.arguments(world, chance)
    ended = forked(partial(command, world, *arguments), kill_after=chance.uniform(0, 1.3 * length))
    outcome.count += 1
    outcome.hit += ended.code is None
    outcome.acknowledged += len(ended.lines)
    if "Traceback" in ended.errors:
        outcome.tracebacks += 1
        told(outcome, traceback=ended.errors[-400:])
    for library in (world.library, world.folder / "new.butda"):
        if library.exists():
            _look(library, kind, ended.lines if library == world.library else (), world, outcome)
    for each in world.out.iterdir():
        if each.suffix == ".butda" and not each.name.startswith("."):
            _look(each, kind, (), world, outcome)
        elif each.name in whole and _bytes(each) != whole[each.name]:
            outcome.damaged += 1
            told(outcome, half=each.name)


def _look(library, kind, lines, world, outcome):
    """Open a library that was left, as the next start would."""
    try:
        with reading(library) as store:
            wrong, missing = store.check(), kind.missing(store, lines, world)
    except Exception as error:  # whatever it is, it cannot be opened
        outcome.damaged += 1
        told(outcome, cannot_open=repr(error))
        return
    outcome.damaged += len(wrong)
    outcome.lost += len(missing)
    if wrong or missing:
        told(outcome, wrong=wrong, missing=missing)


def run_window(folder, chance, rounds=WINDOW):
    """Kill the window while it marks; return the outcome."""
    from walks import test_kill

    outcome = Outcome("kill: window")
    with test_kill.keeper() as window:
        for number in range(rounds):
            path = folder / f"{number // test_kill.A_LIBRARY}.butda"
            if number % test_kill.A_LIBRARY == 0:
                article = test_kill.library(path)
            ids = test_kill.one_life(window, path, test_kill.MARKS[number % len(test_kill.MARKS)], chance)
            with reading(path) as store:
                missing, wrong = set(ids) - {each.id for each in store.annotations(article)}, store.check()
            outcome.count, outcome.hit, outcome.acknowledged = number + 1, number + 1, outcome.acknowledged + len(ids)
            outcome.lost, outcome.damaged = outcome.lost + len(missing), outcome.damaged + len(wrong)
    return outcome


def warm():
    """Let the detector read its lists before the first fork."""
    detect("Bà Lê Thị Hạnh nhận 12 lá thư.", None)
