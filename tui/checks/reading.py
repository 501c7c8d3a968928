"""The rules that are found while a file is read: its bytes, its YAML, its keys and values."""

from tui.checks.rule import ERROR, WARNING, Rule

RULES = (
    Rule(
        "not-utf8",
        "structure",
        ERROR,
        "A briefing is written in UTF-8, and so is every local copy of a source. The first byte that "
        "is not part of a UTF-8 character is named; the rest is read with replacement characters.",
        wrong='title: "Gespr\\xE4ch" saved as ISO 8859-1',
        right='title: "Gespräch" saved as UTF-8',
    ),
    Rule(
        "byte-order-mark",
        "structure",
        WARNING,
        "The file begins with U+FEFF, which some editors write. It is read and ignored; other tools "
        "stumble over it. Save the file as UTF-8 without a byte order mark.",
        wrong="\ufeffformat: briefing/1",
        right="format: briefing/1",
    ),
    Rule(
        "control-character",
        "structure",
        ERROR,
        "A control character (C0 but tab and line ends, DEL, C1) stands in a text, as it is or by an "
        'escape such as "\\e". Printed, it would act on the terminal; every output shows it as a '
        "visible sign instead.",
        wrong='title: "Bold \\e[1mclaims"',
        right="title: Bold claims",
    ),
    Rule(
        "bidi-control",
        "structure",
        ERROR,
        "A character that overrides or isolates the direction of writing (U+202A to U+202E, U+2066 "
        "to U+2069) stands in the file. It can make a text read differently from what it says. "
        "Right-to-left scripts do not need them.",
        wrong='title: "\\u202Esmialc"',
        right="title: claims",
    ),
    Rule(
        "yaml-syntax",
        "structure",
        ERROR,
        "The file is not YAML, and nothing after this place is read. Mostly a colon followed by a "
        "space stands in a text without quotes, an indentation is uneven, or a quote is not closed.",
        wrong="title: NATO: what it says",
        right='title: "NATO: what it says"',
    ),
    Rule(
        "tag",
        "structure",
        ERROR,
        "YAML tags such as `!!str` or `!include` are not part of the format: text is text, and the "
        "schema says what is a number.",
        wrong="title: !!str 2022",
        right="title: 2022",
    ),
    Rule(
        "alias",
        "structure",
        ERROR,
        "YAML anchors (`&name`) and aliases (`*name`) are not part of the format: what the reader "
        "sees in the file is what it says. Refer to items by their ids.",
        wrong="prepared_by: &us The desk\ntopics: [*us]",
        right="prepared_by: The desk\ntopics: [The desk]",
    ),
    Rule(
        "merge-key",
        "structure",
        ERROR,
        "The YAML merge key `<<` is not part of the format. Write the keys out.",
        wrong="bottom_line:\n  <<: {judgments: [j1]}\n  text: Nothing has changed.\n"
        "key_judgments:\n  - {id: j1, text: Nothing will change.}",
        right="bottom_line:\n  judgments: [j1]\n  text: Nothing has changed.\n"
        "key_judgments:\n  - {id: j1, text: Nothing will change.}",
    ),
    Rule(
        "duplicate-key",
        "structure",
        ERROR,
        "A key stands twice in one mapping. YAML readers silently keep one of them; here the first "
        "is kept, and the second is not read.",
        wrong="lang: en\nprepared_by: The desk\nlang: ko",
        right="lang: en\nprepared_by: The desk",
    ),
    Rule(
        "folded-exact",
        "structure",
        ERROR,
        "Text of a source is written as a folded block (`>`), which joins lines and so alters the "
        "text. Write a literal block (`|-`) or quote it.",
        wrong="excerpts:\n  - id: x-chess\n    exact: >-\n      a chess piece",
        right="excerpts:\n  - id: x-chess\n    exact: |-\n      a chess piece",
    ),
    Rule(
        "text-cut-by-comment",
        "structure",
        WARNING,
        "In a text without quotes, ` #` begins a comment, and the rest of the line is lost. Quote the "
        "text, or put the comment on a line of its own.",
        wrong="prepared_by: The # 1 desk",
        right='prepared_by: "The # 1 desk"',
    ),
    Rule(
        "prose-in-flow-list",
        "structure",
        WARNING,
        "A comma inside `[ ]` has split a sentence: the list has more entries than were meant. Write "
        "one “- ” line for each entry.",
        wrong="key_judgments:\n  - id: j1\n    text: Nothing will change.\n"
        "    gaps: [What Seoul will say, if it says anything, is not known.]",
        right="key_judgments:\n  - id: j1\n    text: Nothing will change.\n"
        "    gaps:\n      - What Seoul will say, if it says anything, is not known.",
    ),
    Rule(
        "too-large",
        "structure",
        ERROR,
        "A briefing is at most 32 MiB. A larger file is not read.",
        wrong="excerpts: a list of more than 32 MiB",
        right="excerpts: what the briefing cites",
    ),
    Rule(
        "too-deep",
        "structure",
        ERROR,
        "Mappings and lists are nested more than 32 deep. The format itself needs fewer than ten.",
        wrong="topics: " + "[" * 40 + "NATO" + "]" * 40,
        right="topics: [NATO]",
    ),
    Rule(
        "too-many-nodes",
        "structure",
        ERROR,
        "A file has more than 2 million keys and values. What comes after is not read.",
        wrong="topics: a list of 2 million words",
        right="topics: [NATO]",
    ),
    Rule(
        "long-scalar",
        "structure",
        ERROR,
        "A single text is longer than 1 MiB. Mostly a quote was not closed.",
        wrong="title: a text of more than 1 MiB",
        right="title: NATO and South Korea",
    ),
    Rule(
        "unknown-key",
        "structure",
        ERROR,
        "The format has no such key in this place, so what stands under it would be shown nowhere. "
        "The nearest key is named.",
        wrong="titel: NATO and South Korea",
        right="title: NATO and South Korea",
    ),
    Rule(
        "missing-key",
        "structure",
        ERROR,
        "A key that the format requires here is not written.",
        wrong="actors:\n  - {id: nato, name: NATO}\npanes:\n  - role: actors",
        right="actors:\n  - {id: nato, name: NATO, kind: organization}\npanes:\n  - role: actors",
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
        "The value is not a word of the closed vocabulary of its key, or not in its range of numbers. "
        "The nearest word is named.",
        wrong="status: finished",
        right="status: draft",
    ),
    Rule(
        "bad-id",
        "structure",
        ERROR,
        "An id is lower-case letters, digits and single hyphens between them, such as "
        "`nato-summit-2022`, and not the name of a pane that the program makes (summary, sources, "
        "problems). So it can be typed, linked to and spoken.",
        wrong="actors:\n  - {id: NATO_HQ, name: NATO, kind: organization}\npanes:\n  - role: actors",
        right="actors:\n  - {id: nato-hq, name: NATO, kind: organization}\npanes:\n  - role: actors",
    ),
    Rule(
        "duplicate-id",
        "structure",
        ERROR,
        "Two items have the same id. Ids are unique over the whole file, whatever the items are, "
        "since references do not say which kind is meant. References mean the first.",
        wrong="actors:\n  - {id: nato, name: NATO, kind: organization}\n"
        "panes:\n  - {role: actors, id: nato}",
        right="actors:\n  - {id: nato, name: NATO, kind: organization}\n"
        "panes:\n  - {role: actors, id: who-is-who}",
    ),
    Rule(
        "bad-marking",
        "structure",
        ERROR,
        "A marking is one of the labels of the Traffic Light Protocol 2.0 (FIRST, 2022), in capitals and "
        "without spaces: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR. TLP:WHITE is "
        "the name that version 1 had for TLP:CLEAR.",
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
