"""The screen of a question: its best answer while it is typed, and the others below."""

from tui.app.bindings import ASK
from tui.app.screens.base import BriefingScreen
from tui.app.textual_bindings import bindings


class AskScreen(BriefingScreen):
    """A question and its answers."""

    BINDINGS = bindings(ASK)

    @property
    def title_over(self) -> str:
        """How many answers there are."""
        return self.session.asking.title if self.session.asking else ""

    async def on_mount(self) -> None:
        """Have a question typed."""
        await super().on_mount()
        await self.action_prompt("answer.ask")

    def update_body(self) -> None:
        """Show the answer on the card, and the others."""
        super().update_body()
        asking = self.session.asking
        if asking is not None:
            key = (asking.question, asking.number)
            self.active_list.show(key, asking.listing)
