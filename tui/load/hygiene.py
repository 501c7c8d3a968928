"""Decoding of a file and detection of characters that a briefing must not contain."""

import re
from itertools import islice
from typing import NamedTuple

from tui.frozen import frozen
from tui.text.clean import clean

LARGEST = 32 * 1024 * 1024
"""The largest size of a briefing, in bytes."""
MOST = 1000
"""The number of banned characters reported for one file, at most."""
OVERRIDES = "\u202a-\u202e\u2066-\u2069"
"""Bidi embeddings, overrides and isolates, as a set of a regular expression."""
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
"""C0 except tab, LF and CR; DEL and C1; the noncharacters that YAML excludes."""


class Finding(NamedTuple):
    """A problem at an offset of the text."""

    code: str
    start: int
    message: str
    help: str = ""


@frozen
class Raw:
    """A decoded file."""

    text: str
    """The text, with LF for CRLF and without a byte order mark."""
    parsable: str
    """The text for the YAML parser, of equal length.

    Characters that YAML does not allow, or treats as line ends, are replaced by stand-ins.
    """
    findings: list[Finding]
    whole: bool = True
    """Whether the file was read; one that is too large is not."""


def read(data: bytes) -> Raw:
    """Decode a file and find the characters that it must not contain."""
    if len(data) > LARGEST:
        message = f"the file has more than {LARGEST:,} bytes, the most that a briefing may have"
        return Raw("", "", [Finding("too-large", 0, message)], whole=False)
    text, findings = _decode(data)
    if not _is_suspicious(data):
        return Raw(text, text, findings)
    if "\r" in text and "\n" not in text:
        message = "lines end in CR alone, which editors of today show as one line"
        findings.append(Finding("control-character", text.index("\r"), message, "Use LF."))
        text = text.replace("\r", "\n")
    if not (_is_undecodable(findings) and "\0" in text):  # a binary file, already reported
        findings += map(_finding, islice(re.finditer(_BANNED, text), MOST))
    return Raw(text, _with_stand_ins(text), findings)


def restore(value: str) -> str:
    """Replace the stand-ins in a parsed text by the original characters."""
    return re.sub(_STAND_INS, lambda found: chr(ord(found[0]) - _PLANE), value)


_PLANE = 0xF0000
"""The private-use plane of the stand-ins."""
_STAND_INS = "[\U000f0000-\U000fffff]"
_UNPARSABLE = [chr(code) for code in (*range(9), 11, *range(12, 32), *range(0x7F, 0xA0))]
_UNPARSABLE += ["\u2028", "\u2029", "\ufffe", "\uffff"]
_BANNED = f"[{CONTROLS}\r\u2028\u2029{OVERRIDES}]"
_C0 = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D}) + b"\x7f"
_C1 = re.compile(b"\xc2[\x80-\x9f]")
_SEPARATORS = re.compile(b"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def _decode(data: bytes) -> tuple[str, list[Finding]]:
    findings = []
    if data.startswith(_UTF16):
        findings.append(Finding("not-utf8", 0, "the file is UTF-16", "Save it as UTF-8."))
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            text = data.decode(errors="replace")
            before = len(data[: error.start].decode().removeprefix("\ufeff").replace("\r\n", "\n"))
            message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
            findings.append(Finding("not-utf8", before, message, "Save the file as UTF-8."))
    if text.startswith("\ufeff"):
        text = text[1:]
        message = "the file begins with a byte order mark"
        findings.append(Finding("byte-order-mark", 0, message, "Save it as UTF-8 without one."))
    return text.replace("\r\n", "\n") if "\r" in text else text, findings


def _is_undecodable(findings: list[Finding]) -> bool:
    return any(found.code == "not-utf8" for found in findings)


def _is_suspicious(data: bytes) -> bool:
    """Whether a file may contain banned characters; fast, with some false positives."""
    return (
        len(data.translate(None, _C0)) < len(data)
        or data.count(b"\r") > data.count(b"\r\n")
        or (not data.isascii() and bool(_C1.search(data) or _SEPARATORS.search(data)))
        or b"\xef\xbf" in data
        or data.startswith(_UTF16)
    )


def _finding(found: re.Match[str]) -> Finding:
    character, code = found[0], "control-character"
    name = f"U+{ord(character):04X}"
    if re.match(f"[{OVERRIDES}]", character):
        code = "bidi-control"
        message = f"{name} makes text read in another order than it is written"
    elif character in "\r\x85\u2028\u2029":
        message = f"{name} ends a line for YAML, and for no editor"
    else:
        message = f"{name} ({clean(character)}) is a control character"
    escape = f"“\\u{ord(character):04x}” in double quotes"
    help = f"Delete it, or write {escape} where a source has it."
    return Finding(code, found.start(), message, help)


def _with_stand_ins(text: str) -> str:
    for character in _UNPARSABLE:
        if character in text:
            text = text.replace(character, chr(_PLANE + ord(character)))
    return text
