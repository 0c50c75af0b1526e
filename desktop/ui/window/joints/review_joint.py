"""Reading and reviewing: what the window is for just now, and the keys that lead from the page."""

from __future__ import annotations

from desktop.ui.controls.keys_first import FirstKey, KeysFirst
from desktop.ui.window.joints.joint import Joint


class ReviewJoint(Joint):
    """Lets the window follow the run through suggestions that goes on, or that none does."""

    def join(self) -> None:
        """Join the page's first keys, and what a review shows."""
        frame, reader, review = self._parts.frame, self._parts.reader, self._on.review
        leads = (
            FirstKey(("Esc",), self._has_active, self._on.shape.rest),
            FirstKey(("Esc",), self._is_lit, self._parts.page.find_bar.close_bar),
            FirstKey(("Esc",), self._is_whole_screen, frame.toggle_full_screen),
            FirstKey(("Esc",), self._is_at_rest, frame.acts.by_name["go_shelf"].trigger),
        )
        KeysFirst(reader, (*review.keys, *leads))
        review.shown.connect(frame.lend_side)
        review.shown.connect(reader.show_tags)
        frame.desk.left.connect(reader.setFocus)

    def show(self) -> None:
        """Show a run that goes on."""
        self._on.review.follow()

    def _has_active(self) -> bool:
        return bool(self._article.active)

    def _is_lit(self) -> bool:
        return self._is_at_rest() and bool(self._parts.page.words)

    def _is_at_rest(self) -> bool:
        """Return whether nothing is selected on the page that Escape would let go of."""
        return self._article.selected is None and not self._parts.reader.textCursor().hasSelection()

    def _is_whole_screen(self) -> bool:
        return self._is_at_rest() and self._parts.frame.isFullScreen()
