"""The command line of benchmarks without arguments."""

import argparse


def parse(description: str | None) -> None:
    """Print the description for `--help`, and refuse arguments."""
    argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
