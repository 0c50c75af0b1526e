"""The command `butda`, also as `python -m desktop`: the window at once where nothing else is asked for, or the command line."""

import sys

# How the packed app starts the processes of `detect - --jobs`, and the one that looks after what they share.
_CHILD = ("--multiprocessing-fork", "from multiprocessing")


def main() -> None:
    """Run what is asked for; the commands take 80 ms to load, which the window does not wait for."""
    if any(part.startswith(_CHILD) for part in sys.argv[1:]):
        from multiprocessing import freeze_support

        freeze_support()
    if sys.argv[1:]:
        from desktop.cli import main as commands

        commands()
    else:
        from desktop.app import main as window

        sys.exit(window())


if __name__ == "__main__":
    main()
