"""Text about metrics and comparisons: labels, notes, and the reasons for how a metric was read."""

from __future__ import annotations

from tui.messages.quoting import quoted

# -- labels --------------------------------------------------------------------------------------

STATUS_NAMES = {
    "achieved": "已完成", "target": "目标", "expected": "预期", "ongoing": "进行中", "background": "背景",
}  # fmt: skip
ATTRIBUTE_NAMES = {
    "average": "年均", "cumulative": "累计", "comparable": "可比", "real": "实际", "preliminary": "初步核算",
}  # fmt: skip
MEASURE_NAMES = {
    "level": "数额", "growth": "增速", "share": "占比", "completion": "完成率", "rank": "位次", "multiple": "倍数",
    "ratio": "比例",
}  # fmt: skip
QUALIFIER_NAMES = {
    "exact": "确数", "about": "左右", "at_least": "以上", "at_most": "以内", "over": "超过", "under": "以下",
    "nearly": "接近", "more": "有余",
}  # fmt: skip
DIRECTION_NAMES = {"up": "增", "down": "降"}
COMPARABLE_NAMES = {"strict": "可比", "loose": "大致可比"}
#: What stands before and behind a value, by qualifier.
QUALIFIER_SIGNS = {
    "about": ("", "左右"),
    "at_least": ("", "以上"),
    "at_most": ("", "以内"),
    "under": ("", "以下"),
    "over": ("超", ""),
    "nearly": ("近", ""),
}
#: In the place of a name that was not found.
UNNAMED = "未识别名称"
ESTIMATED = "预计"
RISES, FALLS, COMPLETES = "增", "降", "完成"
#: Of places in a ranking: how they change, and what kind of statement that is.
RISES_IN_RANK, FALLS_IN_RANK = "升", "降"
CHANGE_OF_RANK, PLACES = "位次变化", "位"
RATIO_SIGN = "∶"
QUARTERS = {"": "单季", "1": "一季度", "2": "二季度", "3": "三季度", "4": "四季度", "1-3": "前三季度"}
HALF_YEARS = {"1": "上半年", "2": "下半年"}


def months(part: str) -> str:
    """Name months of a year: ``1-11``; a single one, no matter which, if there are none."""
    return f"{part.replace('-', '—')}月" if part else "单月"


def year(years: str) -> str:
    """Name a year, or the first and the last."""
    return f"{years}年"


def rank(place: str) -> str:
    """Write a rank, whose number is printed with or without 第; 首位 is one by itself."""
    return place if place.startswith(("第", "首")) else f"第{place}"


# -- tables --------------------------------------------------------------------------------------

#: Headings of tables, by field.
FIELD_NAMES = {
    "report": "报告", "place": "地区", "year": "年度",
    "id": "编号", "node": "章节编号", "start": "起始位置", "end": "结束位置", "quote": "原文", "indicator": "指标",
    "value": "数值", "unit": "单位", "qualifier": "限定", "estimated": "预计", "measure": "性质", "direction": "增减",
    "status": "状态", "period": "时期", "attributes": "口径", "part_of": "所属总项", "among": "位次范围",
    "canonical": "主要指标代码", "canonical_name": "主要指标", "period_from": "起始年", "period_to": "截止年",
    "base_value": "基本单位数值", "base_unit": "基本单位", "sentence": "原句",
    "achieved": "结果编号", "target": "目标编号", "comparable": "可比性", "note": "说明", "achieved_value": "结果",
    "target_value": "目标", "achieved_period": "结果时期", "target_period": "目标时期", "change": "变化", "difference": "差距",
    "kind": "类别", "name": "名称", "context": "上下文", "reasons": "依据",
}  # fmt: skip
#: Names of the values of fields that are codes.
CODE_NAMES = {
    "qualifier": QUALIFIER_NAMES, "measure": MEASURE_NAMES, "direction": DIRECTION_NAMES, "status": STATUS_NAMES,
    "attributes": ATTRIBUTE_NAMES, "comparable": COMPARABLE_NAMES,
}  # fmt: skip
YES, NO = "是", "否"
LIST_COMMA = "、"

# -- why a metric was read so --------------------------------------------------------------------

NAME_BEHIND, NAME_BEFORE = "名在数后", "名在数前"
NAME_BEHIND_A_SIZE = "名在后，数为其规模"
NAME_OF_THE_ONE_BEFORE, SAME_AS_BEFORE = "名同前一个", "同前一个"
NAMED_RESPECTIVELY = "分别对应"
IDENTIFIES_A_THING = "说明是哪一个的规模或界限"
IS_THERE_ALREADY = "已有的数，不是目标"
IS_STILL_OPEN = "尚待解决的，不是结果"
IS_A_BASELINE = "由…到…的起点"
COMPLETES_A_PLAN = "完成计划之数"
IS_A_GOAL_RESTATED, IS_GIVEN_TO_COMPARE, EXPLAINS_A_TERM = "重述的目标", "供比较的数据", "名词解释"
AROUND_IS_PAST, AROUND_IS_PLAN = "上下文是回顾", "上下文是安排"


