"""The peer of the start: a stock Textual app with a header, five tabs and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static, TabbedContent, TabPane

TITLES = ("Summary", "Background", "Actors", "Outlook", "Reactions")


class Stock(App[None]):
    """What one would write first."""

    BINDINGS = [("q", "quit", "Leave")]  # noqa: RUF012 - as Textual's manual writes it

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Header()
        with TabbedContent():
            for title in TITLES:
                with TabPane(title):
                    yield Static(f"{title} is here.\n" * 30)
        yield Footer()


if __name__ == "__main__":
    Stock().run()
