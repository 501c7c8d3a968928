"""PyYAML's binding of libyaml, imported without the rest of PyYAML.

`import yaml` takes 12.8 ms of CPU time and this module 2.1 ms (lower quartiles of 30
alternating runs, CPython 3.11, PyYAML 6.0.4), a difference of 4.5 % of the time until the first
frame: the package compiles patterns for its own reader, its types and its writer. Here `yaml`
is registered as a package that has not run yet. Its modules can be imported from it, and it
runs when any other attribute of it is used.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType, SimpleNamespace
from typing import Any, TypeAlias

Event: TypeAlias = Any
"""An event of PyYAML; its type stubs lack the marks that the parsers set."""


class _Package(ModuleType):
    """The package `yaml` before its `__init__` has run."""

    def __getattr__(self, name: str) -> object:
        spec = self.__spec__
        if spec is None or spec.loader is None:
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(self)
        return getattr(self, name)


def _announce() -> None:
    """Register `yaml` without running it, unless it is loaded already."""
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
    """Parse a text (YAML 1.1) into events; raises `YAMLError` where it is not YAML."""
    return iter(_Parser(text).get_event, None)


class _ReaderError(YAMLError):
    """The error of libyaml for a character that is not allowed."""

    def __init__(
        self, name: str, position: int, character: object, encoding: str, reason: str
    ) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


def _parser() -> type[Any] | None:
    """The class of libyaml's parser, if it is installed.

    The extension looks up the error classes of six modules of PyYAML when it is imported. They
    are replaced for that time, so that those modules are not loaded: the parser raises only
    the first three of them.
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
