"""Read what a report says itself of how its targets were kept, which outranks arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.links.contexts import MetricContext
from tui.links.wording import same_words
from tui.messages import promises as messages
from tui.promises.deeds import says_all_done
from tui.promises.model import Gap
from tui.promises.verdicts import Judged

#: What is said of targets that were missed; examples in the tests.
_ADMITS = re.compile(
    r"(?:未能?|没有?能?)(?:如期|全面)?(?:完成|达到?|实现)(?:年初|年度|全年|预期|预定|既定|确定|计划|的){0,6}(?:目标|预期|任务|计划|要求)"
    r"|(?:低于|不及|未达|未及)(?:年初|年度|全年)?(?:预期|预定|目标)"
    r"|与(?:年初|年度|全年|预期|预定|既定|确定|计划|增长|发展|的){0,6}(?:目标|预期)(?:任务|要求)?(?:相?比)?[,，]?(?:还|仍|尚)?(?:有|存在)(?:一定|较大|不小|明显|的){0,6}(?:差距|距离|偏差)"
)
#: What is said of targets that were reached, without a figure.
_REACHES = re.compile(
    r"(?:超额|全面|圆满|如期)完成(?:了)?(?:年度|全年|年初|预期|预定|省|市|国家|上级|下达|的){0,6}(?:目标|任务|计划)"
    r"|(?:严格)?控制在(?:年度|全年|预期|省|市|国家|计划|规定|下达|控制|的){0,6}(?:目标|指标|计划)(?:范围)?之?(?:以?内)"
    r"|低于(?:省|市|年度|全年|年初|预期|的){0,4}控制(?:目标|指标|数)"
)
#: What is said of all targets of a meeting at once.
_ALL_TARGETS = re.compile(
    r"(?<!未)(?<!未能)(?<!没能)(?<!没有)(?<!基本)(?:完成|实现)了?(?!本次)[^。；;，,]{0,24}(?:人大|人代会|人民代表大会)[^。；;，,]{0,16}(?:确定|提出|通过|批准|部署|下达)的[^。；;，,]{0,12}(?:目标|任务|指标)"
)
#: Short names by which reports admit that main indicators grew less than planned, where they stand alone in a list of
#: such names, and the ids of these.
_SHORT_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("(?:地区|国内)?生产总值|GDP|经济|经济总量", ("gdp",)),
    ("消费|社会消费品零售(?:总额)?", ("retail_sales",)),
    ("(?:全社会)?(?:固定资产)?投资", ("fixed_asset_investment", "total_fixed_asset_investment")),
    ("(?:外贸)?进出口(?:总额)?|外贸|对外贸易", ("trade_total",)),
    ("(?:外贸)?出口(?:总额)?", ("exports",)),
    (
        "(?:地方|公共)?财政收入|(?:地方)?一般公共预算收入",
        ("general_budget_revenue", "local_fiscal_revenue", "total_fiscal_revenue"),
    ),
    ("规模以上工业(?:增加值)?|工业", ("industry_above_scale_value_added", "industry_value_added")),
    (
        "(?:实际)?(?:利用|使用)?外[资商](?:直接投资)?",
        ("foreign_investment_utilised", "foreign_direct_investment"),
    ),
    ("(?:城镇|城乡)?居民(?:人均)?(?:可支配)?收入", ("urban_income", "resident_income")),
    ("(?:农民|城乡居民)(?:人均)?(?:可支配)?收入", ("rural_income", "rural_net_income")),
    ("(?:居民)?消费价格(?:指数)?|物价", ("cpi",)),
)
_NAMES = [(re.compile(names), frozenset(ids)) for names, ids in _SHORT_NAMES]
_MIN_NAME_CHARACTERS = 4
#: What separates the names of a list, and what may stand around one of them.
_LISTED = re.compile(r"[、和与及]|以及")
_AROUND = re.compile(
    r"^(?:但是?|虽然|其中|只有|主要是|由于|去年|全[年市省区县])*|(?:等)?(?:(?:主要|经济)*指标|目标|任务|[两三四五六]项)*(?:的)?(?P<growth>增速|增长|增幅)?(?:等|指标|还是|还|却|也|都|均|仍|尚|有|完成情况)*$"
)
_GROWS = re.compile("增速|(?<!自然)增长|增幅")
_CLAUSES = re.compile("[,，;；:：]")

#: Behind or before an actual: which part of the target was reached.
_SHARE = re.compile(
    r"(?:完成|为|占|达到?|相当于)了?(?:全年|年度|年初|年计划|预期|确定|的)*(?:目标|任务|计划)(?:任务|目标|投资|数|值|额)*的?(\d+(?:\.\d+)?)[%％]"
)
_EXCEEDS = re.compile(
    r"超额(?:\d+(?:\.\d+)?%)?完成|超[出过](?:年度|全年|预期|年初|计划|预定)*(?:目标|任务|计划)"
)
_ADMITTED_CHARACTERS = 120
_REST_CHARACTERS, _LEAD_CHARACTERS = 46, 14
_PAUSE = re.compile(r"[。;；]")
_FULL = Decimal(100)


class Said(NamedTuple):
    """A sentence that says of targets that they were missed or reached.

    Attributes:
        piece: Half-open span of the sentence.
        text: What stands before the words that say it.
    """

    piece: tuple[int, int]
    text: str


class Statements:
    """What a report says of its targets as a whole.

    Args:
        text: The report's text.
        sentences: Those of its sentences that tell what was done.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self._admissions = [found for sentence in sentences for found in _said_of(_ADMITS, text, sentence)]
        self._successes = [found for sentence in sentences for found in _said_of(_REACHES, text, sentence)]
        #: The sentence that says all deeds were done; None if there is none.
        self.all_deeds_done = next((span for span in sentences if says_all_done(text[slice(*span)])), None)
        #: The sentence that says the targets of the meeting were reached, without naming any; None if there is none.
        self.all_targets_reached = next(
            (span for span in sentences if _ALL_TARGETS.search(text, *span)), None
        )

    def admission_of(self, target: MetricContext) -> tuple[int, int] | None:
        """Return the sentence that admits that a target was missed; None if there is none."""
        return _piece_of(self._admissions, target)

    def success_of(self, target: MetricContext) -> tuple[int, int] | None:
        """Return the sentence that says in words that a target was reached; None if there is none."""
        return _piece_of(self._successes, target)


