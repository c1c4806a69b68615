"""SHA-256 without loading OpenSSL, which takes 3 ms that the first screen would wait for."""

from __future__ import annotations

try:  # CPython 3.12 and later
    from _sha2 import sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found, no-redef, unused-ignore]
    except ImportError:  # another Python, or one built without its own hashes
        from hashlib import sha256  # type: ignore[assignment, unused-ignore]


def sha256_hex(*parts: bytes) -> str:
    """Return the SHA-256 of parts, in hexadecimal; their lengths are hashed too, so ``ab, c`` differs from ``a, bc``."""
    digest = sha256()
    for part in parts:
        digest.update(b"%d " % len(part))
        digest.update(part)
    return str(digest.hexdigest())


def text_hash(text: str) -> str:
    """Return 16 hexadecimal digits of the hash of a text, such as a path, which may hold lone surrogates."""
    return str(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())[:16]
