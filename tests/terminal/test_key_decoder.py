"""Messages of keys, sizes and modes, and timeouts of incomplete ones."""

from __future__ import annotations

import pytest
from textual import constants, events, messages
from textual.message import Message

from tui.terminal.key_decoder import MAX_CELLS, KeyDecoder
from tui.terminal.key_tokens import SILENCE_S


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    clock = [100.0]
    monkeypatch.setattr("tui.terminal.key_decoder.time.monotonic", lambda: clock[0])
    return clock


def keys_of(data: bytes) -> list[str]:
    return [message.key for message in KeyDecoder().feed(data) if isinstance(message, events.Key)]


def only(data: bytes) -> Message:
    (message,) = KeyDecoder().feed(data)
    return message


def test_the_timeout_counts_from_the_last_byte(now: list[float]) -> None:
    decoder = KeyDecoder()
    assert decoder.wait_s() is None and list(decoder.tick()) == []
    assert list(decoder.feed(b"\x1b[1;")) == []
    now[0] += 0.1
    assert decoder.wait_s() == pytest.approx(SILENCE_S - 0.1)
    assert list(decoder.feed(b"")) == []
    assert decoder.wait_s() == pytest.approx(SILENCE_S - 0.1)
    assert list(decoder.feed(b"5")) == []
    assert decoder.wait_s() == pytest.approx(SILENCE_S)
    now[0] += 10
    assert decoder.wait_s() == 0
    assert list(decoder.tick()) == [] and decoder.wait_s() is None


def test_escape_is_a_key_after_the_delay_of_textual(now: list[float]) -> None:
    decoder = KeyDecoder()
    assert list(decoder.feed(b"\x1b")) == []
    assert decoder.wait_s() == pytest.approx(constants.ESCAPE_DELAY)
    now[0] += constants.ESCAPE_DELAY * 1.01
    (key,) = decoder.tick()
    assert isinstance(key, events.Key) and (key.key, key.character) == ("escape", "\x1b")


def test_escape_before_a_chinese_character_is_a_key_of_its_own() -> None:
    keys = [message for message in KeyDecoder().feed("\x1b黄".encode()) if isinstance(message, events.Key)]
    assert [(key.key, key.character) for key in keys] == [("escape", "\x1b"), ("黄", "黄")]
    assert keys_of(b"\x1bj\x1b[1;3D\x1b\x1b[A") == ["alt+j", "alt+left", "escape", "up"]


def test_alt_with_an_arrow_is_one_key_without_a_character() -> None:
    key = only(b"\x1b[1;3D")
    assert isinstance(key, events.Key) and (key.key, key.character) == ("alt+left", None)


@pytest.mark.parametrize(
    "data", [b"\xff", b"\x80", b"\xed\xa0\x80", b"\x1b[55296;1u", b"\x1b[57343;1u", b"\x1b[1114112u"]
)
def test_codes_that_are_not_characters_are_not_keys(data: bytes) -> None:
    assert keys_of(data + b"j") == ["j"]


def test_characters_next_to_the_surrogates_are_keys() -> None:
    texts = "\ud7fb\ue000"
    read = [message for message in KeyDecoder().feed(texts.encode()) if isinstance(message, events.Key)]
    assert [key.character for key in read] == list(texts)


@pytest.mark.parametrize(
    ("rows", "columns", "is_believed"),
    [
        (1, 1, True), (MAX_CELLS, MAX_CELLS, True), (0, 80, False), (24, 0, False), (MAX_CELLS + 1, 80, False),
        (24, MAX_CELLS + 1, False), (99999, 80, False),
    ],
)  # fmt: skip
def test_plausible_sizes_are_reported(rows: int, columns: int, is_believed: bool) -> None:
    read = list(KeyDecoder().feed(b"\x1b[48;%d;%d;480;800t" % (rows, columns)))
    sizes = [(message.size, message.pixel_size) for message in read if isinstance(message, events.Resize)]
    assert sizes == ([((columns, rows), (800, 480))] if is_believed else []) and len(read) == len(sizes)
    assert MAX_CELLS == 4096


