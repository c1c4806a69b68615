"""Sentences and paragraphs, from every offset of small texts."""

from __future__ import annotations

import pytest

from tui.report.sentences import paragraph_at, sentence_at, sentences_at


def sentences(text: str) -> list[str]:
    """Return the sentence of each offset, including the end of the text."""
    return [text[slice(*sentence_at(text, offset))] for offset in range(len(text) + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("甲", ["甲"] * 2),
        ("甲。乙", ["甲。"] * 2 + ["乙"] * 2),
        ("甲。乙。", ["甲。"] * 2 + ["乙。"] * 2 + [""]),
        ("甲！乙!丙？丁?戊", ["甲！"] * 2 + ["乙!"] * 2 + ["丙？"] * 2 + ["丁?"] * 2 + ["戊"] * 2),
        ("甲。。。乙", ["甲。。。"] * 4 + ["乙"] * 2),
        ("甲。”乙", ["甲。”"] * 3 + ["乙"] * 2),
        ("甲。’」』）)乙", ["甲。’」』）)"] * 7 + ["乙"] * 2),
        ("甲”。乙", ["甲”。"] * 3 + ["乙"] * 2),
        ("甲（乙）丙。", ["甲（乙）丙。"] * 6 + [""]),
        ("甲\n乙。", ["甲"] * 2 + ["乙。"] * 2 + [""]),
        ("甲。\n”乙", ["甲。"] * 2 + [""] + ["”乙"] * 3),
        ("甲。 乙。", ["甲。"] * 2 + ["乙。"] * 3 + [""]),
        ("。甲", ["。"] + ["甲"] * 2),
        ("”甲", ["”甲"] * 3),
        ("\n甲", [""] + ["甲"] * 2),
    ],
)
def test_the_sentence_of_each_offset(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("text", ["甲乙。丙丁。戊", "甲。”乙！\n 丙丁；”戊。", "。。甲\n\n乙"])
def test_ascending_offsets_have_their_own_sentences(text: str) -> None:
    for first in range(len(text)):
        for last in range(first, len(text)):
            assert list(sentences_at(text, (first, last))) == [
                sentence_at(text, first),
                sentence_at(text, last),
            ]


def test_an_offset_beyond_the_text_is_its_end() -> None:
    assert sentence_at("甲。乙", 99) == (2, 3)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("甲乙", 0, (0, 2)),
        ("甲\n乙丙\n丁", 0, (0, 1)),
        ("甲\n乙丙\n丁", 1, (0, 1)),
        ("甲\n乙丙\n丁", 2, (2, 4)),
        ("甲\n乙丙\n丁", 4, (2, 4)),
        ("甲\n乙丙\n丁", 5, (5, 6)),
        ("  甲 \t\n　乙　\n", 3, (2, 3)),
        ("  甲 \t\n　乙　\n", 6, (7, 8)),
        ("\n甲", 0, (0, 0)),
        ("   ", 1, (3, 3)),
        ("", 0, (0, 0)),
    ],
)
def test_the_paragraph_of_an_offset(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert paragraph_at(text, offset) == expected
