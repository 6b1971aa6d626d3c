"""A headless Chromium, driven over the pipe of its DevTools protocol.

Nothing but Python's standard library: messages are JSON with a NUL behind each
(https://chromedevtools.github.io/devtools-protocol/, --remote-debugging-pipe).
"""
import argparse
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

from npm import skip

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--remote-debugging-pipe", "--window-size=1280,900"]
PATIENCE = 60  # seconds that an answer may take


def options_of(doc, folder_option):
    """What a test that shows packages of npm is started with, and one folder besides; skips it
    where there is no Chromium."""
    parser = argparse.ArgumentParser(description=doc.split("\n", maxsplit=1)[0])
    parser.add_argument(folder_option, type=pathlib.Path)
    for name in ("cache", "program", "folder", "chromium"):
        parser.add_argument(name, type=pathlib.Path)
    options = parser.parse_args()
    if shutil.which(options.chromium) is None:
        skip(f"there is no '{options.chromium}'; scripts/install has it")
    return options


class Browser:
    """One Chromium with one page."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp()
        to_read, self.write_to = os.pipe()
        self.read_from, to_write = os.pipe()
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "sh", program, *FLAGS,
             f"--user-data-dir={self.profile}", "about:blank"],
            pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.received = b""
        self.last_id = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "DOM", "Accessibility"):
            self.call(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.kill()
        self.process.wait()
        os.close(self.write_to)
        os.close(self.read_from)
        shutil.rmtree(self.profile, ignore_errors=True)

    def message(self, deadline):
        """The next message of the browser."""
        while b"\0" not in self.received:
            ready, _, _ = select.select([self.read_from], [], [], max(0, deadline - time.monotonic()))
            data = os.read(self.read_from, 1 << 20) if ready else b""
            if not data:
                raise TimeoutError("the browser does not answer")
            self.received += data
        text, _, self.received = self.received.partition(b"\0")
        return json.loads(text)

    def call(self, method, **parameters):
        """Calls a method and returns its result; events that come meanwhile are kept."""
        self.last_id += 1
        request = {"id": self.last_id, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self.write_to, data):]
        deadline = time.monotonic() + PATIENCE
        while True:
            message = self.message(deadline)
            if message.get("id") == self.last_id:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            if "method" in message:
                self.events.append(message)

    def open(self, path, script=""):
        """Opens a file; `script` runs in the page before its own scripts."""
        self.events.clear()
        added = self.call("Page.addScriptToEvaluateOnNewDocument", source=script)
        self.call("Page.navigate", url=path.as_uri())
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")
        self.call("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])

    def run(self, expression):
        """The value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(f"{expression}: {details.get('exception', details)}")
        return answer["result"].get("value")

    def wait(self, condition):
        """Waits until a JavaScript condition holds."""
        deadline = time.monotonic() + PATIENCE
        while not self.run(condition):
            if time.monotonic() > deadline:
                raise TimeoutError(condition)
            time.sleep(0.02)

    def press(self, key, text=None, code=0):
        """Presses and releases a key."""
        extra = {"text": text} if text else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=code, **extra)

    def click(self, selector):
        """Clicks into the middle of the first element, with the mouse."""
        box = self.run(f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
                       "e.scrollIntoView({block: 'center', behavior: 'instant'});"
                       "const r = e.getBoundingClientRect();"
                       "return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left",
                      clickCount=1)

    def requests(self):
        """The addresses that the page asked for since open()."""
        return [event["params"]["request"]["url"] for event in self.events
                if event["method"] == "Network.requestWillBeSent"]

    def complaints(self):
        """Errors of the page since open()."""
        return [event["params"] for event in self.events
                if event["method"] in ("Runtime.exceptionThrown", "Page.javascriptDialogOpening")
                or (event["method"] == "Runtime.consoleAPICalled"
                    and event["params"]["type"] in ("error", "assert"))]