def words_of_the_clause(words: str) -> str:
    """Quote the words of the clause that say when."""
    return f"句中{quoted(words)}"


def time_by(words: str) -> str:
    """Quote the words before the clause that say which years are meant."""
    return f"年份据{quoted(words)}"


def year_of_the_chapter(heading: str | None) -> str:
    """Name the chapter whose year decided."""
    return f"章名{quoted(heading) if heading else ''}"


# -- comparisons ---------------------------------------------------------------------------------

TARGET_IN_WORDS = "目标只是文字"
ONE_IS_A_RANGE = "一方是一个范围"
UNCHANGED = "持平"
SAME_NAME = "名称相同，范围可能不同"
UNDER_WAY = "上年还在进行中"
ONLY_ACTUAL_IS_COMPARABLE, ONLY_TARGET_IS_COMPARABLE = "只有结果是同口径", "只有目标是同口径"
WAS_LEVEL_IS_GROWTH, WAS_GROWTH_IS_LEVEL = "结果是数额，目标是增速", "结果是增速，目标是数额"


POINTS, PERMILLE_POINTS = "个百分点", "个千分点"
TARGET_IS_ABOUT, TARGET_IS_A_RANGE, ACTUAL_IS_A_BOUND = "目标为约数", "目标为区间", "结果不是确数"
RATIOS_DIFFER, RANKED_AMONG_OTHERS = "比例不同", "位次范围不同"
NEAR_TARGET, WITHIN_RANGE = "结果与目标相近", "结果在目标区间内"


def change_in_points(rises: bool, points: str) -> str:
    """State the change of a rate."""
    return f"{'高' if rises else '低'} {points}"


def change_in_units(rises: bool, amount: str, percent: str) -> str:
    """State the change of an amount, with its share in percent if that can be computed."""
    share = f"（{'+' if rises else '-'}{percent}%）" if percent else ""
    return f"{'多' if rises else '少'} {amount}{share}"


def change_in_rank(rises: bool, places: str) -> str:
    """State by how many places something is to rise or to fall."""
    return f"{RISES_IN_RANK if rises else FALLS_IN_RANK} {places} {PLACES}"


def change_of_fall(grows: bool, amount: str) -> str:
    """State by how much more or less something is to fall."""
    return f"降幅{'扩大' if grows else '收窄'} {amount}"


def target_above(above: bool, reason: str) -> str:
    """Say which of two is higher, and why the difference cannot be said."""
    return f"目标{'高' if above else '低'}于结果，{reason}"


def within_bound(is_floor: bool, is_equal: bool, falls: bool) -> str:
    """Say that last year's value satisfies a floor or a ceiling."""
    value = "结果降幅" if falls else "结果"
    if not is_floor:
        return f"{value}在上限以内"
    return f"{value}{'已达' if is_equal else '已超过'}下限"


def beyond_bound(is_floor: bool, falls: bool) -> str:
    """Say that last year's value does not satisfy a floor or a ceiling."""
    return f"结果{'降幅' if falls else ''}{'低于下限' if is_floor else '高于上限'}"


def note_and_change(note: str, change: str) -> str:
    """Say what differs, and the change."""
    return f"{note}；{change}" if change else note


def change_and_note(change: str, note: str) -> str:
    """State the change, and what differs."""
    return f"{change}（{note}）" if note else change


def different_names(actual: str, target: str) -> str:
    """Name two metrics that may be the same."""
    return f"说法不同：{actual}／{target}"


def in_other_prices(is_real_result: bool) -> str:
    """Say that one of two rates of growth leaves out the change of prices."""
    return "口径不同：" + ("结果为实际增速，目标未注明" if is_real_result else "目标为实际增速，结果未注明")


def of_part_of_year(part: str) -> str:
    """Say that a result is not of the whole year."""
    return f"结果为{part}的数"


def different_scopes(actual: str, target: str) -> str:
    """Name two metrics of which one is wider."""
    return f"范围不同：{actual}／{target}"


def of_years(name: str, years: int) -> str:
    """Name what is compared over several years."""
    return f"{name}（{years}年）"


def by_end_of(name: str, year: str) -> str:
    """Name what is compared with the end of a plan."""
    return f"{name}（到{year}）"


def years_compared(actual: str, target: str, note: str) -> str:
    """Say which years the two are about, and what else differs."""
    return f"{actual}／{target}" + (f"；{note}" if note else "")


def different_units(actual: str, target: str) -> str:
    """Name two units that count the same things."""
    return f"单位不同：{actual}／{target}"


# -- digits that are no metric -------------------------------------------------------------------

URL, YEAR, DATE, ORDINAL, NOTE_NUMBER, PAGE_NUMBER = "网址", "年份", "日期", "次序", "注号", "页码"
CODE_OF_PARTS, MODEL, SPECIFICATION, RANKING, RATIO = "组合代号", "型号", "规格", "排位", "比例"
HOTLINE, COUNT_OF_POINTS, AGE_OR_TERM = "热线与代号", "条目之数", "年岁与期限"
TITLE, TABLE_CELL = "名称", "表格"
NO_UNIT = "没有单位"
