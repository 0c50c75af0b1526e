"""Settings: written and read back, and never in the way when their file is bad."""

import json
from pathlib import Path

import pytest

from desktop import settings
from desktop.settings import Settings

CHOSEN = Settings(
    language="en", theme="dark", person="Nhài", library="/x/y.butda", article="a1", geometry="AAEC", panes=(1, 2, 3),
    hidden=("TIME",), labels=("EVENT",), side=1, zoom=-2, recent=("/x/y.butda",), detecting=False, hinted=True, tags=("đọc lại",),
)  # fmt: skip


def test_what_was_saved_is_loaded(tmp_path):
    file = tmp_path / "new" / "settings.json"
    settings.save(CHOSEN, file)
    assert (settings.load(file), [each.name for each in file.parent.iterdir()]) == (CHOSEN, ["settings.json"])


def test_the_libraries_of_late_are_each_remembered_once_and_not_for_ever():
    chosen = Settings()
    for name in [*"abcdefghij", "b"]:
        chosen = settings.with_recent(chosen, Path(name))
    assert (chosen.library, chosen.recent) == ("b", tuple("bjihgfed"))


def test_a_library_is_remembered_once_by_whatever_name(tmp_path):
    (tmp_path / "one.butda").touch()
    (tmp_path / "alias.butda").symlink_to("one.butda")
    chosen = Settings()
    for name in ("one.butda", "other.butda", "alias.butda"):
        chosen = settings.with_recent(chosen, tmp_path / name)
    assert [Path(each).name for each in chosen.recent] == ["alias.butda", "other.butda"]


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert settings.load(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe\x00", b"", b"[" * 100_000])
def test_an_unreadable_file_gives_the_defaults_and_is_kept_aside(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    loaded = settings.load(file)
    aside = tmp_path / "settings.json.unreadable"
    assert (loaded, aside.read_bytes(), file.exists()) == (Settings(), content, False)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"), ("theme", "pink"), ("person", 5), ("zoom", "big"), ("zoom", True), ("panes", 7), ("unknown", 1),
    ],
)  # fmt: skip
def test_a_value_that_makes_no_sense_gives_way_to_its_default(tmp_path, key, value):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"person": "Nhài", key: value}), encoding="utf-8")
    expected = Settings() if key == "person" else Settings(person="Nhài")
    assert settings.load(file) == expected


def test_the_environment_names_the_file(monkeypatch, tmp_path):
    monkeypatch.setenv("BUTDA_SETTINGS", str(tmp_path / "mine.json"))
    assert settings.path() == tmp_path / "mine.json"
