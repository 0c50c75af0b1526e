"""The families of commands over a real library file and a bare widget: no window, no workbench, no session."""

import shutil
from functools import cached_property

import pytest
from furnished import read_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenuBar, QPushButton, QWidget

from desktop import operations
from desktop.settings import Settings
from desktop.ui.article.decision_queue import DecisionQueue
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.card.article_head import ArticleHead
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.article_commands import ArticleCommands
from desktop.ui.commands.file_commands import FileCommands
from desktop.ui.commands.forward_commands import ForwardCommands
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.mark_commands import MarkCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.opening.neighbour import Neighbour
from desktop.ui.commands.opening.picture_commands import PictureCommands
from desktop.ui.commands.page_commands import PageCommands
from desktop.ui.commands.palette.palette_commands import PaletteCommands
from desktop.ui.commands.reading.aloud_commands import AloudCommands
from desktop.ui.commands.reading.look_commands import LookCommands
from desktop.ui.commands.rereading.reread_commands import RereadCommands
from desktop.ui.commands.reviewing.review_commands import ReviewCommands
from desktop.ui.commands.sets.export_commands import ExportCommands
from desktop.ui.commands.sets.marks_commands import MarksCommands
from desktop.ui.commands.shaping.shape_commands import ShapeCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import AskFiles
from desktop.ui.controls.keys.keys_first import KeysFirst
from desktop.ui.controls.notice import Notice
from desktop.ui.controls.worded_bar import WordedBar
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.look import theme
from desktop.ui.marking.decision_bar import DecisionBar
from desktop.ui.marking.marking_tools import MarkingTools
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.page.page_area import PageArea
from desktop.ui.page.reader import Reader
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.unattended import driving
from desktop.ui.words.language import Languages

_LOOK = theme.load("light")


