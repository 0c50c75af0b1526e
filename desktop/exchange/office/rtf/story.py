"""A story of a document of Rich Text: its text, a footnote, a text box; paragraphs and tables as they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.exchange.office.blocks import Block, line, rows
from desktop.exchange.office.fonts import decoded
from desktop.model import Role

_ROLES = {"title": Role.HEADLINE, "caption": Role.CAPTION, "author": Role.BYLINE}


@dataclass(slots=True)
class Story:
    """What of a story stands so far; `place` is the nested table or the cell that a paragraph goes into."""

    kind: str = ""
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)  # of text boxes that the paragraph at hand anchors
    table: list[list[list[Block]]] = field(default_factory=list)
    row: list[list[Block]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)  # the cells of a row of a table in a cell
    inner_cell: list[str] = field(default_factory=list)
    in_table: bool = False
    level: int = 1  # of tables in tables
    style: str = ""
    _runs: list[tuple[str, str]] = field(default_factory=list)  # words and their fonts
    _marked: list[tuple[str, str]] = field(default_factory=list)

    def add(self, words: str, font: str) -> None:
        """Go on with words in a font; a letter and its mark may come apart."""
        if self._runs and self._runs[-1][1] == font:
            self._runs[-1] = (self._runs[-1][0] + words, font)
        else:
            self._runs.append((words, font))

    def mark(self) -> None:
        """Keep in mind where words begin that may come again otherwise."""
        self._marked = list(self._runs)

    def forget(self) -> None:
        """Forget the words since the mark."""
        self._runs = list(self._marked)

    def end_paragraph(self) -> None:
        """End the paragraph at hand."""
        words, role = self._words(), _ROLES.get(self.style.casefold())
        if role is Role.HEADLINE:
            words = words.replace("\n", " ")
        made = [Block(said, role) for said in words.split("\n")] + self.boxes
        self.boxes = []
        if self.in_table and self.level > 1:
            self.inner_cell += [said for each in made if (said := line(each.text))]
        elif self.in_table:
            self.cell += made
        else:
            self._end_table()
            self.blocks += made

    def end_cell(self) -> None:
        """End a cell of a table."""
        self.in_table, self.level = True, 1
        self.end_paragraph()
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """End a row of a table."""
        self.table.append(self.row)
        self.row = []

    def end_inner_cell(self) -> None:
        """End a cell of a table that stands in a cell."""
        self.in_table, self.level = True, max(2, self.level)
        self.end_paragraph()
        self.inner.append(" ".join(self.inner_cell))
        self.inner_cell = []

    def end_inner_row(self) -> None:
        """End a row of a table that stands in a cell: a paragraph of that."""
        self.cell.append(Block("\t".join(self.inner)))
        self.inner = []

    def end(self) -> list[Block]:
        """End the story, and return its paragraphs."""
        if self._runs or self.boxes:
            self.end_paragraph()
        if self.cell or self.row:
            self.row.append(self.cell)
            self.end_row()
        self._end_table()
        return self.blocks

    def _end_table(self) -> None:
        if self.table:
            self.blocks += rows(self.table)
            self.table = []

    def _words(self) -> str:
        words = "".join(decoded(said, font) for said, font in self._runs)
        self._runs = []
        return words