@pytest.mark.parametrize("size", [b"35:1:2;120:3;700:4;1200:5", b"35;120;700;1200"])
def test_numbers_of_a_size_report_may_have_subparameters(size: bytes) -> None:
    event = only(b"\x1b[48;" + size + b"t")
    assert isinstance(event, events.Resize)
    assert (event.size, event.pixel_size) == ((120, 35), (1200, 700))


@pytest.mark.parametrize("digits", [1, 5, 6])
def test_mouse_reports_with_more_than_five_digits_are_dropped(digits: int) -> None:
    read = list(KeyDecoder().feed(b"\x1b[<0;%b;7M" % (b"9" * digits)))
    assert [message.x for message in read if isinstance(message, events.MouseDown)] == (
        [10**digits - 2] if digits < 6 else []
    )


def test_mouse_positions_outside_the_screen_are_dropped() -> None:
    for report in (b"\x1b[<35;-3;4M", b"\x1b[<35;3;-4M", b"\x1b[<35;0;4M", b"\x1b[<35;3;0M"):
        assert list(KeyDecoder().feed(report)) == []
    move = only(b"\x1b[<35;1;1M")
    assert isinstance(move, events.MouseMove) and (move.x, move.y) == (0, 0)
    assert isinstance(only(b"\x1b[<0;3;4m"), events.MouseUp)


@pytest.mark.parametrize("pixels", [(0, 0), (0, 800), (480, 0)])
def test_mouse_reports_are_in_cells_without_a_size_in_pixels(pixels: tuple[int, int]) -> None:
    decoder = KeyDecoder()
    list(decoder.feed(b"\x1b[48;24;80;%d;%dt" % pixels))
    (down,) = decoder.feed(b"\x1b[<0;11;21M")
    assert isinstance(down, events.MouseDown) and (down.x, down.y) == (10, 20)


@pytest.mark.parametrize(
    "data",
    [b"\x1b[1;2R", b"\x1b[24;80R", b"\x1b[12345678~", b"\x1b[<q", b"\x1b[=1q", b"\x1b[>1q", b"\x1b[?1q"],
)
def test_replies_of_the_terminal_are_not_keys(data: bytes) -> None:
    assert list(KeyDecoder().feed(data)) == []


def test_a_number_of_the_kitty_protocol_may_be_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", False)
    assert keys_of(b"\x1b[0128512;1u") == ["grinning_face"]
    assert keys_of(b"\x1b[00128512;1u") == []
    assert keys_of(b"\x1bOR\x1b[1;R\x1b[1;5A") == ["f3", "f3", "ctrl+up"]


@pytest.mark.parametrize("setting", range(5))
def test_replies_about_modes_become_messages(setting: int, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list(KeyDecoder().feed(b"\x1b[?2026;%d$y" % setting))
    assert [type(message) for message in read] == [messages.TerminalSupportsSynchronizedOutput] * bool(
        setting
    )
    monkeypatch.setattr("tui.terminal.key_decoder.IS_ITERM", False)
    monkeypatch.setattr(constants, "SMOOTH_SCROLL", True)
    size = only(b"\x1b[?2048;%d$y" % setting)
    assert isinstance(size, messages.InBandWindowResize) and size.supported == (setting not in (0, 4))
    monkeypatch.setattr("tui.terminal.key_decoder.IS_ITERM", True)
    assert list(KeyDecoder().feed(b"\x1b[?2048;2$y")) == []
    monkeypatch.setattr("tui.terminal.key_decoder.IS_ITERM", False)
    monkeypatch.setattr(constants, "SMOOTH_SCROLL", False)
    assert list(KeyDecoder().feed(b"\x1b[?2048;2$y")) == []


def test_focus_reports_and_pastes_become_messages() -> None:
    assert isinstance(only(b"\x1b[I"), events.AppFocus) and isinstance(only(b"\x1b[O"), events.AppBlur)
    paste = only(b"\x1b[200~a\0\xe9\xbb\x84\x1b[201~")
    assert isinstance(paste, events.Paste) and paste.text == "a黄"


def test_a_character_may_arrive_byte_by_byte() -> None:
    decoder = KeyDecoder()
    read = [message for byte in "黄".encode() for message in decoder.feed(bytes([byte]))]
    assert [message.key for message in read if isinstance(message, events.Key)] == ["黄"]
