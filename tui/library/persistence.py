"""Small files: JSON (RFC 8259), and files that are written whole or not at all."""

import os
from pathlib import Path
from typing import Any


def parse_json(text: str | bytes) -> Any:  # noqa: ANN401 - any value that JSON has
    """Return the value of a text. Raises `ValueError` if it is not JSON."""
    from json import loads  # noqa: PLC0415 - the first frame needs it only if something was saved

    return loads(text)


def to_json(value: object) -> str:
    """Return the text of a value, in one line of ASCII."""
    from json import dumps  # noqa: PLC0415 - likewise

    return dumps(value)


def write_private(file: Path, text: str) -> None:
    """Write a file, readable by its owner alone, and its folder. Raises `OSError`."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(file, text.encode(errors="replace"))


def write_atomically(file: Path, data: bytes, *, keeps_metadata: bool = False) -> None:
    """Write a file whole or not at all: a reader sees the old bytes or the new ones.

    Args:
        file: The file to write.
        data: Its contents.
        keeps_metadata: Keep the mode, owner and attributes of the old file, and write through a
            symbolic link. Otherwise the file is readable by its owner alone.

    Raises:
        OSError: The file could not be written; the old one is unchanged.
    """
    import tempfile  # noqa: PLC0415 - 5 ms, when a reader leaves and not when they come

    file = file.resolve() if keeps_metadata else file
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(data)
            if keeps_metadata:
                _copy_metadata(file, new.fileno(), name)
            new.flush()
            os.fsync(new.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _copy_metadata(file: Path, handle: int, name: str) -> None:
    """Give a new file the owner, mode and attributes of another, but not its times."""
    import shutil  # noqa: PLC0415 - only for files that the reader asked to have changed

    old, new = file.stat(), os.fstat(handle)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        os.fchown(handle, old.st_uid, old.st_gid)
    shutil.copystat(file, name)
    os.utime(name)
