"""Questions for files begin where the last answer of the same purpose lay, over the end of the program too."""

from pathlib import Path

import pytest

from desktop.ui.controls import ask_files
from desktop.ui.controls.ask_files import AskFiles, Kind, Question


@pytest.fixture
def documents(tmp_path, monkeypatch):
    monkeypatch.setattr(ask_files, "documents", lambda: tmp_path)
    return tmp_path


def test_each_purpose_has_its_folder_and_another_run_begins_there(documents):
    asked, answers = [], [documents / "báo: chí" / "a.txt", documents / "xuất" / "b.csv"]
    for each in answers:
        each.parent.mkdir()

    def choose(parent, question):
        asked.append(question.start)
        return [answers[len(asked) - 1]] if len(asked) <= len(answers) else []

    first = AskFiles(choose)
    first.ask("in", None, Question(Kind.FILES, "Nhập", Path()))
    first.ask("out", None, Question(Kind.SAVE, "Xuất", Path("b.csv")))
    again = AskFiles(choose, first.kept)
    for purpose in ("in", "out", "another"):
        again.ask(purpose, None, Question(Kind.FOLDER, "Mở", Path()))
    assert asked == [
        documents, documents / "b.csv", answers[0].parent, answers[1].parent, documents,
    ]  # fmt: skip


def test_a_folder_that_is_gone_or_makes_no_sense_gives_way_to_the_documents(documents):
    files = AskFiles(kept=("in: /nowhere/at/all", "nonsense"))
    assert (files.folder("in"), files.folder("out"), files.kept) == (documents, documents, ("in: /nowhere/at/all",))
