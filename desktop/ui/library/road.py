"""The one road of an edit: carried out in one transaction, then told as a value, or refused with a reason and nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.model import Changes, Step
from desktop.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class Road(QObject):
    """Carries out operations on one store. What a person can mend comes out of `refused`."""

    changed = Signal(Changes)
    refused = Signal(KnownError)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self.store = store
        self._turns = Changes()  # what the turns changed so far that undo or redo a step

    def edit(self, operation: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs) -> Changes:
        """Carry out an operation and tell what it changed."""
        done = self.do(operation, *args, **kwargs)
        self.tell(done)
        return done

    def do(self, operation: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs) -> Changes:
        """Carry out an operation; the caller tells what it changed."""
        return self.ask(operation, *args, **kwargs) or Changes()

    def ask(self, operation: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Carry out an operation that answers with anything; None if it is refused."""
        try:
            finished = self.store.finish()  # an edit while many changes are undone turn by turn
            if finished is not None:
                self._turns = self._turns.joined(finished.changes)
                self._tell_of_turns()
            return operation(self.store, *args, **kwargs)
        except KnownError as error:
            self.refuse(error)
            return None

    def travel(self, way: Callable[[Store, int | None], Step | None], most: int | None = None) -> Step | None:
        """Undo or redo a step, or `most` changes of it: one turn of many, told of after the last."""
        try:
            step = way(self.store, most)
        except KnownError as error:
            self.refuse(error)
            return None
        if step is not None:
            self._turns = self._turns.joined(step.changes)
            if not step.left:
                self._tell_of_turns()
        return step

    def tell(self, done: Changes) -> None:
        """Tell what was changed, if anything was."""
        if done.shelf or done.scheme or done.cards or done.marks:
            self.changed.emit(done)

    def refuse(self, error: KnownError) -> None:
        """Tell why something could not be done."""
        self.refused.emit(error)

    def _tell_of_turns(self) -> None:
        done, self._turns = self._turns, Changes()
        self.tell(done)
