"""Where sequences begin and end, and their timeouts."""

from __future__ import annotations

import pytest

from tui.terminal.key_tokens import MAX_SEQUENCE, PASTE_SILENCE_S, SILENCE_S, Token, Tokenizer

ESCAPE_DELAY_S = 0.1


def tokens_of(*chunks: str) -> list[Token]:
    tokenizer = Tokenizer(ESCAPE_DELAY_S)
    return [token for chunk in chunks for token in tokenizer.feed(chunk)]


def keys_of(*chunks: str) -> list[str]:
    tokens = tokens_of(*chunks)
    assert all(token.kind == "key" for token in tokens)
    return [token.text for token in tokens]


def test_there_is_no_timeout_without_input() -> None:
    tokenizer = Tokenizer(ESCAPE_DELAY_S)
    assert tokenizer.wait_s() is None
    assert list(tokenizer.expire(1e9)) == []
    assert list(tokenizer.feed("")) == []
    assert list(tokenizer.feed("q")) == [Token("key", "q")]


@pytest.mark.parametrize("chunk", ["\x1b", "\x1b[", "\x1bO", "\x1bP", "\x1b]"])
def test_possible_alt_keys_have_the_timeout_of_escape(chunk: str) -> None:
    tokenizer = Tokenizer(ESCAPE_DELAY_S)
    list(tokenizer.feed(chunk))
    assert tokenizer.wait_s() == ESCAPE_DELAY_S
    assert list(tokenizer.expire(ESCAPE_DELAY_S * 0.9)) == []
    assert list(tokenizer.expire(ESCAPE_DELAY_S)) == [Token("key", chunk)]
    assert tokenizer.wait_s() is None


@pytest.mark.parametrize(
    "chunk", ["\x1b[1", "\x1bO1", "\x1bPq", "\x1b]11;", "\x1b[M", "\x1b[M!", "\x9b", "\x8f", "\x90"]
)
def test_certain_sequences_have_a_longer_timeout(chunk: str) -> None:
    tokenizer = Tokenizer(ESCAPE_DELAY_S)
    list(tokenizer.feed(chunk))
    assert tokenizer.wait_s() == SILENCE_S
    assert list(tokenizer.expire(SILENCE_S)) == []
    assert list(tokenizer.feed("q")) == [Token("key", "q")]


def test_the_silence_timeout_is_between_line_gaps_and_patience() -> None:
    assert 0.3 <= SILENCE_S <= 1
    assert SILENCE_S < PASTE_SILENCE_S <= 3


def test_c1_characters_stand_for_escape_and_a_letter() -> None:
    assert keys_of("\x8fP") == ["\x1bOP"]
    assert keys_of("\x9bA") == ["\x1b[A"]
    assert keys_of("\x80\x8e\x91\x9a\x9cj") == ["j"]
    assert keys_of("\x7f\xa0j") == ["\x7f", "\xa0", "j"]
    assert keys_of("\x1b[1;\x8fQ") == ["\x1bOQ"]


@pytest.mark.parametrize(
    "key",
    ["\x1bOA", "\x1bO5A", "\x1bO1;2P", "\x1bO~", "\x1bO ", "\x1b[3$", "\x1b[23$", "\x1b[[E", "\x1b[@", "\x1b[~", "\x1b[1;5A", "\x1b[ A",
     "\x1b[200A", "\x1b[201z"],
)  # fmt: skip
def test_a_key_is_complete_at_the_end_of_its_sequence(key: str) -> None:
    assert keys_of(key + "j") == [key, "j"]
    assert keys_of(*key, "j") == [key, "j"]


@pytest.mark.parametrize("opener", ["\x1b[1", "\x1bO1", "\x1b[M"])
@pytest.mark.parametrize("char", ["\x1f", "\x7f", "黄", "\r"])
def test_an_invalid_character_ends_a_sequence_and_is_read(opener: str, char: str) -> None:
    if opener == "\x1b[M" and char > " ":
        assert keys_of(opener + char + "!!j") == ["j"]
    else:
        assert keys_of(opener + char + "j") == [char, "j"]


def test_intermediate_characters_belong_to_a_sequence() -> None:
    assert keys_of("\x1b[?1$yj") == ["\x1b[?1$y", "j"]
    assert keys_of("\x1b[$pj") == ["\x1b[$p", "j"]
    assert keys_of("\x1b[1;2$yj") == ["\x1b[1;2$y", "j"]


