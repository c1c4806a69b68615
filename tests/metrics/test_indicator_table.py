"""The program's table of indicators, its quick copy, and how names are cleaned before they are looked up."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.metrics.indicator_samples import UNITS, found, indicator
from tests.tables import indicators as script
from tui.metrics import indicator_file, indicators
from tui.metrics import indicator_names as names
from tui.metrics.indicator_file import read_indicators
from tui.metrics.indicators import (
    FILE,
    RECORD,
    Indicator,
    IndicatorName,
    Indicators,
    built_in_entries,
    default_indicators,
)
from tui.report.errors import DataError
from tui.report.resources import read_content


def names_of_the_table() -> Iterator[tuple[Indicator, IndicatorName]]:
    for entry in default_indicators():
        for name in entry.names:
            yield entry, name


def looked_up(entry: Indicator, name: IndicatorName, text: str) -> str | None:
    measure = (name.measures or entry.measures)[0]
    rates = {"percent", "permille"}
    fitting = [kind for kind in entry.units if (kind in rates) == bool(rates & {*entry.units})]
    return found(text, UNITS[fitting[0]], measure, name.last_year or name.first_year)


@pytest.mark.parametrize("around", ["{}", "全市{}", "预计全年{}", "{}同口径", "全省 {}（下同）"])
def test_each_name_of_the_table_is_found_also_with_words_around_it(around: str) -> None:
    lost = [
        (entry.id, name.text)
        for entry, name in names_of_the_table()
        if looked_up(entry, name, around.format(name.text)) != entry.id
    ]
    assert lost == []


def test_the_table_has_no_faults_and_covers_the_main_indicators() -> None:
    read = read_indicators(read_content(FILE), FILE)
    assert read.faults == []
    assert len(read.entries) >= 66


def test_the_table_stands_in_its_usual_order() -> None:
    orders = [entry.order for entry in read_indicators(read_content(FILE), FILE).entries]
    assert orders == sorted(set(orders))


def test_ids_are_ascii_and_each_unit_of_the_table_is_known() -> None:
    allowed = {*string.ascii_lowercase, *string.digits, "_"}
    assert [entry.id for entry in default_indicators() if set(entry.id) - allowed] == []
    assert {kind for entry in default_indicators() for kind in entry.units} <= names.UNIT_KINDS.keys()


def test_the_quick_copy_of_the_table_matches_its_script() -> None:
    assert read_content(RECORD).decode("utf-8") == script.make()


def test_the_quick_copy_reads_as_the_table_does() -> None:
    assert tuple(default_indicators()) == read_indicators(read_content(FILE), FILE).entries


@pytest.fixture
def content(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return the files of the program's content by name, to be replaced."""
    files = {FILE: read_content(FILE), RECORD: read_content(RECORD)}

    def read(name: str) -> bytes:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    monkeypatch.setattr(indicators, "read_content", read)
    return files


def test_an_edited_table_is_read_although_its_quick_copy_is_old(content: dict[str, bytes]) -> None:
    content[FILE] = content[FILE].replace("name: 地区生产总值\n".encode(), "name: 本地总产出\n".encode())
    assert built_in_entries()[0].name == "本地总产出"


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"\xff", None])
def test_a_table_without_a_sound_quick_copy_is_read(content: dict[str, bytes], damaged: bytes | None) -> None:
    whole = built_in_entries()
    if damaged is None:
        del content[RECORD]
    else:
        content[RECORD] = damaged
    assert built_in_entries() == whole


def test_a_sound_quick_copy_is_all_that_is_read(
    content: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(indicator_file, "read_indicators")
    assert len(built_in_entries()) == len(default_indicators())


def test_a_table_edited_wrongly_is_an_error_with_its_line(content: dict[str, bytes]) -> None:
    content[FILE] = b"schema: huiji-indicators/1\nindicators:\n  - id: GDP\n  - id: CPI\n"
    with pytest.raises(DataError) as caught:
        built_in_entries()
    assert str(caught.value).startswith("indicators.yaml:3:9: ")


@pytest.mark.parametrize(("example", "cleaned"), [rule[2:] for rule in names.SPELLINGS])
def test_each_spelling_is_cleaned_as_its_example(example: str, cleaned: str) -> None:
    assert names.plain(example) == cleaned


@pytest.mark.parametrize(
    ("example", "shorter"),
    [
        *((example, 1) for _, example in names.PREFIXES),
        *((example, 1) for _, example in names.SUFFIXES),
        *((example, 1) for _, example in names.GROWTH_SUFFIXES),
    ],
)
def test_each_word_around_a_name_is_cut_off_its_example(example: str, shorter: int) -> None:
    forms = [form for form, _ in names.forms_of(names.plain(example))]
    assert len(forms) > shorter
    assert forms[0] == names.plain(example)
    assert len(min(forms, key=len)) < len(forms[0])


def test_a_name_of_the_greatest_length_is_looked_up() -> None:
    name = "甲" * names.MAX_NAME_CHARACTERS
    assert Indicators([indicator("long", IndicatorName(name))]).find(name, "亩", "level") is not None
    assert (
        Indicators([indicator("long", IndicatorName(name + "甲"))]).find(name + "甲", "亩", "level") is None
    )


def test_forms_of_a_name_are_few() -> None:
    assert len(list(names.forms_of("全市全省" * 8 + "增速同口径" * 5))) <= 25


def test_no_unit_is_of_two_kinds_of_amounts_that_could_be_confused() -> None:
    counts = Counter(
        unit
        for kind in ("currency_cny", "currency_usd", "area", "mass", "length")
        for unit in names.UNIT_KINDS[kind]
    )
    assert [unit for unit, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("unit", "kinds"),
    [
        ("万亿元", {"currency_cny"}),
        ("万美元", {"currency_usd"}),
        ("％", {"percent"}),
        ("成", {"percent"}),
        ("百分点", {"percentage_points"}),
        ("倍", {"multiple"}),
        ("番", {"multiple"}),
        ("名", {"persons"}),
        ("位", {"persons"}),
        ("万", {"persons", "person_times"}),
        ("亿人次", {"person_times"}),
        ("万户", {"enterprises", "households"}),
        ("家", {"enterprises"}),
        ("个", {"enterprises", "items", "beds"}),
        ("座", {"items"}),
        ("间", {"dwellings"}),
        ("张", {"beds"}),
        ("标准箱", {"containers"}),
        ("平方公里", {"area"}),
        ("亿斤", {"mass"}),
        ("公斤", {"mass"}),
        ("亿千瓦时", {"electricity"}),
        ("亿度电", {"electricity"}),
        ("吨标煤", {"coal"}),
        ("马力", set()),
        ("", set()),
    ],
)
def test_a_unit_as_printed_is_of_these_kinds(unit: str, kinds: set[str]) -> None:
    assert names.unit_kinds(unit) == kinds


@pytest.mark.parametrize("mark", [*"“”‘’\"'《》〈〉 的", "\u3000", "（下同）", "（同口径）"])
def test_marks_and_remarks_in_a_name_do_not_count(mark: str) -> None:
    assert names.plain(f"“三公”{mark}经费") == "三公经费"


def test_an_indicator_is_known_by_its_id() -> None:
    indicator = default_indicators().get("cpi")
    assert indicator is not None and (indicator.name, indicator.better) == ("居民消费价格涨幅", "within")
    assert default_indicators().get("cip") is None
