"""The least Textual app, the peer of the start: one Static, which answers a key."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """An app that composes one widget."""

    def compose(self) -> ComposeResult:
        """The widget."""
        yield Static("all is here")

    def on_key(self) -> None:
        """Show that a key has come."""
        self.query_one(Static).update("a key has come")


if __name__ == "__main__":
    Minimal().run()
