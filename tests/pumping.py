"""Run as a program: every pattern of the project, and those that a text of a few hundred words would hang; JSON on stdout."""

import ast
import importlib
import json
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants as sre
from re import _parser as parser
from types import FrameType, ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
TIMES = 200  # a group is repeated so often: what doubles with each ends with the universe, what is a cube in minutes
SECONDS = 1.0  # of this process' own time on the processor, for one text; a square takes some hundredths
FEW = 8  # a group that may stand so often at most is not pumped
ENDS = ("\x01", "")  # what follows the pump: the pattern fails, or may just hold
LETTERS = "a1 A,.-:;()/%đ\xa0\n\"'“_x0|[*"


# --- every pattern ------------------------------------------------------------------------------------------------

Seen = dict[tuple[str, int], set[tuple[str, int]]]  # pattern and flags -> file and line of those who asked for it


def recorded() -> Seen:
    """Watch `re` from now on: what is compiled for a file of the project lands in the value returned."""
    seen: Seen = {}
    compiled = re._compile  # type: ignore[attr-defined]  # the one door of the module

    def watched(pattern: Any, flags: int) -> Any:
        frame: FrameType | None = sys._getframe(2)
        if isinstance(pattern, str) and frame and (path := frame.f_code.co_filename).startswith(f"{ROOT}/desktop"):
            seen.setdefault((pattern, int(flags)), set()).add((path, frame.f_lineno))
        return compiled(pattern, flags)

    re._compile = watched  # type: ignore[attr-defined]
    return seen


def modules() -> Iterator[ModuleType]:
    """Yield the project's modules."""
    import desktop

    for found in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def written(module: ModuleType) -> Iterator[tuple[str, int, str | None, int]]:
    """Yield file, line, pattern and flags of each call of `re` in a module's source; a pattern out of local names is None."""
    path = str(module.__file__)
    for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and re.fullmatch(r"re\.(?!escape)[a-z]+", ast.unparse(node.func)):
            given = [*node.args[1:], *(each.value for each in node.keywords)]
            flags = [each for each in given if re.fullmatch(r"re\.[A-Z]+(?: \| re\.[A-Z]+)*", ast.unparse(each))]
            try:
                pattern = str(_value(node.args[0], module))
            except NameError:
                pattern = None
            yield path, node.lineno, pattern, int(_value(flags[0], module)) if flags else 0


def _value(node: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(node), "<pattern>", "eval"), dict(vars(module)))


# --- texts that pump a pattern ------------------------------------------------------------------------------------

Node = tuple[Any, Any]


def pumps(pattern: str, flags: int) -> Iterator[str]:
    """Yield, for each group that may stand without end and each alternative in it, a text that repeats it."""
    tree = list(parser.parse(pattern, flags))
    for star in _stars(tree):
        for body in sorted(set(_bodies(star[1][2]))):
            if body:
                yield _text(tree, star, body * TIMES)


