"""JSON lines or Parquet in blocks, answered by whoever shares them out, a part file a block.

The parts are written here, each whole or not at all, and a run that is begun again gives out only the blocks whose part is not there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop import writing
from desktop.detect import VERSION
from desktop.errors import RequestError

BLOCK = 4_000_000  # bytes: some thousand articles, under a minute for a worker
PARQUET_ROWS = 1_000
RUN = "run.json"  # what a folder's parts come from: another run is never mixed in
WRONG = ".errors"


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines of an input, in order, the number of the first, and the name of the part that answers them."""

    part: str
    source: Path
    first: int
    lines: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says to a block: which detector read it, the answers, what is wrong with its lines."""

    version: str
    answers: bytes
    wrong: bytes


# Gives each block an answer, in any order; None: the workers died of it, one after the other.
Share = Callable[[Iterator[Block], bool], Iterator[tuple[Block, Answer | None]]]


def run(inputs: Sequence[Path], out: Path, share: Share, told: bool = False, size: int = BLOCK) -> Iterator[str]:
    """Answer the blocks that have no part in a folder yet; yield what is to be told of lines and blocks that have no answer."""
    settle(inputs, out, told, size)
    left: list[Block] = []

    def missing() -> Iterator[Block]:
        for block in blocks(inputs, size):
            if (out / block.part).exists():
                left.append(Block(block.part, block.source, block.first, b""))
            else:
                yield block

    for block, answer in share(missing(), told):
        if answer is None:
            yield str(RequestError("cluster-block", path=block.source, number=block.first))
            continue
        if answer.version != VERSION:
            raise RequestError("cluster-version", found=answer.version, known=VERSION)
        if answer.wrong:
            _write(out / (block.part + WRONG), answer.wrong)
        _write(out / block.part, answer.answers)
        yield from _complaints(out, block)
    for block in left:
        yield from _complaints(out, block)


def settle(inputs: Sequence[Path], out: Path, told: bool, size: int) -> None:
    """Write down what a folder's parts come from, or raise RequestError where others lie in it."""
    try:
        known = {
            "version": VERSION,
            "facts": told,
            "block": size,
            "inputs": [[each.name, each.stat().st_size] for each in inputs],
        }
        wanted = json.dumps(known, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        out.mkdir(parents=True, exist_ok=True)
        there = (out / RUN).read_bytes() if (out / RUN).exists() else None
        others = there is None and any(not each.name.startswith(".") for each in out.iterdir())
    except OSError as error:
        raise RequestError("file-unreadable", path=error.filename or out, reason=error.strerror) from None
    if others or there not in (None, wanted):
        raise RequestError("cluster-other", path=out)
    if there is None:
        _write(out / RUN, wanted)


def blocks(inputs: Sequence[Path], size: int = BLOCK) -> Iterator[Block]:
    """Yield an input after the other in blocks of whole lines, just over `size` bytes each; raise RequestError."""
    for place, source in enumerate(inputs, 1):
        first = 1
        try:
            for number, lines in enumerate(_cut(source, size), 1):
                yield Block(f"{place:04}-{source.stem}-{number:06}.jsonl", source, first, b"".join(lines))
                first += len(lines)
        except OSError as error:
            raise RequestError("file-unreadable", path=source, reason=error.strerror or str(error)) from None


def _cut(source: Path, size: int) -> Iterator[list[bytes]]:
    if source.suffix == ".parquet":
        yield from _rows(source)
        return
    with source.open("rb") as file:
        while lines := file.readlines(size):
            yield lines


def _rows(source: Path) -> Iterator[list[bytes]]:
    """Yield the rows of a Parquet file as JSON lines."""
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise RequestError("format-extra", format="parquet", package="pyarrow") from None
    with ParquetFile(source) as held:
        keys = [each for each in ("id", "text", "published") if each in held.schema_arrow.names]
        for batch in held.iter_batches(PARQUET_ROWS, columns=keys):
            yield [
                json.dumps(row, ensure_ascii=False, default=str).encode("utf-8") + b"\n" for row in batch.to_pylist()
            ]


def _write(target: Path, given: bytes) -> None:
    try:
        writing.whole(target, given)
    except OSError as error:
        raise RequestError("file-write", path=target, reason=error.strerror) from None


def _complaints(out: Path, block: Block) -> Iterator[str]:
    """Yield what is wrong with the lines of a block, by the input's name."""
    there = out / (block.part + WRONG)
    if there.exists():
        for line in there.read_text("utf-8").splitlines():
            yield f"{block.source}: {line}"
