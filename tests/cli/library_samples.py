"""Texts of a library of a few reports, and what a command printed of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import NamedTuple

from tests.support.samples import SMALL


class Ran(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


#: Place and plan year of each report, and what stands in its review.
REPORTS = {
    ("青川县", 2022): "发展低空经济。",
    ("青川县", 2023): "低空经济企业达到30家,产值12亿元。再次发展低空经济。",
    ("剑阁县", 2023): "发展林下经济。",
    ("保定市", 2023): "布局低空经济、低空经济园区和低空经济学院。",
}


def text_of(place: str, year: int, said: str) -> str:
    text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("2021", str(year - 1))
    return text.replace("坚持项目为王。", "坚持项目为王。" + said)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.endswith("处）")]
