"""The checks of dates: what a source states, what is inferred, what lies before the cutoff."""

from tui.checks.rule import ERROR, WARNING, Rule

_PANE = "panes:\n  - role: background\n    timeline:\n"

UNDECLARED_INFERENCE = Rule(
    "undeclared-inference",
    "dates and names",
    ERROR,
    "`date` has a year, month or day that `stated` does not have. Where the source does not say it, "
    "list it in `inferred`, with the `basis`.",
    wrong=_PANE + "      - {title: South Korea joins, when: {stated: May 5, date: 2022-05-05}}",
    right=_PANE
    + "      - title: South Korea joins\n        when: {stated: May 5, date: 2022-05-05, "
    "inferred: [year],\n          basis: The article calls it this year.}",
)
RELATIVE_DATE = Rule(
    "relative-date",
    "dates and names",
    WARNING,
    "The source's words for a time are relative (recently, last year) and nothing resolves them. "
    "Give the `date` with what is inferred, or say `undated: true`.",
    wrong=_PANE + "      - {title: The bill is passed, when: {stated: Last year}}",
    right=_PANE + "      - {title: The bill is passed, when: {stated: Last year, undated: true}}",
)
OCCURRED_AFTER_CUTOFF = Rule(
    "occurred-after-cutoff",
    "dates and names",
    ERROR,
    "An event is said to have occurred, and its first possible day lies after the information "
    "cutoff's last: the briefing cannot know that.",
    wrong="information_cutoff: 2022-06\n"
    + _PANE
    + "      - {title: The summit, when: 2022-07-01, status: occurred}",
    right="information_cutoff: 2022-06\n"
    + _PANE
    + "      - {title: The summit, when: 2022-07-01, status: pending}",
)
FORECAST_PAST = Rule(
    "forecast-past",
    "dates and names",
    WARNING,
    "An event is said to be pending, and its last possible day lies before the information "
    "cutoff's first: by then it had occurred, or had not. The day on which the file is read does not matter.",
    wrong="information_cutoff: 2022-06\n"
    + _PANE
    + "      - {title: The entry, when: 2022-05-05, status: pending}",
    right="information_cutoff: 2022-06\n"
    + _PANE
    + "      - {title: The entry, when: 2022-05-05, status: occurred}",
)

RULES = (UNDECLARED_INFERENCE, RELATIVE_DATE, OCCURRED_AFTER_CUTOFF, FORECAST_PAST)
