"""The outline of the built-in report, compared with the headings of the printed text."""

from __future__ import annotations

import pytest

from tests.support.samples import CONTENT, huiji, huiji_outline, source_text
from tui.convert.pipeline import convert
from tui.outline_file.writing import write_outline
from tui.report.model import Node, Speaker

CHAPTERS = {
    "1": "一、2023年工作回顾",
    "2": "二、2024年政府工作总体要求和主要预期目标",
    "3": "三、2024年工作重点",
    "4": "四、加强政府自身建设",
}
SECTIONS = {
    "1.1": "(一)聚焦发展要务,经济质效稳步提升",
    "1.2": "(二)聚焦产业升级,发展动能更加强劲",
    "1.3": "(三)聚焦改革创新,发展活力竞相迸发",
    "1.4": "(四)聚焦安居宜居,住房保障体系持续完善",
    "1.5": "(五)聚焦建管并重,城乡面貌焕发新颜",
    "1.6": "(六)聚焦共建共享,民生福祉持续增强",
    "1.7": "(七)聚焦风险底线,社会大局和谐稳定",
    "3.1": "(一)在经济增长上聚力攻坚,积聚高质量发展动能",
    "3.2": "(二)在产业发展上聚力攻坚,筑牢高质量发展支撑",
    "3.3": "(三)在改革创新上聚力攻坚,激发高质量发展活力",
    "3.4": "(四)在城市品质上聚力攻坚,强化高质量发展保障",
    "3.5": "(五)在绿色低碳上聚力攻坚,书写高质量发展画卷",
    "3.6": "(六)在民生改善上聚力攻坚,共享高质量发展成果",
    "3.7": "(七)在安全稳定上聚力攻坚,守牢高质量发展底线",
    "4.1": "(一)旗帜鲜明讲政治,打造忠诚政府",
    "4.2": "(二)尊法守法树公信,打造法治政府",
    "4.3": "(三)锲而不舍抓落实,打造高效政府",
    "4.4": "(四)秉公用权守底线,打造廉洁政府",
}
TOPICS = {
    "1.1": ["项目建设提质增效", "消费潜力不断释放", "市场信心大幅提振"],
    "1.2": ["产业园区建设提速", "主导产业发展强劲", "招商引资成果丰硕"],
    "1.3": ["营商环境持续优化", "重点改革走深走实", "创新动能持续增强"],
    "1.4": ["问题楼盘攻坚化解及保交楼扎实推进", "城市更新深入推进", "保障安居工程全力推进"],
    "1.5": ["基础设施日趋完善", "城市管理精细智慧", "乡村振兴统筹推进", "生态环境持续改善"],
    "1.6": ["教育发展优质均衡", "健康惠济加快建设", "文体服务扩面提质", "民生保障坚实有力"],
    "1.7": ["社会治理效能不断提升", "安全底线持续守牢守稳", "风险隐患有力防范化解"],
    "3.1": ["加力提效扩大投资", "多措并举促进消费", "全力以赴招商引资"],
    "3.2": ["做大做强新兴产业", "提质传统优势产业", "加快实施安居工程"],
    "3.3": ["稳步推进科技创新", "持续深化改革攻坚", "构建最优营商环境"],
    "3.4": ["大力实施城市更新", "完善城区基础设施", "加强城市精细管理", "加快和美乡村建设"],
    "3.5": ["全面落实黄河国家战略", "深入开展污染防治", "坚持绿色低碳发展", "提升城区绿化品质"],
    "3.6": ["办好人民满意教育", "守护人民群众健康", "促进文体事业发展", "完善社会保障体系"],
    "3.7": ["不断提高社会治理水平", "持续筑牢安全防线", "坚决防范化解风险隐患"],
}
ITEMS = ["必须坚持党的领导", "必须注重发展为要", "必须强化执行落实", "必须深化改革创新", "必须坚持发展为民"]


def nodes(level: str) -> list[Node]:
    return [node for node in huiji().walk() if node.level == level]


def test_the_front_matter_is_what_the_report_says() -> None:
    front = huiji().front
    assert front.title == "政府工作报告"
    assert front.date == "2024-01-22"
    assert front.meeting == "郑州市惠济区第四届人民代表大会第四次会议"
    assert front.organisation == "惠济区人民政府"
    assert front.speaker == Speaker("区长", "李伟光")
    assert (front.review_year, front.plan_year) == (2023, 2024)


@pytest.mark.parametrize(("level", "printed"), [("chapter", CHAPTERS), ("section", SECTIONS)])
def test_chapters_and_sections_are_found_where_they_are_printed(level: str, printed: dict[str, str]) -> None:
    outline = huiji_outline()
    assert {node.id: outline.label(node) for node in nodes(level)} == printed
    for node in nodes(level):
        assert source_text().count(printed[node.id]) == 1
        assert node.start == source_text().index(printed[node.id])


def test_topics_are_found_where_they_are_printed() -> None:
    found: dict[str, list[str]] = {}
    for node in nodes("topic"):
        found.setdefault(node.id.rpartition(".")[0], []).append(node.heading or "")
        assert source_text().startswith(f"{node.heading}。", node.start)
    assert found == TOPICS


def test_the_five_musts_are_items() -> None:
    assert [(node.id, node.number, node.heading) for node in nodes("item")] == [
        (f"2.{place + 1}", "一二三四五"[place], heading) for place, heading in enumerate(ITEMS)
    ]
    for node in nodes("item"):
        assert source_text().startswith(f"{node.number}是{node.heading}。", node.start)


def test_texts_without_a_number_are_parts() -> None:
    starts = {node.id: source_text()[node.start : node.start + 12] for node in nodes("part")}
    assert starts == {
        "front": "政 府 工 作 报 告\n",
        "opening": "各位代表:\n现在,我代表",
        "1.closing": "各位代表,过去一年,我们",
        "closing": "各位代表,同志们!\n天风",
    }


def test_every_node_ends_before_the_next_one_and_holds_its_children() -> None:
    def check(siblings: tuple[Node, ...], low: int, high: int) -> None:
        for node in siblings:
            assert low <= node.own_start <= node.start < node.end <= high
            assert not source_text()[node.end - 1].isspace()
            low = node.end
            check(node.children, node.own_end, node.end)

    check(huiji().outline, 0, len(source_text()))


def test_the_texts_joined_are_the_source() -> None:
    assert "".join(source_text()[node.own_start : node.own_end] for node in huiji().walk()) == source_text()
    assert huiji().text == source_text()


def test_the_built_in_outline_is_what_conversion_gives() -> None:
    data = (CONTENT / "huiji-2024.txt").read_bytes()
    first = write_outline(convert(data, "huiji-2024.txt"))
    assert first == write_outline(convert(data, "huiji-2024.txt"))
    assert first == (CONTENT / "huiji-2024.yaml").read_bytes()
