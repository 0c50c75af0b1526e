"""Medians of a few runs, and lines that say a ratio."""

import statistics
import time
from collections.abc import Callable


def median(work: Callable[[], object], runs: int = 9) -> float:
    """Return the median of `runs` timings of `work`, in milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def ratio(what: str, ours: float, yardstick: float, of: str, bar: float | None = None) -> None:
    """Print one ratio, and its bar."""
    told = "" if bar is None else f"  (bar {bar}: {'ok' if ours / yardstick <= bar else 'MISSED'})"
    print(f"  {what}: {ours:.2f} ms, {ours / yardstick:.2f} x {of} ({yardstick:.2f} ms){told}", flush=True)


def at_most(what: str, ours: float, bar: float, unit: str = "ms") -> None:
    """Print a figure, a time in milliseconds where nothing else is said, and its bar."""
    print(f"  {what}: {ours:.1f} {unit}  (bar {bar:.0f}: {'ok' if ours <= bar else 'MISSED'})", flush=True)
