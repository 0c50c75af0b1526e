"""The log of what a program writes, by `strace`, and what of it a disk may hold when the power fails."""

import re
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,creat,write,pwrite64,pwritev,writev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat"
PIECE = 4096  # bytes that reach the disk together
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_HELD = re.compile(r"^(?:AT_FDCWD|-?\d+)(?:<(.*?)>)?$")


@dataclass(frozen=True)
class Act:
    """One call that changes a disk, or words that were said. `path` is whole; `other` is a rename's new path."""

    kind: str  # make, write, cut, sync, rename, remove, folder, said
    path: str = ""
    other: str = ""
    at: int = 0
    content: bytes = b""


def acts(log: Path) -> list[Act]:
    """Return what a log of strace -xx -y holds, in its order."""
    found, places = [], {}
    for line in log.read_text("ascii").splitlines():
        match = _LINE.match(line)
        if match is not None and int(match[3]) >= 0:
            found += _acts(match[1], _split(match[2]), int(match[3]), places)
    return found


def _acts(call, arguments, gave, places):
    first = _path(arguments[0])
    if call in ("openat", "creat"):
        folder, name, flags = (
            (arguments[0], arguments[1], arguments[2]) if call == "openat" else ("", arguments[0], "O_CREAT|O_TRUNC")
        )
        path = _joined(folder, name)
        places[path] = 0
        if "O_APPEND" in flags:
            places[path] = -1
        made = [Act("make", path)] if "O_CREAT" in flags else []
        return made + ([Act("cut", path, at=0)] if "O_TRUNC" in flags else [])
    if call in ("write", "pwrite64", "writev", "pwritev"):
        return _writes(call, arguments, gave, first, places)
    if call == "ftruncate":
        return [Act("cut", first, at=int(arguments[1], 0))]
    if call in ("fsync", "fdatasync"):
        return [Act("sync", first)]
    if call.startswith("rename"):
        at = call != "rename"
        old = _joined(arguments[0], arguments[1]) if at else _text(arguments[0])
        new = _joined(arguments[2], arguments[3]) if at else _text(arguments[1])
        return [Act("rename", old, new)]
    if call.startswith("unlink"):
        return [Act("remove", _joined(*arguments[:2]) if call == "unlinkat" else _text(arguments[0]))]
    return [Act("folder", _joined(*arguments[:2]) if call == "mkdirat" else _text(arguments[0]))]


def _writes(call, arguments, gave, path, places):
    content = b"".join(_bytes(each) for each in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments[1]))[:gave]
    if arguments[0].startswith("1<"):
        return [Act("said", content=content)]
    if call.startswith("p"):
        return [Act("write", path, at=int(arguments[-1], 0), content=content)]
    at = places.get(path, 0)
    if at >= 0:
        places[path] = at + gave
    return [Act("write", path, at=at, content=content)]


def _split(arguments):
    """Part arguments at the commas that stand in no quotes and no brackets."""
    return [each.strip() for each in re.split(r',(?=(?:[^"]*"[^"]*")*[^"]*$)(?![^\[]*\])', arguments)]


def _bytes(escaped):
    return bytes.fromhex(escaped.replace("\\x", ""))


def _text(quoted):
    return _bytes(quoted.strip('"')).decode("utf-8", "surrogateescape")


def _path(argument):
    match = _HELD.match(argument)
    held = (match[1] or "") if match else ""
    return re.sub(r"(?:\\x[0-9a-f]{2})+", lambda run: _bytes(run[0]).decode("utf-8", "surrogateescape"), held)


def _joined(folder, name):
    name = _text(name)
    return name if name.startswith("/") else f"{_path(folder)}/{name}"


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)  # what was synced
    waiting: list[Act] = field(default_factory=list)  # written since


class Disk:
    """What a disk holds after some acts: what was synced is safe, of the rest any part may be lost."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Begin with some files, all of them safe."""
        self._safe = {path: _File(bytearray(content)) for path, content in files.items()}
        self._now = dict(self._safe)
        self._entries: list[
            tuple[str, _File | None]
        ] = []  # since their folder was synced: a name, and what it stands for

    def do(self, act: Act) -> None:
        """Follow one act."""
        if act.kind == "make" and act.path not in self._now:
            self._name(act.path, _File())
        elif act.kind in ("write", "cut") and act.path in self._now:
            self._now[act.path].waiting.append(act)
        elif act.kind == "sync":
            self._sync(act.path)
        elif act.kind == "rename" and act.path in self._now:
            file = self._now[act.path]
            self._name(act.path, None)
            self._name(act.other, file)
        elif act.kind == "remove" and act.path in self._now:
            self._name(act.path, None)

    def _name(self, path, file):
        self._entries.append((path, file))
        if file is None:
            self._now.pop(path)
        else:
            self._now[path] = file

    def _sync(self, path):
        file = self._now.get(path)
        if file is not None:
            for act in file.waiting:
                _apply(file.safe, act)
            file.waiting.clear()
            return
        for name, held in [each for each in self._entries if str(Path(each[0]).parent) == path]:
            self._safe.pop(name, None) if held is None else self._safe.update({name: held})
        self._entries = [each for each in self._entries if str(Path(each[0]).parent) != path]

    def after_cut(self, chance, way: str, names_kept: bool) -> dict[str, bytes]:
        """Return the files after the power has failed. `way`: of what was not synced `none`, a `prefix` or `pieces` came through."""
        held = self._now if names_kept else self._safe
        return {path: _left(file, chance, way) for path, file in held.items()}


def _left(file, chance, way):
    content = bytearray(file.safe)
    if way == "prefix":
        for act in file.waiting[: chance.randint(0, len(file.waiting))]:
            _apply(content, act)
    elif way == "pieces":
        for act in file.waiting:
            for start in range(0, max(len(act.content), 1), PIECE):
                if chance.random() < 0.5:
                    _apply(content, Act(act.kind, at=act.at + start, content=act.content[start : start + PIECE]))
    return bytes(content)


def _apply(content, act):
    if act.kind == "cut":
        del content[act.at :]
        content.extend(bytes(act.at - len(content)))
        return
    if len(content) < act.at:
        content.extend(bytes(act.at - len(content)))
    content[act.at : act.at + len(act.content)] = act.content
