"""Complete names by what stands around them: the name before, the clause before, the subject of the sentence."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import metrics as messages
from tui.metrics.name_amounts import amount_of_a_thing
from tui.metrics.name_clause_before import measure_of_the_clause_before
from tui.metrics.name_context import Context
from tui.metrics.name_crops import output_of_a_crop
from tui.metrics.name_deeds import (
    deed_behind_a_thing,
    deed_of_the_one_before,
    done_for,
    reached_by_a_thing,
    stage_of_the_one_before,
)
from tui.metrics.name_growth import growth_of_an_economy, growth_of_the_one_before
from tui.metrics.name_listed_deeds import listed_deed
from tui.metrics.name_medals import medals_won
from tui.metrics.name_owners import (
    added_value_of_an_industry,
    amount_of_an_owner,
    average_of_the_one_before,
    contribution_of_a_part,
    measure_of_the_same_owner,
    rank_of_an_amount,
    rank_of_the_one_before,
    share_of_an_economy,
    share_of_the_one_before,
)
from tui.metrics.name_parts import point_of_list
from tui.metrics.name_variants import (
    limit_of_the_one_before,
    scope_of_the_one_before,
    standard_for_persons,
    time_of_the_one_before,
)

#: What completes a name, None where it does not: the first that does counts; where the name was found; an example, and
#: the name of its last quantity.
COMPLETION_RULES: tuple[tuple[Callable[[str, Context], str | None], str, str, str], ...] = (
    (
        output_of_a_crop,
        messages.NAME_BEFORE,
        "粮食生产克服干旱再获丰收、总产达93亿斤。",
        "粮食总产",
    ),
    (
        measure_of_the_clause_before,
        messages.NAME_BEFORE,
        "消费在国民收入中的比重，由1978年的63.5%上升。",
        "消费在国民收入中的比重",
    ),
    (
        share_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "税收9亿元，占全区税收的58%。",
        "税收占全区税收比重",
    ),
    (
        share_of_an_economy,
        messages.NAME_BEFORE,
        "加快服务业发展，增加值占生产总值的42%。",
        "服务业增加值占生产总值比重",
    ),
    (
        rank_of_an_amount,
        messages.NAME_OF_THE_ONE_BEFORE,
        "总产量1500亿斤，占全国的11%，居全国第1位。",
        "总产量",
    ),
    (
        rank_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "汽车出口额增长17%，规模居全国第5位。",
        "汽车出口额",
    ),
    (
        time_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "政府项目审批时限压缩至84天，社会项目压缩至65天。",
        "社会项目审批时限",
    ),
    (
        medals_won,
        messages.NAME_OF_THE_ONE_BEFORE,
        "运动员在亚运会上夺得7金6银。",
        "运动员在亚运会银牌",
    ),
    (average_of_the_one_before, messages.NAME_OF_THE_ONE_BEFORE, "存款100亿元，人均2万元。", "人均存款"),
    (growth_of_the_one_before, messages.NAME_OF_THE_ONE_BEFORE, "旅游收入5亿元，增长8%。", "旅游收入"),
    (
        reached_by_a_thing,
        messages.NAME_OF_THE_ONE_BEFORE,
        "改造老旧小区80个，惠及8.4万户。",
        "老旧小区惠及户数",
    ),
    (
        deed_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "新开工保障性住房2900套，基本建成2100套。",
        "建成保障性住房",
    ),
    (
        deed_behind_a_thing,
        messages.NAME_OF_THE_ONE_BEFORE,
        "开工建设7个集聚区、推进3个。",
        "推进集聚区",
    ),
    (
        stage_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "全市82个项目已开工74个。",
        "开工项目",
    ),
    (done_for, messages.NAME_BEFORE, "为1500户家庭发放货币补贴9000万元。", "发放货币补贴"),
    (
        measure_of_the_same_owner,
        messages.NAME_OF_THE_ONE_BEFORE,
        "规模以上工业增加值增长17%，实现利润1000亿元。",
        "规模以上工业利润",
    ),
    (
        contribution_of_a_part,
        messages.NAME_OF_THE_ONE_BEFORE,
        "第三产业比重提高4个百分点，对经济增长贡献率提高19个百分点。",
        "第三产业对经济增长贡献率",
    ),
    (
        amount_of_a_thing,
        messages.NAME_OF_THE_ONE_BEFORE,
        "实施重点项目199个，完成投资155亿元。",
        "重点项目投资",
    ),
    (
        scope_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "新增国家级示范村1个、省级3个。",
        "新增省级示范村",
    ),
    (
        limit_of_the_one_before,
        messages.NAME_OF_THE_ONE_BEFORE,
        "超百亿元的企业达到85家，超千亿元的5家。",
        "超千亿元的企业",
    ),
    (
        standard_for_persons,
        messages.NAME_BEFORE,
        "生活补助标准提高到小学生每年1000元、初中生每年1250元。",
        "初中生生活补助标准",
    ),
    (
        point_of_list,
        messages.NAME_OF_THE_ONE_BEFORE,
        "提出37项主要目标，其中约束性14项。",
        "约束性目标",
    ),
    (growth_of_an_economy, messages.NAME_BEFORE, "经济年均增长9%。", "经济增长"),
    (added_value_of_an_industry, messages.NAME_BEFORE, "第二产业增长8%。", "第二产业增加值"),
    (
        amount_of_an_owner,
        messages.NAME_BEFORE,
        "海港开发区建设加快，完成生产总值780亿元。",
        "海港开发区生产总值",
    ),
    (listed_deed, messages.NAME_OF_THE_ONE_BEFORE, "拆除违建18万平方米、围挡4万平方米。", "拆除围挡"),
)


def completed(name: str, context: Context) -> tuple[str, str]:
    """Return a name completed by what stands around it, and where it was found; as it was, and empty, where nothing is."""
    for rule, reason, _, _ in COMPLETION_RULES:
        found = rule(name, context)
        if found is not None:
            return found, reason
    return name, ""
