"""Textual's part of the themes; how each style looks is in `themes.LOOKS`."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

_TERMINAL = BUILTIN_THEMES["ansi-dark"]
THEMES = (
    replace(_TERMINAL, name="ansi", primary="ansi_cyan"),
    replace(_TERMINAL, name="plain", primary="ansi_default"),
    Theme("dark", primary="#8fc7ff", foreground="#d5dae1", background="#14181e"),
    Theme("light", primary="#0b4f8a", foreground="#1c2128", background="#fbfbf9", dark=False),
)
"""One theme for each of `themes.LOOKS`."""
