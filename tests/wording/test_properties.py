"""What holds of all alignments: each sentence once, and the same text without what changed; hostile text."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wording.small import text_report
from tui.report.sentences import sentence_at, sentences_in
from tui.wording.alignment import align, align_steps
from tui.wording.model import ALIGNED, Alignment, Span

_WORDS = (
    "地区生产总值", "增长", "推进", "推动", "新型工业化", "GDP", "5.2%", "3.6万亿元", "2024年", "“十四五”", "改造老旧小区", "5个", "高质量发展", "的", "各位代表", "１２.５公里",
)  # fmt: skip
_MARKS = ("，", "。", "；", "、", "\n", "！", "”", "", " ")
_clauses = st.tuples(*map(st.sampled_from, (_WORDS, _WORDS, _WORDS, _MARKS))).map("".join)
_texts = st.lists(_clauses, max_size=12).map("".join)


def _kept(text: str, sentence: Span, changes: list[Span]) -> str:
    at, end = sentence
    kept = ""
    for start, stop in changes:
        assert at <= start <= stop <= end
        kept += text[at:start]
        at = stop
    return kept + text[at:end]


def check(alignment: Alignment) -> None:
    """Check what holds of every alignment."""
    earlier, later = alignment.earlier.text, alignment.later.text
    firsts = [pair.earlier for pair in alignment.pairs if pair.earlier]
    seconds = [pair.later for pair in alignment.pairs if pair.later]
    assert sorted(firsts) == list(sentences_in(earlier))
    assert seconds == list(sentences_in(later))
    for pair in alignment.pairs:
        assert (pair.kind in ALIGNED) == (pair.earlier is not None and pair.later is not None)
        assert 0 <= pair.score <= 1
        if pair.kind in ("same", "edited", "rewritten"):
            assert pair.earlier and pair.later
            one = _kept(earlier, pair.earlier, [change.earlier for change in pair.changes])
            assert one == _kept(later, pair.later, [change.later for change in pair.changes])
            assert all(change.earlier != change.later or change.earlier for change in pair.changes)
        else:
            assert not pair.changes


@given(_texts, _texts)
def test_every_sentence_is_in_one_pair_and_without_changes_both_are_the_same(one: str, other: str) -> None:
    check(align(text_report(one), text_report(other)))


@given(
    st.text(alphabet="发展，。；5%十年A \n”", max_size=60),
    st.text(alphabet="发展，。；5%十年A \n”", max_size=60),
)
def test_it_holds_of_any_text(one: str, other: str) -> None:
    check(align(text_report(one), text_report(other)))


@given(_texts, _texts)
def test_aligned_again_nothing_differs(one: str, other: str) -> None:
    first = align(text_report(one), text_report(other))
    assert first == align(text_report(one), text_report(other))


@given(_texts)
def test_a_report_beside_itself_is_the_same_in_order(text: str) -> None:
    pairs = align(text_report(text), text_report(text)).pairs
    assert all(pair.kind == "same" and not pair.changes and not pair.is_moved for pair in pairs)


@given(_texts, _texts)
def test_the_other_way_round_as_many_sentences_are_the_same(one: str, other: str) -> None:
    there = align(text_report(one), text_report(other)).counts
    back = align(text_report(other), text_report(one)).counts
    assert there["same"] == back["same"]


@given(_texts, _texts)
def test_steps_end_with_the_whole(one: str, other: str) -> None:
    *partial, whole = align_steps(text_report(one), text_report(other))
    assert whole == align(text_report(one), text_report(other))
    assert partial
    assert all([pair.later for pair in step.pairs if pair.later] == [pair.later for pair in whole.pairs if pair.later] for step in partial)  # fmt: skip


@given(st.text(alphabet="句。！”）\n 子", max_size=40))
def test_all_sentences_together_are_the_text_without_space(text: str) -> None:
    spans = list(sentences_in(text))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(st.text(alphabet="句。！ \n子", max_size=40))
def test_a_sentence_is_the_one_at_each_of_its_offsets(text: str) -> None:
    for start, end in sentences_in(text):
        assert sentence_at(text, start) == sentence_at(text, end - 1) == (start, end)


_HOSTILE = {
    "one sentence many times": "推进高质量发展取得新成效。" * 4_600,
    "one long sentence without marks": "发展改革" * 15_000,
    "long sentences that repeat themselves": ("发展改革推进" * 100 + "。") * 100,
    "sentences of one character each": "发。" * 30_000,
    "sentences alike but for a word": "".join(f"推进{chr(0x4E00 + n)}高质量发展取得新成效。" for n in range(4_000)),
    "short sentences, none twice": "".join(f"{chr(0x4E00 + n % 90)}{chr(0x4E00 + n // 90)}推进。" for n in range(8_100)),
    "long sentences alike but for a word": "".join(f"推进{chr(0x4E00 + n)}高质量发展取得新成效，" * 12 + "。" for n in range(340)),
    "numbers only": "123.45%，" * 7_500,
    "digits without end": "1" * 60_000,
    "digits and commas": "1,234" * 12_000,
    "marks only": "。！？”" * 15_000,
    "lines only": "\n" * 60_000,
    "Latin letters": "abcdef " * 8_500,
    "numerals": "百分之" + "十" * 60_000,
}  # fmt: skip


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE)
def test_hostile_text_is_aligned_in_time(text: str) -> None:
    changed = text[: len(text) // 2] + "改" + text[len(text) // 2 :].replace("推", "加")
    start = process_time()
    align(text_report(text), text_report(changed))
    assert process_time() - start < 4  # a shared machine; 2 s on one core of its own
