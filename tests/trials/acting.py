"""A stretch of work whose writing is recorded: python -m tests.trials.acting FOLDER. Says each act once it is done, by one write.

The folder holds `bai` with texts. What is said: `article ID`, `mark ID ARTICLE`, `going ID` (from now
on it may be gone), `gone ID`, `file NAME`.
"""

import os
import sys
from pathlib import Path

from desktop import operations
from tests.building import plain_page


def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main(folder):
    store = operations.open_library(folder / "l.butda")
    (folder / "out").mkdir()
    for path in sorted((folder / "bai").iterdir()):
        (prepared,) = operations.prepare(path, plain_page)
        article = operations.add(store, prepared).article
        say("article", article)
        for start in range(0, 200, 20):
            say("mark", operations.annotate(store, article, start, start + 5, "PERSON").made[0].id, article)
    first = store.rows()[-1].id
    say("going", first)
    operations.delete_articles(store, [first])
    say("gone", first)
    for name in ("jsonl", "csv", "html"):
        operations.export(store, name, folder / "out" / f"a.{name}", operations.Selection())
        say("file", f"a.{name}")
    operations.backup(store, folder / "out" / "copy.butda")
    say("file", "copy.butda")
    left = store.rows()[0].id
    for start in range(0, 200, 20):
        say("mark", operations.annotate(store, left, start, start + 7, "EVENT").made[0].id, left)
    store.close(backup=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
