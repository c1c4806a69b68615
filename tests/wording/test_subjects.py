"""Subjects and the words that go with them."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.wording.subjects import SUBJECT_WORDS, SUBJECTS_BY_WORD, count_subjects, subjects_of
from tui.wording.units import grams_of

#: What a heading of a review and one of a plan on the same subject both tell of.
_BOTH = (
    ("社会保持和谐稳定", "加强和创新社会治理", "order"),
    ("农业综合生产能力持续提高", "落实粮食安全责任", "farming"),
    ("招商引资取得新成效", "着力扩大有效投资", "investment"),
    ("服务业发展实现新突破", "繁荣商贸物流", "services"),
    ("开放型经济迈上新台阶", "稳住外贸基本盘", "trade"),
    ("城市面貌明显改观", "加快老旧小区改造", "cities"),
    ("生态环境持续改善", "打好污染防治攻坚战", "environment"),
    ("人民健康水平提高", "推动医疗资源下沉", "health"),
    ("社会保障体系不断完善", "做好低保和养老工作", "welfare"),
    ("作风建设深入开展", "坚持廉洁从政", "conduct"),
)


@pytest.mark.parametrize(("review", "plan", "subject"), _BOTH)
def test_headings_on_one_subject_tell_of_it(review: str, plan: str, subject: str) -> None:
    assert subject in subjects_of(grams_of(review))
    assert subject in subjects_of(grams_of(plan))


def test_words_of_administration_tell_of_no_subject() -> None:
    assert subjects_of(("推进", "加强", "建设", "提升", "加快", "深入", "取得")) == set()


def test_all_words_have_two_characters_and_are_named_once_for_each_subject() -> None:
    for subject, words in SUBJECT_WORDS.items():
        assert [word for word in words.split() if len(word) != 2] == [], subject
        assert len(set(words.split())) == len(words.split()), subject


def test_a_word_of_several_subjects_counts_as_a_part_for_each() -> None:
    word, subjects = next(
        (word, subjects) for word, subjects in SUBJECTS_BY_WORD.items() if len(subjects) == 2
    )
    assert count_subjects(Counter({word: 3})) == dict.fromkeys(subjects, 1.5)
