"""A bundle (.butda.zip), for a colleague: articles with all that is marked, their files, their history, the scheme, and a manifest.

`manifest.json` lists every other member with its sha256. What was packed is not trusted when it is read: a member that is missing,
changed or not listed refuses the whole bundle.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, BinaryIO

from desktop.errors import ImportFileError
from desktop.exchange import jsonl, scheme
from desktop.exchange.documents import Document, Quoted, Raw
from desktop.model import ArticleId, Label
from desktop.model_json import parsed

MANIFEST = "manifest.json"
KIND = "butda-bundle"
MIMETYPE = b"application/vnd.butda-bundle+zip"  # in the first member, as it stands: by it a bundle is known
_MIMETYPE = "mimetype"
_ARTICLES, _LABELS, _HISTORY, _ORIGINALS = "articles.jsonl", "labels.toml", "history.jsonl", "originals/"
_MOST = 2_000_000_000  # bytes that a bundle may unpack to
_BLOCK = 1 << 20


class _Hashed(io.RawIOBase):
    """A member that is being written, and the sha256 of what went into it."""

    def __init__(self, member: IO[bytes]) -> None:
        self._member, self.sha256 = member, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self.sha256.update(content)
        return self._member.write(content)


def write(
    documents: Iterable[Document],
    out: BinaryIO,
    labels: Sequence[Label] = (),
    filters: Iterable[tuple[str, str]] = (),
    original: Callable[[ArticleId], bytes | None] = lambda _: None,
    history: Callable[[], Iterable[dict[str, Any]]] = tuple,
) -> None:
    """Write a bundle: the same library gives the same bytes."""
    files: dict[str, str] = {}
    articles = marks = 0
    held: list[tuple[ArticleId, str]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:

        def put(name: str, pieces: Iterable[bytes]) -> None:
            info = zipfile.ZipInfo(name)  # a fixed time
            info.compress_type = zipfile.ZIP_DEFLATED
            with bundle.open(info, "w", force_zip64=True) as member:
                hashed = _Hashed(member)
                for piece in pieces:
                    hashed.write(piece)
            files[name] = hashed.sha256.hexdigest()

        def rows() -> Iterator[bytes]:
            nonlocal articles, marks
            for document in documents:
                articles, marks = articles + 1, marks + len(document.annotations)
                held.append((document.article.id, document.article.sha256))
                yield _line(jsonl.row(document))

        bundle.writestr(zipfile.ZipInfo(_MIMETYPE), MIMETYPE)
        put(_ARTICLES, rows())
        put(_LABELS, [scheme.write(labels).encode()])
        put(_HISTORY, map(_line, history()))
        for article, sha256 in held:
            content = original(article)
            if content is not None and f"{_ORIGINALS}{sha256}" not in files:
                put(f"{_ORIGINALS}{sha256}", [content])
        told = {
            "kind": KIND,
            "version": 1,
            "articles": articles,
            "marks": marks,
            "filters": dict(filters),
            "files": files,
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
            labels = tuple(scheme.read(bundle.read(_LABELS).decode()))
            with bundle.open(_ARTICLES) as lines:
                for each in jsonl.read_rows(path, jsonl.numbered(lines, path), labels):
                    known = each.known if isinstance(each, Raw) else None
                    if isinstance(each, ImportFileError) or known is None:
                        yield each
                    else:
                        name = f"{_ORIGINALS}{known.article.sha256}"
                        yield replace(each, content=bundle.read(name) if name in files else None)
    except (zipfile.BadZipFile, ValueError, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ImportFileError("bundle-broken", path=path, reason=str(error)) from None


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
