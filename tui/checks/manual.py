"""The manual of the rules, read from `manual.yaml` only where it is printed or tested."""

from functools import cache
from pathlib import Path

from tui.frozen import frozen

MANUAL = Path(__file__).with_name("manual.yaml")


@frozen
class ManualEntry:
    """What the manual says about one rule."""

    manual: str
    """What the rule is about and why: plain text, one paragraph."""
    wrong: str
    """An example that the rule reports: keys of a briefing, unimportant ones left out."""
    right: str
    """The same example, corrected."""


@cache
def manual_entries() -> dict[str, ManualEntry]:
    """All entries of the manual by rule id, in the order of the file."""
    import yaml  # noqa: PLC0415 - no other part of the checks needs it

    entries = yaml.safe_load(MANUAL.read_text("utf-8"))
    return {rule: ManualEntry(**entry) for rule, entry in entries.items()}
