"""Resources and sample articles, beside the checkout and inside a package."""

import pytest

from desktop import assets
from desktop.exchange import scheme


def test_a_resource_is_found_and_read_as_utf8():
    assert "PERSON" in {label.name for label in scheme.read(assets.text("labels.toml"))}


@pytest.mark.parametrize("name", ["none.toml", "../none", "labels.toml/x"])
def test_a_resource_that_is_not_there(name):
    with pytest.raises(FileNotFoundError, match="no resource"):
        assets.path(name)


def test_inside_a_package_its_own_folder_counts(tmp_path, monkeypatch):
    (tmp_path / "package" / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    (tmp_path / "package" / "resources" / "a.txt").write_text("trong gói", "utf-8")
    (tmp_path / "resources" / "a.txt").write_text("bên cạnh", "utf-8")
    (tmp_path / "corpus" / "articles").mkdir(parents=True)
    (tmp_path / "corpus" / "articles" / "b.txt").touch()
    (tmp_path / "corpus" / "articles" / "a.txt").touch()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "package")
    assert (assets.text("a.txt"), [path.name for path in assets.samples()]) == ("trong gói", ["a.txt", "b.txt"])
