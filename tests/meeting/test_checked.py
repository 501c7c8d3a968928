"""Values of JSON that somebody else may have written."""

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from tui.meeting.checked import LATEST, moment


@pytest.fixture
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("_zone", ["<+14>-14", "<-12>12", "<+23>-23:59"], indirect=True)
@pytest.mark.usefixtures("_zone")
def test_every_moment_is_a_date_in_every_time_zone() -> None:
    assert datetime.fromtimestamp(moment(LATEST)).astimezone().year == 9999
    assert datetime.fromtimestamp(moment(0)).astimezone().year in {1969, 1970}


@pytest.mark.parametrize("told", [LATEST + 1, -1, float("nan"), True, "1", None])
def test_what_is_no_moment_is_refused(told: object) -> None:
    with pytest.raises(ValueError, match="not a"):
        moment(told)
