"""A bundle (.butda.zip), for a colleague: articles with all that is marked, files, pictures, history, the scheme, and a manifest.

`manifest.json` lists every other member with its sha256. What was packed is not trusted when it is read: a member that is missing,
changed or not listed refuses the whole bundle.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, BinaryIO

from desktop.errors import ImportFileError
from desktop.exchange import jsonl, scheme
from desktop.exchange.documents import Document, Quoted, Raw
from desktop.model import ArticleId, Label, Picture
from desktop.model_json import parsed

MANIFEST = "manifest.json"
KIND = "butda-bundle"
MIMETYPE = b"application/vnd.butda-bundle+zip"  # in the first member, as it stands: by it a bundle is known
_MIMETYPE = "mimetype"
_ARTICLES, _LABELS, _HISTORY, _ORIGINALS = "articles.jsonl", "labels.toml", "history.jsonl", "originals/"
_PICTURES = "pictures/{sha256}/{line}"  # of which article's file, and the line of its text that is the caption
_PICTURE = re.compile(r"pictures/([0-9a-f]{64})/([0-9]{1,9})")
_MOST = 2_000_000_000  # bytes that a bundle may unpack to
_BLOCK = 1 << 20


class _Pack:
    """A bundle that is being written, and the sha256 of each member so far."""

    def __init__(self, bundle: zipfile.ZipFile) -> None:
        self._bundle = bundle
        self.files: dict[str, str] = {}

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a member, piece by piece."""
        info = zipfile.ZipInfo(name)  # a fixed time
        info.compress_type = zipfile.ZIP_DEFLATED
        sha256 = hashlib.sha256()
        with self._bundle.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                sha256.update(piece)
                member.write(piece)
        self.files[name] = sha256.hexdigest()


