"""How each style looks: in the terminal's own palette, dark, light, and without colours.

A look is written as Rich understands it: `bold red`, `#d5dae1 on #14181e`.
"""

from collections.abc import Mapping

from tui.app.lines import Link, ScreenPart, Tint
from tui.blocks import Style
from tui.terminal.background import Background
from tui.terminal.capabilities import Depth


class Looks:
    """A look for every style, and another for the first line of the item under the cursor."""

    def __init__(self, base: str, selected: str, looks: Mapping[Tint, str]) -> None:
        """Combine a look of its own for each style with those that lie under all of them."""
        self._looks: dict[tuple[Tint, bool], str] = {}
        for tint in (*Style, *ScreenPart):
            own = looks.get(tint, "")
            self._looks[tint, False] = " ".join(filter(None, (base, own)))
            self._looks[tint, True] = " ".join(filter(None, (base, selected, own)))

    def look(self, tint: Tint, selected: bool) -> str:
        """Return the look of a stretch of text; that of a link ends in `link` and its address."""
        if isinstance(tint, Link):
            return f"{self._looks[Style.LINK, selected]} link {tint.address}"
        return self._looks[tint, selected]


def theme_names(wanted: str, depth: Depth, background: Background | None = None) -> list[str]:
    """Return the names of the themes to choose from, the first one in force.

    The terminal's own palette comes first unless another is wanted. The others have shades that
    a palette of 16 colours lacks; the one for the terminal's background comes before the other.
    """
    if depth is Depth.NONE:
        return ["plain"]
    if depth < Depth.EXTENDED:
        return ["ansi"]
    every = (
        ["ansi", "light", "dark"] if background is Background.LIGHT else ["ansi", "dark", "light"]
    )
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
    ScreenPart.CLEAR: "bold reverse",
    ScreenPart.GREEN: "bold reverse",
    ScreenPart.AMBER: "bold reverse",
    ScreenPart.AMBER_STRICT: "bold reverse",
    ScreenPart.RED: "bold reverse",
}
"""Looks without colours; no meaning rests on a look alone."""

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
}

LOOKS = {
    "ansi": Looks("", "", _ANSI),
    "dark": Looks("#d5dae1 on #14181e", "on #222a35", _DARK),
    "light": Looks("#1c2128 on #fbfbf9", "on #e6edf5", _LIGHT),
    "plain": Looks("", "", _SHAPES),
}
"""By theme: the terminal's own palette, dark, light, and no colours."""
