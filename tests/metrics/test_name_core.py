"""The core of a name: what it is about, without the action."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.metrics.name_core import Kinds, core_of, is_generic, kinds_agree, kinds_before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("改造老旧小区", "老旧小区改造"),
        ("新增城镇就业", "城镇新增就业"),
        ("棚户区改造开工", "新开工棚户区改造工作"),
        ("再改造乡镇卫生院", "改造乡镇卫生院"),
        ("新改扩建城市道路", "新增和改建城市道路"),
        ("农村贫困人口", "贫困人口"),
        ("空气优良天数比例", "空气优良天数占比"),
        ("新建公办园", "新建公办幼儿园"),
        ("城镇棚改", "改造城镇棚户区"),
        ("棚户区改造新开工", "新开工棚户区改造"),
    ],
)
def test_names_of_one_thing_have_one_core(one: str, other: str) -> None:
    assert core_of(one).text == core_of(other).text
    assert kinds_agree(core_of(one).kinds, core_of(other).kinds)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("建成区绿化覆盖率", "建成区绿化覆盖率"),
        ("高标准农田", "高标准农田"),
        ("再就业率", "再就业率"),
        ("新能源汽车", "新能源汽车"),
        ("达标率", "达标率"),
        ("“三个一批”项目", "三个一批项目"),
    ],
)
def test_a_word_that_only_looks_like_an_action_is_part_of_the_name(name: str, core: str) -> None:
    assert core_of(name).text == core


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("新建公厕", "改造公厕", True),  # 新建改造 is said of both at once
        ("新增公厕", "新建公厕", True),
        ("新增公厕", "改造公厕", False),
        ("申报高新技术企业", "新增高新技术企业", False),
        ("申报高新技术企业", "高新技术企业", False),
        ("处置闲置用地", "闲置用地", True),
        ("拆除违法建筑", "整治违法建筑", False),
    ],
)
def test_actions_agree_if_they_may_be_told_of_one_thing(one: str, other: str, agree: bool) -> None:
    assert kinds_agree(core_of(one).kinds, core_of(other).kinds) is agree


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("新增注册企业127户、高新技术企业", {"add"}),
        ("在城区新建", {"make"}),
        ("创建首批", {"make"}),
        ("高新技术企业", set()),
    ],
)
def test_the_action_of_a_clause_is_told_at_its_start_or_before_the_number(clause: str, kinds: Kinds) -> None:
    assert kinds_before(clause) == kinds


@pytest.mark.parametrize(
    ("core", "generic"),
    [("项目", True), ("重大项目", True), ("公厕", False), ("温室", False)],
)
def test_one_word_may_say_too_little(core: str, generic: bool) -> None:
    assert is_generic(core) is generic


_words = st.lists(
    st.sampled_from(["新增", "改造", "老旧小区", "建设", "、", "和", "的", "开工", "公园", "再", "任务"])
)


@given(_words.map("".join))
def test_a_core_is_part_of_its_name_and_has_no_action_in_front(name: str) -> None:
    core = core_of(name)
    assert len(core.text) <= len(name)
    again = core_of(core.text)
    assert len(core.text) < 2 or again.text == core.text or again.kinds <= core.kinds | {"add"}


_kinds = st.frozensets(st.sampled_from(["add", "make", "renew", "ask", "clear"]), max_size=3)


@given(_kinds, _kinds)
def test_agreement_of_actions_has_no_order(one: Kinds, other: Kinds) -> None:
    assert kinds_agree(one, other) == kinds_agree(other, one)
    assert kinds_agree(one, one)
