"""Tell phrases that only turn with the calendar from terms: 开局之年, 五中全会精神, “十四五”规划, 建国70周年."""

from __future__ import annotations

import re

from tui.report.grammar import YEAR

_DIGIT = "[一二三四五六七八九十0-9０-９]"
#: What turns with the calendar, each with an example.
_PATTERNS = (
    r"十[一二三四五六七八九]?五|^[一二三四五六七八九]五",  # “十四五”, 十五五, “九五”
    r"^[一二三四五六七八九十0-9]+年$",  # “五年”
    r"收官|开局|[起开]好[步局]|纲要|草案",  # 规划收官, 良好开局
    rf"{_DIGIT}+中全会",  # 五中全会
    r"十[一二三四五六七八九]大|二十[一二三四五六七八九]?大",  # 党的十九大
    rf"{_DIGIT}+周年",  # 建国70周年
    r"(?:开局|收官|决胜|决战|起步|攻坚|关键|首|头|末|最后|第[一二三四五六七八九十]+)(?:之|一|的一)?年",  # 开局之年
    r".{1,8}之年$",  # 全面建成小康社会的决胜之年
    rf"第{_DIGIT}+个(?:五年|百年)",  # 第十四个五年规划
    rf"{YEAR}|[〇○零一二三四五六七八九]{{4}}年",
)
_CALENDAR = re.compile("|".join(_PATTERNS))


def is_calendar_phrase(term: str) -> bool:
    """Tell whether a term is due to the year rather than to what is done in it."""
    return _CALENDAR.search(term) is not None