def _piece_of(said: Sequence[Said], target: MetricContext) -> tuple[int, int] | None:
    return next((each.piece for each in said if _names(each.text, target)), None)


def _said_of(words: re.Pattern[str], text: str, sentence: tuple[int, int]) -> Iterator[Said]:
    for match in words.finditer(text, *sentence):
        yield Said(sentence, same_words(text[sentence[0] : match.start()]))


def _names(text: str, target: MetricContext) -> bool:
    """Tell whether the words before an admission name a target in full; of growth only, if they say so."""
    said = _last_clauses(text)
    grows = target.side.metric.measure == "growth"
    if _GROWS.search(said) and not grows:
        return False
    cores = {same_words(name) for name in (target.side.core, target.side.metric.indicator)}
    names = [_AROUND.sub("", name) for name in _LISTED.split(said)]
    if any(len(core) >= _MIN_NAME_CHARACTERS and core in names for core in cores):
        return True
    return grows and any(
        target.indicator in ids and any(map(short.fullmatch, names)) for short, ids in _NAMES
    )


def _last_clauses(text: str) -> str:
    """Return the last clause, with those before it that state no figures: names of a list may be apart by commas."""
    clauses = [clause for clause in _CLAUSES.split(text[-_ADMITTED_CHARACTERS:]) if clause.strip()]
    said = clauses[-1:]
    for clause in reversed(clauses[:-1]):
        if any(map(str.isdigit, clause)) or any(map(str.isdigit, said[0])):
            break
        said.insert(0, clause)
    return "、".join(said)


def own_words(actual: MetricContext, judged: Judged) -> Judged:
    """Return the verdict on an actual by what its sentence says of the target; that by arithmetic if it says nothing."""
    if actual.metric.measure == "completion" and judged.verdict == "not_comparable":
        return _by_share(actual.metric.value[0])
    rest = _PAUSE.split(actual.rest[:_REST_CHARACTERS], maxsplit=1)[0]
    share = _SHARE.match(rest.lstrip(",，、（( ").removeprefix("增长")) or _SHARE.search(actual.behind)
    if share is None:
        share = next(
            (match for match in _SHARE.finditer(rest) if not _other_figure(rest[: match.start()])), None
        )
    if share is not None:
        return _by_share(Decimal(share[1]))
    if _EXCEEDS.search(actual.before[-_LEAD_CHARACTERS:]) or _EXCEEDS.search(actual.behind):
        return Judged(
            "exceeded", judged.gap if judged.verdict == "exceeded" else None, messages.SAYS_EXCEEDED
        )
    if judged.verdict == "missed" and _EXCEEDS.search(rest):
        # It says so of this figure, or of another one behind it.
        return Judged("not_comparable", note=messages.SAYS_EXCEEDED_TOO)
    return judged


def _by_share(share: Decimal) -> Judged:
    note = messages.share_of_target(f"{share}%")
    if share == _FULL:
        return Judged("met", note=note)
    return Judged("exceeded" if share > _FULL else "missed", Gap(share - _FULL, "%"), note)


def _other_figure(text: str) -> bool:
    """Tell whether another figure than growth stands between: 完成5亿元,增长8%,完成年度目标的103%."""
    return bool(
        re.search(r"\d", re.sub(r"(?:同比|比上年)?(?:增长|下降|增|降)[^,，\d]{0,3}[\d.]+[%％]", "", text))
    )
