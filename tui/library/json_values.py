"""What is kept as JSON (RFC 8259).

Where nothing is kept yet, the module that knows it is not imported: the first frame waits for it.
"""

from typing import Any


def read(text: str | bytes) -> Any:  # noqa: ANN401 - whatever it is
    """The value of a text. Raises `ValueError` where it is not JSON."""
    from json import loads  # noqa: PLC0415 - see above

    return loads(text)


def written(value: object) -> str:
    """The text of a value, in one line of ASCII."""
    from json import dumps  # noqa: PLC0415 - see above

    return dumps(value)
