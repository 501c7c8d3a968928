"""The checks of quotation marks in own prose: only what is quoted stands between them."""

from tui.checks.rule import ERROR, Rule

_PANE = "panes:\n  - role: issue\n    sections:\n      - claims:\n          - id: c1\n"

UNVERIFIED = Rule(
    "unverified-quotation-marks",
    "quotes",
    ERROR,
    "Own prose has quotation marks round text that no excerpt cited there holds. A reader takes it "
    "for a quotation, and nothing proves it. Cite the excerpt, or leave out the marks. In notes, "
    "marks are free: they speak about words.",
    wrong=_PANE + "            text: NATO makes Seoul a “chess pawn”.\n            cites: [x-chess]\n"
    "excerpts:\n  - {id: x-chess, exact: into a chess piece, voice: narrator}",
    right=_PANE + "            text: NATO makes Seoul a “chess piece”.\n            cites: [x-chess]\n"
    "excerpts:\n  - {id: x-chess, exact: into a chess piece, voice: narrator}",
)
INDIRECT = Rule(
    "indirect-words-in-quotation-marks",
    "quotes",
    ERROR,
    "Own prose puts quotation marks round words that are only a paraphrase by the source: they are "
    "the source's words about somebody, not that somebody's. Remove the marks.",
    wrong=_PANE + "            text: Xinhua warned that NATO would “provoke confrontation”.\n"
    "            cites: [x-xinhua]\nexcerpts:\n  - id: x-xinhua\n    voice: indirect\n"
    "    chain: [{unnamed: true, cue: noted that}]\n"
    "    exact: Xinhua news agency, in turn, noted that allowing NATO to expand its influence in the "
    "Asia-Pacific region would only undermine regional security and peace and provoke confrontation.",
    right=_PANE + "            text: Xinhua warned that NATO would cause confrontation.\n"
    "            cites: [x-xinhua]\nexcerpts:\n  - id: x-xinhua\n    voice: indirect\n"
    "    chain: [{unnamed: true, cue: noted that}]\n"
    "    exact: Xinhua news agency, in turn, noted that allowing NATO to expand its influence in the "
    "Asia-Pacific region would only undermine regional security and peace and provoke confrontation.",
)

RULES = (UNVERIFIED, INDIRECT)
