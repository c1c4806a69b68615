"""A passage with where it stands."""

from __future__ import annotations

from tui.report.outline import Outline


def citation(outline: Outline, start: int, end: int) -> str:
    """``«…»——惠济区政府工作报告（2024年1月22日）三(一)多措并举促进消费`` for a half-open span of the text."""
    report = outline.report
    date = f"（{report.front.spoken_date}）" if report.front.date else ""
    return f"«{report.text[start:end]}»——{report.name}{date}{outline.path(outline.at(start))}"
