"""Whatever becomes of stdout, a command ends in one sentence and says that what was done is done; nothing it prints moves a cursor."""

import ast
import io
import json
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import click
import pytest
from building import TEXT, detection

from desktop import operations
from desktop.cli import butda
from desktop.operations.scheme.own_lists import add_list

ROOT = Path(__file__).parents[1]
LINE = b'{"id": 1, "text": "B\xc3\xa0 Hoa"}\n'

# Every command that prints and needs no window, with what it prints of; {article} stands for an id.
COMMANDS = {
    "list": ["list"],
    "show": ["show", "{article}"],
    "search": ["search", "đảng"],
    "check": ["check"],
    "explain": ["explain", "Bà Hoa"],
    "rules": ["rules", "--label", "TIME"],
    "rules off": ["rules", "off", "learned.mark.event.Lê_Thị"],
    "rules on": ["rules", "on", "learned.mark.event.Lê_Thị"],
    "detect -": ["detect", "-"],
    "detect": ["detect"],
    "import": ["import", "{tmp}/new.txt"],
    "mark": ["mark", "{article}", "0", "4", "TITLE"],
    "original": ["original", "{article}", "--out", "{tmp}/original.txt"],
    "export": ["export", "--format", "csv", "--out", "{tmp}/x.csv"],
    "marks": ["marks", "{tmp}/marks.csv"],
    "backup": ["backup", "{tmp}/copy.butda"],
    "restore": ["restore", "{tmp}/library.butda", "--out", "{tmp}/restored.butda"],
    "accept": ["accept", "{mark}"],
    "reject": ["reject", "{mark}"],
    "tag": ["tag", "{article}", "--add", "hai"],
    "state": ["state", "{article}", "done"],
    "card": ["card", "{article}", "source=Báo"],
    "undo": ["undo"],
    "redo": ["redo"],
    "reread": ["reread", "{article}"],
    "orphans": ["orphans"],
    "history": ["history"],
    "delete": ["delete", "{article}"],
    "label add": ["label", "add", "PRIZE"],
    "label list": ["label", "list"],
    "lists list": ["lists", "list"],
    "lists add": ["lists", "add", "bodies", "{tmp}/words.txt", "--label", "ORGANIZATION"],
    "lists remove": ["lists", "remove", "kept"],
    "lists off": ["lists", "off", "names"],
    "lists on": ["lists", "on", "names"],
    "lists label": ["lists", "label", "PERSON", "TITLE"],
}
READING = {
    "list",
    "show",
    "search",
    "check",
    "explain",
    "rules",
    "detect -",
    "label list",
    "lists list",
    "history",
    "orphans",
}
WINDOW = {"tour", "selftest"}


def named(group, before=""):
    context = click.Context(group)
    for name in group.list_commands(context):
        each = group.get_command(context, name)
        if isinstance(each, click.Group):
            yield from named(each, f"{name} ")
            if each.invoke_without_command:
                yield before + name
        else:
            yield before + name


def test_every_command_is_tried_here():
    assert set(named(butda)) == set(COMMANDS) - {"detect -"} | WINDOW


def test_commands_print_through_what_cleans_their_words():
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "desktop" / "cli").glob("*.py"))
        if path.name != "saying.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in ("echo", "secho"))
        or (isinstance(node, ast.Name) and node.id == "print")
    ]
    assert wrong == []


@pytest.fixture
def library(tmp_path, imported, store):
    """The path of a closed library with one article, a mark and a step undone; the ids of both; and a text beside."""
    article = imported(TEXT).id
    operations.apply_detection(store, article, detection())
    (tmp_path / "words.txt").write_text("Hội Ong\n", "utf-8")
    add_list(store, tmp_path / "words.txt", "kept", "ORGANIZATION")
    mark = store.annotations(article)[-1].id
    place = TEXT.index("Lê Thị")
    operations.annotate(store, article, place, place + len("Lê Thị"), "EVENT")
    operations.tag(store, [article], ["một"])
    operations.undo(store)
    store.close()
    (tmp_path / "new.txt").write_text("một bài mới", "utf-8")
    folder = store.path.with_name(f"{store.path.name}.lists")
    folder.mkdir()
    (folder / "names.txt").write_text("# label: PERSON\nBà Hoa\n", "utf-8")
    (tmp_path / "marks.csv").write_text("doc_id,quote,occurrence,label\nbài,xã Hòa An,1,EVENT\n", "utf-8")
    return store.path, article, mark


def arguments(library, name, tmp_path):
    path, article, mark = library
    given = ["--library", str(path)] if name not in ("explain", "rules", "detect -") else []
    return [*(each.format(article=article, mark=mark, tmp=tmp_path) for each in COMMANDS[name]), *given]


