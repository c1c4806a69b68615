"""Drives Chromium without a window, through its remote debugging pipe: pages are loaded, asked, typed into, printed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Names of the program in distributions.
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Sandboxes need privileges that containers do not give; the pages are the program's own.
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-pipe",
)
#: The browser reads commands from descriptor 3 and writes answers to 4. Both are moved out of the way first.
_STARTER = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for number, end in zip((3, 4), ends):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""


def find_chromium() -> str | None:
    """Return the path of Chromium; None if it is not installed."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


class Browser:
    """A page in a browser.

    Attributes:
        failures: What the page complained of: exceptions, refused loads and scripts.
    """

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._rest = b""
        self._number = 0
        self._session = ""
        self.failures: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")

    def open(self, page: Path, fragment: str = "") -> None:
        """Load a page and wait until that is done."""
        self._call("Page.navigate", url=page.as_uri() + fragment)
        self.ask(
            "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"
        )

    def ask(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript, awaited."""
        answer = self._call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def size(self, width: int, height: int) -> None:
        """Set the size of the window, in pixels."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def dark(self, dark: bool) -> None:
        """Have the page know whether people prefer dark colours."""
        value = "dark" if dark else "light"
        self._call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])

    def with_script(self, runs: bool) -> None:
        """Run the scripts of pages, or do not."""
        self._call("Emulation.setScriptExecutionDisabled", value=not runs)

    def type(self, text: str) -> None:
        """Type text into what has the focus."""
        self._call("Input.insertText", text=text)

    def press(self, key: str, shift: bool = False) -> None:
        """Press and release a key: Tab, Enter, Escape."""
        code = {"Tab": 9, "Enter": 13, "Escape": 27}[key]
        told = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": 8 * shift}
        self._call("Input.dispatchKeyEvent", type="rawKeyDown", **told)
        self._call("Input.dispatchKeyEvent", type="keyUp", **told)

    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""
        return base64.b64decode(self._call("Page.captureScreenshot")["data"])

    def printed(self, with_margins: bool = False) -> bytes:
        """Return the page as printed, on the paper it asks for, as PDF.

        Args:
            with_margins: Whether to print date, title and address into the margins, as a person's browser does.
        """
        options = {"preferCSSPageSize": True, "printBackground": True, "displayHeaderFooter": with_margins}
        return base64.b64decode(self._call("Page.printToPDF", **options)["data"])

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return dict(answer["result"])
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        method, told = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.failures.append(str(told["exceptionDetails"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"):
            self.failures.append(told["entry"]["text"])
        elif method == "Network.requestWillBeSent" and not told["request"]["url"].startswith("file:"):
            self.failures.append(told["request"]["url"])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._answers, 1 << 16)
            if not data:
                raise AssertionError("the browser has ended")
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(line))


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium with one page, and end it."""
    program = find_chromium()
    assert program is not None
    to_browser, commands = os.pipe()
    answers, from_browser = os.pipe()

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        pipes = str(to_browser), str(from_browser)
        process = subprocess.Popen(
            [sys.executable, "-c", _STARTER, *pipes, program, *_OPTIONS, f"--user-data-dir={profile}"],
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        try:
            yield Browser(commands, answers)
        finally:
            os.close(commands)
            os.close(answers)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
