"""Finding Chinese by the letters of its readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search import slow
from tests.support.samples import huiji, source_text
from tui.report.outline import Outline
from tui.report.resources import read_content
from tui.search.pinyin import Sounds, letters_of
from tui.search.places import matching_labels, places_for
from tui.search.readings import Readings, default_readings

READINGS = default_readings()
NAMES = {code: name for name, code in READINGS.codes.items()}


def reading_of(text: str) -> str:
    return " ".join(NAMES[code] for code in READINGS.of(text))


def found(text: str, letters: str) -> list[str]:
    return [text[start:end] for start, end in Sounds(text, READINGS).find(letters)]


@pytest.mark.slow
def test_pinyin_table_matches_its_script() -> None:
    from tests.tables import pinyin as table  # loads a dictionary, which takes a second of each worker

    assert read_content("pinyin.txt").decode() == table.make()


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("重庆", "chong qing"), ("重点", "zhong dian"), ("重塑", "chong su"), ("并重", "bing zhong"),
        ("银行", "yin hang"), ("国开行", "guo kai hang"), ("行政", "xing zheng"), ("履行情况", "lv xing qing kuang"),
        ("长效", "chang xiao"), ("增长", "zeng zhang"), ("全市长期", "quan shi chang qi"), ("区长", "qu zhang"),
        ("还款", "huan kuan"), ("还要", "hai yao"), ("退耕还林", "tui geng huan lin"),
        ("首都", "shou du"), ("都要", "dou yao"), ("率先", "shuai xian"), ("增长率", "zeng zhang lv"),
        ("处置", "chu zhi"), ("调整", "tiao zheng"), ("调研", "diao yan"), ("强劲", "qiang jing"), ("着力", "zhuo li"),
    ],
)  # fmt: skip
def test_character_is_read_as_in_its_word(text: str, reading: str) -> None:
    assert reading_of(text) == reading


@pytest.mark.parametrize(
    ("text", "letters", "spans"),
    [
        ("沿黄河，黄河", "huanghe", ["黄河", "黄河"]),
        ("沿黄河", "huangh", ["黄河"]),
        ("沿黄河", "hh", ["黄河"]),
        ("沿黄河", "huangg", []),
        ("沿黄河", "uanghe", []),
        ("优化营商环境", "yshj", ["营商环境"]),
        ("优化营商环境", "yingshanghuanjing", ["营商环境"]),
        ("绿色", "lvse", ["绿色"]),
        ("战略", "zhanlue", ["战略"]),
        ("战略", "zhanlve", ["战略"]),
        ("先去西安", "xian", ["先", "西安"]),
        ("扎实", "zhsh", ["扎实"]),
        ("A黄，河", "huanghe", []),
    ],
)
def test_letters_match_whole_characters(text: str, letters: str, spans: list[str]) -> None:
    assert found(text, letters) == spans


def test_u_umlaut_and_v_are_the_same_letter() -> None:
    assert letters_of("lü") == letters_of("LV") == "lv"
    assert letters_of("jv") == "ju"
    assert letters_of("pm2") is letters_of("h") is letters_of("黄h") is letters_of("a" * 65) is None


def test_other_readings_are_found_separately() -> None:
    sounds = Sounds("重点，重庆", READINGS)
    assert sounds.find("chong") == [(3, 4)]
    assert sounds.find_otherwise("chong", [(3, 4)]) == [(0, 1)]
    assert sounds.find_otherwise("zhongqing", ()) == [(3, 5)]


def test_two_tables_of_readings_do_not_affect_each_other() -> None:
    other = Readings("he 黄\nhuang 河\n")
    assert Sounds("黄河", other).find("hehuang") == [(0, 2)]
    assert Sounds("黄河", READINGS).find("hehuang") == []
    assert Sounds("黄河", READINGS).find("huanghe") == [(0, 2)]


HAN = "黄河环境营商西安先鲜爱昂战略银行长重庆率，A\n"


@given(st.text(HAN, max_size=14), st.data())
def test_pinyin_search_equals_brute_force(text: str, data: st.DataObject) -> None:
    typed = st.text("aeghinoruxyzslvc", min_size=2, max_size=8)
    start = data.draw(st.integers(0, len(text)))
    names = [NAMES.get(code, "a") for code in READINGS.of(text)[start : start + 4]]
    cuts = [name[: data.draw(st.sampled_from([1, len(name)]))] for name in names]
    letters = data.draw(st.one_of(typed, st.just("".join(cuts))).filter(lambda letters: len(letters) > 1))
    assert Sounds(text, READINGS).find(letters) == slow.spelt(text, letters)


@given(st.text("重长行率都还银庆，", max_size=10), st.data())
def test_search_by_other_readings_equals_brute_force(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    names = [
        NAMES.get(data.draw(st.sampled_from(READINGS.all_of(character))), "a")
        for character in text[start : start + 3]
    ]
    letters = "".join(name[: data.draw(st.sampled_from([1, len(name)]))] for name in names)
    if len(letters) > 1 and not (sounds := Sounds(text, READINGS)).find(letters):
        assert sounds.find_otherwise(letters, ()) == slow.spelt(text, letters, in_other_words=True)


def test_all_occurrences_in_the_built_in_report_are_found() -> None:
    text = source_text()
    assert found(text, "huanghe").count("黄河") == text.count("黄河")
    assert found(text, "yshj").count("营商环境") == text.count("营商环境")


def test_labels_with_the_letters_come_before_labels_with_their_pinyin() -> None:
    assert matching_labels(["招商", "ZS", "别的"], "zs") == [1, 0]
    names = [label for _, label, _ in places_for(Outline(huiji()), "cshgx")]
    assert names == ["大力实施城市更新"] or "大力实施城市更新" in names
