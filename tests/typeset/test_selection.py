"""Sentences, paragraphs and selections."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.report.sentences import paragraph_at, sentence_at
from tui.typeset.selection import Selection

TEXT = "第一句。第二句！\n  “第三句。”第四句"
MARKED = st.text("甲乙。！”\n ", min_size=1, max_size=40)


def test_a_sentence_ends_after_its_mark_and_closing_quote() -> None:
    sentences = {TEXT[slice(*sentence_at(TEXT, at))] for at in range(len(TEXT))}
    assert sentences == {"第一句。", "第二句！", "“第三句。”", "第四句"} | ({""} & sentences)


def test_a_paragraph_is_a_line_without_its_indent() -> None:
    assert TEXT[slice(*paragraph_at(TEXT, 12))] == "“第三句。”第四句"


@given(MARKED, st.data())
def test_the_sentence_at_an_offset_contains_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    for span in (sentence_at(text, at), paragraph_at(text, at)):
        start, end = span
        assert 0 <= start <= end <= len(text)
        assert text[at].isspace() or start <= at < end


@given(MARKED)
def test_all_offsets_of_a_sentence_have_the_same_sentence(text: str) -> None:
    for at, character in enumerate(text):
        if not character.isspace():
            start, end = sentence_at(text, at)
            named = {sentence_at(text, place) for place in range(start, end) if not text[place].isspace()}
            assert named == {(start, end)}


def test_a_selection_grows_and_shrinks_by_sentences() -> None:
    first = sentence_at(TEXT, 0)
    selection = Selection(first, first)
    longer = selection.moved(TEXT, 1, "sentence")
    assert TEXT[slice(*longer.span)] == "第一句。第二句！"
    assert longer.moved(TEXT, -1, "sentence").span == first
    assert selection.moved(TEXT, -1, "sentence").span == first


def test_a_selection_grows_and_shrinks_by_characters() -> None:
    selection = Selection((0, 4), (0, 4))
    assert selection.moved(TEXT, 1, "character").span == (0, 5)
    assert selection.moved(TEXT, -1, "character").span == (0, 3)


@given(
    MARKED,
    st.lists(st.tuples(st.sampled_from([1, -1]), st.sampled_from(["sentence", "character"])), max_size=20),
)
def test_a_selection_never_leaves_the_text_or_becomes_empty(text: str, moves: list[tuple[int, str]]) -> None:
    selection = Selection((0, 1), (0, 1))
    for direction, by in moves:
        selection = selection.moved(text, direction, by)
        start, end = selection.span
        assert 0 <= start < end <= len(text)