def run(library, name, tmp_path, stdout, monkeypatch):
    """Run a command in this process with this stdout, None: a closed one; return exit code and stderr."""
    told = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    for stream, given in (("stdin", io.TextIOWrapper(io.BytesIO(LINE))), ("stdout", stdout), ("stderr", told)):
        monkeypatch.setattr(sys, stream, given)
    with pytest.raises(SystemExit) as ended:
        butda(arguments(library, name, tmp_path), prog_name="butda")
    return ended.value.code, told.buffer.getvalue()


def start(library, name, tmp_path, **streams):
    """Run a command in a process of its own; return exit code and stderr."""
    command = [sys.executable, "-m", "desktop", *arguments(library, name, tmp_path)]
    done = subprocess.run(command, input=LINE, cwd=ROOT, timeout=60, stderr=subprocess.PIPE, **streams)
    return done.returncode, done.stderr


def sentence(name, reason):
    done = "" if name in READING else " What the command has done until then is kept."
    return f"The output cannot be written ({reason}).{done}\n".encode()


@contextmanager
def unread():
    """A pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as pipe:
        yield pipe
        with suppress(OSError):
            pipe.flush()


FULL = "No space left on device"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_under_stdout_is_one_sentence(library, tmp_path, name, monkeypatch):
    with open("/dev/full", "w", encoding="utf-8") as full:
        assert run(library, name, tmp_path, full, monkeypatch) == (1, sentence(name, FULL))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_stdout_that_is_closed_is_one_sentence(library, tmp_path, name, monkeypatch):
    assert run(library, name, tmp_path, None, monkeypatch) == (1, sentence(name, "it is closed"))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_pipe_that_nobody_reads_is_told_only_where_something_was_done(library, tmp_path, name, monkeypatch):
    with unread() as pipe:
        told = run(library, name, tmp_path, pipe, monkeypatch)
    assert told == (1, b"" if name in READING else sentence(name, "Broken pipe"))


# What only a process shows: a stream that is flushed at the very end, and files that could take the number of a closed one.


@pytest.mark.parametrize("name", ["list", "detect -", "import"])
def test_a_process_ends_with_that_sentence_alone(library, tmp_path, name):
    with open("/dev/full", "wb") as full, unread() as pipe:
        told = [start(library, name, tmp_path, stdout=stream) for stream in (full, pipe)]
    broken = b"" if name in READING else sentence(name, "Broken pipe")
    assert told == [(1, sentence(name, FULL)), (1, broken)]


@pytest.mark.parametrize("name", ["check", "import", "export", "backup"])
def test_no_file_takes_the_place_of_a_stdout_that_is_closed(library, tmp_path, name):
    told = start(library, name, tmp_path, preexec_fn=lambda: os.close(1))
    store = operations.open_library(library[0])
    sound = store.check()
    store.close()
    assert (told, sound) == ((1, sentence(name, "it is closed")), [])


def test_a_mark_whose_id_could_not_be_printed_is_made(library, tmp_path, monkeypatch):
    run(library, "mark", tmp_path, None, monkeypatch)
    store = operations.open_library(library[0])
    made = [(each.start, each.end, each.label) for each in store.annotations(library[1]) if each.label == "TITLE"]
    store.close()
    assert (0, 4, "TITLE") in made


CONTROLS = [*map(chr, [*range(9), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])]
EVIL = "".join(CONTROLS)


def test_nothing_printed_moves_a_cursor_or_turns_a_line(run, tmp_path):
    text = f"Bà Hoa{EVIL} đến\n"
    row = {
        "id": f"a{EVIL[40:]}",
        "title": text,
        "text": "",
        "sha256": "0",
        "source": EVIL,
        "tags": [EVIL],
        "byline": EVIL,
    }
    (tmp_path / f"x{EVIL[1:30]}\u009b\u202e.txt").write_text(text, "utf-8")
    (tmp_path / "bad\u009b\u202e.jsonl").write_text("{}\n" + json.dumps(row), "utf-8")
    said = [
        run("import", str(tmp_path)),
        run("list"),
        run("search", "Hoa"),
        run("show", "\u009bx"),
        run("explain", text),
    ]
    listed = said[1][1].split("\t")[0]
    said += [
        run("mark", listed, "0", "6", "PERSON", "--note", EVIL),
        run("show", listed),
        run("show", listed[:1] + "\x9d"),
    ]
    said += [run("detect", "-", given=json.dumps({"id": EVIL, "text": text}))]
    printed = "".join(out + error for _, out, error in said)
    assert ("Bà Hoa" in printed, [each for each in CONTROLS if each in printed]) == (True, [])
