"""Errors of options that only work with a library."""

from __future__ import annotations


def library_only(option: str) -> str:
    """Refuse an option of searches in a library."""
    return f"{option} 只用于书库，与 --library 同用"


def quote_exclusion(word: str) -> str:
    """Say how to exclude a word, which the command line takes for an option."""
    return f'{word[:40]} 不是选项；要排除一个词，把整个搜索词写在引号里，如 "碳达峰 -中和"'


FILTER_NEEDS_METRICS = "--filter 筛选指标，与 --metrics 同用"
SAVED_ALONE = "--saved 用保存的搜索词，不能再写搜索词，也不能与 --save、--limit 同用"
