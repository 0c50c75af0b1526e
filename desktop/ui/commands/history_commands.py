"""A notice that offers to take back what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.ui.controls.notice import Notice
    from desktop.ui.library.workspace import Workspace


def tell(notice: Notice, workspace: Workspace, words: str) -> None:
    """Tell of the step that was just made, with a button that undoes it, and no later one."""
    told = workspace.next_undo()

    def take_back() -> None:
        newest = workspace.next_undo()
        if told is not None and newest is not None and newest.step == told.step:
            workspace.undo()
        else:
            notice.inform(
                QCoreApplication.translate(
                    "TakingBack", "Other things were done since. The Edit menu undoes them first."
                )
            )

    notice.inform(words, QCoreApplication.translate("TakingBack", "Undo"), take_back)
