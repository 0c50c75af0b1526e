"""The window and its parts.

PySide puts its own import in place of Python's, which reads and keeps the source of every module that is imported from then on, to see
whether it names PySide: it matters to those alone who choose other names for Qt's methods (`from __feature__ import ...`). We do not:
whoever loads the window before PySide keeps Python's own, starts sooner and in 8 MB less.
"""

import builtins

_python = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _python
