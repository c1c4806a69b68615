"""Errors of files of indicators."""

from __future__ import annotations

#: What the parts of the file are called in errors.
FILE, INDICATOR, NAME, BREAK = "指标表", "指标", "名称", "口径变化"
EMPTY_NAME = "名称是空的"


def wrong_schema(schema: str, found: str) -> str:
    """Refuse a version of the schema."""
    return f"schema 应为 {schema}，此处是 {found!r}"


def missing_field(entry_id: str, name: str) -> str:
    """Refuse an indicator without a field."""
    return f"指标 {entry_id} 缺少字段 {name}"


def not_an_id(found: str) -> str:
    """Refuse the id of an indicator."""
    return f"id 应由小写字母、数字和下划线组成，如 urban_new_jobs，此处是 {found!r}"


def duplicate_id(entry_id: str, line: int) -> str:
    """Refuse the id of an indicator that an earlier one has."""
    return f"id {entry_id} 重复，前一个在第 {line} 行"


def wrong_year(name: str, first: int, last: int, found: int) -> str:
    """Refuse a year."""
    return f"{name} 应为 {first} 到 {last} 之间的年份，此处是 {found}"


def years_reversed(first: int, last: int) -> str:
    """Refuse a name used from a year later than the year it was used to."""
    return f"from ({first}) 不能晚于 to ({last})"


def name_too_long(limit: int) -> str:
    """Refuse a name that is longer than any that is looked up."""
    return f"名称太长，不超过 {limit} 字"


def not_allowed(name: str, found: str) -> str:
    """Refuse an item of a list that is none of those allowed."""
    return f"{name} 里不能有 {found!r}"


def empty_list(name: str) -> str:
    """Refuse an empty list."""
    return f"{name} 至少要有一项"


def excluded_name(name: str, excluded: str) -> str:
    """Refuse a name that one of the indicator's own exclusions rules out."""
    return f"名称“{name}”含有本指标自己排除的“{excluded}”"


def duplicate_name(name: str, other_id: str, line: int | None) -> str:
    """Refuse a name that the same or another indicator has; the line is None if that is one of the program's."""
    where = "在自带的指标表里" if line is None else f"在第 {line} 行"
    return f"名称“{name}”已是指标 {other_id} 的，{where}"
