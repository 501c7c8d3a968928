"""What each style looks like: in the terminal's own palette, dark, light, and without colours.

A look is written in words, as rich understands them too: `bold red`, `#d5dae1 on #14181e`.
"""

from collections.abc import Mapping

from tui.app.lines import Link, ScreenPart, Tint
from tui.blocks import Style
from tui.terminal.background import Background
from tui.terminal.capabilities import Depth


class Theme:
    """A look for every style, and one more for the item that the cursor is on."""

    def __init__(self, ground: str, selected: str, looks: Mapping[Tint, str]) -> None:
        """`ground` is under all, `selected` under the first line of the cursor's item."""
        self._looks: dict[tuple[Tint, bool], str] = {}
        for tint in (*Style, *ScreenPart):
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


def names(wanted: str, depth: Depth, ground: Background | None = None) -> list[str]:
    """The names of the themes to choose from, the wanted one first.

    `auto` is the terminal's own palette, which is right on every ground. The others have shades
    that a palette of 16 colours has not, and the one for the terminal's `ground` goes before
    the other. Without colours there is nothing to choose.
    """
    if depth is Depth.NONE:
        return ["plain"]
    if depth < Depth.EXTENDED:
        return ["ansi"]
    every = ["ansi", "light", "dark"] if ground is Background.LIGHT else ["ansi", "dark", "light"]
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
    ScreenPart.CURSOR: "bold reverse",
    ScreenPart.CURRENT_TAB: "bold reverse",
    ScreenPart.KEY: "bold",
    ScreenPart.SAID: "bold",
    ScreenPart.CARET: "reverse",
    ScreenPart.CLEAR: "bold reverse",
    ScreenPart.GREEN: "bold reverse",
    ScreenPart.AMBER: "bold reverse",
    ScreenPart.AMBER_STRICT: "bold reverse",
    ScreenPart.RED: "bold reverse",
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
    ScreenPart.OTHER_CURSOR: "bold",
    ScreenPart.RULE: "dim",
    ScreenPart.KEY: "bold cyan",
    ScreenPart.CLEAR: "bold bright_white on black",
    ScreenPart.GREEN: "bold bright_green on black",
    ScreenPart.AMBER: "bold bright_yellow on black",
    ScreenPart.AMBER_STRICT: "bold bright_yellow on black",
    ScreenPart.RED: "bold bright_red on black",
}

_TLP: dict[Tint, str] = {
    ScreenPart.CLEAR: "bold #ffffff on #000000",
    ScreenPart.GREEN: "bold #33ff00 on #000000",
    ScreenPart.AMBER: "bold #ffc000 on #000000",
    ScreenPart.AMBER_STRICT: "bold #ffc000 on #000000",
    ScreenPart.RED: "bold #ff2b2b on #000000",
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
    ScreenPart.CURSOR: "bold #101418 on #8fc7ff",
    ScreenPart.OTHER_CURSOR: "bold #8fc7ff",
    ScreenPart.TAB: "#b3bcc8",
    ScreenPart.CURRENT_TAB: "bold #101418 on #8fc7ff",
    ScreenPart.RULE: "#4a5361",
    ScreenPart.KEY: "bold #8fc7ff",
    ScreenPart.FOOT: "#b3bcc8",
    ScreenPart.SAID: "bold #ffd75f",
    ScreenPart.CARET: "#101418 on #f2f4f7",
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
    ScreenPart.CURSOR: "bold #ffffff on #0b4f8a",
    ScreenPart.OTHER_CURSOR: "bold #0b4f8a",
    ScreenPart.TAB: "#3c444f",
    ScreenPart.CURRENT_TAB: "bold #ffffff on #0b4f8a",
    ScreenPart.RULE: "#b4bac3",
    ScreenPart.KEY: "bold #0b4f8a",
    ScreenPart.FOOT: "#3c444f",
    ScreenPart.SAID: "bold #8a5300",
    ScreenPart.CARET: "#ffffff on #1c2128",
}

THEMES = {
    "ansi": Theme("", "", _ANSI),
    "dark": Theme("#d5dae1 on #14181e", "on #222a35", _DARK),
    "light": Theme("#1c2128 on #fbfbf9", "on #e6edf5", _LIGHT),
    "plain": Theme("", "", _SHAPES),
}
"""By name: the terminal's own palette, dark, light, and none."""
