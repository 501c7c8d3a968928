"""A small briefing on an article of four lines, with an item of each kind."""

from typing import Any

ARTICLE = (
    "Title of it\n\n"
    "Seoul joined on May 5. The Globe wrote that it is a trap. Nobody knows why.\n"
    "“We are glad,” the ministry said. Read our cookies policy.\n"
)

BRIEFING: dict[str, Any] = {
    "format": "briefing/1",
    "id": "small",
    "title": "A small briefing",
    "status": "final",
    "marking": "TLP:CLEAR",
    "estimative_language": "icd203",
    "information_cutoff": {
        "date": "2022-06",
        "inferred": ["month"],
        "basis": "Written in summer. Or so it seems.",
    },
    "bottom_line": {"text": "Seoul has joined.", "judgments": ["j1"]},
    "key_judgments": [
        {
            "id": "j1",
            "text": "Beijing will likely stay silent.",
            "likelihood": "likely",
            "confidence": "low",
            "basis": "One article.",
            "supported_by": ["c-joined"],
            "contradicted_by": ["r-globe"],
            "indicators": [{"id": "j1-word", "text": "An official word."}],
            "gaps": [{"id": "j1-gap", "text": "Nobody was asked."}],
        }
    ],
    "actors": [
        {"id": "seoul", "name": "Seoul", "kind": "state", "also": ["서울"]},
        {"id": "globe", "name": "Globe", "kind": "media", "role": "newspaper"},
        {"id": "ministry", "name": "Ministry", "kind": "organization", "of": "seoul"},
        {"id": "beijing", "name": "Beijing", "kind": "state"},
    ],
    "panes": [
        {
            "role": "background",
            "id": "background",
            "sections": [
                {
                    "heading": "Entry",
                    "claims": [
                        {"id": "c-joined", "text": "Seoul is in.", "cites": ["x-joined"]},
                        {"id": "c-both", "text": "It is in.", "cites": ["x-joined", "x-false"]},
                        {"id": "c-guess", "text": "It will stay.", "kind": "assumption"},
                    ],
                }
            ],
            "timeline": [
                {
                    "id": "e-entry",
                    "title": "Seoul joins",
                    "status": "occurred",
                    "when": {
                        "stated": "May 5",
                        "date": "2022-05-05",
                        "inferred": ["year"],
                        "basis": "The year of the article.",
                    },
                    "cites": ["x-joined"],
                }
            ],
        },
        {
            "role": "outlook",
            "id": "outlook",
            "event": {
                "id": "e-summit",
                "title": "The summit",
                "status": "pending",
                "when": "2022-06-29/2022-06-30",
            },
            "expected": [{"id": "c-talk", "text": "They talk.", "reported_likelihood": "likely"}],
            "gaps": [{"id": "g-why", "text": "Why it joined."}],
        },
        {
            "role": "reactions",
            "id": "reactions",
            "by": ["beijing"],
            "reactions": [
                {
                    "id": "r-globe",
                    "actor": "globe",
                    "form": "state-media",
                    "about": ["e-entry", "background"],
                    "toward": [{"actor": "seoul", "stance": "neutral"}, {"actor": "ministry"}],
                    "stance": "critical",
                    "text": "It is a trap.",
                    "cites": ["x-trap"],
                },
                {
                    "id": "r-silence",
                    "actor": "beijing",
                    "form": "no-statement",
                    "about": ["e-summit"],
                    "text": "Nothing was said.",
                    "search_scope": "the ministry's website",
                    "as_of": "2022-06-01",
                },
                {
                    "id": "r-again",
                    "actor": "globe",
                    "form": "commentary",
                    "about": ["e-entry"],
                    "stance": "conciliatory",
                    "text": "It is fine.",
                    "cites": ["x-trap"],
                },
            ],
        },
        {"role": "actors", "id": "actors"},
    ],
    "sources": [
        {
            "id": "article",
            "short": "an article",
            "file": "article.txt",
            "not_content": ["Read our cookies policy."],
            "derived_from": [{"text": "Globe, comment", "held": False}],
        }
    ],
    "excerpts": [
        {
            "id": "x-joined",
            "source": "article",
            "voice": "narrator",
            "exact": "Seoul joined on May 5.",
            "emphasis": ["May 5"],
        },
        {
            "id": "x-trap",
            "source": "article",
            "voice": "indirect",
            "chain": [{"agent": "globe", "cue": "wrote that"}],
            "exact": "The Globe wrote that it is a trap.",
        },
        {
            "id": "x-glad",
            "source": "article",
            "voice": "direct",
            "chain": [{"agent": "ministry", "cue": "the ministry said"}],
            "exact": "“We are glad,” the ministry said.",
        },
        {
            "id": "x-false",
            "source": "article",
            "voice": "narrator",
            "exact": "Seoul joined on May 6.",
        },
    ],
    "notes": [{"id": "n-trap", "on": ["x-trap"], "at": "a trap", "text": "A strong word."}],
    "coverage": {
        "article": {"skipped": [{"exact": "Nobody knows why.", "reason": "It adds nothing."}]}
    },
}
