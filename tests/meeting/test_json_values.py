"""Validation of untrusted JSON values."""

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from tui.meeting.json_values import LATEST, as_seconds


@pytest.fixture
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("_zone", ["<+14>-14", "<-12>12", "<+23>-23:59"], indirect=True)
@pytest.mark.usefixtures("_zone")
def test_every_accepted_time_is_a_date_in_every_time_zone() -> None:
    assert datetime.fromtimestamp(as_seconds(LATEST)).astimezone().year == 9999
    assert datetime.fromtimestamp(as_seconds(0)).astimezone().year in {1969, 1970}


@pytest.mark.parametrize("value", [LATEST + 1, -1, float("nan"), True, "1", None])
def test_what_is_not_a_time_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="not a"):
        as_seconds(value)
