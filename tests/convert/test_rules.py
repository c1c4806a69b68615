"""Each rule of the tables in ``tui/convert`` decides its own example."""

from __future__ import annotations

import re

import pytest

from tui.convert import (
    appendices,
    chapter_names,
    continuations,
    heading_ends,
    headings,
    inline_topics,
    levels,
    paragraphs,
    topics,
)
from tui.convert.headings import HeadingCandidate, Line, Style
from tui.convert.headline_habits import HeadlineHabits
from tui.convert.repair import REPAIRS, Repair, repair
from tui.convert.repairs import line_wraps, one_paragraph, page_numbers
from tui.convert.structure import read_structure
from tui.report.model import Level


def lines_of(text: str) -> list[Line]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, line))
        start += len(line) + 1
    return lines


def candidates_in(text: str) -> list[HeadingCandidate]:
    return headings.find_candidates(lines_of(text), frozenset())


@pytest.mark.parametrize(("style", "_", "example"), headings.NUMBERED_STYLES)
def test_a_number_has_the_style_of_its_example(style: Style, _: str, example: str) -> None:
    assert [pattern.match(example) is not None for _, pattern in headings._STYLES].index(True) == [
        name for name, _, _ in headings.NUMBERED_STYLES
    ].index(style)
    number = "1" if "latin" in style else "一"
    assert [(found.style, found.number) for found in candidates_in(example)] == [(style, number)]


@pytest.mark.parametrize(("form", "_", "example"), headings.ITEM_FORMS)
def test_an_item_has_the_form_of_its_example(form: str, _: str, example: str) -> None:
    match = headings.ITEM.match(example)
    assert match is not None and match["rest"] == "修路。"
    assert [name for name, _, _ in headings.ITEM_FORMS if match[name]] == [form]


@pytest.mark.parametrize(("pattern", "example"), chapter_names.CHAPTER_NAMES)
def test_a_chapter_is_named_as_in_the_example(pattern: str, example: str) -> None:
    assert re.search(f"{pattern}$", example)
    assert sum(bool(re.search(f"{other}$", example)) for other, _ in chapter_names.CHAPTER_NAMES) == 1
    assert chapter_names.is_chapter_name(example)


@pytest.mark.parametrize(("pattern", "example"), chapter_names.NO_HEADINGS)
def test_a_line_that_starts_as_in_the_example_is_no_heading(pattern: str, example: str) -> None:
    assert sum(bool(re.match(other, example)) for other, _ in chapter_names.NO_HEADINGS) == 1
    assert re.match(pattern, example)
    assert chapter_names.starts_as_no_heading(example)


@pytest.mark.parametrize("rule", levels.LEVEL_RULES, ids=lambda rule: f"{rule.name} {rule.sections[0]}")
def test_levels_are_decided_by_the_rule_of_the_example(rule: levels.LevelRule) -> None:
    candidates = candidates_in(rule.example)
    found, chapters, sections = levels.find_levels(lines_of(rule.example), candidates)
    assert {chapter.style for chapter in chapters} == ({rule.name} if rule.name else set())
    others = {candidate.style for candidate in candidates} & set(rule.sections)
    assert sections == tuple(style for style in rule.sections if style != "ordinal" or not others)
    assert [candidate.index for candidate in found] == [candidate.index for candidate in candidates]


@pytest.mark.parametrize(
    ("step", "example", "levels_found"),
    paragraphs.STEPS,
    ids=[read.__name__ for read, _, _ in paragraphs.STEPS],
)
def test_the_last_line_of_the_example_is_read_by_its_step(
    step: object, example: str, levels_found: tuple[Level, ...]
) -> None:
    lines = lines_of(example)
    chapter = paragraphs._Chapter(
        lines, 0, candidates_in(example), ("bracket",), HeadlineHabits(True, True, True)
    )
    for index in range(len(lines)):
        taken = ((read, read(chapter, index)) for read, _, _ in paragraphs.STEPS)
        reader, reading = next((read, reading) for read, reading in taken if reading is not None)
    assert reader is step
    assert tuple(start.level for start in reading.starts) == levels_found


@pytest.mark.parametrize(("pattern", "example"), inline_topics.FACTS)
def test_a_fact_is_named_as_in_the_example(pattern: str, example: str) -> None:
    assert [bool(re.search(other, example)) for other, _ in inline_topics.FACTS].count(True) == 1
    assert re.search(pattern, example)


@pytest.mark.parametrize(("pattern", "example"), topics.PERIODS)
def test_a_paragraph_speaks_of_a_period_as_in_the_example(pattern: str, example: str) -> None:
    assert re.match(pattern, example)
    assert topics.speaks_of_a_period(example)
    assert topics.opening_topic(f"{example}{'新建厂房12万平方米，' * 6}") is None


@pytest.mark.parametrize(("pattern", "example"), topics.NO_TOPICS)
def test_a_first_sentence_as_in_the_example_is_no_topic(pattern: str, example: str) -> None:
    assert re.match(pattern, example)
    assert topics.opening_topic(f"{example}{'新建厂房12万平方米，' * 6}", is_parallel=True) is None


@pytest.mark.parametrize(("pattern", "example"), topics.SAYINGS)
def test_a_saying_as_in_the_example_is_no_topic(pattern: str, example: str) -> None:
    assert [bool(re.fullmatch(other, example)) for other, _ in topics.SAYINGS].count(True) == 1
    assert re.fullmatch(pattern, example)
    assert topics.opening_topic(f"{example}。{'新建厂房12万平方米，' * 6}") is None


