"""The SHA-256 of what is read: of files to prove them, and of names to file what is kept."""

try:  # as `random` does: OpenSSL, which `hashlib` brings, takes longer to load than all hashing
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # it is of Python 3.12, and an interpreter may have neither
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        from hashlib import sha256 as _sha256

_LARGE = 1 << 20
"""Bytes; for so many OpenSSL has made up by its speed for the time that it takes to load."""


def digest(data: bytes) -> str:
    """The SHA-256 (FIPS 180-4) in hexadecimal digits."""
    if len(data) < _LARGE:
        found: str = _sha256(data).hexdigest()
        return found
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256(data).hexdigest()
