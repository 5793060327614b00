"""A browser that is already on this machine, spoken to through a pipe: no port is opened."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import itertools
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    "--proxy-server=127.0.0.1:9",  # nobody listens there
)
PATIENCE_S = 20.0


def installed() -> str | None:
    """Where a browser of this kind is, if there is one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One page of a browser: commands go in, answers and events come out."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._rest = b""
        self._ids = itertools.count(1)
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Send one command and wait for its answer."""
        wanted = next(self._ids)
        message: dict[str, Any] = {"id": wanted, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == wanted:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return dict(answer["result"])
            self.events.append(answer)

    def open_page(self) -> None:
        """Attach to a new, empty page."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        found = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        for area in ("Page", "Network", "Log", "Runtime"):
            self.ask(f"{area}.enable")

    def visit(self, file: Path) -> None:
        """Load a file and wait until it is there."""
        self.events.clear()
        self.ask("Page.navigate", url=file.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def narrow(self, width: int, height: int = 800) -> None:
        """Give the page a width, as on a phone."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 700,
        )

    def prefer(self, scheme: str) -> None:
        """Let the page believe that the system is dark, or light."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.ask("Emulation.setEmulatedMedia", features=[feature])

    def value(self, expression: str) -> Any:
        """What an expression gives on the page; it runs from outside, whatever the page allows."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def picture(self, top: int = 0, height: int | None = None) -> bytes:
        """The page as a picture, from some height on."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": top, "width": size["width"], "scale": 1}
        clip["height"] = size["height"] - top if height is None else height
        found = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(found["data"])

    def paper(self) -> bytes:
        """The page as a PDF."""
        found = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(found["data"])

    def requested(self) -> list[str]:
        """Every address asked for since the last visit."""
        sent = [e for e in self.events if e.get("method") == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]

    def complaints(self) -> list[str]:
        """What the browser wrote into its log since the last visit."""
        entries = [e for e in self.events if e.get("method") == "Log.entryAdded"]
        return [event["params"]["entry"]["text"] for event in entries]

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE_S
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], max(end - time.monotonic(), 0))
            if not ready:
                raise TimeoutError("the browser does not answer")
            part = os.read(self._read, 1 << 20)
            if not part:
                raise EOFError("the browser has closed")
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A browser with one empty page; it is gone afterwards, with everything it wrote."""
    program = installed()
    assert program is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in _pipes()]
        theirs_in, ours_out, ours_in, theirs_out = ends
        actions = [
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, theirs_in, 3),
            (os.POSIX_SPAWN_DUP2, theirs_out, 4),
        ]
        command = [program, *SWITCHES, f"--user-data-dir={profile}", "about:blank"]
        child = os.posix_spawn(
            program, command, os.environ | {"HOME": profile}, file_actions=actions, setpgroup=0
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            page = Browser(ours_out, ours_in)
            page.open_page()
            yield page
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(ours_in)
            os.close(ours_out)


def _pipes() -> Iterator[int]:
    """The four ends of two pipes: theirs and ours to write, ours and theirs to read."""
    yield from os.pipe()
    yield from os.pipe()
