"""The commands of `briefing`, each a module with `add_arguments` and `run`."""

COMMANDS = {
    "open": "read a briefing, or choose one from a folder; the command when none is named",
    "show": "print a briefing as text, Markdown, HTML or JSON",
    "check": "say everything that is wrong with briefings, with line and column",
    "quote": "print a ready excerpt for words of a source",
    "schema": "print the JSON Schema of the format",
}
"""Name to what it does, in the order of the help; the module has the command's name."""
