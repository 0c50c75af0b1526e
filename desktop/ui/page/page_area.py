"""The page with what belongs to reading it: find bar above, map beside."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.text.matching import matches
from desktop.ui.look.theme import Theme
from desktop.ui.page.find_bar import FindBar
from desktop.ui.page.minimap import Minimap
from desktop.ui.page.reader import Reader
from desktop.ui.page.search_hits import nearest

_MOST_HITS = 20_000  # what a search for one letter finds in a megabyte is more than anybody steps through


class PageArea(QWidget):
    """Finds words in the article that its reader shows, and goes where the map is clicked."""

    def __init__(self, reader: Reader, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading_pane")
        self.reader = reader
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

    def find_words(self) -> None:
        """Open the find bar, with what is selected in it if that is short."""
        words = self.reader.selected_words()
        self.find_bar.open_bar(" ".join(words.split()) if len(words) <= 80 and "\n" not in words.strip() else "")

    def find_again(self) -> None:
        """Look for the words of the open find bar in another text; the page stays where it is."""
        if self.find_bar.isVisible():
            self.search(self.find_bar.box.text(), go=False)

    def step_hit(self, forward: bool) -> None:
        """Go to the next or the previous hit, round the end again; look for the last words anew, or ask for words."""
        if not self.find_bar.isVisible():
            if not self.find_bar.box.text().strip():
                self.find_words()
                return
            self.find_bar.show()
            self.search(self.find_bar.box.text(), go=False)
        hits = self.reader.hits
        if not hits.found:
            return
        here = self.reader.place[0]
        if hits.current is not None:
            at = (hits.current + (1 if forward else -1)) % len(hits.found)
        else:
            at = (nearest(hits.found, here + forward) or 0) - (not forward)
        self._show_hit(hits.found, at % len(hits.found))

    def search(self, words: str, go: bool = True) -> None:
        """Show where words stand in the article, and go to the nearest place if that is wanted."""
        article = self.reader.article
        found = []
        if article is not None and words.strip():
            for hit in matches(article.text, words, prefix=True):
                found.append(hit)
                if len(found) == _MOST_HITS:
                    break
        if go and found:
            self._show_hit(found, nearest(found, self.reader.place[0]))
        else:
            self.reader.set_hits(found)
            self.find_bar.show_count(0 if found else None, len(found))

    def search_again(self, words: str, hit: int | None) -> None:
        """Show what was found before, and which hit the page stood at; the page stays where it is."""
        self.search(words, go=False)
        found = self.reader.hits.found
        if hit is not None and hit < len(found):
            self._show_hit(found, hit)

    def _show_hit(self, found: list[tuple[int, int]] | tuple[tuple[int, int], ...], current: int | None) -> None:
        self.reader.set_hits(found, current)
        self.find_bar.show_count(current, len(found))

    def _end_search(self) -> None:
        self.reader.end_hits()
        self.reader.setFocus()

    def _jump(self, share: float) -> None:
        bar = self.reader.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
