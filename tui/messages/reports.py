"""Errors, doubts and notes of reading, converting and checking reports."""

from __future__ import annotations


def text_too_long(characters: int, limit: int) -> str:
    """Refuse a text of more characters than a report has."""
    return f"有 {characters:,} 字，超过 {limit // 10_000} 万字的上限，请拆成几个文件"
