"""The rules that are found while a file is read: its bytes, its YAML, its keys and values."""

from tui.checks.rule import ERROR, WARNING, Rule

RULES = (
    Rule(
        "not-utf8",
        "structure",
        ERROR,
        "A briefing is written in UTF-8. The first byte that is not part of a UTF-8 character is "
        "named; the rest is read with replacement characters. Save the file as UTF-8.",
        wrong="prepared_by: Ren\\xe9e",
        right="prepared_by: Renée",
    ),
    Rule(
        "byte-order-mark",
        "structure",
        WARNING,
        "The file begins with U+FEFF, which some editors write. It is read and ignored here; other "
        "tools stumble over it. Save the file as UTF-8 without a byte order mark.",
        wrong="\ufeffprepared_by: Renée",
        right="prepared_by: Renée",
    ),
    Rule(
        "control-character",
        "structure",
        ERROR,
        "A control character (C0 but tab and line ends, DEL, C1) stands in a text, as it is or "
        'by an escape such as "\\e". Printed, it would act on the terminal; every output shows it '
        "as a visible sign instead.",
        wrong='prepared_by: "Ren\\e[1mée"',
        right="prepared_by: Renée",
    ),
    Rule(
        "bidi-control",
        "structure",
        ERROR,
        "A character that overrides or isolates the direction of writing (U+202A to U+202E, U+2066 "
        "to U+2069) stands in the file. It can make a text read otherwise than it is. "
        "Right-to-left scripts do not need them.",
        wrong='prepared_by: "\\u202EeénR"',
        right="prepared_by: Renée",
    ),
    Rule(
        "yaml-syntax",
        "structure",
        ERROR,
        "The file is not YAML, and nothing after this place is read. Mostly a colon followed by a "
        "space stands in a text without quotes, an indentation is uneven, or a quote is not "
        "closed.",
        wrong="prepared_by: The desk: NATO",
        right='prepared_by: "The desk: NATO"',
    ),
    Rule(
        "tag",
        "structure",
        ERROR,
        "YAML tags such as `!!str` or `!include` are not part of the format: text is text, and the "
        "format says where a number is meant.",
        wrong="topics: [!!str 2022]",
        right="topics: [2022]",
    ),
    Rule(
        "alias",
        "structure",
        ERROR,
        "YAML anchors (`&name`) and aliases (`*name`) are not part of the format: what the reader "
        "sees in a place is what it says. Refer to items by their ids.",
        wrong="""
            prepared_by: &us The desk
            topics: [*us]
            """,
        right="""
            prepared_by: The desk
            topics: [The desk]
            """,
    ),
    Rule(
        "merge-key",
        "structure",
        ERROR,
        "The YAML merge key `<<` is not part of the format. Write the keys out.",
        wrong="""
            bottom_line:
              <<: {judgments: []}
              text: Nothing has changed.
            """,
        right="""
            bottom_line:
              judgments: []
              text: Nothing has changed.
            """,
    ),
    Rule(
        "duplicate-key",
        "structure",
        ERROR,
        "A key stands twice in one mapping. Other readers of YAML silently keep one of them.",
        wrong="""
            lang: en
            prepared_by: The desk
            lang: ko
            """,
        right="""
            lang: en
            prepared_by: The desk
            """,
    ),
    Rule(
        "folded-exact",
        "structure",
        ERROR,
        "Text of a source is written as a folded block (`>`), which joins lines and so alters the "
        "text. Write it as a literal block (`|-`), or quote it.",
        wrong="""
            excerpts:
              - id: x-partner
                exact: >-
                  South Korea is a NATO global partner
            """,
        right="""
            excerpts:
              - id: x-partner
                exact: |-
                  South Korea is a NATO global partner
            """,
    ),
    Rule(
        "text-cut-by-comment",
        "structure",
        WARNING,
        "In a text without quotes, ` #` begins a comment, and the rest of the line is lost. Quote "
        "the text, or put the comment on a line of its own.",
        wrong="prepared_by: The #1 desk",
        right='prepared_by: "The #1 desk"',
    ),
    Rule(
        "prose-in-flow-list",
        "structure",
        WARNING,
        "A comma inside `[ ]` has split a sentence: the list has more entries than were meant. "
        "Write one “- ” line for each entry.",
        wrong="""
            key_judgments:
              - id: j1
                text: Nothing will change.
                gaps: [What Seoul will say, if it says anything, is not known.]
            """,
        right="""
            key_judgments:
              - id: j1
                text: Nothing will change.
                gaps:
                  - What Seoul will say, if it says anything, is not known.
            """,
    ),
    Rule(
        "too-large",
        "structure",
        ERROR,
        "A briefing is at most 32 MiB. A larger file is not read.",
        wrong="prepared_by: more than 32 MiB of text",
        right="prepared_by: The desk",
    ),
    Rule(
        "too-deep",
        "structure",
        ERROR,
        "Mappings and lists are nested more than 32 deep. The format itself needs fewer than ten.",
        wrong=f"topics: {'[' * 40}NATO{']' * 40}",
        right="topics: [NATO]",
    ),
    Rule(
        "too-many-nodes",
        "structure",
        ERROR,
        "A file has more than 2 million keys and values. What comes after them is not read.",
        wrong="topics: two million words",
        right="topics: [NATO]",
    ),
    Rule(
        "long-scalar",
        "structure",
        ERROR,
        "A single text is longer than 1 MiB. Mostly a quote was not closed.",
        wrong="prepared_by: more than 1 MiB of text",
        right="prepared_by: The desk",
    ),
    Rule(
        "unknown-key",
        "structure",
        ERROR,
        "The format has no such key in this place, so what stands under it is shown nowhere. The "
        "nearest key is named.",
        wrong="prepared_bye: The desk",
        right="prepared_by: The desk",
    ),
    Rule(
        "missing-key",
        "structure",
        ERROR,
        "A key that the format requires here is not written.",
        wrong="""
            panes: [{role: actors}]
            actors:
              - {id: nato, name: NATO}
            """,
        right="""
            panes: [{role: actors}]
            actors:
              - {id: nato, name: NATO, kind: organization}
            """,
    ),
    Rule(
        "wrong-type",
        "structure",
        ERROR,
        "A text, a list, a mapping, a whole number, or `true` or `false` is required here, and "
        "something else is written. Whole numbers are accepted for text.",
        wrong="topics: {first: NATO}",
        right="topics: [NATO]",
    ),
    Rule(
        "unknown-value",
        "structure",
        ERROR,
        "The value is not a word of the closed vocabulary of its key, or outside its range of "
        "numbers. The nearest word is named.",
        wrong="status: drafft",
        right="status: draft",
    ),
    Rule(
        "bad-id",
        "structure",
        ERROR,
        "An id is lower-case letters and digits with single hyphens between them, such as "
        "`nato-summit-2022`, and not the name of a pane that the program makes (summary, sources, "
        "problems). So it can be typed, linked to and spoken.",
        wrong="""
            panes: [{role: actors}]
            actors:
              - {id: NATO_HQ, name: NATO, kind: organization}
            """,
        right="""
            panes: [{role: actors}]
            actors:
              - {id: nato-hq, name: NATO, kind: organization}
            """,
    ),
    Rule(
        "duplicate-id",
        "structure",
        ERROR,
        "Two items have the same id. Ids are unique over the whole file, whatever the items are, "
        "since a reference does not say which kind is meant. References go to the first.",
        wrong="""
            panes: [{role: actors, id: nato}]
            actors:
              - {id: nato, name: NATO, kind: organization}
            """,
        right="""
            panes: [{role: actors, id: who-is-who}]
            actors:
              - {id: nato, name: NATO, kind: organization}
            """,
    ),
    Rule(
        "bad-marking",
        "structure",
        ERROR,
        "A marking is one of the labels of the Traffic Light Protocol 2.0 (FIRST, August 2022), in "
        "capitals and without spaces: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR. "
        "TLP:WHITE was the name of TLP:CLEAR in version 1.",
        wrong="marking: TLP:WHITE",
        right="marking: TLP:CLEAR",
    ),
    Rule(
        "bad-date",
        "dates and names",
        ERROR,
        "A date is EDTF level 1 (ISO 8601-2:2019): `2022-05-05`, `2022-06`, `2022`, an interval "
        "`2022-06-29/2022-06-30`, open `2005/..`, uncertain `2022?`, approximate `2022~`. The day "
        "must exist in its month, and an interval must not end before it begins.",
        wrong="issued: 2022-02-30",
        right="issued: 2022-02-28",
    ),
)
