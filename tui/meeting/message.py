"""The messages between a presenter and followers: one line of JSON each.

A follower sends `FOLLOW` or `LOOK` once. The presenter sends where they are, by the ids of a
briefing and its items and the hash of its file, and why a session ends. Nothing else goes over
the socket: no path, no text of the briefing, no note.
"""

import json

from tui.frozen import frozen
from tui.meeting.access import SharingError
from tui.meeting.json_values import as_id, as_list, as_object
from tui.meeting.record import Showing
from tui.places import Place, View

FORMAT = "briefing-follow/1"
"""The version of the protocol, which must be the same at both ends."""

MAX_MESSAGE = 1 << 17
"""Bytes of a message at most."""

SHOWINGS_PER_MESSAGE = 64
"""Showings in one message at most, so that it is shorter than `MAX_MESSAGE`."""

_SHA256_LENGTH = 64


@frozen
class PresenterPlace:
    """Where the presenter is."""

    briefing: str
    """The id of the briefing."""
    sha256: str
    """The SHA-256 of its file, in hexadecimal."""
    pane: str
    """The id of the pane from which the presenter came to the place."""
    place: Place
    shown: tuple[Showing, ...] = ()
    """What was shown before; each showing is sent at least once."""


def _encode(**fields: object) -> bytes:
    data = json.dumps({"format": FORMAT, **fields}, ensure_ascii=False, separators=(",", ":"))
    return data.encode() + b"\n"


FOLLOW = _encode(wish="follow")
"""Asks for every place until the session ends."""

LOOK = _encode(wish="look")
"""Asks for the current place only."""


def encode_place(place: PresenterPlace) -> bytes:
    """Return the message that the presenter is at a place."""
    return _encode(
        briefing=place.briefing,
        sha256=place.sha256,
        pane=place.pane,
        view=place.place.view,
        key=place.place.key,
        item=place.place.item,
        shown=[showing.to_list() for showing in place.shown],
    )


def encode_end(refusal: str = "") -> bytes:
    """Return the message that the session is over, or why a follower is refused."""
    return _encode(end=refusal)


def decode(line: bytes) -> PresenterPlace | None:
    """Return where the presenter is, or `None` if the session is over; every field is checked.

    Raises:
        SharingError: The follower is refused, or the line is not a message of this version.
    """
    try:
        fields = as_object(json.loads(line))
        if fields.get("format") != FORMAT:
            raise SharingError("the presenter uses another version of this program")
        if "end" in fields:
            if refusal := _optional(fields["end"]):
                raise SharingError(refusal)
            return None
        return PresenterPlace(
            _printable(fields["briefing"]),
            _sha256(fields["sha256"]),
            _printable(fields["pane"]),
            Place(View(fields["view"]), _printable(fields["key"]), _optional(fields["item"])),
            tuple(map(_showing, as_list(fields["shown"], SHOWINGS_PER_MESSAGE))),
        )
    except (ValueError, KeyError, RecursionError):
        raise SharingError("invalid message from the presenter") from None


def is_printable_id(id: str) -> bool:
    """Whether an id can be sent."""
    try:
        return bool(_printable(id))
    except ValueError:
        return False


def _printable(value: object) -> str:
    id = as_id(value)
    if not id.isprintable():
        raise ValueError("an id is printable")
    return id


def _optional(value: object) -> str:
    return "" if value == "" else _printable(value)


def _sha256(value: object) -> str:
    digits = as_id(value)
    if len(digits) != _SHA256_LENGTH or not set(digits) <= set("0123456789abcdef"):
        raise ValueError("not a SHA-256")
    return digits


def _showing(data: object) -> Showing:
    showing = Showing.from_list(data)
    _printable(showing.id)
    return showing
