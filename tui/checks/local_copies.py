"""The checks of the local copies themselves."""

from tui.checks.rule import INFORMATION, WARNING, Rule

UNDECLARED_BOILERPLATE = Rule(
    "undeclared-boilerplate",
    "quotes",
    WARNING,
    "The local copy holds a line that looks like furniture of a web page, such as a cookie notice, "
    "and `not_content` does not declare it. Undeclared, it can be excerpted as if the author had "
    "written it.",
    wrong="sources:\n  - {id: article, file: article.txt}",
    right="sources:\n  - id: article\n    file: article.txt\n    not_content:\n"
    "      - This website uses cookies to improve your experience. We'll assume you're ok with "
    "this, but you can opt-out if you wish. Accept",
)
INVISIBLE_CHARACTERS = Rule(
    "invisible-characters",
    "quotes",
    INFORMATION,
    "The local copy holds characters that cannot be seen, such as no-break spaces, soft hyphens or "
    "zero-width spaces. Excerpts must hold them too; copy the words from the file itself.",
    wrong="sources:\n  - {id: article, file: no-break-space.txt}",
    right="sources:\n  - {id: article, file: plain.txt}",
)

RULES = (UNDECLARED_BOILERPLATE, INVISIBLE_CHARACTERS)
