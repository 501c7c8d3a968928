"""Who is at the other end of a socket, and who may take part."""

import grp
import os
import pwd
import socket
import struct
import sys
from typing import cast

import pytest

from tui.meeting import access
from tui.meeting.access import AccessList, group_name, groups_of, peer_uid, user_name

UNKNOWN = 4_000_000_000
"""The id of a user and a group that no machine has."""


def test_the_kernel_says_who_is_at_the_other_end() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert peer_uid(one) == os.geteuid()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems use another structure")
def test_the_id_of_a_user_may_have_32_bits() -> None:
    class Connection:
        def getsockopt(self, *_: int) -> bytes:
            return struct.pack("iII", 1, UNKNOWN, 7)

    assert peer_uid(cast(socket.socket, Connection())) == UNKNOWN


def test_an_access_list_has_its_users_and_the_members_of_its_group(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    groups = {7: [100, 300], 8: [100], 9: []}
    monkeypatch.setattr(access, "groups_of", groups.__getitem__)
    assert [AccessList(frozenset({9}), gid=300).has(uid) for uid in groups] == [True, False, True]
    assert not AccessList(frozenset({9})).has(7)
    assert not AccessList().has(0)


def test_an_unknown_user_is_in_no_group_and_named_by_number() -> None:
    assert groups_of(UNKNOWN) == ()
    assert user_name(UNKNOWN) == f"user {UNKNOWN}"
    assert group_name(UNKNOWN) == f"group {UNKNOWN}"


def test_a_known_user_has_a_name_and_groups() -> None:
    user = pwd.getpwuid(os.geteuid())
    assert user_name(user.pw_uid) == user.pw_name
    assert user.pw_gid in groups_of(user.pw_uid)
    assert group_name(user.pw_gid) == grp.getgrgid(user.pw_gid).gr_name