def _stars(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        if node[0] in (sre.MAX_REPEAT, sre.MIN_REPEAT) and node[1][1] > FEW:
            yield node
        for part in _parts(node):
            yield from _stars(list(part))


def _parts(node: Node) -> list[Any]:
    """Return the sequences that stand inside a node."""
    kind, held = node
    if kind is sre.BRANCH:
        return list(held[1])
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [held[2]]
    if kind is sre.SUBPATTERN:
        return [held[3]]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [held[1]]
    if kind is sre.ATOMIC_GROUP:
        return [held]
    return []


def _bodies(nodes: Any) -> list[str]:
    """Return texts of a sequence: each alternative in it once, what may be missing missing and there."""
    texts = [""]
    for kind, held in nodes:
        if kind is sre.BRANCH:
            more = [text for part in held[1] for text in _bodies(part)]
        elif kind is sre.SUBPATTERN:
            more = _bodies(held[3])
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            more = [text * count for text in _bodies(held[2]) for count in {held[0], max(1, held[0])}]
        else:
            more = _letters((kind, held))
        # the first of each with all of one: not every choice with every other, which would be without end
        texts = [*(texts[0] + each for each in more), *(each + more[0] for each in texts[1:])]
    return texts


def _text(nodes: Any, star: Node | None = None, pump: str = "") -> str:
    """Return a text that a sequence fits, the star replaced by the pump."""
    return "".join(_of(node, star, pump) for node in nodes)


def _of(node: Node, star: Node | None, pump: str) -> str:
    kind, held = node
    if node is star:
        return pump
    if kind is sre.BRANCH:
        return _text(next((part for part in held[1] if _holds(part, star)), held[1][0]), star, pump)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _text(held[2], star, pump) * (max(1, held[0]) if _holds(held[2], star) else held[0])
    if kind in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _text(_parts(node)[0], star, pump)
    if kind is sre.ASSERT:
        return _text(held[1], star, pump) if held[0] < 0 or _holds(held[1], star) else ""
    return _letters(node)[0]


def _holds(nodes: Any, star: Node | None) -> bool:
    return any(node is star or any(_holds(part, star) for part in _parts(node)) for node in nodes)


def _letters(node: Node) -> list[str]:
    """Return a letter for each way in which a node can be met: `a|b` comes from the parser as a set of two."""
    kind, held = node
    if kind is sre.LITERAL:
        return [chr(held)]
    if kind is sre.IN and held[0][0] is not sre.NEGATE:
        ranged = {sre.LITERAL: lambda each: chr(each[1]), sre.RANGE: lambda each: chr(each[1][0])}
        return [ranged.get(each[0], lambda one: _one((sre.IN, [one])))(each) for each in held]
    return [_one(node)]


def _one(node: Node) -> str:
    """Return a letter that a node takes; of a place, such as the beginning of a word, nothing."""
    if node[0] not in (sre.IN, sre.NOT_LITERAL, sre.ANY):
        return ""
    return next((each for each in LETTERS if _accepts(node, each)), "")


def _accepts(node: Node, letter: str) -> bool:
    kind, held = node
    if kind is sre.ANY:
        return letter != "\n"
    if kind is sre.NOT_LITERAL:
        return ord(letter) != held
    inside = any(_within(each, letter) for each in held if each[0] is not sre.NEGATE)
    return inside is not (held[0][0] is sre.NEGATE)


def _within(node: Node, letter: str) -> bool:
    kind, held = node
    if kind is sre.CATEGORY:
        name = str(held).lower().rpartition("category_")[2]
        found = {"digit": letter.isdigit(), "space": letter.isspace(), "word": letter.isalnum() or letter == "_"}
        return not found[name[4:]] if name.startswith("not_") else found[name]
    return ord(letter) == held if kind is sre.LITERAL else held[0] <= ord(letter) <= held[1]


# --- the trial ----------------------------------------------------------------------------------------------------


class TooLongError(Exception):
    """A pattern had more of the processor than a pattern may have."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLongError


def hangs(pattern: str, flags: int) -> str | None:
    """Return the beginning of a text on which a pattern does not end in time, or None."""
    compiled = re.compile(pattern, flags)
    signal.signal(signal.SIGVTALRM, _stop)
    for pump in pumps(pattern, flags):
        for end in ENDS:
            try:
                signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
                compiled.fullmatch(pump + end)
                compiled.search(pump + end)
            except TooLongError:
                return pump[:60]
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def main() -> None:
    """Print the patterns' count, the calls whose pattern nobody saw, and the patterns that hang with the text that shows it."""
    seen = recorded()
    loaded = list(modules())
    from desktop.detect import detect
    from desktop.detect.languages import ENGLISH

    for rule in ENGLISH.rules:
        hasattr(rule, "pattern")
    for path in sorted((ROOT / "corpus" / "articles").glob("00*.txt")):  # builds the patterns that wait to be needed
        detect(path.read_text(encoding="utf-8"), "2024-05-01")
    known, asked = set(seen), {site for sites in seen.values() for site in sites}
    unseen = []
    for module in loaded:
        for path, line, pattern, flags in written(module) if module.__file__ else ():
            if pattern is not None:
                known.add((pattern, flags))
            elif not any(where == path and line <= row <= line + 8 for where, row in asked):
                unseen.append(f"{Path(path).relative_to(ROOT)}")
    told = {pattern: text for pattern, flags in sorted(known) if (text := hangs(pattern, flags))}
    json.dump({"patterns": len(known), "unseen": sorted(set(unseen)), "hangs": told}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
