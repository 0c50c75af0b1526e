"""A person before the window: does what hands can do, and reads what eyes can see. Nothing here reaches into the window's parts."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel, QTextEdit, QWidget

from desktop.ui.page.mark_painter import inks_of
from desktop.ui.unattended import driving

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
_COPY = Qt.DropAction.CopyAction


def ask_menu(widget, at=None):
    """Ask for the menu of a widget at a place of it, as the right button or the menu key does."""
    view = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    place = at or view.rect().center()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place)))


class Person:
    """Sits before the window of a session, whichever window that is by now."""

    def __init__(self, session):
        self._session = session

    # What is there

    @property
    def window(self):
        """The window as it is now."""
        return self._session.window

    def find(self, name, kind=QWidget):
        """Return the part of the window, or of a dialog over it, that has an object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"the window has no {name}"
        return found

    @property
    def page(self):
        """What holds the text of the open article and takes the mouse."""
        return self.find("reader", QTextEdit)

    @property
    def dialog(self):
        """The dialog that lies on top."""
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()][-1]

    # What hands do

    def wait(self):
        """Wait until the window is drawn and nothing goes on in the background."""
        driving.until(lambda: driving.settled(self._session))

    def does(self, name):
        """Choose an action as from its menu; one that is grey cannot be chosen."""
        assert self.window.acts[name].isEnabled(), f"{name} cannot be chosen now"
        self.window.acts[name].trigger()

    def presses(self, key, modifiers=Modifier.NoModifier, at=None):
        """Press a key where the keyboard is."""
        if at is None:
            driving.until(self.window.isActiveWindow)
        QTest.keyClick(at or self.window.focusWidget() or self.window, key, modifiers)

    def types(self, words, at=None):
        """Write words through an input method, as Vietnamese is written."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(at or self.window.focusWidget(), event)

    def clicks(self, name):
        """Click on a part of the window."""
        QTest.mouseClick(self.find(name), Button.LeftButton)

    def drops(self, *paths):
        """Drop files or folders on the window."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = self.window.rect().center()
        enter = QDragEnterEvent(middle, _COPY, content, Button.LeftButton, Modifier.NoModifier)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        fallen = QDropEvent(QPointF(middle), _COPY, content, Button.LeftButton, Modifier.NoModifier)
        QApplication.sendEvent(self.window, fallen)

    def searches(self, words):
        """Search the shelf for words and wait for what is found."""
        self.presses(Key.Key_K, Modifier.ControlModifier)
        self.types(words)
        shelf = self.find("shelf")
        driving.until(lambda: shelf.shows_hits and driving.settled(self._session))

    def opens(self, words):
        """Open the article that a search for words finds first, and leave the search."""
        self.searches(words)
        box = self.window.focusWidget()
        self.presses(Key.Key_Return, at=box)
        self.presses(Key.Key_Escape, at=box)

    def goes_to_the_page(self):
        """Put the keyboard on the page."""
        self.presses(Key.Key_2, Modifier.ControlModifier)

    def drags_over(self, words):
        """Select words with the mouse."""
        self.page.ensureCursorVisible()
        box, view = self._place(words), self.page.viewport()
        start, end = QPoint(box.left(), box.center().y()), QPoint(box.right(), box.center().y())
        QTest.mousePress(view, Button.LeftButton, pos=start)
        QTest.mouseMove(view, pos=(start + end) / 2)
        QTest.mouseMove(view, pos=end)
        QTest.mouseRelease(view, Button.LeftButton, pos=end)

    def clicks_on(self, words):
        """Click on words of the page."""
        QTest.mouseClick(self.page.viewport(), Button.LeftButton, pos=self._place(words).center())

    def marks(self, words, letter):
        """Mark words with the label that has a letter."""
        self.drags_over(words)
        driving.press(self.page, Key(ord(letter.upper())), letter)

    def undoes(self):
        """Take the last step back."""
        self.presses(Key.Key_Z, Modifier.ControlModifier)

    def does_it_again(self):
        """Do again what was taken back."""
        self.presses(Key.Key_Y, Modifier.ControlModifier)

    # What eyes see

    def sees(self, name):
        """Return whether a part of the window is in sight."""
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def reads(self, name):
        """Return the words of a label, None where it is not in sight."""
        return self.find(name, QLabel).text() if self.sees(name) else None

    @property
    def articles(self):
        """How many rows the shelf has."""
        return self.find("shelf").model.rowCount()

    def inked(self, words, label):
        """Return whether words of the page carry a label's colour."""
        box, view = self._place(words).adjusted(-3, -3, 3, 8), self.page.viewport()
        view.grab()
        image = view.grab(box).toImage()
        inks = inks_of(self.window.theme, label)
        wanted = [ink.getRgb()[:3] for ink in (inks.edge, inks.softened, inks.faded)]
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        seen = {image.pixelColor(*point).getRgb()[:3] for point in points}
        return any(_near(color, ink) for color in seen for ink in wanted)

    def _place(self, words):
        """Return the rectangle of words on the page, in the coordinates of what takes the mouse."""
        found = self.page.document().find(words)
        first, last = QTextCursor(found), QTextCursor(found)
        first.setPosition(found.selectionStart())
        last.setPosition(found.selectionEnd())
        return self.page.cursorRect(first).united(self.page.cursorRect(last))


def _near(color, wanted):
    return max(abs(a - b) for a, b in zip(color, wanted, strict=True)) < 12
