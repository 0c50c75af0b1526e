"""Reading aloud by a program of the system: a script in its place writes down what it is given."""

import pytest
from furnished import TEXTS

from desktop.ui.unattended import driving

TITLE, _, BODY = TEXTS["lop-hoc.txt"].strip().split("\n")


@pytest.fixture
def heard(tmp_path, monkeypatch):
    """What was said so far, by a program that ends as soon as it has said it, or as `end` tells."""
    program, said = tmp_path / "bin" / "spd-say", tmp_path / "said"
    program.parent.mkdir()

    def speak(end="exit 0"):
        program.write_text(
            f'#!/bin/sh\nfor last; do :; done\nprintf "%s\\n" "$last" >> {said}\n[ "$1" = --cancel ] || {end}\n'
        )
        program.chmod(0o755)
        return lambda: said.read_text().splitlines() if said.exists() else []

    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return speak


def reading(parts):
    parts.take_wishes("aloud")
    parts.article.open(parts.named(TITLE))
    return parts


def test_it_reads_sentence_by_sentence_to_the_end_and_the_page_goes_along(parts, heard):
    said = heard()
    reading(parts).acts["read_aloud"].trigger()
    begun = parts.acts.by_name["read_aloud"].isChecked()
    driving.until(lambda: not parts.aloud.speaks)
    here = parts.reader.positions.to_code_points(parts.reader.textCursor().position())
    assert (begun, said(), parts.acts.by_name["read_aloud"].isChecked(), here) == (
        True, [TITLE, BODY], False, parts.article.text.index(BODY),
    )  # fmt: skip


def test_it_reads_what_is_selected_alone(parts, heard):
    said = heard()
    reading(parts)
    start = parts.article.text.index("Tô Thị Nhài")
    parts.select(start, start + len("Tô Thị Nhài"))
    parts.acts["read_aloud"].trigger()
    driving.until(lambda: not parts.aloud.speaks)
    assert said() == ["Tô Thị Nhài"]


@pytest.mark.parametrize("way", ["again", "another article"])
def test_it_is_stopped_at_once(parts, heard, way):
    said = heard("exec sleep 60")
    reading(parts).acts["read_aloud"].trigger()
    driving.until(lambda: said() == [TITLE])
    if way == "again":
        parts.acts["read_aloud"].trigger()
    else:
        parts.article.open(parts.named("Cây cầu mới"))
    stopped = not parts.aloud.speaks
    driving.until(lambda: len(said()) > 1)
    assert (stopped, said(), parts.acts.by_name["read_aloud"].isChecked()) == (True, [TITLE, "--cancel"], False)


def test_a_service_that_does_not_answer_is_told(parts, heard):
    said = heard("exit 1")
    reading(parts).acts["read_aloud"].trigger()
    driving.until(lambda: not parts.aloud.speaks)
    assert (said(), parts.notice.words) == ([TITLE], "Không đọc được: dịch vụ tiếng nói của hệ thống không trả lời.")


def test_where_there_is_no_such_program_nothing_offers_it(parts, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    reading(parts)
    assert parts.acts.by_name["read_aloud"].isVisible() is False
