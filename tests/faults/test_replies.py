"""I11 to I13: terminal replies never become input; what a user types between them always does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events, messages
from textual.message import Message

from tui.terminal.key_decoder import KeyDecoder
from tui.terminal.key_tokens import MAX_SEQUENCE, PASTE_SILENCE_S, SILENCE_S, Token, Tokenizer

#: Replies that terminals send, requested or not, by name.
REPLIES = {
    "DA1": "\x1b[?62;1;6;22c",
    "DA2": "\x1b[>41;354;0c",
    "DA3": "\x1bP!|7E565445\x1b\\",
    "DECRQSS": "\x1bP1$r0;1;31mq\x1b\\",
    "XTGETTCAP": "\x1bP1+r544e=787465726d\x1b\\",
    "XTVERSION": "\x1bP>|XTerm(370) q\x1b\\",
    "title": "\x1b]lq q\x1b\\",
    "icon title": "\x1b]Lquit\x07",
    "OSC 4": "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
    "OSC 10": "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "OSC 11": "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "OSC 52": "\x1b]52;c;cXFxcXFx\x1b\\",
    "APC": "\x1b_Gi=31;OK q\x1b\\",
    "PM": "\x1b^q quit\x1b\\",
    "SOS": "\x1bXq quit\x1b\\",
    "C1 DCS": "\x901$r0q\x9c",
    "C1 OSC": "\x9d11;rgb:00/00/00\x9c",
    "C1 APC": "\x9fGq\x1b\\",
    "C1 PM": "\x9eq\x07",
    "C1 SOS": "\x98q\x9c",
    "C1 CSI": "\x9b?62;22c",
    "stray ST": "\x1b\\",
    "cancelled": "\x1bPqq\x18",
    "Chinese title": "\x1b]l政府工作报告\x1b\\",
    "DECRPM": "\x1b[?1049;2$y",
    "DECRPM of ANSI": "\x1b[4;2$y",
    "cursor": "\x1b[24;80R",
    "cursor at the top": "\x1b[1;2R",
    "cursor with page": "\x1b[?24;80;1R",
    "status": "\x1b[0n",
    "printer": "\x1b[?13n",
    "window size": "\x1b[8;40;120t",
    "pixels": "\x1b[4;800;1200t",
    "kitty flags": "\x1b[?1u",
    "kitty key": "\x1b[113;1:3u",
    "kitty huge": "\x1b[1114112;5u",
    "other keyboard": "\x1b[>4;2m",
    "equals": "\x1b[=1;2q",
    "less": "\x1b[<q",
    "checksum": "\x1bP1!~ABCD\x1b\\",
    "X10 mouse": "\x1b[M !!",
    "1005 mouse": "\x1b[M éé",
    "1015 mouse": "\x1b[32;5;6M",
    "too long": "\x1b[" + "1;" * MAX_SEQUENCE + "m",
}
#: Keys whose end can be recognised without waiting.
KEYS = {
    "q": "q", "j": "j", "黄": "黄", "é": "é", "enter": "\r", "ctrl+q": "\x11", "up": "\x1b[A", "f1": "\x1bOP", "f5": "\x1b[15~",
    "alt+left": "\x1b[1;3D", "shift+tab": "\x1b[Z", "f2": "\x1b[[B", "shift+delete": "\x1b[3$", "space": " ",
}  # fmt: skip


class Clock:
    """A clock that only moves when told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr("tui.terminal.key_decoder.time.monotonic", lambda: self.now)


def keys_of(read: Sequence[Message]) -> list[str]:
    """Return the names of keys, the text of pastes, and the class names of other messages."""
    return [
        message.key
        if isinstance(message, events.Key)
        else message.text
        if isinstance(message, events.Paste)
        else type(message).__name__
        for message in read
    ]


def decoded(data: bytes, cuts: Sequence[int] = ()) -> list[str]:
    decoder = KeyDecoder()
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return keys_of([message for start, end in pairwise(edges) for message in decoder.feed(data[start:end])])


@pytest.mark.parametrize("name", [pytest.param(name, id=f"I11-{name}") for name in REPLIES])
def test_replies_are_not_keys(name: str) -> None:
    data = REPLIES[name].encode()
    for cut in range(len(data) + 1):
        assert decoded(data + b"j", [cut]) == ["j"]
    assert decoded(data * 3 + b"j", range(3 * len(data))) == ["j"]


@given(
    st.lists(
        st.one_of(st.sampled_from(sorted(REPLIES)), st.sampled_from(sorted(KEYS)), st.just("paste")),
        max_size=20,
    ),
    st.lists(st.integers(min_value=0, max_value=10_000), max_size=12),
)
def test_i11_replies_between_keys_are_dropped_however_they_are_cut(names: list[str], cuts: list[int]) -> None:
    pasted = "\x1b[200~q\x1b]11;x\x1b[A\x1b[201~"
    text = "".join(REPLIES.get(name) or KEYS.get(name) or pasted for name in names)
    wanted = [name if name in KEYS else "q\x1b]11;x\x1b[A" for name in names if name not in REPLIES]
    assert decoded(text.encode(), cuts) == wanted


