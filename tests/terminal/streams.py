"""Hypothesis strategies for what programs write for terminals."""

from hypothesis import strategies as st

COLUMNS, ROWS = 24, 8

WORDS = st.text("ab é—─ 한國ñx", min_size=1, max_size=9) | st.sampled_from(
    [" " * 12, "─" * 9, "-" * 11, "e\u0301a", "x\u0308", "the same words"]
)
_CODES = ["0", "1", "2", "22", "3;4", "4:3", "24", "7", "27", "31", "97;44", "39", "49", "9"]
_CODES += ["53", "38;5;99", "48;5;17", "59"]
_CODES += ["", "38;2;1;2;3", "48;2;40;50;60", "38:2::9:8:7", "58:2::1:2:3"]
STYLES = st.sampled_from(_CODES).map(lambda code: f"\x1b[{code}m")
LINKS = st.sampled_from(
    ["\x1b]8;;https://a.example\x1b\\", "\x1b]8;id=1;http://b\x07", "\x1b]8;;\x07"]
)
NUMBERS = st.integers(1, 4)


@st.composite
def places(draw: st.DrawFn) -> str:
    """A move to a cell with room for a word."""
    row, column = draw(st.integers(1, ROWS)), draw(st.integers(1, COLUMNS - 8))
    return f"\x1b[{row};{column}{draw(st.sampled_from('Hf'))}"


@st.composite
def runs(draw: st.DrawFn) -> str:
    """Styled words at a cell, which do not reach the next row."""
    parts = [draw(places())]
    _row, column = map(int, parts[0][2:-1].split(";"))
    for _ in range(draw(st.integers(1, 3))):
        parts.append(draw(STYLES | LINKS))
        parts.append(f"\x1b[{min(column, COLUMNS - 8)}G" if draw(st.booleans()) else "")
        word = draw(WORDS)
        column += 2 * len(word)
        parts.append(word if column < COLUMNS else "")
    return "".join(parts)


@st.composite
def edits(draw: st.DrawFn) -> str:
    """A cell, and an editing function or a move of the cursor there."""
    number = draw(NUMBERS)
    what = draw(st.sampled_from("ABCDEFGdJKX@PLMSTIZaeKKXXJ"))
    if what in "JK":
        number = draw(st.integers(0, 2))
    return draw(places()) + f"\x1b[{number}{what}"


@st.composite
def scrolls(draw: st.DrawFn) -> str:
    """Rows that scroll within margins, which are reset afterwards."""
    top, bottom = sorted(draw(st.lists(st.integers(1, ROWS), min_size=2, max_size=2, unique=True)))
    count = draw(NUMBERS)
    ways = [f"\x1b[{count}S", f"\x1b[{count}T", "\n", "\x1bE", f"\x1b[{bottom}H" + "\n" * count]
    ways += [f"\x1b[{top}H" + "\x1bM" * count, f"\x1b[{bottom};3H" + "\x1bD" * count]
    how = draw(st.sampled_from(ways))
    return f"\x1b[{top};{bottom}r{how}\x1b[r"


FLOWING = st.tuples(places(), st.text("abc —", min_size=30, max_size=60)).map("".join)
"""Text that goes on in the next rows, and may push them up."""
REPEATED = st.tuples(places(), st.sampled_from("a─b"), NUMBERS).map(
    lambda parts: f"{parts[0]}{parts[1]}\x1b[{parts[2]}b"
)
SHORT = st.tuples(
    places(), st.sampled_from(["\r\n", "\b", "\t", "\x1b7x\x1b[H\x1b8", "\x1b[s\x1b[u"])
).map("".join)
_HARMLESS = ["\x1b]52;c;YQ==\x07", "\x1b]0;title\x07", "\x07", "\x1b[?2004h", "\x1b[?2026$p"]
_HARMLESS += ["\x1b[?25h", "\x1b[?25l", "\x1b[2 q", "\x1b[c", "\x1b[6n", "\x1b[?2026h", "\x1b[3J"]
HARMLESS = st.sampled_from(_HARMLESS)
DRAWING = st.sampled_from(["\x1b#8", "\x1b#8\x1b[3;3H", "\x1b[4h", "\x1b[4l"])
"""What the parser does not know, or cannot follow."""
PARTS = (
    runs() | runs() | runs() | edits() | scrolls() | FLOWING | REPEATED | SHORT | HARMLESS | STYLES
)
WRITES = st.lists(PARTS, min_size=1, max_size=6).map("".join)
WILD_WRITES = st.lists(PARTS | DRAWING, min_size=1, max_size=6).map("".join)
FRAMES = st.lists(runs() | runs() | FLOWING | REPEATED | HARMLESS | STYLES, max_size=6).map("".join)
"""What is understood, so that the wanted screen is always known."""
