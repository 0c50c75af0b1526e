"""Reading and reviewing: what the window is for just now, and the keys that lead from the page."""

from __future__ import annotations

from dataclasses import replace

from desktop.settings import Settings
from desktop.ui.controls.keys.keys_first import FirstKey, KeysFirst
from desktop.ui.controls.mark_keys import RUN
from desktop.ui.window.joints.joint import Joint


class ReviewJoint(Joint):
    """Lets the window follow the run through suggestions that goes on, or that none does."""

    def fill(self, settings: Settings) -> None:
        """Take suggestions in the order of last time."""
        if settings.doubt_first != self._queue.by_doubt:
            self._queue.order_by_doubt(settings.doubt_first)

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with the order of suggestions."""
        return replace(settings, doubt_first=self._queue.by_doubt)

    def join(self) -> None:
        """Join the page's first keys, and what a review shows."""
        frame, reader, review = self._parts.frame, self._parts.reader, self._on.review
        nearest_first = (
            FirstKey(RUN["review_end"], self._speaks, self._on.aloud.hush),
            FirstKey(RUN["review_end"], self._has_active, self._on.shape.rest),
            FirstKey(RUN["review_end"], self._ends_review, self._queue.end),
            FirstKey(RUN["review_end"], self._is_lit, self._parts.page.find_bar.close_bar),
        )
        KeysFirst(reader, (*review.keys, *nearest_first))
        review.shown.connect(frame.lend_side)
        review.shown.connect(reader.show_tags)
        frame.desk.left.connect(reader.setFocus)
        frame.desk.escaped.connect(self._leave_page)

    def show(self) -> None:
        """Show a run that goes on."""
        self._on.review.follow()

    def _speaks(self) -> bool:
        return self._on.aloud.speaks

    def _has_active(self) -> bool:
        return bool(self._article.active)

    def _ends_review(self) -> bool:
        return self._queue.running and self._parts.page.find_bar.isHidden()

    def _is_lit(self) -> bool:
        """Return whether a search is to be seen, and nothing selected that Escape would let go of first."""
        at_rest = self._article.selected is None and not self._parts.reader.textCursor().hasSelection()
        return at_rest and (bool(self._parts.page.words) or not self._parts.page.find_bar.isHidden())

    def _leave_page(self) -> None:
        """Give the screen back, else go to the shelf: Escape ended nothing on the page."""
        frame = self._parts.frame
        if frame.isFullScreen():
            frame.toggle_full_screen()
        else:
            frame.acts["go_shelf"].trigger()