@pytest.mark.parametrize(("pattern", "example"), continuations.LEAD_INS)
def test_a_lead_in_ends_as_in_the_example(pattern: str, example: str) -> None:
    assert [bool(re.search(f"(?:{other})$", example)) for other, _ in continuations.LEAD_INS].count(True) == 1
    assert re.search(f"(?:{pattern})$", example)
    assert continuations.turns_away(example)


@pytest.mark.parametrize(("endings", "ending"), heading_ends.ENDINGS)
@pytest.mark.parametrize(("beginnings", "beginning"), heading_ends.BEGINNINGS)
def test_a_heading_without_a_mark_ends_between_the_examples(
    endings: str, ending: str, beginnings: str, beginning: str
) -> None:
    assert re.search(f"(?:{endings})$", ending)
    assert re.match(beginnings, beginning)
    assert heading_ends.unmarked_end(f"{ending}{beginning}，推进各项工作") == len(ending)
    assert heading_ends.unmarked_end(ending) is None
    assert heading_ends.unmarked_end(beginning) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "各项社会事业全面发展，民生持续改善",
        "社会事业全面发展",
        "推动发展，坚持改革",
        "污水处理率达到80 %以上",
    ],
)
def test_no_heading_ends_above_a_verb_alone_a_pause_or_a_unit(sentence: str) -> None:
    assert heading_ends.unmarked_end(sentence) is None


@pytest.mark.parametrize(("pattern", "example"), appendices.APPENDIX_TITLES)
def test_an_appendix_has_a_title_as_in_the_example(pattern: str, example: str) -> None:
    assert re.fullmatch(pattern, example)
    assert [found.name for found in appendices.find_appendices(["正文。" * 9, example])] == ["annex"]


@pytest.mark.parametrize(("pattern", "example"), appendices.NOTE_FORMS)
def test_notes_without_a_title_are_written_as_in_the_example(pattern: str, example: str) -> None:
    assert [bool(re.match(other, example)) for other, _ in appendices.NOTE_FORMS].index(True) == [
        other for other, _ in appendices.NOTE_FORMS
    ].index(pattern)
    notes = [example.replace("1", str(number)).replace("一", "一二三"[number - 1]) for number in (1, 2, 3)]
    lines = ["各位代表！", "让我们携手奋进！"]
    assert appendices.find_appendices([*lines, *notes]) == [appendices.Appendix(2, "annex", None)]
    assert appendices.find_appendices([*lines, *notes[:2]]) == []


@pytest.mark.parametrize(("pattern", "example"), appendices.TRAILING_LINES)
def test_a_web_page_trails_off_as_in_the_example(pattern: str, example: str) -> None:
    assert re.match(pattern, example)
    assert [found.name for found in appendices.find_appendices(["正文。" * 9, example])] == ["trailing"]


@pytest.mark.parametrize(("pattern", "example"), appendices.PRINTED_LINES)
def test_a_line_is_printed_below_a_report_and_above_its_annexes_as_in_the_example(
    pattern: str, example: str
) -> None:
    assert re.match(pattern, example)
    found = appendices.find_appendices(["正文。" * 30, example, "名词解释", "双碳：碳达峰。"])
    assert [appendix.name for appendix in found] == ["trailing", "annex"]
    assert appendices.find_appendices(["正文。" * 30, example, "各位代表，让我们奋斗！"]) == []


@pytest.mark.parametrize("rule", REPAIRS, ids=lambda rule: rule.apply.__name__)
def test_a_repair_mends_its_example_and_no_other_does(rule: Repair) -> None:
    repaired, count = rule.apply(rule.example)
    assert count > 0
    assert repair(rule.example) == (repaired, [rule.note(count)])
    assert repair(repaired) == (repaired, [])


@pytest.mark.parametrize(("pattern", "example"), page_numbers.PAGE_LINES)
def test_a_page_number_stands_as_in_the_example(pattern: str, example: str) -> None:
    match = re.fullmatch(pattern, example)
    assert match is not None
    body = ["甲。", "乙。", "丙。"]
    lines = [f"{line}\n{example.replace(match[1], str(page))}" for page, line in enumerate(body, 1)]
    assert page_numbers.drop_page_numbers("\n".join(lines)) == ("\n".join(body), 3)


@pytest.mark.parametrize(("kind", "_", "example"), one_paragraph.LINE_STARTS)
def test_a_line_starts_as_in_the_example(kind: str, _: str, example: str) -> None:
    matches = list(one_paragraph._LINE_START.finditer(f"完成。 {example}"))
    assert [match.lastgroup for match in matches] == [kind]


@pytest.mark.parametrize(("pattern", "example"), line_wraps.FINISHED)
def test_a_long_line_that_ends_as_in_the_example_is_whole(pattern: str, example: str) -> None:
    assert sum(bool(re.search(other, example)) for other, _ in line_wraps.FINISHED) == 1
    assert re.search(pattern, example)
    long = "坚持稳中求进扎实推进各项重点工作，" * 3 if len(example) < 40 else ""
    text = f"{long}{example}\n城镇新增就业3000人。"
    assert line_wraps.join_halves(text) == (text, 0)


def test_every_rule_of_repair_leaves_a_sound_text_alone() -> None:
    text = "政府工作报告\n各位代表：\n一、2023年工作回顾\n（一）抓项目。\n新增绿地20万平方米。\n"
    assert [rule.apply(text) for rule in REPAIRS] == [(text, 0)] * len(REPAIRS)


def test_no_nodes_are_found_in_an_empty_text() -> None:
    assert read_structure("") == []
