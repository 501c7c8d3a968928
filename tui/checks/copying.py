"""The check for words of a source that stand in own prose as if they were the analyst's."""

from tui.checks.rule import WARNING, Rule

UNMARKED_COPY = Rule(
    "unmarked-copy",
    "quotes",
    WARNING,
    "Eight or more consecutive words of a source stand in own prose without quotation marks. Say it "
    "in own words, or quote it. Names, titles and roles that the file declares do not count.",
    wrong="panes:\n  - role: issue\n    sections:\n      - claims:\n"
    "          - The centre deals with the cybersecurity issues of the countries of the Alliance.",
    right="panes:\n  - role: issue\n    sections:\n      - claims:\n"
    "          - The centre works on cyber security for the member countries.",
)

RULES = (UNMARKED_COPY,)
