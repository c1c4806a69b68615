"""Patterns that cannot be compiled: what is wrong with them, in Chinese, and where."""

from __future__ import annotations

import inspect
import re

import pytest
from regex import _regex_core

from tui.messages import search as messages
from tui.report.errors import UsageError
from tui.search.patterns import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("[a", "字符集缺少 ]（末尾）"),
        ("(a", "缺少 )（末尾）"),
        ("a)", "括号不配对（第 2 个字处）"),
        ("*a", "重复符号之前没有内容（第 1 个字处）"),
        ("[z-a]", "字符范围的两端颠倒（第 5 个字处）"),
        ("(?<a", "缺少 >（末尾）"),
        ("\\1", "没有所引用的分组（末尾）"),
        ("(?z)", "没有这种 (? 写法（第 3 个字处）"),
        ("a{3,1}", "重复次数的下限大于上限（第 3 个字处）"),
        ("甲\\", "末尾的 \\ 之后缺少字符（末尾）"),
    ],
)
def test_a_fault_is_told_in_chinese_with_its_position(pattern: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        compile_pattern(pattern)
    assert str(caught.value) == f"正则有误：{told}"


def test_all_faults_the_package_knows_are_told_in_chinese() -> None:
    source = inspect.getsource(_regex_core)
    worded = re.findall(r'error\("([^"]+)"', source)
    assert len(worded) > 30
    for words in worded:
        if "Scanner" not in words:  # a class that is not used
            plain = re.split(r" ?[\\%]", words.replace("\\\\", "\\"))[0]
            assert messages.pattern_fault(words if words.startswith("bad escape (") else plain, None, 0) != (
                messages.PATTERN_WRONG
            ), words
