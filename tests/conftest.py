"""What every test may use. That this file stands here lets tests import `building` and `hostile` by name."""

import pytest
from building import plain_page

from desktop import operations
from desktop.model import Meta


@pytest.fixture
def store(tmp_path):
    """A library of its own with the default label scheme."""
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
