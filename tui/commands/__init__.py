"""The commands of `briefing`, each a module with `add_arguments` and `run`."""

COMMANDS = {
    "open": "read a briefing, or choose one from a folder; the command when none is named",
    "present": "read a briefing with others on this machine: they see where you are",
    "follow": "join one who presents, or list the sessions that you may join",
    "list": "list the briefings of a folder: dates, status, marking, what is wrong with them",
    "search": "ask all briefings of a folder, and print the answers, the best ones first",
    "show": "print a briefing as text, Markdown, HTML or JSON",
    "check": "say everything that is wrong with briefings, with line and column",
    "fix": "mend what needs no judgment: quotation marks, dashes, TLP:WHITE, pins",
    "sources": "print the sources as a table: copies held, pinned and changed, what is covered",
    "diff": "say what two readings of a briefing differ in, item by item and word by word",
    "notes": "print the notes of your own, with the item and the words that each is on",
    "minutes": "print what was shown in a meeting, when and for how long, and the questions",
    "quote": "print a ready excerpt for words of a source",
    "keys": "print the keys as they are, or check those that you have bound anew",
    "doctor": "say what the line to you can do, why, and what to change",
    "schema": "print the JSON Schema of the format",
}
"""Name to what it does, in the order of the help; the module has the command's name."""

RESTRICTED = "--restricted"
"""The one command that is spelled as an option, and comes first: after it there is no other."""
