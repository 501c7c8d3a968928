"""The sockets of sessions: opened once, gone at the end, and never another's."""

import fcntl
import os
import socket
from pathlib import Path

import pytest

from tui.frozen import replace
from tui.meeting.door import BusyError, NobodyError, TakenError, joined, opened
from tui.meeting.peers import Circle
from tui.meeting.venue import UnsafeError, Venue, group_venue, own_venue


def test_a_session_is_there_as_long_as_the_block(venue: Venue) -> None:
    with opened(venue, "talk"):
        assert venue.names() == ["talk"]
        assert venue.socket("talk").stat().st_mode & 0o777 == 0o600
        connection, uid = joined(venue, "talk")
        connection.close()
        assert uid == os.geteuid()
    assert venue.names() == []
    with pytest.raises(NobodyError, match="nobody presents as talk"):
        joined(venue, "talk")


def test_in_the_folder_of_a_group_the_group_can_come_in(short_path: Path) -> None:
    folder = short_path / "g"
    folder.mkdir()
    folder.chmod(0o2770)
    venue = group_venue(folder)
    with opened(venue, "talk"):
        status = venue.socket("talk").stat()
        assert status.st_mode & 0o777 == 0o660
        assert status.st_gid == venue.gid


def test_a_second_presenter_of_a_name_is_refused_and_harms_nothing(venue: Venue) -> None:
    with opened(venue, "talk"):
        with pytest.raises(TakenError, match="--name"), opened(venue, "talk"):
            pass
        joined(venue, "talk")[0].close()


def test_what_a_dead_presenter_left_is_replaced(venue: Venue) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(venue.socket("talk")))
    with pytest.raises(NobodyError):
        joined(venue, "talk")
    with opened(venue, "talk"):
        joined(venue, "talk")[0].close()


def test_one_who_is_alive_and_has_no_time_is_not_replaced(venue: Venue) -> None:
    with socket.socket(socket.AF_UNIX) as busy:
        busy.bind(str(venue.socket("talk")))
        busy.listen(0)
        with socket.socket(socket.AF_UNIX) as waits:
            waits.connect(str(venue.socket("talk")))
            with pytest.raises(TakenError), opened(venue, "talk"):
                pass
            with pytest.raises(BusyError, match="talk is busy"):
                joined(venue, "talk")


def test_a_file_and_a_link_that_are_no_session_stay(venue: Venue) -> None:
    file = venue.socket("talk")
    file.write_text("kept")
    with pytest.raises(TakenError, match="is no session"), opened(venue, "talk"):
        pass
    venue.socket("link").symlink_to(file)
    with pytest.raises(TakenError, match="is no session"), opened(venue, "link"):
        pass
    assert file.read_text() == "kept"
    for name in ("talk", "link"):
        with pytest.raises(UnsafeError, match="is no session"):
            joined(venue, name)


def test_a_session_that_another_has_opened_since_is_not_taken_away(venue: Venue) -> None:
    with socket.socket(socket.AF_UNIX) as other:
        with opened(venue, "talk"):
            venue.socket("talk").unlink()
            other.bind(str(venue.socket("talk")))
        assert venue.names() == ["talk"]


def test_who_holds_the_folder_is_waited_for_by_nobody(venue: Venue) -> None:
    handle = os.open(venue.folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(TakenError, match="try again"), opened(venue, "talk"):
        pass
    os.close(handle)


def test_a_presenter_who_is_not_the_owner_of_the_socket_is_refused(venue: Venue) -> None:
    with opened(venue, "talk"), pytest.raises(UnsafeError, match="do not count here"):
        joined(venue, "talk", lambda _: os.geteuid() + 1)


def test_a_presenter_who_does_not_count_there_is_refused(venue: Venue) -> None:
    with opened(venue, "talk"), pytest.raises(UnsafeError, match="do not count here"):
        joined(replace(venue, presenters=Circle()), "talk")


def test_a_path_too_long_for_a_socket_is_told(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir(mode=0o700)
    venue = own_venue(tmp_path / "v" / ("x" * 100))
    with pytest.raises(TakenError, match="too long"), opened(venue, "talk"):
        pass
    assert venue.names() == []
