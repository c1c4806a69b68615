"""Text about libraries of reports."""

from __future__ import annotations


def places_disagree(said: str, named: str) -> str:
    """Say that the text names another place than the file."""
    return f"正文是{said}，文件名是{named}"


def years_disagree(planned: int, named: int) -> str:
    """Say that the text plans another year than the file names."""
    return f"正文是{planned}年，文件名是{named}年"
