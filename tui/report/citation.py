"""Quote a passage with its source."""

from __future__ import annotations

from tui.report.outline import Outline


def citation(outline: Outline, start: int, end: int) -> str:
    """Quote a half-open span of the text: ``«…»——惠济区政府工作报告（2024年1月22日）三(一)多措并举促进消费``."""
    return f"«{outline.report.text[start:end]}»——{origin(outline, start)}"


def origin(outline: Outline, offset: int) -> str:
    """Return where an offset is: ``惠济区政府工作报告（2024年1月22日）三(一)多措并举促进消费``."""
    report = outline.report
    date = f"（{report.front.spoken_date}）" if report.front.date else ""
    return f"{report.name}{date}{outline.path(outline.at(offset))}"
