"""Where a report names an indicator without a figure."""

from __future__ import annotations

import pytest

from tui.library.library import Library
from tui.library.mentions import mention_in
from tui.metrics.indicators import Indicator, IndicatorName, Indicators
from tui.series.asked import Asked


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (IndicatorName("低空经济"), "发展低空经济。"),
        (IndicatorName("低空经济", measures=("share",)), None),
        (IndicatorName("海洋经济"), None),
    ],
    ids=["named", "named in one measure only", "not named"],
)
def test_only_names_of_every_measure_are_looked_for(
    library: Library, name: IndicatorName, told: str | None
) -> None:
    own = Indicators([Indicator("own", name.text, names=(name,))])
    asked = Asked("own", name.text, ("own",), own=own)
    ref = library.ref(library.find("青川县/2022"))
    mention = mention_in(library._connection, ref, asked, (), "actual")
    assert (mention.text if mention else None) == told
