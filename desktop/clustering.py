"""`butda detect --cluster`: blocks of articles that the workers of a Dask cluster read, as `butda detect -` does.

Blocks travel to the workers and answers come back, so no disk is shared. Needs `butda[cluster]` here, on scheduler and workers.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice
from threading import Lock
from typing import Any

from desktop.blocks import Answer, Block, Share
from desktop.detect import VERSION
from desktop.errors import RequestError
from desktop.streaming import stream

_ONE = Lock()  # a worker may have several threads, the models are read by one
_PATIENCE = 60  # seconds that scheduler and first worker are waited for


def answer(block: Block, told: bool) -> Answer:
    """Read a block; what a worker does."""
    answers, wrong = io.BytesIO(), io.BytesIO()
    with _ONE:
        stream(io.BytesIO(block.lines), answers, wrong, told=told, first=block.first)
    return Answer(VERSION, answers.getvalue(), wrong.getvalue())


@contextmanager
def cluster(address: str) -> Iterator[Share]:
    """Join a cluster by the address of its scheduler, or start one here (`local:4`); give what shares blocks out. Raises RequestError."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise RequestError("cluster-extra") from None
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what goes wrong is told in one sentence
    kind, _, count = address.partition(":")
    if kind == "local" and count.isdecimal() and int(count):
        with (
            LocalCluster(int(count), threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as own,
            Client(own) as client,
        ):
            yield _sharing(client, address)
        return
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:  # a TimeoutError is an OSError
        raise _gone(address, error) from None
    with client:
        yield _sharing(client, address)


def _sharing(client: Any, address: str) -> Share:
    """Return what gives each worker two blocks, so that none idles and memory stays constant, and yields answers as they come."""
    from distributed import KilledWorker, as_completed

    def share(waiting: Iterator[Block], told: bool) -> Iterator[tuple[Block, Answer | None]]:
        under: dict[Any, Block] = {}
        done = as_completed()
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
            while True:
                free = 2 * max(1, len(client.nthreads())) - len(under)
                for block in islice(waiting, max(0, free)):
                    future = client.submit(answer, block, told, pure=False)
                    under[future] = block
                    done.add(future)
                if not under:
                    return
                future = next(done)
                try:
                    found = future.result()
                except KilledWorker:  # four workers died of it
                    found = None
                yield under.pop(future), found
        except (OSError, CancelledError) as error:
            raise _gone(address, error) from None
        except (ImportError, RuntimeError) as error:  # scheduler or worker lacks this module
            missing = error if isinstance(error, ImportError) else error.__cause__
            if not isinstance(missing, ImportError):
                raise
            raise RequestError("cluster-version", found=missing, known=VERSION) from None

    return share


def _gone(address: str, error: BaseException) -> RequestError:
    return RequestError("cluster-gone", address=address, reason=str(error) or type(error).__name__)
