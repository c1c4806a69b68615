"""Find the sentences of the next report that may be about a target."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest

from tui.links.contexts import MetricContext
from tui.links.pieces import grams
from tui.promises.model import MAX_CANDIDATES, Candidate
from tui.promises.sentences import SentenceIndex

#: What the words of a target count: those of its name, next to it, before it in its sentence, and of all the sentence.
_NAME, _OWN, _LEAD, _SENTENCE = 2.5, 1.0, 0.4, 0.25
_MAX_SENTENCE_CHARACTERS = 300
#: What a sentence with a figure that may be the actual gains, by the score of the link, from which on.
_BY_LINK, _MIN_LINK = 0.08, -0.5
#: No sentence less alike is offered.
_MIN_SCORE = 0.02
#: Pairs of characters of a name that tell of no subject.
_NO_SUBJECT = frozenset(
    (
        *(
            "新增",
            "新建",
            "建设",
            "完成",
            "达到",
            "项目",
            "工程",
            "总量",
            "数量",
            "总额",
            "改造",
            "实现",
            "开工",
            "推进",
        ),
        *(
            "力争",
            "投资",
            "投入",
            "面积",
            "累计",
            "以上",
            "全市",
            "全年",
            "增长",
            "覆盖",
            "提升",
            "提高",
            "推动",
            "打造",
        ),
        *(
            "培育",
            "引进",
            "企业",
            "创建",
            "改建",
            "扩建",
            "综合",
            "重点",
            "示范",
            "标准",
            "年度",
            "资金",
            "设施",
        ),
    )
)
#: Characters before and behind a figure that has no name.
_BEFORE_CHARACTERS, _BEHIND_CHARACTERS = 14, 10
#: Behind what a share is of: 研发投入占生产总值比重.
_OF_WHOLE = "占"
#: Names of which a report may speak by wider words.
_WIDER: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile("二氧化硫|化学需氧量|氨氮|氮氧化物|SO2|COD"),
        re.compile("污染物(?:排放|减排)|节能减排(?:任务|目标|指标)"),
    ),
    (re.compile("居民消费价格|物价|CPI"), re.compile("物价|消费价格|CPI|价格总水平")),
)


class CandidateSentences:
    """Finds sentences of one report that may be about the targets of the report before it.

    Args:
        text: The report's text.
        sentences: Those of its sentences that may be found.
        postings: Sentences that are looked at for one pair of characters, at most.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], postings: int) -> None:
        self._text = text
        self._index = SentenceIndex(text, sentences, postings)

    def of(self, target: MetricContext, linked: Mapping[tuple[int, int], float]) -> tuple[Candidate, ...]:
        """Return the sentences most alike to a target, the best first.

        Args:
            target: The target.
            linked: The best score of the links to figures of each sentence.
        """
        query = dict.fromkeys(grams(target.sentence[:_MAX_SENTENCE_CHARACTERS]), _SENTENCE)
        query |= dict.fromkeys(target.lead, _LEAD)
        query |= dict.fromkeys(target.own, _OWN)
        query |= dict.fromkeys(target.name, _NAME)
        scores = self._index.scores(query)
        for span, score in linked.items():
            if span in scores and score > _MIN_LINK:
                scores[span] += _BY_LINK * (score - _MIN_LINK)
        best = nsmallest(MAX_CANDIDATES, scores.items(), key=lambda item: (-item[1], item[0]))
        return tuple(
            Candidate(start, end, round(min(1.0, score), 3))
            for (start, end), score in best
            if score >= _MIN_SCORE
        )

    def mention_of(
        self, target: MetricContext, weight: Callable[[Iterable[str]], int]
    ) -> tuple[Candidate, float] | None:
        """Return the sentence that says most of what a target is about, and how much of it; None if none says anything.

        Args:
            target: The target.
            weight: How rare pairs of characters are together.
        """
        words = (
            subject_of(grams(target.side.core.split(_OF_WHOLE)[0]))
            or subject_of(target.name)
            or (grams(target.before[-_BEFORE_CHARACTERS:]) | grams(target.behind[:_BEHIND_CHARACTERS]))
            - _NO_SUBJECT
        )
        found = self._index.sharing({gram: weight((gram,)) for gram in words})
        if not found:
            return None
        (start, end), shared = min(found.items(), key=lambda item: (-item[1], item[0]))
        share = shared / (weight(words) or 1)
        return Candidate(start, end, round(min(1.0, share), 3)), share

    def says_widely(self, target: MetricContext) -> bool:
        """Tell whether a sentence speaks of what a target is one of: 主要污染物 of 二氧化硫排放量."""
        name = target.side.metric.indicator
        return any(
            names.search(name) and any(wider.search(self._text, *span) for span in self._index.spans)
            for names, wider in _WIDER
        )


def subject_of(name: frozenset[str]) -> frozenset[str]:
    """Return the pairs of characters of a name that tell of its subject."""
    return name - _NO_SUBJECT


def with_admission(candidates: tuple[Candidate, ...], piece: tuple[int, int]) -> tuple[Candidate, ...]:
    """Return candidates with the sentence that admits that a target was missed, the first."""
    others = [each for each in candidates if (each.start, each.end) != piece]
    return Candidate(*piece, 1.0), *others[: MAX_CANDIDATES - 1]


def with_mention(candidates: tuple[Candidate, ...], mention: Candidate | None) -> tuple[Candidate, ...]:
    """Return candidates with a sentence that mentions the target among them, the last."""
    if mention is None or any(each.start == mention.start for each in candidates):
        return candidates
    least = candidates[-1].score if candidates else mention.score
    return *candidates[: MAX_CANDIDATES - 1], mention._replace(score=min(least, mention.score))
