"""The commands of `briefing`, each a module with `add_arguments` and `run`."""

COMMANDS = {
    "open": "read a briefing, or choose one from a folder; the default command",
    "present": "read a briefing while others on this machine follow along",
    "follow": "follow a presenter, or list the sessions that you can join",
    "list": "list the briefings in a folder: title, dates, status, marking, problems",
    "search": "search all briefings in a folder and print the best answers",
    "show": "print a briefing as text, Markdown, HTML or JSON",
    "check": "report every problem in briefings, with line and column",
    "fix": "correct what needs no judgment: quotation marks, dashes, markings, pins",
    "sources": "print the sources of a briefing: local copies, pins, coverage",
    "diff": "compare two versions of a briefing, item by item and word by word",
    "notes": "print your own notes, each with its item and the words quoted there",
    "minutes": "print the minutes of a meeting: what was shown, for how long, and questions",
    "quote": "print an excerpt, ready to paste, for words of a source",
    "keys": "print the key bindings, or check your own",
    "doctor": "report what your terminal and connection can do, and what to change",
    "schema": "print the JSON Schema of the format",
}
"""What each command does, in the order of the help; the key is also the module's name."""

RESTRICTED = "--restricted"
"""The command for servers. It is spelled as an option so that no file name can be taken for it."""
