"""The styles of signs: which way a target goes, and what its colour tells."""

from __future__ import annotations

import pytest
from rich.style import Style

from tui.metrics.change import Change, Sign
from tui.state.records import ChangeColours
from tui.themes import THEMES
from tui.widgets.metric_drawing import sign_style
from tui.widgets.styles import Colours, make_styles


@pytest.mark.parametrize(
    ("sign", "good", "style"),
    [
        ("▲", None, "rise"),
        ("▲", True, "rise-better"),
        ("▲", False, "rise-worse"),
        ("▼", None, "fall"),
        ("▼", True, "fall-better"),
        ("▼", False, "fall-worse"),
        ("✓", None, "met"),
        ("○", True, "steady"),
        ("=", None, "steady"),
        ("≈", None, "steady"),
        ("", None, "steady"),
    ],
)
def test_a_sign_has_the_style_of_its_direction_and_of_what_is_better(
    sign: Sign, good: bool | None, style: str
) -> None:
    assert sign_style(Change(sign, "", good)) == style


@pytest.mark.parametrize(
    ("meaning", "alike", "different"),
    [
        ("neutral", [("rise", "fall", "rise-worse", "fall-worse"), ("rise-better", "met")], ["rise", "met"]),
        ("red_up", [("rise", "rise-better", "rise-worse"), ("fall", "fall-better")], ["rise", "fall", "met"]),
        (
            "good_bad",
            [("rise", "fall"), ("rise-better", "fall-better", "met"), ("rise-worse", "fall-worse")],
            ["rise", "rise-better", "rise-worse"],
        ),
    ],
)
@pytest.mark.parametrize("colours", ["many", "few"])
def test_colours_tell_what_was_chosen(
    meaning: ChangeColours, alike: list[tuple[str, ...]], different: list[str], colours: Colours
) -> None:
    styles = make_styles(THEMES[0].variables, colours, meaning)
    for names in alike:
        assert len({styles[name] for name in names}) == 1
    assert len({styles[name] for name in different}) == len(different)


def test_a_rise_is_red_and_a_fall_green_as_on_the_exchange() -> None:
    styles = make_styles(THEMES[0].variables, "few", "red_up")
    assert (styles["rise"], styles["fall"]) == (Style.parse("bold red"), Style.parse("bold green"))
