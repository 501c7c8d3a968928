"""Frozen classes."""

from typing import ClassVar

import pytest

from tui.frozen import field, fields, frozen, replace


@frozen
class Point:
    """A place."""

    x: int
    y: int = 0


@frozen(kw_only=True)
class Shape:
    """Something drawn."""

    sides: ClassVar[int] = 0

    name: str = ""


@frozen(kw_only=True)
class Square(Shape):
    """A shape with a place."""

    sides: ClassVar[int] = 4

    at: Point
    marks: list[str] = field(factory=list, metadata={"doc": "What stands on it."})


@frozen(eq=False)
class Item:
    """Something that is itself alone."""

    id: str


@frozen
class Plain:
    """A text without spaces at its ends."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.text.strip())


def test_fields_are_given_in_order_or_by_name_and_have_defaults() -> None:
    assert Point(1) == Point(x=1, y=0)
    assert (Point(1, 2).x, Point(1, 2).y) == (1, 2)


def test_too_many_or_too_few_are_refused() -> None:
    for given in ((), (1, 2, 3)):
        with pytest.raises(TypeError, match="__init__"):
            Point(*given)
    with pytest.raises(TypeError, match="unexpected"):
        Point(1, z=3)  # type: ignore[call-arg]


def test_by_name_alone_where_that_is_asked_for() -> None:
    with pytest.raises(TypeError):
        Shape("square")  # type: ignore[call-arg]


def test_nothing_can_be_changed_added_or_removed() -> None:
    point = Point(1)
    for name in ("x", "z"):
        with pytest.raises(AttributeError):
            setattr(point, name, 2)
    with pytest.raises(AttributeError):
        del point.x
    assert not hasattr(point, "__dict__")


def test_equal_fields_make_equal_instances_of_one_class_with_one_hash() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert hash(Point(1, 2)) == hash(Point(1, 2))
    assert Point(1, 2) != Point(2, 1)
    assert Point(1, 2).__eq__((1, 2)) is NotImplemented
    assert Shape(name="a") != Square(name="a", at=Point(0))


def test_or_by_identity() -> None:
    assert Item("a") != Item("a")
    assert len({Item("a"), Item("a")}) == 2


def test_the_fields_of_a_base_come_first_and_those_of_the_class_are_none() -> None:
    square = Square(at=Point(0), name="a")
    assert [each.name for each in fields(Square)] == ["name", "at", "marks"]
    assert fields(square) == fields(Square)
    assert fields(Square)[2].metadata["doc"] == "What stands on it."
    assert square.sides == 4


def test_a_factory_makes_each_instance_its_own() -> None:
    one, other = Square(at=Point(0)), Square(at=Point(0))
    assert one.marks == other.marks == []
    assert one.marks is not other.marks


def test_the_like_of_an_instance_can_be_made() -> None:
    assert replace(Point(1, 2), y=3) == Point(1, 3)
    assert type(replace(Square(at=Point(0)), name="a")) is Square


def test_an_instance_may_mend_what_it_is_given() -> None:
    assert Plain(" a ").text == "a"
    assert replace(Plain("a"), text=" b").text == "b"


def test_it_tells_its_fields() -> None:
    assert repr(Point(1, 2)) == "Point(x=1, y=2)"


def test_patterns_take_fields_in_order() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_the_first_instances_of_a_class_are_made_as_all_others() -> None:
    @frozen
    class Fresh:
        x: int
        y: int = 0
        marks: list[str] = field(factory=list)

    for _ in range(100):
        assert (Fresh(1).x, Fresh(1).y, Fresh(1).marks) == (1, 0, [])
        assert Fresh(1, marks=["a"]).marks == ["a"]
        assert Fresh(1, 2, ["a"]) == Fresh(y=2, marks=["a"], x=1)


@pytest.mark.parametrize("made_before", [0, 1, 100])
def test_what_is_refused_is_refused_however_many_were_made_before(made_before: int) -> None:
    @frozen
    class Fresh:
        x: int
        y: int = 0

    for _ in range(made_before):
        Fresh(1)
    for values, named in (((), {}), ((1, 2, 3), {}), ((1,), {"x": 2}), ((1,), {"z": 3})):
        with pytest.raises(TypeError, match="__init__"):
            Fresh(*values, **named)
    assert Fresh(1, 2).y == 2
