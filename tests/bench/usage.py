"""The command line of benchmarks."""

import argparse


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser that prints the description as it is written for `--help`."""
    return argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def parse(description: str | None) -> None:
    """Print the description for `--help`, and refuse arguments."""
    parser(description).parse_args()
