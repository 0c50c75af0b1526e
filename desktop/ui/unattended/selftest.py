"""The program's check of itself: does everything work in this place, fonts, plugins and licences too?"""

from __future__ import annotations

import json
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, Qt

from desktop import __version__, assets
from desktop.errors import KnownError
from desktop.operations import Detector, Exported, PageReader, Selection
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

_COLORS = 200  # a window without letters shows some 60 to 100, one with them more than 400
_INPUT = ("ibus", "compose")  # without these plugins nobody writes Vietnamese under Linux


def selftest(
    detector: Detector, read_page: PageReader, samples: Sequence[Path], out: Callable[[str], object] = print
) -> int:
    """Do the main work in a temporary library; print one line of JSON; return 0 if all of it held, else 1."""
    found: dict[str, object] = {
        "version": __version__,
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "platform": sys.platform,
        "input_methods": input_methods(),
        "licences": len(licences()),
        "samples": len(samples),
    }
    with tempfile.TemporaryDirectory(prefix="butda-") as folder:
        try:
            found |= _work(Path(folder), detector, read_page, samples)
        except (KnownError, TimeoutError, OSError) as error:
            found["failed"] = f"{type(error).__name__}: {error}"
    checks = {
        "detected": bool(found.get("detected")),
        "annotated": found.get("annotated") == 1,
        "verified": bool(found.get("exported")) and found.get("verified") == found.get("exported"),
        "library": found.get("library") == [],
        "painted": int(str(found.get("colors", 0))) > _COLORS,
        "input_methods": sys.platform != "linux" or set(_INPUT) <= set(input_methods()),
        "licences": bool(licences()),
    }
    found["checks"] = checks
    found["ok"] = all(checks.values())
    out(json.dumps(found, ensure_ascii=False))
    return 0 if found["ok"] else 1


def input_methods() -> list[str]:
    """Return the names of Qt's input-method plugins that are there, those of _INPUT."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    names = [each.name for each in folder.glob("*")]
    return [name for name in _INPUT if any(name in each for each in names)]


def licences() -> list[Path]:
    """Return the texts of the licences that are shipped."""
    try:
        return sorted(each for each in assets.path("licences").iterdir() if each.suffix in (".txt", ".md"))
    except FileNotFoundError:
        return []


def _work(folder: Path, detector: Detector, read_page: PageReader, samples: Sequence[Path]) -> dict[str, object]:
    session = Session(folder / "settings.json", detector, read_page)
    session.start(folder / "selftest.butda", samples=False)
    window = session.window
    try:
        driving.until(lambda: driving.settled(session))
        bench = driving.bench(session)
        library, opened = bench.library, bench.article
        bench.commands.files.start(samples[:1])
        driving.until(lambda: driving.settled(session))
        article = opened.article
        if article is None:
            return {}
        before = library.reads.annotations(article.id)
        start = next(at for at, character in enumerate(article.text) if character.isalpha())
        driving.select(session, start, min(start + 2, len(article.text)))
        key = opened.labels[0].key
        driving.press(bench.reader, Qt.Key(ord(key.upper())), key.lower())
        after = library.reads.annotations(article.id)
        ended: list[Exported] = []
        library.errands.export(
            "jsonl", folder / "selftest.jsonl", Selection(), False, lambda done: ended.extend(done or ()), _raise
        )
        driving.until(lambda: bool(ended))
        return {
            "detected": len(before),
            "annotated": len(after) - len(before),
            "exported": ended[0].annotations,
            "verified": ended[0].verified,
            "library": library.reads.check(),
            "colors": driving.colors(window),
        }
    finally:
        window.close()


def _raise(error: Exception) -> None:
    raise error
