"""The rules that the loader checks: encoding, YAML, keys and values."""

from tui.checks.rule import ERROR, WARNING, Rule

RULES = (
    Rule("not-utf8", "structure", ERROR),
    Rule("byte-order-mark", "structure", WARNING),
    Rule("control-character", "structure", ERROR),
    Rule("bidi-control", "structure", ERROR),
    Rule("yaml-syntax", "structure", ERROR),
    Rule("tag", "structure", ERROR),
    Rule("alias", "structure", ERROR),
    Rule("merge-key", "structure", ERROR),
    Rule("duplicate-key", "structure", ERROR),
    Rule("folded-exact", "structure", ERROR),
    Rule("text-cut-by-comment", "structure", WARNING),
    Rule("prose-in-flow-list", "structure", WARNING),
    Rule("too-large", "structure", ERROR),
    Rule("too-deep", "structure", ERROR),
    Rule("too-many-nodes", "structure", ERROR),
    Rule("long-scalar", "structure", ERROR),
    Rule("unknown-key", "structure", ERROR),
    Rule("missing-key", "structure", ERROR),
    Rule("wrong-type", "structure", ERROR),
    Rule("unknown-value", "structure", ERROR),
    Rule("bad-id", "structure", ERROR),
    Rule("duplicate-id", "structure", ERROR),
    Rule("bad-marking", "structure", ERROR),
    Rule("bad-date", "dates and names", ERROR),
)
