"""The projection of a briefing to what a policy lets one show.

Panes, printers, search and lists only ever get a projected document, so that nothing they make of
it can reveal what is withheld.
"""

from tui.model.document import Document, Policy


def project(document: Document, policy: Policy) -> Document:
    """The part of a briefing that may be shown; the document itself where all of it may be."""
    if policy in (Policy(), document.policy):
        return document
    from tui.model.withholding import withhold  # noqa: PLC0415 - most briefings are shown whole

    return withhold(document, policy)
