"""Going through finds, from one briefing to the next."""

from hypothesis import given
from hypothesis import strategies as st

from tui.reading.result_cursor import ResultCursor

FINDS = {"a": ["1", "2"], "b": [], "c": ["3"], "d": ["4", "5"]}


def course(path: str = "a", item: str = "") -> ResultCursor:
    return ResultCursor("Söught", [*FINDS], FINDS.__getitem__, path, item)


def at(walked: ResultCursor) -> str:
    return f"{walked.path}{walked.item}"


def test_it_goes_on_into_the_next_briefing_that_has_finds_and_round() -> None:
    walked, seen = course(), []
    for _ in range(6):
        seen.append(at(walked))
        walked.step(1)
    assert seen == ["a1", "a2", "c3", "d4", "d5", "a1"]
    for _ in range(3):
        walked.step(-1)
    assert at(walked) == "d4"


def test_it_begins_at_the_find_that_is_given_and_says_where_it_is() -> None:
    assert at(course("d", "5")) == "d5"
    assert course("d", "5").said == "Söught: 2 of 2, briefing 4 of 4"
    assert ResultCursor("x", [""], lambda _: ["1", "2"], "").said == "x: 1 of 2"
    assert course().words == ("sought",)
    assert ResultCursor("da zh 王 wang", [""], lambda _: [], "").words == ("王", "wang")


def test_where_it_must_stay_it_goes_round_in_the_briefing() -> None:
    walked = course("d", "5")
    walked.step(1, stays=True)
    assert at(walked) == "d4"
    walked.step(-1, stays=True)
    assert at(walked) == "d5"


def test_finds_that_are_gone_leave_no_item() -> None:
    walked = ResultCursor("x", ["a", "b"], lambda _: [], "a")
    walked.step(1)
    assert walked.item == ""


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.data())
def test_back_undoes_on(counts: list[int], data: st.DataObject) -> None:
    counts[0] = max(counts[0], 1)
    finds = {str(at): [f"{at}.{item}" for item in range(count)] for at, count in enumerate(counts)}
    walked = ResultCursor("x", [*finds], finds.__getitem__, "0")
    for _ in range(data.draw(st.integers(0, 10))):
        walked.step(1)
    before = at(walked)
    walked.step(1)
    walked.step(-1)
    assert at(walked) == before
