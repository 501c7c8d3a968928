"""What each style looks like: in the terminal's own palette, dark, light, and without colours.

A look is written in words, as rich understands them too: `bold red`, `#d5dae1 on #14181e`.
"""

from collections.abc import Mapping

from tui.blocks import Style
from tui.terminal.capabilities import Depth
from tui.terminal.ground import Ground
from tui.ui.lines import Link, Part, Tint


class Theme:
    """A look for every style, and one more for the item that the cursor is on."""

    def __init__(self, ground: str, selected: str, looks: Mapping[Tint, str]) -> None:
        """`ground` is under all, `selected` under the first line of the cursor's item."""
        self._looks: dict[tuple[Tint, bool], str] = {}
        for tint in (*Style, *Part):
            own = looks.get(tint, "")
            self._looks[tint, False] = " ".join(filter(None, (ground, own)))
            self._looks[tint, True] = " ".join(filter(None, (ground, selected, own)))

    def look(self, tint: Tint, selected: bool) -> str:
        """How a stretch of text is to look; of words that gainsay each other the last counts.

        The look of a link ends in `link`, and its address.
        """
        if isinstance(tint, Link):
            return f"{self._looks[Style.LINK, selected]} link {tint.address}"
        return self._looks[tint, selected]


def names(wanted: str, depth: Depth, ground: Ground | None = None) -> list[str]:
    """The names of the themes to choose from, the wanted one first.

    `auto` is the terminal's own palette, which is right on every ground. The others have shades
    that a palette of 16 colours has not, and the one for the terminal's `ground` goes before
    the other. Without colours there is nothing to choose.
    """
    if depth is Depth.NONE:
        return ["plain"]
    if depth < Depth.EXTENDED:
        return ["ansi"]
    every = ["ansi", "light", "dark"] if ground is Ground.LIGHT else ["ansi", "dark", "light"]
    at = every.index(wanted) if wanted in every else 0
    return every[at:] + every[:at]


_SHAPES: dict[Tint, str] = {
    Style.STRONG: "bold",
    Style.HEADING: "bold",
    Style.LABEL: "bold",
    Style.EMPHASIS: "bold underline",
    Style.OURS: "italic",
    Style.WRONG: "bold",
    Style.MARKING: "bold reverse",
    Style.MATCH: "reverse",
    Style.LINK: "underline",
    Part.CURSOR: "bold reverse",
    Part.CURRENT_TAB: "bold reverse",
    Part.KEY: "bold",
    Part.SAID: "bold",
    Part.CARET: "reverse",
    Part.CLEAR: "bold reverse",
    Part.GREEN: "bold reverse",
    Part.AMBER: "bold reverse",
    Part.AMBER_STRICT: "bold reverse",
    Part.RED: "bold reverse",
}
"""What a terminal without colours can show; no meaning needs more than the words."""

_ANSI: dict[Tint, str] = {
    **_SHAPES,
    Style.MUTED: "dim",
    Style.HEADING: "bold cyan",
    Style.LABEL: "cyan",
    Style.OURS: "italic magenta",
    Style.VERIFIED: "green",
    Style.CAUTION: "yellow",
    Style.WRONG: "bold red",
    Style.MATCH: "black on yellow",
    Part.OTHER_CURSOR: "bold",
    Part.RULE: "dim",
    Part.KEY: "bold cyan",
    Part.CLEAR: "bold bright_white on black",
    Part.GREEN: "bold bright_green on black",
    Part.AMBER: "bold bright_yellow on black",
    Part.AMBER_STRICT: "bold bright_yellow on black",
    Part.RED: "bold bright_red on black",
}

_TLP: dict[Tint, str] = {
    Part.CLEAR: "bold #ffffff on #000000",
    Part.GREEN: "bold #33ff00 on #000000",
    Part.AMBER: "bold #ffc000 on #000000",
    Part.AMBER_STRICT: "bold #ffc000 on #000000",
    Part.RED: "bold #ff2b2b on #000000",
}
"""The colours of the Traffic Light Protocol 2.0 (FIRST, August 2022)."""

_DARK: dict[Tint, str] = {
    **_SHAPES,
    **_TLP,
    Style.STRONG: "bold #f2f4f7",
    Style.MUTED: "#8b95a3",
    Style.HEADING: "bold #8fc7ff",
    Style.LABEL: "#8fc7ff",
    Style.QUOTE: "#f0e2bd",
    Style.EMPHASIS: "bold underline #ffe08a",
    Style.OURS: "italic #d5b3f5",
    Style.VERIFIED: "#8fd694",
    Style.CAUTION: "#f0b95a",
    Style.WRONG: "bold #ff8a80",
    Style.MARKING: "bold #101418 on #f2f4f7",
    Style.MATCH: "bold #101418 on #ffd75f",
    Part.CURSOR: "bold #101418 on #8fc7ff",
    Part.OTHER_CURSOR: "bold #8fc7ff",
    Part.TAB: "#b3bcc8",
    Part.CURRENT_TAB: "bold #101418 on #8fc7ff",
    Part.RULE: "#4a5361",
    Part.KEY: "bold #8fc7ff",
    Part.FOOT: "#b3bcc8",
    Part.SAID: "bold #ffd75f",
    Part.CARET: "#101418 on #f2f4f7",
}

_LIGHT: dict[Tint, str] = {
    **_SHAPES,
    **_TLP,
    Style.STRONG: "bold #000000",
    Style.MUTED: "#5c6470",
    Style.HEADING: "bold #0b4f8a",
    Style.LABEL: "#0b4f8a",
    Style.QUOTE: "#4a3a00",
    Style.EMPHASIS: "bold underline #6b4e00",
    Style.OURS: "italic #6a2c91",
    Style.VERIFIED: "#1b6e2a",
    Style.CAUTION: "#8a5300",
    Style.WRONG: "bold #b3170d",
    Style.MARKING: "bold #ffffff on #1c2128",
    Style.MATCH: "bold #000000 on #ffd75f",
    Part.CURSOR: "bold #ffffff on #0b4f8a",
    Part.OTHER_CURSOR: "bold #0b4f8a",
    Part.TAB: "#3c444f",
    Part.CURRENT_TAB: "bold #ffffff on #0b4f8a",
    Part.RULE: "#b4bac3",
    Part.KEY: "bold #0b4f8a",
    Part.FOOT: "#3c444f",
    Part.SAID: "bold #8a5300",
    Part.CARET: "#ffffff on #1c2128",
}

THEMES = {
    "ansi": Theme("", "", _ANSI),
    "dark": Theme("#d5dae1 on #14181e", "on #222a35", _DARK),
    "light": Theme("#1c2128 on #fbfbf9", "on #e6edf5", _LIGHT),
    "plain": Theme("", "", _SHAPES),
}
"""By name: the terminal's own palette, dark, light, and none."""
