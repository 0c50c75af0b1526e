"""Reading and reviewing: what the window is for just now, and the keys that lead from the page."""

from __future__ import annotations

from desktop.ui.controls.keys.keys_first import FirstKey, KeysFirst
from desktop.ui.controls.mark_keys import RUN
from desktop.ui.window.joints.joint import Joint


class ReviewJoint(Joint):
    """Lets the window follow the run through suggestions that goes on, or that none does."""

    def join(self) -> None:
        """Join the page's first keys, and what a review shows."""
        frame, reader, review = self._parts.frame, self._parts.reader, self._on.review
        KeysFirst(reader, (*review.keys, FirstKey(RUN["review_end"], self._is_nothing_nearer, self._queue.end)))
        review.shown.connect(frame.lend_side)
        review.shown.connect(reader.show_tags)
        frame.desk.left.connect(reader.setFocus)
        frame.desk.escaped.connect(self._leave_page)

    def show(self) -> None:
        """Show a run that goes on."""
        self._on.review.follow()

    def _is_nothing_nearer(self) -> bool:
        """Return whether Escape ends the review: no search and no label in the hand are ended first."""
        parts = self._parts
        return self._queue.running and parts.page.find_bar.isHidden() and parts.tools.pen.sign.isHidden()

    def _leave_page(self) -> None:
        """Give the screen back, else go to the shelf: Escape ended nothing on the page."""
        frame = self._parts.frame
        if frame.isFullScreen():
            frame.toggle_full_screen()
        else:
            frame.acts["go_shelf"].trigger()
