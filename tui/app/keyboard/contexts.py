"""Where one can be, which commands work there, and those that work in more places than that."""

_ANYWHERE = ("list", "screen", "program")
_READING = ("evidence", "place", "pane", "own", "find", "view", "meeting", *_ANYWHERE)

CONTEXTS: dict[str, tuple[str, ...]] = {
    "library": ("library", *_ANYWHERE),
    "document": _READING,
    "followed": ("follow", *_READING),
    "source": ("source", *_READING),
    "agenda": ("agenda", *_READING),
    "answer": ("answer", "place", *_ANYWHERE),
    "listed": ("listed", "place", *_ANYWHERE),
    "outline": ("outline", "listed", "place", *_ANYWHERE),
    "help": ("place", *_ANYWHERE),
}
"""Where one can be, and the scopes that hold there, the nearest first: of two commands with one
key, the nearer one is given. Every mode has the scopes of one of them."""

MAIN_CONTEXTS = ("library", "document")
"""Those that one is in most of the time. In the others a nearer scope may have keys of a wider
one: there everybody sees in the footer what they do."""

WHILE_TYPING = frozenset({"screen.blank", "screen.repaint", "program.cancel", "program.quit"})
"""Commands that work while something is typed, by those of their keys that are no text."""

WHEREVER = frozenset({"view.room", "view.clearance"})
"""Commands that show less, and so work over whatever lies over the lists, with the key that no
nearer command has."""
