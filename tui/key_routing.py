"""What happens to a key between the driver and an action.

::

    bytes of the terminal
      → terminal/driver.py        reads them in a thread
      → terminal/key_decoder.py   makes events of them: Key, Paste, MouseEvent
      → HuijiApp.on_event         hands every event to the router below
      → KeyRouter.route           the first of these rules that applies:

    1. A flood: events that have waited too long behind many others are dropped.
    2. Too early: keys and pastes before the first screen wait for it.
    3. A printable key while an input has the focus is typed into it. No other widget ever gets a printable key: a
       handler ``on_key`` of a widget would not see it.
    4. A character after ``m`` or ``'`` is the letter of a bookmark.
    5. A full-width mark, letter or space of an input method acts as the ASCII key it stands for; any other character that is not ASCII
       starts a search, and so does a paste. Neither does where a dialog or an input takes the text.
    6. A key that moves, right after digits, undoes what these did and moves so many times, see tui/keys/counts.py.
    7. Any other key runs what it is bound to, see tui/keys/commands.py; bindings of the focused widget come first.
    8. A key that is bound to nothing is explained, unless a dialog or an input has it: where it works, if anywhere. One
       that is not printable then goes on to Textual, and from there to the focused widget.

Actions run here, one after the other. Textual would put a key into the queue of the focused widget, and only what that
leaves over into the queues of screen and app: of keys typed in one burst some would reach the pane focused before.
"""

from __future__ import annotations

import string
import time

from textual import events
from textual.widgets import Input

from tui.counting import Counting
from tui.keys.names import textual_name
from tui.screens.protocol import BrowsingScreen
from tui.terminal.textual_compat import RowsApp

#: More events than a user, or a key that repeats, leaves waiting; the age at which events of such a flood are dropped.
MAX_WAITING_EVENTS, STALE_AFTER_S = 200, 0.8
_FLOODING = (events.Key, events.MouseEvent)
#: Full-width marks, letters and spaces, as an input method types them, and the keys they stand for.
TWINS = {
    "／": "/", "、": "/", "：": ":", "？": "?", "】": "]", "【": "[", "］": "]", "［": "[", "｝": "}", "｛": "{",
    "》": "}", "《": "{", "。": ".", "．": ".", "，": ",", "’": "'", "‘": "'", "＇": "'", "＋": "+", "－": "-",
    "—": "-", "；": ";", "＝": "=", "！": "!", "＜": "<", "＞": ">",
    "～": "~", "｜": "|", "＊": "*", "＃": "#", "％": "%",
    **{chr(ord(key) + 0xFEE0): key for key in string.digits + string.ascii_letters},
    "\N{IDEOGRAPHIC SPACE}": " ",
}  # fmt: skip


class KeyRouter:
    """Routes keys, pastes and floods of events.

    Args:
        app: Runs bindings and knows the focused widget.

    Attributes:
        screen: The screen that shows a report or the library.
        is_open: Whether the first screen is shown, so that keys act.
        counting: Takes counts before motions.
    """

    screen: BrowsingScreen

    def __init__(self, app: RowsApp) -> None:
        self._app = app
        self._early: list[events.Event] = []
        self._is_press_dropped = False
        self.counting = Counting(app)
        self.is_open = False

    async def open(self) -> None:
        """Let keys act, those typed before the first screen first."""
        self.is_open = True
        early, self._early = self._early, []
        for event in early:
            await self._app.on_event(event)
            await self._app.settle()

    async def route(self, event: events.Event) -> bool:
        """Handle an event; return False if that is left to Textual."""
        if isinstance(event, _FLOODING) and self._is_flooded_by(event):
            event.stop()
            return True
        if not isinstance(event, events.Key | events.Paste):
            return False
        if not self.is_open:
            # A terminal that is not yet in the program's mode turns Enter into a line feed.
            is_enter = isinstance(event, events.Key) and event.key == "ctrl+j"
            self._early.append(events.Key("enter", "\r") if is_enter else event)
            return True
        if event.is_forwarded:
            return False
        return self._paste(event) if isinstance(event, events.Paste) else await self._press(event)

    def _paste(self, event: events.Paste) -> bool:
        takes_text = self.screen.takes_text
        if takes_text and event.text.strip():
            self.screen.take_text(event.text.strip())
        return takes_text

    async def _press(self, event: events.Key) -> bool:
        self.screen.begin_key()
        is_done = await self._act_on(event)
        self.screen.end_key()
        return is_done

    async def _act_on(self, event: events.Key) -> bool:
        """Type the character, search for it, or run what the key is bound to; return False if none of these applies."""
        key, focused = event.key, self._app.focused
        has_modifier = key.startswith(("alt+", "ctrl+"))
        is_text = event.is_printable or event.character in TWINS  # a full-width space is not printable
        character = event.character or "" if is_text and not has_modifier else ""
        if character and isinstance(focused, Input):
            focused.replace(character, *focused.selection)
            return True
        takes_text = self.screen.takes_text
        if takes_text and self.screen.take_letter(TWINS.get(character, character)):
            return True
        if character in TWINS:
            key = textual_name(TWINS[character])
        elif takes_text and not character.isascii():
            self.screen.take_text(character)
            return True
        if takes_text and await self.counting.take(event, key, self.screen):
            return True
        if await self._app.run_bindings(key):
            return True
        if takes_text:
            self.screen.explain_key(key)
        return is_text

    def _is_flooded_by(self, event: events.Event) -> bool:
        """Whether an event is one of many and so old that nobody waits for it any more.

        A button that was pressed must be released; one whose press was dropped must not.
        """
        if isinstance(event, events.MouseUp):
            return self._is_press_dropped
        is_stale = (
            time.monotonic() - event.time > STALE_AFTER_S and self._app.waiting_messages > MAX_WAITING_EVENTS
        )
        if isinstance(event, events.MouseDown):
            self._is_press_dropped = is_stale
        return is_stale
