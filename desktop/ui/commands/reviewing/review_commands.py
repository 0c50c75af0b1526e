"""Reviewing: a run through the suggestions of what is selected, found or listed, over the ends of articles."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.model import Annotation, Status
from desktop.ui.article.decision_queue import DecisionQueue, Tally
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.keys.keys_first import FirstKey
from desktop.ui.controls.mark_keys import RUN
from desktop.ui.library.workspace import Workspace
from desktop.ui.marking.decision_bar import DecisionBar
from desktop.ui.page.reader import Reader
from desktop.ui.words.label_names import label_name
from desktop.ui.words.quotation import short_quote

_QUOTE = 60  # code points of a suggestion on the bar


class ReviewCommands(QObject):
    """Begins and ends a run, goes on to the next suggestion or article, and shows how far it is."""

    shown = Signal(bool)  # whether the window is for reviewing now, or for reading

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, queue: DecisionQueue,
        meant: Meant, reader: Reader, bar: DecisionBar,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._article = around, acts, library, article
        self._queue, self._meant, self._reader, self._bar = queue, meant, reader, bar
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        queue.begun.connect(self._start)
        for moved in (queue.changed, article.selected_changed, article.scheme_changed):
            moved.connect(self._soon.start)

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"review": self.toggle, "skip": self.skip, "review_on": self.go_on, "doubt_first": self.toggle_order}

    @property
    def keys(self) -> tuple[FirstKey, ...]:
        """The keys of a run on the page; `controls.mark_keys` has those that decide."""
        runs = self._runs
        return (
            FirstKey(RUN["review_on"], self._is_between, self.go_on),
            FirstKey(RUN["skip"], runs, self.skip),
            FirstKey(RUN["step_back"], runs, self.step_back),
        )

    def toggle(self) -> None:
        """Begin a run, or end the one that goes on."""
        if self._queue.running:
            self._queue.end()
        else:
            self._meant.with_run(self._queue.begin)
        self._reader.setFocus()

    def toggle_order(self) -> None:
        """Take what the detector is least sure of first, or go in the order of the text again; a run goes on by that."""
        self._queue.order_by_doubt(not self._queue.by_doubt)
        if self._queue.running and self._queue.by_doubt:
            self._go_to(self._queue.next())

    def go_on(self) -> None:
        """Go to the next suggestion of the article, or to the first of the next article that has some."""
        following = self._queue.next(self._article.selected)
        if following is not None:
            self._go_to(following)
        else:
            self._open_next()

    def skip(self) -> None:
        """Leave the suggestion undecided, and go on."""
        chosen = self._suggestion
        if chosen is None:
            self.go_on()
            return
        self._queue.skip(chosen)
        self._go_to(self._queue.next(chosen))

    def step_back(self) -> None:
        """Go back to the suggestion that was skipped last."""
        last = self._queue.back()
        if last is not None:
            self._go_to(last)

    # Within

    def _runs(self) -> bool:
        return self._queue.running

    def _is_between(self) -> bool:
        """Return whether the run stands at no mark: Enter goes on."""
        return self._queue.running and self._article.selected is None

    @property
    def _suggestion(self) -> Annotation | None:
        chosen = self._article.selected
        return chosen if chosen is not None and chosen.status is Status.SUGGESTED else None

    def _start(self) -> None:
        """Stand at the first suggestion in sight, or open the first article that has one."""
        if self._article.id not in self._queue.articles:
            self._open_next()
        elif self._suggestion is None:
            top, left = self._reader.top, self._queue.left
            in_sight = (each for each in left if each.start >= top or self._queue.by_doubt)
            self._go_to(next(in_sight, next(iter(left), None)))

    def _open_next(self) -> None:
        article = self._queue.next_article()
        if article is None:
            if not self._queue.tally.left and not self._queue.tally.decided:
                self._queue.end()
                self._around.notice.inform(self.tr("There is nothing to review here: no suggestion is undecided."))
            return
        self._library.edits.begin_reading(article)  # before it lies open: what is told of it then is read once
        self._article.open(article)
        self._go_to(self._queue.next())
        self._reader.setFocus()

    def _go_to(self, mark: Annotation | None) -> None:
        if mark is None:
            self._article.select("")
        else:
            self._reader.go_to(mark.id)

    # What is shown

    def follow(self) -> None:
        """Show whether a run goes on, and how far it is."""
        running = self._queue.running
        self._acts["review"].setChecked(running)
        self._acts["doubt_first"].setChecked(self._queue.by_doubt)
        if running == self._bar.isHidden():
            self._bar.setVisible(running)
            self.shown.emit(running)
        if running:
            self._show()

    def _show(self) -> None:
        tally, chosen, number = self._queue.tally, self._suggestion, self._around.number
        if chosen is not None:
            label = next((each for each in self._article.labels if each.name == chosen.label), None)
            name = label_name(label, self._around.language) if label is not None else chosen.label
            quote = short_quote(self._article.text, chosen.start, chosen.end, _QUOTE)
            sure = (
                [self.tr("{0}% sure").format(number(floor(100 * chosen.score)))]
                if chosen.score is not None and chosen.score < 1
                else []
            )
            self._bar.show_suggestion([f"{name}: “{quote}”", *sure], self._progress(tally))
        elif tally.left:
            self._bar.show_suggestion([self.tr("Enter: on to the next suggestion")], self._progress(tally))
        else:
            self._show_end(tally)

    def _show_end(self, tally: Tally) -> None:
        number = self._around.number
        words = [self.tr("No suggestions left in this article")]
        if tally.marks:
            words.append(self.tr("{0} of {1} rejected").format(number(tally.rejected), number(tally.marks)))
        goes_on = self._queue.next_article() is not None
        if not goes_on and not tally.rest:
            words = [self.tr("No suggestions left in this run"), *words[1:]]
            self._bar.show_end(words, [self.tr("{0} decided in the run").format(number(tally.decided))], goes_on)
            return
        key = [self.tr("Enter: the next article with suggestions")] if goes_on else []
        self._bar.show_end(words, [*key, *self._progress(tally)], goes_on)

    def _progress(self, tally: Tally) -> list[str]:
        number = self._around.number
        told = [self.tr("{0} left here").format(number(tally.left))] if tally.left else []
        told.append(self.tr("{0} left in the run").format(number(tally.rest)))
        if tally.skipped:
            told.append(self.tr("{0} skipped").format(number(tally.skipped)))
        if tally.rate is not None:
            told.append(self.tr("{0} a minute").format(number(tally.rate)))
        return told
