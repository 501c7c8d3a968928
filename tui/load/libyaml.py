"""The parser of PyYAML, and of PyYAML nothing else.

The whole package takes a tenth of the time until the first frame: it compiles expressions for
what a briefing has not, such as the types of YAML, and for writing. So it is there as a name,
under which its modules can be imported, and becomes itself when it is asked for more.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType, SimpleNamespace
from typing import Any, TypeAlias

Event: TypeAlias = Any
"""An event of PyYAML; its type stubs do not know that the parsers give each its marks."""


class _Package(ModuleType):
    """PyYAML before it has run."""

    def __getattr__(self, name: str) -> object:
        spec = self.__spec__
        if spec is None or spec.loader is None:
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(self)
        return getattr(self, name)


def _announce() -> None:
    """Let the modules of PyYAML be imported without all of it, unless it is there already."""
    spec = None if "yaml" in sys.modules else find_spec("yaml")
    if spec is not None:
        package = sys.modules["yaml"] = module_from_spec(spec)
        package.__class__ = _Package


_announce()

from yaml.error import MarkedYAMLError, YAMLError  # noqa: E402 - of what has been announced
from yaml.events import (  # noqa: E402
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

__all__ = [
    "AliasEvent",
    "CollectionEndEvent",
    "CollectionStartEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "StreamEndEvent",
    "YAMLError",
    "events",
]


def events(text: str) -> Iterator[Event]:
    """The events of a text (YAML 1.1), to its end; raises `YAMLError` where it is not YAML."""
    return iter(_Parser(text).get_event, None)


class _ReaderError(YAMLError):
    """What libyaml says of a character that it does not read."""

    def __init__(
        self, name: str, position: int, character: object, encoding: str, reason: str
    ) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


def _parser() -> type[Any] | None:
    """The class of libyaml's parser, if there is one.

    When it is imported it takes the errors of six modules for its own use, which would bring
    all that is to be avoided: those that it raises while it parses are here, the others never.
    """
    package = sys.modules["yaml"]
    missing = {
        module: SimpleNamespace(**{f"{module.capitalize()}Error": error})
        for module, error in _ERRORS.items()
        if module not in vars(package)
    }
    for name in ("tokens", "nodes"):
        import_module(f"yaml.{name}")
    vars(package).update(missing)
    try:
        found: type[Any] = import_module("yaml._yaml").CParser
        return found
    except ImportError:
        return None
    finally:
        for name in missing:
            delattr(package, name)


_ERRORS: dict[str, type[YAMLError]] = {
    "reader": _ReaderError,
    "scanner": MarkedYAMLError,
    "parser": MarkedYAMLError,
    "composer": YAMLError,
    "constructor": YAMLError,
    "emitter": YAMLError,
    "serializer": YAMLError,
    "representer": YAMLError,
}
_Parser: type[Any] = _parser() or sys.modules["yaml"].SafeLoader
