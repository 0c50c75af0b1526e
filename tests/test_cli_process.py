"""The command line as a process of its own: locales, what it imports, kills, pipes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import TEXT

from desktop import operations

ROOT = Path(__file__).parents[1]


def run(*arguments, given=b"", **environment):
    """Run the command; return exit code, stdout and stderr as bytes."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        input=given, capture_output=True, cwd=ROOT, env=os.environ | environment, timeout=60,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def library(tmp_path, imported, store):
    """The path of a closed library that holds one article."""
    imported(TEXT, "đảng viên.txt")
    store.close()
    return store.path


LOCALES = {
    "C": {"LC_ALL": "C"},
    "ASCII": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    "POSIX": {"LC_ALL": "POSIX", "LANG": ""},
}
# Here Python itself takes arguments for ASCII, so only what is not on the command line can be UTF-8.
STREAMS = LOCALES | {"ASCII, UTF-8 mode off": LOCALES["ASCII"] | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}}


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_words_are_utf8_whatever_the_locale(library, locale):
    listed = run("--library", library, "list", **locale)
    hit = run("search", "đảng viên", "--library", library, **locale)
    shown = run("show", listed[1].split(b"\t")[0].decode(), "--library", library, **locale)
    failed = run("show", "đảng", "--library", library, **locale)
    found = ["đảng viên".encode() in listed[1], "Đảng viên".encode() in hit[1], TEXT.encode() in shown[1]]
    assert (found, failed) == ([True] * 3, (1, b"", "There is no article đảng.\n".encode()))


@pytest.mark.parametrize("locale", STREAMS.values(), ids=STREAMS)
def test_detect_is_utf8_whatever_the_locale(locale):
    given = json.dumps({"id": "ừ", "text": "Bà Thắm ở xã Hòa An 🎉"}, ensure_ascii=False).encode() + b"\nbad\n"
    code, out, error = run("detect", "-", given=given, **locale)
    answer = json.loads(out.decode("utf-8"))
    assert (code, answer["id"], answer["text"], error.startswith(b"line 2: ")) == (
        1,
        "ừ",
        "Bà Thắm ở xã Hòa An 🎉",
        True,
    )


def test_a_file_whose_name_is_no_text_is_imported_and_told(tmp_path):
    path = tmp_path / os.fsdecode(b"b\xe0i.txt")
    path.write_text("bài", "utf-8")
    code, out, error = run("import", path, "--library", tmp_path / "x.butda")
    assert (code, out.startswith(b"added\t"), error) == (0, True, b"")


def test_a_note_that_is_no_text_is_kept_fit(library):
    article = run("list", "--library", library)[1].split(b"\t")[0].decode()
    code, _, error = run(
        "mark", article, 0, 4, "TITLE", "--note", os.fsdecode(b"\xe0\xff"), "--library", library, PYTHONUTF8="1"
    )
    store = operations.open_library(library)
    (made,) = store.annotations(article)
    store.close()
    assert (code, error, made.note) == (0, b"", "\ufffd\ufffd")


LOADED = """
import sys
sys.argv = ["butda", *sys.argv[1:]]
from desktop.cli import main
try:
    main()
finally:
    heads = {name.partition(".")[0] for name in sys.modules}
    print("loaded", *sorted(heads & {"PySide6", "shiboken6", "sqlite_utils", "trafilatura", "pyvi", "sklearn"}), file=sys.stderr)
"""
COMMANDS = {
    "list": (["list"], set()),
    "search": (["search", "đảng"], set()),
    "check": (["check"], set()),
    "export": (["export", "--format", "jsonl", "--out", "{tmp}/x.jsonl"], set()),
    "backup": (["backup", "{tmp}/copy.butda"], set()),
    "delete nothing": (["delete", "none"], set()),
    "import of a text": (["import", "{tmp}/x.txt"], set()),
    "import of a page": (["import", "{tmp}/x.html"], {"trafilatura"}),
    "detect": (["detect"], set()),
    "a new library": (["list", "--library", "{tmp}/new.butda"], {"sqlite_utils"}),
}


@pytest.mark.parametrize(("arguments", "may"), COMMANDS.values(), ids=COMMANDS)
def test_a_command_loads_no_more_than_it_needs(library, tmp_path, arguments, may):
    (tmp_path / "x.txt").write_text("một bài")
    (tmp_path / "x.html").write_text("<p>một bài có nhiều chữ hơn</p>", "utf-8")
    filled = ["--library", str(library), *(each.format(tmp=tmp_path) for each in arguments)]
    done = subprocess.run([sys.executable, "-c", LOADED, *filled], capture_output=True, cwd=ROOT, timeout=60)
    loaded = set(done.stderr.decode().splitlines()[-1].split()[1:])
    assert loaded - may == set()


def test_a_writing_command_meets_the_lock_of_a_window_and_reading_ones_work(library, tmp_path):
    window = operations.open_library(library)
    article = window.rows()[0].id
    writing = [
        run(*command, "--library", library)
        for command in (["mark", article, 0, 4, "TITLE"], ["delete", article], ["detect"], ["import", tmp_path])
    ]
    reading = [
        run(*command, "--library", library)[0]
        for command in (["list"], ["show", article], ["search", "a"], ["check"], ["backup", tmp_path / "copy"])
    ]
    window.close()
    assert ([(code, out, b"is open in another" in error, error.count(b"\n")) for code, out, error in writing], reading) == (
        [(1, b"", True, 1)] * 4, [0] * 5,
    )  # fmt: skip


def test_a_pipe_that_is_closed_is_no_traceback(library):
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "list", "--library", str(library)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    process.wait(30)
    assert error == b""


def test_a_mark_printed_before_a_kill_is_kept(library):
    article = run("list", "--library", library)[1].split(b"\t")[0].decode()
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "mark", article, "0", "4", "TITLE", "--library", str(library)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    printed = process.stdout.readline().decode().strip()
    process.kill()
    process.communicate()
    shown = run("show", article, "--library", library)[1].decode()
    assert (len(printed), printed in shown) == (36, True)
