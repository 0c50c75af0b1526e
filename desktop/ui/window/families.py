"""The commands of the workbench, a family a field, each over the parts it works on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.settings import Settings
from desktop.ui.article.reading_places import Places
from desktop.ui.commands.article_commands import ArticleCommands
from desktop.ui.commands.file_commands import FileCommands
from desktop.ui.commands.forward_commands import ForwardCommands
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.library_commands import LibraryCommands
from desktop.ui.commands.mark_commands import MarkCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.note_commands import NoteCommands
from desktop.ui.commands.opening.neighbour import Neighbour
from desktop.ui.commands.opening.picture_commands import PictureCommands
from desktop.ui.commands.page_commands import PageCommands
from desktop.ui.commands.palette.palette_commands import PaletteCommands
from desktop.ui.commands.print_commands import PrintCommands
from desktop.ui.commands.reading.aloud_commands import AloudCommands
from desktop.ui.commands.reading.look_commands import LookCommands
from desktop.ui.commands.reading.way_commands import WayCommands
from desktop.ui.commands.rereading.reread_commands import RereadCommands
from desktop.ui.commands.reviewing.review_commands import ReviewCommands
from desktop.ui.commands.searching.one_search import OneSearch
from desktop.ui.commands.sets.export_commands import ExportCommands
from desktop.ui.commands.sets.marks_commands import MarksCommands
from desktop.ui.commands.shaping.shape_commands import ShapeCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.window.opened import Opened
from desktop.ui.window.parts import Parts


@dataclass(frozen=True, slots=True)
class Families:
    """Who carries out what is wished, and what is meant by it."""

    meant: Meant
    history: HistoryCommands
    articles: ArticleCommands
    forward: ForwardCommands
    files: FileCommands
    exports: ExportCommands
    marks_in: MarksCommands
    library: LibraryCommands
    marks: MarkCommands
    notes: NoteCommands
    page: PageCommands
    looks: LookCommands
    aloud: AloudCommands
    ways: WayCommands
    printing: PrintCommands
    review: ReviewCommands
    palette: PaletteCommands
    neighbour: Neighbour
    pictures: PictureCommands
    rereading: RereadCommands
    search: OneSearch
    shape: ShapeCommands

    @property
    def wishes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Which action asks whom for what."""
        for family in (
            self.articles, self.marks, self.files, self.exports, self.marks_in, self.page, self.looks, self.aloud, self.ways, self.notes,
            self.history, self.library, self.printing, self.review, self.palette, self.rereading, self.shape, self.pictures,
        ):  # fmt: skip
            yield from family.wishes.items()


def made(around: Surroundings, opened: Opened, parts: Parts, places: Places, settings: Settings) -> Families:
    """Make all families over one open library."""
    library, article, jobs, acts = opened.library, opened.article, opened.jobs, parts.frame.acts
    shelf, reader, pane, tools = parts.shelf, parts.reader, parts.marks, parts.tools
    meant, queue = Meant(library, shelf, article, pane), opened.queue
    history = HistoryCommands(around, acts, library, article, jobs)
    on_marks = MarkCommands(around, acts, library, article, meant, queue, history, reader, pane, tools)
    return Families(
        meant=meant,
        history=history,
        articles=ArticleCommands(around, acts, library, meant, jobs, history, shelf, parts.head),
        forward=ForwardCommands(around, library, article, jobs, history),
        files=FileCommands(around, library, article, meant, jobs, shelf),
        exports=ExportCommands(around, library, article, shelf, settings),
        marks_in=MarksCommands(around, library, jobs),
        library=LibraryCommands(around, library, jobs, history),
        marks=on_marks,
        notes=NoteCommands(around, library, article, meant, on_marks, pane, tools),
        page=PageCommands(around, acts, library, article, history, parts.page),
        looks=LookCommands(around, acts, reader),
        aloud=AloudCommands(around, acts, article, reader),
        ways=WayCommands(around, library, article, reader, places),
        printing=PrintCommands(around, library, article, reader, settings),
        review=ReviewCommands(around, acts, library, article, queue, meant, reader, parts.decisions),
        palette=PaletteCommands(around, acts, library, article, reader, shelf),
        neighbour=Neighbour(library, article, shelf),
        pictures=PictureCommands(around, library, article, reader),
        rereading=RereadCommands(around, library, article, meant, jobs, history),
        search=OneSearch(library, article, shelf, parts.page),
        shape=ShapeCommands(around, acts, library, article, reader, tools),
    )
