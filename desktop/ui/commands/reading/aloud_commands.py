"""Reading aloud, sentence by sentence, by the system's speech-dispatcher, where that runs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QProcess, QStandardPaths

from desktop.model import Article, Role
from desktop.text.selecting import sentences
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.page.reader import Reader

_PROGRAM = "spd-say"  # of speech-dispatcher
_SAY = ("--wait", "--language", "vi", "--")
_HUSH = ("--cancel",)
_PATIENCE_MS = 500  # for its end

Stretch = tuple[int, int]


class AloudCommands(QObject):
    """Reads what is selected, else from the line at the caret to the end; the page goes along. Without the program the action is hidden."""

    def __init__(self, around: Surroundings, acts: Actions, article: OpenArticle, reader: Reader) -> None:
        super().__init__(around.parent)
        self._around, self._acts, self._article, self._reader = around, acts, article, reader
        self._program = QStandardPaths.findExecutable(_PROGRAM)
        self._left: deque[Stretch] = deque()
        self._voice = QProcess(self)
        self._voice.finished.connect(self._on_said)
        article.opened.connect(self.hush)
        acts.by_name["read_aloud"].setVisible(bool(self._program))

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"read_aloud": self.toggle}

    @property
    def speaks(self) -> bool:
        """Whether something is read aloud just now."""
        return self._voice.state() is not QProcess.ProcessState.NotRunning

    def toggle(self) -> None:
        """Begin to read aloud, or stop."""
        if self.speaks:
            self.hush()
        elif self._article.article is not None:
            self._left = deque(_read(self._article.article, *self._wanted()))
            self._say()
        self._acts.by_name["read_aloud"].setChecked(self.speaks)

    def hush(self) -> None:
        """Stop at once."""
        self._left.clear()
        if self.speaks:
            self._voice.blockSignals(True)
            self._voice.kill()
            self._voice.waitForFinished(_PATIENCE_MS)
            self._voice.blockSignals(False)
            QProcess.startDetached(self._program, list(_HUSH))
        self._acts.by_name["read_aloud"].setChecked(False)

    def _wanted(self) -> Stretch:
        """Return what is to be read: what is selected, else from the beginning of the sentence at the caret."""
        chosen = self._reader.selected_range()
        if chosen is not None:
            return chosen
        here = self._reader.positions.to_code_points(self._reader.textCursor().position())
        sentence = sentences.at(self._article.text, here)
        return sentence[0] if sentence is not None else here, len(self._article.text)

    def _say(self) -> None:
        if self._left:
            start, end = self._left.popleft()
            self._reader.reveal(start, end)
            self._voice.start(self._program, [*_SAY, self._article.text[start:end]])

    def _on_said(self, code: int) -> None:
        if code:
            self._left.clear()
            self._around.notice.inform(
                self.tr("Nothing can be read aloud: the system's speech service does not answer.")
            )
        self._say()
        self._acts.by_name["read_aloud"].setChecked(self.speaks)


def _read(article: Article, start: int, end: int) -> Iterator[Stretch]:
    """Yield the sentences of a stretch; furniture is left out."""
    for line in article.lines:
        if line.role is Role.FURNITURE or line.end <= start or line.start >= end:
            continue
        place = max(line.start, start)
        while (found := sentences.following(article.text, place, min(line.end, end))) is not None:
            yield found
            place = found[1]
