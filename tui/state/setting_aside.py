"""Rename files that cannot be understood, so that a new one takes their place and nothing is lost."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def set_aside(path: Path, limit: int | None = None) -> Path:
    """Rename a file to ``.bad``, or ``.bad.1`` and on if there are earlier ones; return its new path.

    Args:
        path: The file.
        limit: How many are kept; the oldest of more are deleted. None to keep all.
    """
    taken = sorted(filter(None, map(_bad_number, path.parent.glob(f"{path.stem}.bad*"))))
    number = taken[-1] + 1 if taken else 1
    target = _bad_path(path, number)
    with suppress(OSError):
        path.replace(target)
        for old in taken[: max(0, len(taken) + 1 - limit)] if limit is not None else ():
            _bad_path(path, old).unlink()
    return target


def _bad_path(path: Path, number: int) -> Path:
    """Return the path of the first, the second … file that is set aside."""
    bad = path.with_suffix(".bad")
    return bad if number == 1 else bad.with_name(f"{bad.name}.{number - 1}")


def _bad_number(path: Path) -> int | None:
    """Return the number of a file that was set aside: the inverse of :func:`_bad_path`."""
    _, _, number = path.name.rpartition(".bad")
    if not number:
        return 1
    return (
        int(number[1:]) + 1 if number[0] == "." and number[1:].isascii() and number[1:].isdecimal() else None
    )
