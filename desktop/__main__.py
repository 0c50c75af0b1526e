"""`python -m desktop` is the command `butda`."""

from desktop.cli import main

main()
