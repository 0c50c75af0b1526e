"""The command `butda`, also as `python -m desktop`: the window at once where nothing else is asked for, or the command line."""

import sys


def main() -> None:
    """Run what is asked for; the commands take 80 ms to load, which the window does not wait for."""
    if sys.argv[1:]:
        from desktop.cli import main as commands

        commands()
    else:
        from desktop.app import main as window

        sys.exit(window())


if __name__ == "__main__":
    main()
