"""The command `butda`."""


def main() -> None:
    """Run the command line."""
