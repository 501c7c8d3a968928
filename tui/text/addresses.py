"""Addresses that a terminal may be told to open: of the web alone, and of harmless characters."""

import re

LONGEST = 2_083
"""Bytes: terminals ignore the address of a longer hyperlink (OSC 8), or worse."""

_ADDRESS = re.compile(
    r"https?://[^/?#@\\\s<\u2400-\u2426]+(?:[/?#][^\s<\u2400-\u2426]*)?", re.IGNORECASE
)
"""A scheme, a host, perhaps a port, and the rest; no user's name, which only ever deceives, and
none of the signs that `tui.text.clean` puts in the place of what is harmful."""

_KEPT = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
)
"""The characters of a URI (RFC 3986, section 2); `;` ends nothing where the address stands last."""


def web_address(text: str) -> str:
    """The address as it can be handed to a terminal; empty where it is none of the web.

    What no URI may hold is percent-encoded. A text with a space, a control character or one
    that reverses or hides others is no address.
    """
    if not (text.isprintable() and _ADDRESS.fullmatch(text)):
        return ""
    encoded = "".join(each if each in _KEPT else _encoded(each) for each in text)
    return encoded if len(encoded) <= LONGEST else ""


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode(errors="replace"))
