"""Text about promises: notes on what the next report says of a target."""

from __future__ import annotations

from tui.messages.series import named_basis, without

POINTS = "个百分点"
PERMILLE_POINTS = "个千分点"
PLACES = "位"

# -- notes ---------------------------------------------------------------------------------------

RATIOS_DIFFER = "比例不同"
NEARLY = "结果接近目标"
TARGET_IS_GROWTH = "目标为增速，结果为数额"
ACTUAL_IS_GROWTH = "目标为数额，结果为增速"
TARGET_IS_INCREASE = "目标为增减数，结果为数额"
ACTUAL_IS_INCREASE = "目标为数额，结果为增减数"
OTHER_MEASURE = "口径不同"
FAR_APART = "数额相差悬殊，口径可能不同"
MAY_BE_OF_A_PART = "另有同名目标，此项可能只是局部"
OTHER_SCOPE = "范围不同"
OTHER_WORKS = "目标含新建和改造，结果只是其一"
AGREED_NOT_RECEIVED = "结果为签约额或总投资，不是到位资金"
ONLY_MORE = "结果是约数，高低难以判断"
RESULT_IS_A_CEILING = "结果只是上限"
RESULT_IS_A_FLOOR = "结果只有下限"
EXPECTED_TO_EQUAL = "结果为预计数，是否突破难以判断"
NEAR_IN_POINTS = "目标是约数，相差不超过 0.5 个百分点即为达到"
NEAR_IN_SHARE = "目标是约数，相差不超过 5% 即为达到"
YEARLY_AVERAGE = "结果为年均数"
OTHER_PRICES = "口径不同：一为实际增速，一为名义增速或未注明"
PART_OF_YEAR = "结果只是一年中几个月的数"
SEVERAL_YEARS = "结果为多年合计"
TARGET_OF_YEARS = "目标为多年合计"
ADMITTED = "报告自认未达"
BLANKET = "报告笼统称完成"
ALL_TARGETS = "报告只总称目标任务已完成"
SAYS_EXCEEDED = "报告称超额完成"
SAYS_EXCEEDED_TOO = "数字低于目标，而报告称超额完成，口径可能不同"
ONLY_BEGUN = "结果只是新开工数"
NOT_FINISHED = "仅开工，未完成"
UNDER_WAY = "仍在进行，未完成"
TO_COME = "有望或即将实现，尚未实现"
TARGET_IS_OF_EACH = "目标为各单位分别数，结果为合计"
OTHER_WORKS_TOO = "结果含新建和改造，目标只是其一"
MAY_BE_TOTAL = "目标为新增，结果可能是总数"
TOTAL_NOT_INCREASE = "目标为新增，结果为总数"
INCREASE_NOT_TOTAL = "目标为总数，结果为新增"


def on_basis(basis: str) -> str:
    """Say on which basis a report tells growth."""
    said = named_basis(basis) if basis.endswith("口径") else without(basis)
    return f"结果{said}"


def different_units(target: str, actual: str) -> str:
    """Say that target and actual count in different units."""
    return f"单位不同：{target or '无'}、{actual or '无'}"


def share_of_target(share: str) -> str:
    """Say which part of a target was reached, by the report itself."""
    return f"报告称为目标的{share}"
