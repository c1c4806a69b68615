"""Small reports of one place in consecutive years, whose promises and results are easily told."""

from __future__ import annotations

from pathlib import Path

_REPORT = """\
政 府 工 作 报 告
——{year}年2月8日在{place}第三届人民代表大会第二次会议上
{place}人民政府县长 王 明
各位代表:
现在,我代表县人民政府向大会报告工作,请予审议。
一、{last}年工作回顾
过去一年,全县上下攻坚克难。{done}
各位代表!成绩来之不易,谨向全县人民致以崇高的敬意!
二、{year}年工作安排
今年经济社会发展的主要预期目标是:{targets}
(一)加快产业升级。{works}
各位代表!
让我们携手奋进,谱写新篇章!
"""
_DONE = {
    2023: "地区生产总值增长7.5%,一般公共预算收入增长3.2%,社会消费品零售总额增长8%。城镇新增就业4200人。新建改建农村公路66公里。",
    2024: "地区生产总值增长5.8%,一般公共预算收入增长6%,社会消费品零售总额增长9.1%。城镇新增就业4600人。",
}
_TARGETS = {
    2022: "地区生产总值增长7%,一般公共预算收入增长5%,社会消费品零售总额增长8%。城镇新增就业4000人。",
    2023: "地区生产总值增长6%,一般公共预算收入增长5%,社会消费品零售总额增长8%。城镇新增就业4500人。",
}
_WORKS = {2022: "建设智慧停车场7座。", 2023: "引进院士工作站2个。"}
_OTHERWISE = "各项工作取得新的成绩。"


def report_text(place: str, year: int) -> str:
    """Return the report of a place for a year.

    What is promised for 2022 was exceeded (地区生产总值), missed (一般公共预算收入) and met (社会消费品零售总额).
    """
    return _REPORT.format(
        place=place,
        year=year,
        last=year - 1,
        done=_DONE.get(year, _OTHERWISE),
        targets=_TARGETS.get(year, _OTHERWISE),
        works=_WORKS.get(year, _OTHERWISE),
    )


def write_reports(
    folder: Path, place: str = "青川县", years: tuple[int, ...] = (2022, 2023, 2024)
) -> list[str]:
    """Write the reports of a place to files, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{place}{year}.txt" for year in years]
    for path, year in zip(paths, years, strict=True):
        path.write_text(report_text(place, year), encoding="utf-8")
    return [str(path) for path in paths]