class Parts:
    """What commands work on; a part, or a family of commands, is made once it is asked for, and follows from then on."""

    def __init__(self, library, over, files):
        self.library, self.over = library, over
        self.acts = Actions(over, _LOOK)
        self.acts.fill(QMenuBar(over), WordedBar("", over))
        self.article, self.jobs, self.notice = OpenArticle(library), JobBoard(library), Notice(_LOOK, over)
        self.around = Surroundings(over, _LOOK, "vi", self.notice, files)
        self._side_by_side = QHBoxLayout(over)
        self.history = self._joined(HistoryCommands(self.around, self.acts, library, self.article, self.jobs))
        library.changed.connect(self.history.name_steps)
        self.history.name_steps()

    def _joined(self, family):
        for name, wish in family.wishes.items():
            self.acts.connect(name, wish)
        return family

    def _shown(self, part):
        self._side_by_side.addWidget(part)
        part.show()
        return part

    # Parts

    @cached_property
    def shelf(self):
        made = self._shown(Shelf(_LOOK, "vi", self.over))
        made.read(self.library.reads.view)
        made.open_requested.connect(self.article.open)
        made.preview_requested.connect(self.article.open)
        self.library.changed.connect(self._list_again)
        self.article.opened.connect(self._show_which)
        return made

    def _list_again(self, changes):
        if changes.shelf:
            self.shelf.reload()
            self._show_which()
        self.shelf.show_rows(self.library.reads.rows_of(self.shelf.model.held((*changes.cards, *changes.marks))))

    def _show_which(self):
        self.shelf.select(self.article.id)
        self.shelf.show_open(self.article.id)

    @cached_property
    def pane(self):
        return self._shown(AnnotationsPane(_LOOK, "vi", self.over))

    @cached_property
    def head(self):
        made = ArticleHead(self.over)
        self.article.opened.connect(lambda _: made.show_article(self.article.article))
        return made

    @cached_property
    def page(self):
        """The reader with what belongs to it: it shows what lies open."""
        made = self._shown(PageArea(Reader(_LOOK, "vi", self.over), _LOOK, "vi", self.over))
        made.reader.annotation_selected.connect(self.article.select)
        self.article.opened.connect(self._show_text)
        self.article.changed.connect(lambda: made.reader.set_annotations(self.article.annotations))
        self.article.selected_changed.connect(lambda mark: made.reader.select_annotation(mark or None))
        return made

    def _show_text(self):
        article = self.article
        self.page.reader.show_article(article.article, article.annotations, article.labels)
        self.page.find_again()

    @property
    def reader(self):
        return self.page.reader

    @cached_property
    def tools(self):
        return MarkingTools(_LOOK, "vi", [self.acts[name] for name in ("accept", "reject", "note")], self.reader)

    @cached_property
    def queue(self):
        return DecisionQueue(self.library, self.article)

    # Families

    @cached_property
    def meant(self):
        return Meant(self.library, self.shelf, self.article, self.pane)

    @cached_property
    def articles(self):
        made = self._joined(
            ArticleCommands(self.around, self.acts, self.library, self.meant, self.jobs, self.history, self.shelf, self.head)
        )  # fmt: skip
        self.shelf.delete_requested.connect(made.delete_these)
        self.shelf.open_requested.connect(made.begin_reading)
        self.shelf.menu_requested.connect(made.show_menu)
        self.acts.menus["state"].aboutToShow.connect(made.show_states)
        self.jobs.ended.connect(made.on_ended)
        return made

    @cached_property
    def files(self):
        made = self._joined(FileCommands(self.around, self.library, self.article, self.meant, self.jobs, self.shelf))
        self.jobs.ended.connect(made.on_ended)
        return made

    @cached_property
    def exports(self):
        return self._joined(ExportCommands(self.around, self.library, self.article, self.shelf, Settings()))

    @cached_property
    def marks_in(self):
        return self._joined(MarksCommands(self.around, self.library, self.jobs))

    @cached_property
    def forward(self):
        made = ForwardCommands(self.around, self.library, self.article, self.jobs, self.history)
        self.jobs.ended.connect(made.on_ended)
        return made

    @cached_property
    def rereading(self):
        made = self._joined(
            RereadCommands(self.around, self.library, self.article, self.meant, self.jobs, self.history)
        )
        self.jobs.ended.connect(made.on_ended)
        return made

    @cached_property
    def pictures(self):
        return self._joined(PictureCommands(self.around, self.library, self.article, self.reader))

    @cached_property
    def marks(self):
        made = self._joined(
            MarkCommands(
                self.around, self.acts, self.library, self.article, self.meant, self.queue, self.history, self.reader,
                self.pane, self.tools,
            )
        )  # fmt: skip
        made.fill_labels()
        self.tools.bar.set_labels(self.article.labels, ())
        self.pane.accept_requested.connect(made.accept_these)
        self.reader.annotate_requested.connect(made.annotate)
        self.reader.relabel_requested.connect(made.relabel_one)
        self.reader.accept_requested.connect(made.accept_one)
        self.reader.reject_requested.connect(made.reject_one)
        self.article.opened.connect(lambda _: made.follow())
        self.article.changed.connect(made.follow)
        self.article.selected_changed.connect(made.follow_selected)
        made.follow()
        return made

    @cached_property
    def review(self):
        decisions = DecisionBar(_LOOK, [self.acts[name] for name in ("accept", "reject", "skip")], self.over)
        made = self._joined(
            ReviewCommands(self.around, self.acts, self.library, self.article, self.queue, self.meant, self.reader, decisions)
        )  # fmt: skip
        KeysFirst(self.reader, made.keys)
        return made

    @cached_property
    def looks(self):
        made = self._joined(LookCommands(self.around, self.acts, self.reader))
        self.reader.folding_changed.connect(made.show_choices)
        made.show_choices()
        return made

    @cached_property
    def aloud(self):
        return self._joined(AloudCommands(self.around, self.acts, self.article, self.reader))

    @cached_property
    def palette(self):
        return self._joined(
            PaletteCommands(self.around, self.acts, self.library, self.article, self.reader, self.shelf)
        )

    @cached_property
    def shape(self):
        return self._joined(ShapeCommands(self.around, self.acts, self.library, self.article, self.reader, self.tools))

    @cached_property
    def on_page(self):
        made = self._joined(PageCommands(self.around, self.acts, self.library, self.article, self.history, self.page))
        self.reader.context_menu_requested.connect(made.show_menu)
        return made

    @cached_property
    def neighbour(self):
        made = Neighbour(self.library, self.article, self.shelf)
        self.library.changed.connect(lambda changes: made.follow() if changes.shelf else None)
        return made

    def take_wishes(self, *families):
        """Let families of commands carry out what their actions ask for."""
        for family in families:
            getattr(self, family)

    # What a person does, and sees

    def does(self, name):
        """Choose an action, and let what it began come to its end."""
        self.acts[name].trigger()
        self.settle()

    def settle(self):
        driving.until(lambda: not (self.library.tasks.busy or self.jobs.going))

    def select(self, start, end):
        """Select a stretch (code points) of the open article."""
        self.reader.move_caret(*map(self.reader.positions.to_utf16, (start, end)))

    def takes_offer(self):
        QTest.mouseClick(self.notice.findChild(QPushButton, "notice_offer"), Qt.MouseButton.LeftButton)

    def named(self, beginning):
        """Return the id of the article whose title begins so."""
        return next(row.id for row in self.library.reads.rows() if row.title.startswith(beginning))

    @property
    def dialog(self):
        """The dialog that was opened last, of those that are open; None: none is."""
        return next((each for each in reversed(self.over.findChildren(QDialog)) if each.isVisible()), None)


@pytest.fixture
def vietnamese(qapp):
    """Words of the window's language, in which a test tells what is said."""
    languages = Languages()
    languages.install("vi")
    yield
    languages.end()


@pytest.fixture
def parts(vietnamese, read_library, tmp_path, detecting, answers, asked):
    """What commands work on, over the three articles; none of them is open."""
    shutil.copy(read_library, tmp_path / "parts.butda")
    library = Workspace(operations.open_library(tmp_path / "parts.butda"), detecting, read_page)

    def choose(_parent, question):
        asked.append(question)
        return answers.pop(0) if answers else []

    over = QWidget()
    over.resize(1200, 700)
    over.show()
    made = Parts(library, over, AskFiles(choose))
    yield made
    made.settle()
    made.jobs.stop()
    library.close(backup=False)
    over.close()  # last, and not by qtbot, which closes before this: what is still told would meet widgets that are gone
    over.deleteLater()
