"""Checksums of several parts tell apart where one part ends and the next begins."""

from __future__ import annotations

from tui.report.hashing import sha256_hex


def test_equal_parts_have_equal_checksums_and_others_do_not() -> None:
    parts = [(b"",), (b"a",), (b"a", b""), (b"", b"a"), (b"ab",), (b"a", b"b"), (b"b", b"a")]
    checksums = [sha256_hex(*each) for each in parts]
    assert len(set(checksums)) == len(parts)
    assert checksums == [sha256_hex(*each) for each in parts]
    assert all(len(checksum) == 64 for checksum in checksums)