@pytest.mark.parametrize("report", ["   ", "\0\0\0", "é黄~", "\x7f\x7f\x7f"])
def test_an_old_mouse_report_has_three_characters(report: str) -> None:
    assert keys_of("\x1b[M" + report + "j") == ["j"]
    assert keys_of("\x1b[M" + report[:2], report[2:] + "j") == ["j"]


@pytest.mark.parametrize("char", ["\x01", "\x1f", "\r"])
@pytest.mark.parametrize("come", range(3))
def test_a_control_character_ends_an_old_mouse_report(char: str, come: int) -> None:
    assert keys_of("\x1b[M" + "!" * come + char + "!j") == [char, "!", "j"]


@pytest.mark.parametrize("opener", ["\x1b[", "\x1bO"])
def test_longer_sequences_are_not_keys(opener: str) -> None:
    longest = opener + "1" * (MAX_SEQUENCE - len(opener)) + "m"
    assert keys_of(longest + "j") == [longest, "j"]
    assert keys_of(opener + "1" * (MAX_SEQUENCE - len(opener) + 1) + "mj") == ["j"]
    assert keys_of(opener + "1" * 10_000, "2" * 10_000, ";mj", "k") == ["j", "k"]
    assert MAX_SEQUENCE == 64


def test_a_sequence_after_one_too_long_is_read() -> None:
    assert keys_of("\x1b[" + "1" * 100 + "m\x1b[A\x1b[1;2A") == ["\x1b[A", "\x1b[1;2A"]


@pytest.mark.parametrize("end", ["\x1b\\", "\x9c", "\x07", "\x18", "\x1a"])
def test_a_string_may_arrive_in_pieces(end: str) -> None:
    assert keys_of("\x1b]", "11;", "q", *end, "j") == ["j"]
    assert keys_of("\x1b]11;q" + end + "\x1b[A") == ["\x1b[A"]


def test_escape_before_a_key_is_alt_and_twice_is_escape() -> None:
    assert keys_of("\x1bj") == ["\x1bj"]
    assert keys_of("\x1b", "j") == ["\x1bj"]
    assert keys_of("\x1b\x1bj") == ["\x1b", "\x1bj"]
    assert keys_of("\x1b\\j") == ["j"]


@pytest.mark.parametrize("size", range(1, 6))
def test_the_start_of_the_end_mark_of_a_paste_is_held_back(size: int) -> None:
    end = "\x1b[201~"
    assert tokens_of("\x1b[200~a", end[:size], end[size:] + "j") == [Token("paste", "a"), Token("key", "j")]
    assert tokens_of("\x1b[200~a" + end[:size], "b" + end) == [Token("paste", "a" + end[:size] + "b")]
    assert tokens_of("\x1b[200~a" + end[:size], "", end[:size] + end) == [
        Token("paste", "a" + end[:size] + end[:size])
    ]


def test_pastes_are_separate() -> None:
    paste = "\x1b[200~{}\x1b[201~"
    assert tokens_of(paste.format("a") + paste.format("b")) == [Token("paste", "a"), Token("paste", "b")]
    assert tokens_of(paste.format("")) == [Token("paste", "")]
    assert tokens_of(paste.format("a") + "\x1b[201~j" + paste.format("b\x1b[201~")[:-6]) == [
        Token("paste", "a"), Token("key", "j"), Token("paste", "b")
    ]  # fmt: skip


def test_a_paste_that_times_out_has_the_text_so_far() -> None:
    tokenizer = Tokenizer(ESCAPE_DELAY_S)
    assert list(tokenizer.feed("\x1b[200~ab\x1b[2")) == []
    assert tokenizer.wait_s() == PASTE_SILENCE_S
    assert list(tokenizer.expire(PASTE_SILENCE_S * 0.99)) == []
    assert list(tokenizer.expire(PASTE_SILENCE_S)) == [Token("paste", "ab")]
    assert tokenizer.wait_s() is None
    assert list(tokenizer.feed("q")) == [Token("key", "q")]
    assert list(tokenizer.feed("\x1b[200~c\x1b[201~")) == [Token("paste", "c")]
