"""The page with what belongs to reading it: find bar above, map beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.text.queries.places import Note, apart, noted, places
from desktop.text.queries.query import Query, parsed
from desktop.text.selecting import words_at
from desktop.ui.look.theme import Theme
from desktop.ui.page.find_bar import FindBar
from desktop.ui.page.minimap import Minimap
from desktop.ui.page.reader import Reader
from desktop.ui.page.search_hits import nearest

_MOST_HITS = 20_000  # what a search for one letter finds in a megabyte is more than anybody steps through
_COMING = (QEvent.Type.Enter, QEvent.Type.FocusIn)
_Places = Sequence[tuple[int, int]]


class PageArea(QWidget):
    """Finds what a query means in the article that its reader shows, and goes where the map is clicked.

    `asked` says where the marks stand that a query without words asks for, `notes` what is written on marks. `go_on` is asked at
    the last hit, or backwards at the first, and says whether it went on somewhere else; if not, the search goes round.
    """

    words_wanted = Signal()  # the pointer or the keyboard came to the page: Vietnamese words may be selected

    def __init__(self, reader: Reader, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading_pane")
        self.reader, self._theme = reader, theme
        self.asked: Callable[[Query], _Places] = _none
        self.notes: Callable[[], Iterable[Note]] = tuple
        self.go_on: Callable[[bool], bool] = _nowhere
        self.find_bar = FindBar(theme, language, self)
        self.minimap = Minimap(reader, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        row.addWidget(reader, 1)
        row.addWidget(self.minimap)
        self.find_bar.searched.connect(self.search)
        self.find_bar.stepped.connect(self.step_hit)
        self.find_bar.closed.connect(self._end_search)
        self.minimap.jumped.connect(self._jump)
        reader.installEventFilter(self)
        theme.turned.connect(self._turn)

    def _turn(self) -> None:
        self.reader.set_theme(self._theme)

    @property
    def words(self) -> str:
        """What stands in the find bar while it is shown."""
        return self.find_bar.box.text().strip() if self.find_bar.isVisible() else ""

    def find_words(self) -> None:
        """Open the find bar, with what is selected in it if that is short."""
        words = self.reader.selected_words()
        self.find_bar.open_bar(" ".join(words.split()) if len(words) <= 80 and "\n" not in words.strip() else "")

    def find_again(self) -> None:
        """Look for the words of the open find bar in another text; the page stays where it is."""
        if self.find_bar.isVisible():
            self.search(self.find_bar.box.text(), go=False)

    def step_hit(self, forward: bool) -> None:
        """Go to the next or the previous hit, in another article or round the end again; look for the last words anew, or ask for words."""
        if not self.find_bar.isVisible():
            if not self.find_bar.box.text().strip():
                self.find_words()
                return
            self.find_bar.show()
            self.search(self.find_bar.box.text(), go=False)
        hits = self.reader.hits
        if hits.current is not None:
            at = hits.current + (1 if forward else -1)
        else:
            here = self.reader.place[0]
            at = (nearest(hits.found, here + forward) or 0) - (not forward)
        if not 0 <= at < len(hits.found) and self.go_on(forward):
            return
        if hits.found:
            self._show_hit(hits.found, at % len(hits.found))

    def search(self, words: str, go: bool = True) -> None:
        """Show what words mean in the article, and go to the nearest place if that is wanted."""
        found = self._found(parsed(words))
        if go and found:
            self._show_hit(found, nearest(found, self.reader.place[0]))
        else:
            self.reader.set_hits(found)
            self.find_bar.show_count(0 if found else None, len(found))

    def light(self, words: str, place: int | None) -> None:
        """Light all that words mean in the article, put them into the find bar, and stand at a place of the text; None: at the last."""
        self.find_bar.fill(words)
        found = self._found(parsed(words))
        at = len(found) - 1 if place is None else nearest(found, place)
        self._show_hit(found, at if found else None)

    def put_out(self) -> None:
        """Show no hits any more, and no find bar; the keyboard stays where it is."""
        self.find_bar.hide()
        self.reader.set_hits(())

    def _found(self, query: Query) -> _Places:
        article = self.reader.article
        if article is None or not query.terms:
            return ()
        if not query.is_read:
            return apart(self.asked(query))
        found = places(article.text, query, True, _MOST_HITS)
        return apart([*found, *noted(self.notes(), query, True)])

    def search_again(self, words: str, hit: int | None) -> None:
        """Show what was found before, and which hit the page stood at; the page stays where it is."""
        self.search(words, go=False)
        found = self.reader.hits.found
        if hit is not None and hit < len(found):
            self._show_hit(found, hit)

    def _show_hit(self, found: _Places, current: int | None) -> None:
        self.reader.set_hits(found, current)
        self.find_bar.show_count(current, len(found))

    def _end_search(self) -> None:
        self.reader.end_hits()
        self.reader.setFocus()

    def _jump(self, share: float) -> None:
        bar = self.reader.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say when somebody comes to the page while words are not known yet."""
        if event.type() in _COMING and not words_at.is_loaded():
            self.words_wanted.emit()
        return super().eventFilter(watched, event)


def _none(query: Query) -> _Places:
    return ()


def _nowhere(forward: bool) -> bool:
    return False
