"""The workbench: all parts of the window over one open library, made whole, with the commands and the joints between them."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QObject

from desktop.settings import Settings
from desktop.ui.article.reading_places import Places
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import AskFiles
from desktop.ui.page.reader import Reader
from desktop.ui.window import families, parts
from desktop.ui.window.frame import Frame
from desktop.ui.window.joints.bars_joint import BarsJoint
from desktop.ui.window.joints.enabling_joint import EnablingJoint
from desktop.ui.window.joints.joint import Joint
from desktop.ui.window.joints.marks_joint import MarksJoint
from desktop.ui.window.joints.page_joint import PageJoint
from desktop.ui.window.joints.review_joint import ReviewJoint
from desktop.ui.window.joints.shelf_joint import ShelfJoint
from desktop.ui.window.opened import Opened
from desktop.ui.window.seen import Seen, list_again, look, show_again

_JOINTS = (PageJoint, MarksJoint, ShelfJoint, BarsJoint, ReviewJoint, EnablingJoint)


class Workbench(QObject):
    """Shelf, page and marks in one frame, in its theme and its language.

    What lies open and what goes on belong to the library: another workbench over it goes on with both.
    """

    def __init__(
        self, frame: Frame, opened: Opened, settings: Settings, files: AskFiles, places: Places, reader: Reader,
        seen: Seen | None = None,
    ) -> None:  # fmt: skip
        """`reader` may show the last article already; `seen` is what another workbench over the library showed."""
        super().__init__(frame)
        self.library, self.article, self.jobs = opened.library, opened.article, opened.jobs
        made = parts.made(frame, reader)
        self.frame, self.shelf, self.page, self.reader, self.tools = frame, made.shelf, made.page, reader, made.tools
        self.marks, self.head = made.marks, made.head
        self.notice, self.status = made.notice, made.status
        around = Surroundings(frame, frame.theme, frame.language, made.notice, files)
        self.commands = families.made(around, opened, made, places, settings)
        parts.lay(made)
        self._joints: list[Joint] = [each(around, opened, made, self.commands, self) for each in _JOINTS]
        for joint in self._joints:
            joint.fill(settings)
        if seen is not None:
            list_again(seen, self.shelf)
        for joint in self._joints:
            joint.join()
        for joint in self._joints:
            joint.show()

    def seen(self) -> Seen:
        """Return what is seen now, beside what belongs to the library."""
        return look(self.shelf, self.page, self.marks)

    def show_again(self, seen: Seen) -> None:
        """Show what another workbench showed, now that this one is drawn."""
        show_again(seen, self.shelf, self.page, self.marks)

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with how all looks now."""
        return reduce(lambda so_far, joint: joint.remembered(so_far), self._joints, settings)

    def finish(self) -> None:
        """End what is half done: a note is kept, what is written over the page too, and where the article is left."""
        self.tools.note.save()
        self.head.finish()
        self.leave_page()

    def leave_page(self) -> None:
        """Write down where the open article is left."""
        if self.article.id is not None:
            self.commands.ways.leave(self.article.id)

    def put_by(self) -> None:
        """Leave what is half done to another workbench over the same library."""
        self.tools.note.put_by()
        self.head.finish()
        self.leave_page()

    def open_first(self) -> bool:
        """Open the first article of the shelf, unless one lies open; return whether there is any."""
        first = self.shelf.first
        if self.article.id is None and first is not None:
            self.article.open(first)
        return self.article.id is not None
