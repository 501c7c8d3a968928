"""Frozen classes of declared fields: like frozen dataclasses with slots, but faster to create.

The first frame waits until all its classes are created. `dataclasses` imports `inspect`, and
with it Python's parser and disassembler, and compiles up to six methods for each class: a
quarter of the time until the first frame. Here methods are shared, and an `__init__` is
compiled only for a class that has many instances.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, ClassVar, Final, TypeVar, cast, dataclass_transform, overload

_Class = TypeVar("_Class")

MISSING: Final = object()
"""The default of a field that must be given."""


class FieldSpec:
    """A declared field of a class."""

    __slots__ = ("default", "factory", "metadata", "name")

    def __init__(
        self, default: object, factory: Callable[[], object] | None, metadata: Mapping[str, Any]
    ) -> None:
        self.name = ""
        self.default = default
        """`MISSING` if the field is required or has a factory."""
        self.factory = factory
        """Makes the default value of each instance."""
        self.metadata = metadata
        """Further data of the declaration."""


def field(
    *,
    default: object = MISSING,
    factory: Callable[[], object] | None = None,
    metadata: Mapping[str, Any] = {},
) -> Any:
    """Declare a field that has more than a plain default."""
    return FieldSpec(default, factory, metadata)


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


def fields(of: object) -> tuple[FieldSpec, ...]:
    """The fields of a frozen class, or of an instance of one, in order."""
    found: tuple[FieldSpec, ...] = of.__fields__  # type: ignore[attr-defined]
    return found


def replace(instance: _Class, **changes: object) -> _Class:
    """A copy of an instance with some fields changed."""
    kept = {each.name: getattr(instance, each.name) for each in fields(instance)}
    return type(instance)(**{**kept, **changes})


def _completed(made: type[_Class], kw_only: bool, eq: bool) -> type[_Class]:
    """Create the class again, since slots can only be set at creation."""
    body = dict(made.__dict__)
    annotated: dict[str, object] = body.get("__annotations__", {})
    own = [_declared(body, name) for name, kind in annotated.items() if not _is_of_class(kind)]
    inherited: tuple[FieldSpec, ...] = getattr(made, "__fields__", ())
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

    body["__init__"] = _awaiting(lambda: complete, kw_only)
    complete = cast(type[_Class], type(made.__name__, made.__bases__, body))
    return complete


def _is_of_class(kind: object) -> bool:
    return kind is ClassVar or getattr(kind, "__origin__", None) is ClassVar


def _declared(body: dict[str, Any], name: str) -> FieldSpec:
    default = body.pop(name, MISSING)
    declared = default if isinstance(default, FieldSpec) else FieldSpec(default, None, {})
    declared.name = name
    return declared


def _awaiting(made: Callable[[], type[object]], kw_only: bool) -> Callable[..., None]:
    """The `__init__` of the first instances of a class, later replaced by a compiled one.

    Wrong arguments are passed to the compiled one, which raises the usual errors.
    """
    left = _WORTH_COMPILING
    slots: list[_Slot] | None = None

    def initialize(self: object, /, *values: object, **named: object) -> None:
        nonlocal left, slots
        left -= 1
        if slots is None:
            slots = [
                (getattr(made(), each.name).__set__, each.name, each.default, each.factory)
                for each in fields(self)
            ]
        if left < 0 or (kw_only and values) or not _fill(self, slots, values, named):
            compiled = _compiled(made(), kw_only)
            type.__setattr__(made(), "__init__", compiled)
            compiled(self, *values, **named)
        elif hasattr(self, "__post_init__"):
            self.__post_init__()

    return initialize


_WORTH_COMPILING = 64
"""Instances: making so many this way costs as much as compiling an `__init__`."""

_Slot = tuple[Callable[[object, object], None], str, object, Callable[[], object] | None]
"""The setter of a field, its name, default and factory."""


def _fill(
    instance: object, slots: list[_Slot], values: tuple[object, ...], named: dict[str, object]
) -> bool:
    """Set all fields; whether the arguments fit them."""
    for (put, *_), value in zip(slots, values, strict=False):
        put(instance, value)
    taken = 0
    for put, name, default, factory in slots[len(values) :]:
        if name in named:
            put(instance, named[name])
            taken += 1
        elif default is not MISSING:
            put(instance, default)
        elif factory is not None:
            put(instance, factory())
        else:
            return False
    return len(values) <= len(slots) and taken == len(named)


def _compiled(made: type[object], kw_only: bool) -> Callable[..., None]:
    """Compile the `__init__` of a class."""
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
    values = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({', '.join(values)})"


def _refuse_change(self: object, name: str, value: object = None) -> None:
    raise AttributeError(f"{name!r} of a frozen {type(self).__qualname__} cannot be changed")


_SHARED = {"__repr__": _repr, "__setattr__": _refuse_change, "__delattr__": _refuse_change}
_COMPARED = {"__eq__": _equal, "__hash__": _hash}