def write(
    documents: Iterable[Document],
    out: BinaryIO,
    labels: Sequence[Label] = (),
    filters: Iterable[tuple[str, str]] = (),
    original: Callable[[ArticleId], bytes | None] = lambda _: None,
    pictures: Callable[[ArticleId], Iterable[Picture]] = lambda _: (),
    history: Callable[[], Iterable[dict[str, Any]]] = tuple,
) -> None:
    """Write a bundle: the same library gives the same bytes."""
    articles = marks = 0
    held: list[tuple[ArticleId, str, list[int | None]]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        pack = _Pack(bundle)

        def rows() -> Iterator[bytes]:
            nonlocal articles, marks
            for document in documents:
                articles, marks = articles + 1, marks + len(document.annotations)
                article = document.article
                held.append((article.id, article.sha256, _captions(article.text, pictures(article.id))))
                yield _line(jsonl.row(document))

        bundle.writestr(zipfile.ZipInfo(_MIMETYPE), MIMETYPE)
        pack.put(_ARTICLES, rows())
        pack.put(_LABELS, [scheme.write(labels).encode()])
        pack.put(_HISTORY, map(_line, history()))
        for article, sha256, captions in held:
            content = original(article)
            if content is not None and f"{_ORIGINALS}{sha256}" not in pack.files:
                pack.put(f"{_ORIGINALS}{sha256}", [content])
            for line, picture in zip(captions, pictures(article) if captions else (), strict=True):
                name = _PICTURES.format(sha256=sha256, line=line)
                if line is not None and name not in pack.files:
                    pack.put(name, [picture.content])
        told = {
            "kind": KIND,
            "version": 1,
            "articles": articles,
            "marks": marks,
            "filters": dict(filters),
            "files": pack.files,
        }
        bundle.writestr(zipfile.ZipInfo(MANIFEST), json.dumps(told, ensure_ascii=False, indent=1))


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written bundle whose members are all as its manifest says; raise ValueError where one is not."""
    with zipfile.ZipFile(path) as bundle:
        _proved(bundle)
        with bundle.open(_ARTICLES) as lines:
            yield from jsonl.quoted(lines)


def read(path: Path, file: BinaryIO) -> Iterator[Raw | ImportFileError]:
    """Yield the articles of a bundle, each with its file; raise ImportFileError where it is not as it was packed."""
    try:
        with zipfile.ZipFile(file) as bundle:
            files = _proved(bundle)
            shown = _shown(files)
            labels = tuple(scheme.read(bundle.read(_LABELS).decode()))
            with bundle.open(_ARTICLES) as lines, _History(bundle, path) as history:
                for each in jsonl.read_rows(path, jsonl.numbered(lines, path), labels):
                    known = each.known if isinstance(each, Raw) else None
                    if isinstance(each, ImportFileError) or known is None:
                        yield each
                    else:
                        name = f"{_ORIGINALS}{known.article.sha256}"
                        content = bundle.read(name) if name in files else None
                        pictures = tuple(
                            (line, bundle.read(name)) for line, name in shown.get(known.article.sha256, ())
                        )
                        yield replace(each, content=content, pictures=pictures, past=history.of(known.article.id))
    except (zipfile.BadZipFile, ValueError, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ImportFileError("bundle-broken", path=path, reason=str(error)) from None


def _captions(text: str, pictures: Iterable[Picture]) -> list[int | None]:
    """Return the lines, from 0, that are the captions of pictures; None for one whose caption the text does not have."""
    lines: dict[str, list[int]] = {}
    found: list[int | None] = []
    for each in pictures:
        if not lines:
            for number, line in enumerate(text.split("\n")):
                lines.setdefault(line, []).append(number)
        same = lines.get(each.caption, [])
        found.append(same[each.nth] if each.nth < len(same) else None)
    return found


def _shown(files: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Return the pictures of each article's file, by its sha256: the line of the caption, and the member; in the order of the page."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in files:
        if (said := _PICTURE.fullmatch(name)) is not None:
            found.setdefault(said[1], []).append((int(said[2]), name))
    return {sha256: sorted(pictures) for sha256, pictures in found.items()}


class _History:
    """The history of a bundle article by article; the rows lie in a file of their own, not in memory."""

    def __init__(self, bundle: zipfile.ZipFile, path: Path) -> None:
        self._spool = TemporaryFile()  # noqa: SIM115  # closed with the context
        self._places: dict[str, array[int]] = {}
        with bundle.open(_HISTORY) as lines:
            for number, line in jsonl.numbered(lines, path):
                if isinstance(line, ImportFileError):
                    raise line
                self._take(number, parsed(line))

    def __enter__(self) -> _History:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._spool.close()

    def of(self, article: ArticleId) -> tuple[Any, ...]:
        """Return the rows of one article, the oldest first, with what they changed of it."""
        found = []
        for place in self._places.get(article, ()):
            self._spool.seek(place)
            found.append(json.loads(self._spool.readline()))
        return tuple(found)

    def _take(self, number: int, row: Any) -> None:
        changes = row.get("changes") if isinstance(row, dict) else None
        if not isinstance(changes, list):
            raise ValueError(f"{_HISTORY}: line {number} is no step")
        by_article: dict[str, list[Any]] = {}
        for each in changes:
            by_article.setdefault(_article(each), []).append(each)
        for article, theirs in by_article.items():
            self._places.setdefault(article, array("Q")).append(self._spool.seek(0, 2))
            self._spool.write(_line(row | {"changes": theirs}))


def _article(change: Any) -> str:
    """Return the article that a change of a history is about; nothing for one that is about none."""
    item = (change.get("after") or change.get("before")) if isinstance(change, dict) else None
    if not isinstance(item, dict):
        return ""
    return str(item.get("id" if change.get("kind") == "article" else "article", ""))


def _proved(bundle: zipfile.ZipFile) -> dict[str, str]:
    """Return the files of a bundle's manifest, each compared with what is there; raise ValueError."""
    held = parsed(bundle.read(MANIFEST))
    files = held.get("files") if isinstance(held, dict) and held.get("kind") == KIND else None
    if not isinstance(files, dict):
        raise ValueError("its manifest is none")
    if sum(each.file_size for each in bundle.infolist()) > _MOST:
        raise ValueError(f"it unpacks to more than {_MOST // 1_000_000} MB")
    if (
        sorted(bundle.namelist()) != sorted([*files, MANIFEST, _MIMETYPE])
        or not {_ARTICLES, _LABELS, _HISTORY} <= files.keys()
    ):
        raise ValueError("what it holds is not what its manifest lists")
    for name, sha256 in files.items():
        digest = hashlib.sha256()
        with bundle.open(name) as member:
            while block := member.read(_BLOCK):
                digest.update(block)
        if digest.hexdigest() != sha256 or (name.startswith(_ORIGINALS) and name != f"{_ORIGINALS}{sha256}"):
            raise ValueError(f"{name} was changed")
    return files


def _line(held: dict[str, Any]) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
