"""Who is at the other end, and who may be there."""

import grp
import os
import pwd
import socket
import struct
import sys
from typing import cast

import pytest

from tui.meeting import access
from tui.meeting.access import (
    KNOWN_FOR,
    AccessList,
    group_name,
    group_named,
    groups_of,
    name_of,
    uid_of,
    users_named,
)

NOBODY = 4_000_000_000
"""A user whom no machine has."""


def test_the_kernel_says_who_is_at_the_other_end() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert uid_of(one) == os.geteuid()


@pytest.mark.skipif(sys.platform != "linux", reason="the others say it otherwise")
def test_a_user_of_a_high_number_is_the_one_that_the_kernel_says() -> None:
    class Other:
        def getsockopt(self, *_: int) -> bytes:
            return struct.pack("iII", 1, NOBODY, 7)

    assert uid_of(cast(socket.socket, Other())) == NOBODY


def test_the_groups_of_a_user_are_asked_for_once_in_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    getpwuid, now = pwd.getpwuid, [KNOWN_FOR * 1e6]

    def ask(uid: int) -> pwd.struct_passwd:
        asked.append(uid)
        return getpwuid(uid)

    monkeypatch.setattr(pwd, "getpwuid", ask)
    monkeypatch.setattr(access, "monotonic", lambda: now[0])
    for _ in range(9):
        groups_of(os.geteuid())
    assert len(asked) == 1
    now[0] += KNOWN_FOR
    groups_of(os.geteuid())
    assert len(asked) == 2


def test_a_circle_has_its_users_and_the_members_of_its_group() -> None:
    groups = {7: [100, 300], 8: [100], 9: ()}
    circle = AccessList(frozenset({9}), gid=300)
    assert [circle.has(uid, lambda uid: groups[uid]) for uid in groups] == [True, False, True]
    assert not AccessList(frozenset({9})).has(7, lambda uid: groups[uid])
    assert not AccessList().has(0, lambda uid: groups[7])


def test_a_user_who_is_not_known_is_in_no_group() -> None:
    assert groups_of(NOBODY) == ()
    assert name_of(NOBODY) == f"user {NOBODY}"
    assert group_name(NOBODY) == f"group {NOBODY}"


def test_users_and_groups_are_found_by_their_names() -> None:
    user = pwd.getpwuid(os.geteuid())
    assert users_named([user.pw_name]) == {user.pw_uid}
    assert name_of(user.pw_uid) == user.pw_name
    group = grp.getgrgid(user.pw_gid)
    assert group_named(group.gr_name) == group.gr_gid
    assert group.gr_gid in groups_of(user.pw_uid)
    assert group_name(group.gr_gid) == group.gr_name


def test_names_that_nobody_has_are_told() -> None:
    with pytest.raises(LookupError, match="no user is called “no such user” here"):
        users_named(["no such user"])
    with pytest.raises(LookupError, match="no group is called “no such group” here"):
        group_named("no such group")
