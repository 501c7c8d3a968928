"""Frozen classes of declared fields: what a frozen dataclass with slots is, for less time.

The first frame waits for every class that it is made of. `dataclasses` brings `inspect`, and
with it the parser and the disassembler of Python, and compiles up to six methods for each
class, used or not: together a quarter of the time until the first frame. Here methods are
shared, and an `__init__` is compiled when the first instance is made.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, ClassVar, Final, TypeVar, cast, dataclass_transform, get_origin, overload

_Class = TypeVar("_Class")

MISSING: Final = object()
"""The default of a field that must be given."""


class Field:
    """A field as a class declares it."""

    __slots__ = ("default", "factory", "metadata", "name")

    def __init__(
        self, default: object, factory: Callable[[], object] | None, metadata: Mapping[str, Any]
    ) -> None:
        self.name = ""
        self.default = default
        """`MISSING` where it must be given or a factory makes it."""
        self.factory = factory
        """Makes the default, for each instance its own."""
        self.metadata = metadata
        """What its declaration tells whoever walks the fields."""


def field(
    *,
    default: object = MISSING,
    factory: Callable[[], object] | None = None,
    metadata: Mapping[str, Any] = {},
) -> Any:
    """Declare a field of a frozen class, with more than a plain default."""
    return Field(default, factory, metadata)


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[_Class], /) -> type[_Class]: ...


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool = False, eq: bool = True) -> Callable[[type[_Class]], type[_Class]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    made: type[_Class] | None = None, /, *, kw_only: bool = False, eq: bool = True
) -> type[_Class] | Callable[[type[_Class]], type[_Class]]:
    """Make a class whose annotated attributes are the fields of its instances.

    The fields of a base come first. With `kw_only` all are given by name. Without `eq`, which
    is inherited, instances are compared by identity.
    """

    def complete(made: type[_Class]) -> type[_Class]:
        return _completed(made, kw_only, eq)

    return complete if made is None else complete(made)


def fields(of: object) -> tuple[Field, ...]:
    """The fields of a frozen class, or of an instance of one, in order."""
    found: tuple[Field, ...] = of.__fields__  # type: ignore[attr-defined]
    return found


def replace(instance: _Class, **changes: object) -> _Class:
    """The like of an instance with some of its fields changed."""
    kept = {each.name: getattr(instance, each.name) for each in fields(instance)}
    return type(instance)(**{**kept, **changes})


def _completed(made: type[_Class], kw_only: bool, eq: bool) -> type[_Class]:
    """The class with slots, which it can only have from the beginning: it is made once more."""
    body = dict(made.__dict__)
    annotated: dict[str, object] = body.get("__annotations__", {})
    own = [_declared(body, name) for name, kind in annotated.items() if not _is_of_class(kind)]
    inherited: tuple[Field, ...] = getattr(made, "__fields__", ())
    if not inherited:
        body = {**_SHARED, **(_COMPARED if eq else {}), **body}
    for unwanted in ("__dict__", "__weakref__"):
        body.pop(unwanted, None)
    names = [each.name for each in (*inherited, *own)]
    body["__slots__"] = tuple(each.name for each in own)
    body["__fields__"] = (*inherited, *own)
    body["__match_args__"] = () if kw_only else tuple(names)
    body["__qualname__"] = made.__qualname__
    body["__values__"] = attrgetter(*names) if names else tuple

    def initialize(self: object, /, *values: object, **named: object) -> None:
        written = _initializer(complete, kw_only)
        type.__setattr__(complete, "__init__", written)
        written(self, *values, **named)

    body["__init__"] = initialize
    complete = cast(type[_Class], type(made.__name__, made.__bases__, body))
    return complete


def _is_of_class(kind: object) -> bool:
    return kind is ClassVar or get_origin(kind) is ClassVar


def _declared(body: dict[str, Any], name: str) -> Field:
    default = body.pop(name, MISSING)
    declared = default if isinstance(default, Field) else Field(default, None, {})
    declared.name = name
    return declared


def _initializer(made: type[object], kw_only: bool) -> Callable[..., None]:
    """The `__init__` of a class, compiled."""
    names: dict[str, Any] = {"_missing": MISSING}
    parameters = ["self", "*"] if kw_only and fields(made) else ["self"]
    lines = ["pass"]
    for number, each in enumerate(fields(made)):
        value, given = each.name, each.name
        if each.default is not MISSING:
            names[f"_default{number}"] = each.default
            given += f"=_default{number}"
        elif each.factory is not None:
            names[f"_make{number}"] = each.factory
            given += "=_missing"
            value = f"_make{number}() if {value} is _missing else {value}"
        names[f"_set{number}"] = getattr(made, each.name).__set__
        parameters.append(given)
        lines.append(f"_set{number}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n {'; '.join(lines)}", names)  # noqa: S102
    written: Callable[..., None] = names["__init__"]
    return written


def _equal(self: object, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash(_values(self))


def _values(of: object) -> object:
    return of.__values__(of)  # type: ignore[attr-defined]


def _repr(self: object) -> str:
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse_change(self: object, name: str, value: object = None) -> None:
    raise AttributeError(f"{name!r} of a frozen {type(self).__qualname__} cannot be changed")


_SHARED = {"__repr__": _repr, "__setattr__": _refuse_change, "__delattr__": _refuse_change}
_COMPARED = {"__eq__": _equal, "__hash__": _hash}
