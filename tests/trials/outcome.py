"""What a trial came to."""

import json
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """One row of the table; a trial passes where lost, damaged, tracebacks and slow are all 0."""

    trial: str
    count: int = 0
    hit: int = 0  # were killed before their end, or got in
    acknowledged: int = 0  # edits that were told as done
    lost: int = 0
    damaged: int = 0
    tracebacks: int = 0
    slow: int = 0  # took over 10 s of the processor
    told: list[str] = field(default_factory=list)  # what was wrong, one line each

    @property
    def passed(self):
        return not (self.lost or self.damaged or self.tracebacks or self.slow)

    def row(self):
        figures = (self.count, self.hit, self.acknowledged, self.lost, self.damaged, self.tracebacks, self.slow)
        return f"{self.trial:34}" + "".join(f"{figure:>13,}" for figure in figures)


HEAD = f"{'trial':34}" + "".join(
    f"{word:>13}" for word in ("count", "hit", "acknowledged", "lost", "damaged", "tracebacks", "over 10 s")
)


def told(outcome, **what):
    """Keep what was wrong, as one line."""
    outcome.told.append(json.dumps({"trial": outcome.trial, **what}, ensure_ascii=False, default=str))
