"""Letters that are initials are found in the classes of characters as in the text."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.initials import as_read, classes_of, ends_of, lengths_of
from tui.library.sounding import InitialsFinder, StartsFinder
from tui.library.spellings import most_characters, signs_of
from tui.search.pinyin import Sounds
from tui.search.readings import default_readings

#: Characters with one reading or several, some of which begin otherwise; 安 and 恩 begin with a vowel.
CHARACTERS = "银行业长重庆会计都说省调着营商环境住房公积金安恩中三是2a"
TEXTS = st.text(CHARACTERS, max_size=40)
#: What the letters of a query are made of.
INITIALS = st.lists(
    st.sampled_from(["a", "c", "d", "e", "g", "h", "j", "k", "s", "x", "y", "z", "zh", "ch", "sh"]),
    min_size=2,
    max_size=4,
)
SYLLABLES = st.lists(
    st.sampled_from(
        ["yin", "hang", "xing", "zhong", "chong", "an", "h", "zh", "s", "sh", "kuai", "hui", "ang", "e"]
    ),
    min_size=1,
    max_size=3,
)


@given(TEXTS, INITIALS.map("".join))
def test_initials_are_found_as_in_the_text(text: str, letters: str) -> None:
    signs = signs_of(letters)
    if not signs.are_initials:
        return
    sounds = Sounds(text, default_readings())
    found, otherwise = InitialsFinder(signs.divisions).find(classes_of(text))
    read = sounds.find(letters)
    assert found == (read or sounds.find_otherwise(letters, ()))
    assert otherwise == (not read)


@given(TEXTS, SYLLABLES.map("".join))
def test_letters_begin_only_where_classes_allow_it(text: str, letters: str) -> None:
    if len(letters) < 2:
        return
    classes = classes_of(text)
    sounds = Sounds(text, default_readings())
    found = {start for start, _ in (*sounds.find(letters), *sounds.find_otherwise(letters, ()))}
    signs = signs_of(letters)
    finder = StartsFinder(signs, most_characters(letters))
    alone = {at for at, character in enumerate(text) if character in signs.alone}
    assert found <= {*finder.within(classes, 0, len(classes)), *alone}
    if not signs.pairs:
        assert found <= finder.elsewhere(classes) | alone


@pytest.mark.parametrize(
    ("text", "initials"), [("重庆", "Cq"), ("重要", "Zy"), ("银行业", "yhy"), ("行动", "xd"), ("a2是", "--S")]
)
def test_characters_begin_as_they_are_read_in_their_words(text: str, initials: str) -> None:
    assert classes_of(text).translate(as_read()).decode() == initials


def test_every_character_with_a_reading_has_a_class() -> None:
    characters = "".join(map(chr, default_readings().set_table))
    assert 0 not in classes_of(characters)


@given(st.lists(st.integers(1, 300) | st.sampled_from((65534, 65535, 65536, 131070, 200000)), max_size=9))
def test_the_ends_of_paragraphs_are_kept(counts: list[int]) -> None:
    assert ends_of(lengths_of(counts)) == list(accumulate(counts))