@given(
    st.sampled_from(["\x1bP", "\x1bX", "\x1b]", "\x1b^", "\x1b_", "\x90", "\x98", "\x9d", "\x9e", "\x9f"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\x07\x18\x1a\x1b\x9c"), max_size=50),
    st.sampled_from(["\x1b\\", "\x9c", "\x07", "\x18", "\x1a"]),
    st.lists(st.integers(min_value=0, max_value=200), max_size=5),
)
def test_i11_strings_may_have_any_content(opener: str, text: str, end: str, cuts: list[int]) -> None:
    assert decoded((opener + text + end + "j").encode(), cuts) == ["j"]


@given(
    st.text("0123456789;:<=>?", max_size=20),
    st.text(" !\"#%&'()*+,-./", max_size=3),
    st.sampled_from([chr(code) for code in range(0x40, 0x7F)]),
)
def test_i11_private_sequences_are_dropped(parameters: str, between: str, end: str) -> None:
    assert decoded(f"\x1b[?{parameters}{between}{end}j".encode()) in (["j"], ["InBandWindowResize", "j"])


@pytest.mark.parametrize("letter", "[]PX_^O")
def test_i11_alt_with_an_opening_character_is_a_key_after_a_delay(
    letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, decoder = Clock(monkeypatch), KeyDecoder()
    assert list(decoder.feed(b"\x1b" + letter.encode())) == []
    clock.now += decoder.wait_s() or 0
    (key,) = decoder.tick()
    assert isinstance(key, events.Key) and key.character == letter
    assert decoder.wait_s() is None
    assert keys_of([*decoder.feed(b"qj"), *decoder.tick()]) == ["q", "j"]


@pytest.mark.parametrize(
    "cut",
    [
        "\x1b]11;rgb:q",
        "\x1b]11;rgb:q\x1b",
        "\x1bPq",
        "\x1b[?62;",
        "\x1b[1;",
        "\x9d",
        "\x9b",
        "\x1b[M!",
        "\x1bO1",
    ],
)
def test_i11_cut_replies_are_not_typed(cut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, decoder = Clock(monkeypatch), KeyDecoder()
    assert list(decoder.feed(cut.encode())) == []
    clock.now += SILENCE_S / 2
    assert list(decoder.tick()) == []
    clock.now += SILENCE_S / 2
    assert list(decoder.tick()) == []
    assert decoder.wait_s() is None
    assert keys_of(list(decoder.feed(b"j"))) == ["j"]


@pytest.mark.parametrize(
    "reply", [b"\x1bP1$r0;1mq\x1b\\", b"\x1b[?62;22c", b"\x1b[112;1q", b"\x1bO1;2q", b"\xc2\x9b1q"]
)
def test_i11_replies_may_arrive_slowly(reply: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what opens it must come at once."""
    clock, decoder = Clock(monkeypatch), KeyDecoder()
    read = list(decoder.feed(reply[:2]))
    for byte in reply[2:]:
        clock.now += 0.09
        read += [*decoder.tick(), *decoder.feed(bytes([byte]))]
        clock.now += 0.3
        read += decoder.tick()
    assert keys_of([*read, *decoder.feed(b"j")]) == ["j"]


def test_i11_escape_is_a_key_after_a_delay_or_before_another(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, decoder = Clock(monkeypatch), KeyDecoder()
    assert list(decoder.feed(b"\x1b")) == []
    clock.now += 0.05
    assert list(decoder.tick()) == []
    assert decoder.wait_s() == pytest.approx(0.05)
    assert keys_of(list(decoder.feed(b"\x1b"))) == ["escape"]
    clock.now += 0.1
    assert keys_of(list(decoder.tick())) == ["escape"]
    assert keys_of(list(decoder.feed(b"\x1b\x1b[A"))) == ["escape", "up"]
    assert keys_of(list(decoder.feed(b"\x1bj\x1b1\x1b\r"))) == ["alt+j", "inverted_exclamation_mark", "enter"]
    assert keys_of(list(decoder.feed("\x1b黄\x1b§".encode()))) == ["escape", "黄", "section_sign"]


def test_i11_escape_after_a_cut_string_is_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, decoder = Clock(monkeypatch), KeyDecoder()
    assert list(decoder.feed(b"\x1b]11;q\x1b\x1b")) == []
    clock.now += decoder.wait_s() or 0
    assert keys_of(list(decoder.tick())) == ["escape"] and clock.now < SILENCE_S


def test_i11_invalid_characters_end_a_sequence() -> None:
    assert decoded(b"\x1b[1;\rj") == ["enter", "j"]
    assert decoded(b"\x1b[1;\x1b[A") == ["up"]
    assert decoded(b"\x1bO\rj") == ["enter", "j"]
    assert decoded(b"\x1b[M!\rj") == ["enter", "j"]
    assert decoded("\x1b[1;黄".encode()) == ["黄"]
    assert decoded("\x1b[1\x9b?1cj".encode()) == ["j"]
    assert decoded(b"\x1b]11;q\x1b[Bj") == ["down", "j"]
    assert decoded(b"\x1b]11;q\x1b\x1b[Bj") == ["down", "j"]
    assert decoded(b"\x85\xc2\x85j") == ["j"]


def test_i11_x10_mouse_reports_have_three_bytes_of_any_value() -> None:
    assert decoded(b"\x1b[M \xff\xfej") == ["j"]
    assert decoded(b"\x1b[M\x00\x00\x00j") == ["j"]
    assert decoded(b"\x1b[M \xe9\xbbj") == ["j"]
    assert decoded(b"\x1b[M jqj") == ["j"]


def test_i13_numbers_may_have_any_length() -> None:
    digits = b"9" * 1_000_000
    for data in (
        b"\x1b[%bu", b"\x1b[97;%bu", b"\x1b[%b;1R", b"\x1b[<%b;1;1M", b"\x1b[<0;%b;1M", b"\x1b[48;%b;1;1;1t", b"\x1b[?%b$y",
        b"\x1b[%bm", b"\x1b[M %b"[:4] + b"!!",
    ):  # fmt: skip
        assert decoded((data % digits if b"%b" in data else data) + b"j") == ["j"]
    assert decoded(b"\x1b[" + digits + b"m\x1b[A\x1b[" + digits + b"\x1b[B") == ["up", "down"]
    assert decoded(b"\x1b[<0;99999999;1M\x1b[<0;-3;1M\x1b[48;99999;120;1;1tj") == ["j"]
    # The kitty protocol allows sequences as short as those of keys whose code is not a character.
    assert decoded(b"\x1b[9999999;5u\x1b[55296;1uj") == ["j"]


def test_i13_strings_without_an_end_use_no_memory() -> None:
    tokens = Tokenizer(0.1)
    for _ in range(20):
        assert list(tokens.feed("\x1b]52;c;" + "A" * 100_000)) == []
        assert list(tokens.feed("\x1b[" + "1" * 100_000)) == []
    assert sum(len(value) for value in vars(tokens).values() if isinstance(value, str)) <= MAX_SEQUENCE + 1


def test_i13_modes_and_sizes_are_reported() -> None:
    (sync,) = KeyDecoder().feed(b"\x1b[?2026;2$y")
    assert isinstance(sync, messages.TerminalSupportsSynchronizedOutput)
    assert list(KeyDecoder().feed(b"\x1b[?2026;0$y")) == []
    (size,) = KeyDecoder().feed(b"\x1b[?2048;2$y")
    assert isinstance(size, messages.InBandWindowResize) and (size.supported, size.enabled) == (True, False)
    (resize,) = KeyDecoder().feed(b"\x1b[48;35:1;120;700;1200t")
    assert isinstance(resize, events.Resize) and resize.size == (120, 35)
    assert decoded(b"\x1b[I\x1b[O") == ["AppFocus", "AppBlur"]


def test_i13_mouse_reports_are_in_cells_until_pixels_are_known() -> None:
    decoder = KeyDecoder()
    (down,) = decoder.feed(b"\x1b[<0;11;21M")
    assert isinstance(down, events.MouseDown) and (down.x, down.y) == (10, 20)
    decoder = KeyDecoder()
    list(decoder.feed(b"\x1b[48;35;120;700;1200t"))
    (down,) = decoder.feed(b"\x1b[<0;101;201M")
    assert isinstance(down, events.MouseDown) and (down.x, down.y) == (10, 10)


def test_i11_a_paste_is_complete_and_times_out_without_an_end() -> None:
    tokens = Tokenizer(0.1)
    assert list(tokens.feed("\x1b[200~a\x1b[20")) == []
    assert tokens.wait_s() == PASTE_SILENCE_S
    assert list(tokens.expire(PASTE_SILENCE_S - 0.1)) == []
    assert list(tokens.feed("1~")) == [Token("paste", "a")]
    assert list(tokens.feed("\x1b[200~a\x1b[20")) == []
    assert list(tokens.expire(PASTE_SILENCE_S)) == [Token("paste", "a")]
    assert list(tokens.feed("b\x1b[201~")) == [Token("key", "b")]
    assert decoded(b"\x1b[201~j") == ["j"]
    assert decoded(b"\x1b[200~a\0b\x1b[201~j") == ["ab", "j"]


def test_i12_only_the_last_focus_and_mouse_position_of_a_flood_count() -> None:
    from tui.terminal.driver import _without_superseded

    first, last, key = events.AppFocus(), events.AppBlur(), events.Key("j", "j")
    assert _without_superseded([first, key, last]) == [key, last]
    assert _without_superseded([key, last]) == [key, last]
    decoder = KeyDecoder()
    moves = list(decoder.feed(b"\x1b[<35;1;1M\x1b[<35;2;1M\x1b[<32;3;1M\x1b[<32;4;1M\x1b[<35;5;1Mj"))
    assert _without_superseded(moves) == [moves[1], moves[3], moves[4], moves[5]]
