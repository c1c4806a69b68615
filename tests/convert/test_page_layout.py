"""The order of characters on a page: none is lost or doubled, whatever their positions."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tui.convert.formats.page_layout import Glyph, PageReader

POSITIONS = st.integers(0, 60).map(lambda step: step * 9.0)
GLYPHS = st.builds(
    lambda baseline, left, size, character: Glyph(baseline, left, left + size, size, character),
    POSITIONS,
    POSITIONS,
    st.sampled_from([9.0, 12.0, 20.0]),
    st.sampled_from("甲乙丙丁。1 "),
)


def characters(texts: list[str]) -> Counter[str]:
    return Counter("".join(texts).replace(" ", ""))


@given(st.lists(st.lists(GLYPHS, max_size=80), max_size=4))
def test_every_character_is_in_one_line(pages: list[list[Glyph]]) -> None:
    reader = PageReader()
    for page in pages:
        assert characters(list(reader.lines(page))) == characters([glyph.character for glyph in page])


@given(st.floats(), st.floats(), st.floats(), st.floats())
def test_positions_that_are_no_numbers_do_no_harm(
    baseline: float, left: float, right: float, size: float
) -> None:
    glyphs = [Glyph(baseline, left, right, size, "甲"), Glyph(1.0, 2.0, 3.0, 1.0, "乙")] * 6
    assert len("".join(PageReader().lines(glyphs)).replace(" ", "")) == len(glyphs)
