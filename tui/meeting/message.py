"""What presenter and followers say to each other: a line of JSON each, and every field checked.

A step names what is shown by ids: of the briefing, with the hash of its file, and of what is in
it. It holds no path, and nothing that could be run; what an id means, each reader looks up in
a briefing of their own.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tui.frozen import frozen
from tui.meeting.json_values import as_id, as_list, as_object, as_seconds
from tui.meeting.record import Showing
from tui.places import Place, View
from tui.text.clean import clean

FORMAT = "briefing-follow/1"
"""The version of the messages; both ends must have the same."""

MOST_SHOWN = 64
"""Showings in one message: more go in further messages."""

LONGEST = 1 << 17
"""Bytes of a message, its line feed included: any that `encode` makes are fewer."""

LONGEST_HELLO = 256
"""Bytes of the one message that a follower sends."""

_TOLD = 80
"""Characters of what is wrong with a message: some of them may be of the message."""

_SHA256 = 64
"""Digits of a hash."""


class UnreadError(ValueError):
    """A message that is none; says what is wrong with it."""


class OtherFormatError(UnreadError):
    """A message of another version."""

    def __init__(self, format: str) -> None:
        super().__init__(f"it speaks {format}, and this program {FORMAT} alone")


class Wish(StrEnum):
    """What somebody joins for."""

    FOLLOW = "follow"
    LOOK = "look"
    """To learn what is presented, and leave."""


class Reason(StrEnum):
    """Why a session has ended for a follower."""

    OVER = "over"
    """The presenter has ended it."""
    UNINVITED = "uninvited"
    """They are none of those who may follow."""
    FULL = "full"
    """As many follow as may."""
    FORMAT = "format"
    """The follower speaks another version."""


@frozen
class Hello:
    """What a follower says, once."""

    wish: Wish


@frozen
class PresenterPlace:
    """Where the presenter is."""

    briefing: str
    """The id of the briefing."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    pane: str
    """The id of the pane from which they came there."""
    place: Place
    shown: tuple[Showing, ...] = ()
    """What was shown before, as far as the follower has not been told."""


@frozen
class End:
    """The session is over for the follower."""

    reason: Reason


Message = Hello | PresenterPlace | End


def encode(message: Message) -> bytes:
    """A message as a line, with its line feed."""
    told = {"format": FORMAT, **_told(message)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The message of a line. Raises `UnreadError`, and nothing else, for what is none."""
    try:
        told = as_object(json.loads(line.decode("utf-8")))
        format = as_id(told.get("format"))
        if format != FORMAT:
            raise OtherFormatError(clean(format))
        return _read({key: told[key] for key in told if key != "format"})
    except UnreadError:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadError(f"not a message: {str(error)[:_TOLD]}") from None


def is_nameable(id: str) -> bool:
    """Whether an id can be told."""
    try:
        return bool(_id(id))
    except ValueError:
        return False


def _told(message: Message) -> Mapping[str, Any]:
    match message:
        case Hello(wish):
            return {"wish": wish}
        case End(reason):
            return {"end": reason}
        case PresenterPlace(briefing, sha256, pane, place, shown):
            return {
                "briefing": briefing,
                "sha256": sha256,
                "pane": pane,
                "view": place.view,
                "key": place.key,
                "item": place.item,
                "shown": [[each.id, each.began, each.ended] for each in shown],
            }


def _read(told: Mapping[str, Any]) -> Message:
    match told:
        case {"wish": wish, **rest} if not rest:
            return Hello(Wish(wish))
        case {"end": reason, **rest} if not rest:
            return End(Reason(reason))
        case {
            "briefing": briefing,
            "sha256": sha256,
            "pane": pane,
            "view": view,
            "key": key,
            "item": item,
            "shown": shown,
            **rest,
        } if not rest:
            place = Place(View(view), _id(key), _id(item) if item != "" else "")
            told_of = tuple(map(_showing, as_list(shown, MOST_SHOWN)))
            return PresenterPlace(_id(briefing), _hash(sha256), _id(pane), place, told_of)
    raise UnreadError("not a message: its fields are others")


def _id(told: object) -> str:
    id = as_id(told)
    if not id.isprintable():
        raise ValueError("an id is printable")
    return id


def _hash(told: object) -> str:
    digits = as_id(told)
    if len(digits) != _SHA256 or not set(digits) <= set("0123456789abcdef"):
        raise ValueError("not a SHA-256")
    return digits


def _showing(told: object) -> Showing:
    try:
        id, began, ended = as_list(told, 3)
    except ValueError:
        raise ValueError("a showing is an id and two times") from None
    showing = Showing(_id(id), as_seconds(began), as_seconds(ended))
    if showing.ended < showing.began:
        raise ValueError("nothing ends before it begins")
    return showing
