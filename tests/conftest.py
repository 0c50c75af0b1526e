"""What every test may use. That this file stands here lets tests import `building` and `hostile` by name."""

import shutil

import pytest
from building import TEXT, plain_page
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from desktop import operations
from desktop.cli import butda
from desktop.model import Meta

# How long an example takes to make or to try says nothing on a busy machine.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.fixture(autouse=True, scope="session")
def own_data(tmp_path_factory):
    """A person's data folder of the tests' own, so that none writes into that of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run", numbered=False)))
        yield


@pytest.fixture(scope="session")
def new_library(tmp_path_factory):
    """A closed new library with the default label scheme, to copy: making one takes 40 ms."""
    made = tmp_path_factory.mktemp("new") / "library.butda"
    operations.open_library(made).close()
    return made


@pytest.fixture
def store(new_library, tmp_path):
    """A library of its own with the default label scheme."""
    shutil.copy(new_library, tmp_path / "library.butda")
    opened = operations.open_library(tmp_path / "library.butda")
    yield opened
    opened.close()


@pytest.fixture
def imported(store, tmp_path):
    """A function that imports a file of these contents and returns the article."""

    def add(content, name="bài.txt"):
        path = tmp_path / "files" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        (prepared,) = operations.prepare(path, lambda text, _: (plain_page(text)[0], Meta(path.stem)))
        return store.article(operations.add(store, prepared).article)

    return add


@pytest.fixture
def run(tmp_path):
    """Run a command on a library of its own; return exit code, stdout and stderr."""
    library = tmp_path / "library" / "library.butda"

    def command(*arguments, library=library, given=None):
        named = ["--library", str(library)] if library else []
        done = CliRunner().invoke(butda, [*named, *map(str, arguments)], given, prog_name="butda")
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.stdout, done.stderr

    command.library = library
    return command


@pytest.fixture
def article(run, tmp_path):
    """The id of an article that a command imported (tests of operations have an article of their own)."""
    path = tmp_path / "bài.txt"
    path.write_text(TEXT, "utf-8")
    return run("import", path)[1].split("\t")[1]
