"""``search --concordance``, ``search --collocates`` and ``related``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.library_samples import Ran, Run, rows, text_of
from tui.library.library import Library
from tui.typeset.cells import cell_length

#: Place and plan year of each report, and what stands in its review.
REPORTS = {
    ("青川县", 2022): "大力发展“低空经济”产业。",
    ("青川县", 2023): "培育低空经济示范区。布局低空经济产业。",
    ("剑阁县", 2023): "大力发展林下经济产业。",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library, with its reports in a folder beside it."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "shelf").mkdir()
    for (place, year), said in REPORTS.items():
        (folder / "shelf" / f"{place}{year}.txt").write_text(text_of(place, year, said), encoding="utf-8")
    with Library(folder / "library.db", write=True) as library:
        assert [step.outcome for step in library.add([folder / "shelf"])] == ["added"] * len(REPORTS)
    return folder


@pytest.fixture
def run(huiji_tui: Callable[..., tuple[int, str, str]], made: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("HUIJI_LIBRARY", str(made / "library.db"))
    monkeypatch.chdir(made)
    return lambda *words: Ran(*huiji_tui(*words))


# -- concordance ---------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("--library",), ("shelf",)])
def test_hits_stand_below_one_another_sorted_by_what_follows(run: Run, words: tuple[str, ...]) -> None:
    ran = run("search", "低空经济", *words, "--concordance")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert len({cell_length(line.split("低空经济")[0]) for line in lines if line.count("低空经济") == 1}) == 1
    rights = [line.lstrip("”") for row in rows(run("search", "低空经济", *words, "--concordance", "--format", "csv").out) for line in [row["后文"]]]  # fmt: skip
    assert rights == sorted(rights) and rights[0].startswith("产业")
    assert "共 3 处，2 份报告" in ran.err


def test_hits_of_one_report_need_no_name(run: Run) -> None:
    ran = run("search", "低空经济", "shelf/青川县2023.txt", "--concordance")
    assert len(ran.out.splitlines()) == 2
    assert "青川县2023" not in ran.out
    assert ran.err == "2 处\n"


def test_csv_has_place_and_year_of_each_line(run: Run) -> None:
    found = rows(
        run("search", "低空经济", "--library", "--concordance", "--sort", "year", "--format", "csv").out
    )
    assert [(row["地区"], row["级别"], row["年度"]) for row in found] == [
        ("青川县", "区县", "2023"),
        ("青川县", "区县", "2023"),
        ("青川县", "区县", "2022"),
    ]
    assert found[2]["前文"].endswith("大力发展“") and found[2]["命中"] == "低空经济"
    of_files = rows(
        run("search", "低空经济", "shelf", "--concordance", "--sort", "year", "--format", "csv").out
    )
    assert [{**row, "报告": ""} for row in of_files] == [{**row, "报告": ""} for row in found]


def test_json_has_offsets(run: Run, made: Path) -> None:
    shown = json.loads(
        run("search", "低空经济", "year:2023", "--concordance", "--sort", "left", "--format", "json").out
    )
    assert shown["total"] == 2 and shown["sort"] == "left"
    with Library(made / "library.db") as library:
        for line in shown["lines"]:
            assert library.report(line["report"]).text[line["start"] : line["end"]] == line["text"]
    assert [line["right"][:3] for line in shown["lines"]] == ["产业。", "示范区"]  # 局布 before 育培


def test_limit_and_context_are_obeyed(run: Run) -> None:
    ran = run(
        "search", "低空经济", "--library", "--concordance", "--limit", "1", "--near", "2", "--format", "csv"
    )
    (row,) = rows(ran.out)
    assert len(row["前文"]) == len(row["后文"]) == 2
    assert "列出 1 处；共 3 处" in ran.err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--concordance", "--collocates"), "只写一个"),
        (("--concordance", "--count"), "--count 不与 --concordance 同用"),
        (("--concordance", "--sort", "hits"), "--sort hits 不与 --concordance 同用"),
        (("--sort", "left", "--library"), "--sort left 只与 --concordance 同用"),
        (("--collocates", "--sort", "left"), "--sort 不与 --collocates 同用"),
        (("--near", "3"), "--near 与 --concordance"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, words: tuple[str, ...], complaint: str
) -> None:
    ran = run("search", "低空经济", *words)
    assert ran.status == 2
    assert complaint in ran.err


@pytest.mark.parametrize("option", ["--concordance", "--collocates"])
@pytest.mark.parametrize("words", [("--library",), ("shelf",), ("shelf/青川县2022.txt",)])
def test_nothing_found_is_said(run: Run, option: str, words: tuple[str, ...]) -> None:
    ran = run("search", "没有这个词", *words, option)
    assert ran.status == 1
    assert ran.out == ""


# -- collocates ----------------------------------------------------------------------------------


def test_collocates_have_counts_in_all_formats(run: Run, tmp_path: Path) -> None:
    said = (
        "狠抓招商项目落地。大力招商,项目成群。突出招商引来项目若干。重视招商和项目储备。紧盯招商、项目不放。"
    )
    file = tmp_path / "招商.txt"
    file.write_text(text_of("青川县", 2022, said), encoding="utf-8")
    ran = run("search", "招商", str(file), "--collocates", "--format", "json")
    assert ran.status == 0
    (word,) = json.loads(ran.out)["collocates"]
    assert (word["word"], word["observed"]) == ("项目", 5)
    assert 0 < word["expected"] < 1
    (row,) = rows(run("search", "招商", str(file), "--collocates", "--format", "csv").out)
    assert row == {
        "搭配词": "项目",
        "次数": "5",
        "预期次数": f"{word['expected']:.2f}",
        "对数似然值": f"{word['score']:.1f}",
    }
    assert run("search", "招商", str(file), "--collocates").out.split()[:5] == ["搭配词", "次数", "预期次数", "对数似然值", "项目"]  # fmt: skip
    assert run("search", "招商", str(file), "--collocates", "--near", "1").status == 1


# -- related sentences ---------------------------------------------------------------------------


def test_related_sentences_have_place_year_and_score(run: Run) -> None:
    ran = run("related", "大力发展低空经济产业。", "--format", "csv")
    assert ran.status == 0
    found = rows(ran.out)
    assert found[0]["句子"] == "大力发展“低空经济”产业。"
    assert (found[0]["地区"], found[0]["年度"], found[0]["报告"]) == ("青川县", "2022", "青川县/2022")
    scores = [float(row["相似度"]) for row in found]
    assert scores == sorted(scores, reverse=True)


def test_filters_and_limit_choose_related_sentences(run: Run) -> None:
    found = rows(run("related", "大力发展低空经济产业。", "year:2023", "--limit", "1", "--format", "csv").out)
    assert [row["年度"] for row in found] == ["2023"]
    found = rows(run("related", "大力发展经济产业。", "place:剑阁县", "--format", "csv").out)
    assert [row["句子"] for row in found] == ["大力发展林下经济产业。"]


def test_the_sentences_of_a_report_are_looked_for_in_others(run: Run, made: Path) -> None:
    shown = json.loads(run("related", "青川县/2022", "--at", "一", "--format", "json").out)
    by_sentence = {one["sentence"]: one for one in shown["sentences"]}
    own = by_sentence["大力发展“低空经济”产业。"]
    assert [one["report"] for one in own["related"]] and "青川县/2022" not in {
        one["report"] for one in own["related"]
    }
    with Library(made / "library.db") as library:
        assert library.report("青川县/2022").text[own["start"] : own["end"]] == own["sentence"]
        best = own["related"][0]
        assert library.report(best["report"]).text[best["start"] : best["end"]] == best["sentence"]
    of_file = json.loads(run("related", "shelf/青川县2022.txt", "--at", "一", "--format", "json").out)
    assert of_file == shown


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        ((), 2, "缺少句子"),
        (("level:county",), 2, "缺少句子"),
        (("青川县/2022", "青川县/2023", "--at", "一"), 2, "只写一份报告"),
        (("青川县/2022", "--at", "没有此处"), 2, ""),
        (("没有/2022", "--at", "一"), 66, ""),
        (("完全无关的言语文字。",), 1, "没有相似的句子"),
        (("大力发展。", "place:没有此地"), 2, ""),
    ],
)
def test_wrong_arguments_and_nothing_found_are_told(
    run: Run, words: tuple[str, ...], status: int, complaint: str
) -> None:
    ran = run("related", *words)
    assert ran.status == status
    assert complaint in ran.err


def test_without_a_library_related_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "none.db"))
    ran = run("related", "大力发展低空经济。")
    assert ran.status == 66
