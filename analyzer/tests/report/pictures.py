#!/usr/bin/env python3
"""Takes the pictures of the README, and looks whether they can be taken.

    pictures.py [--into FOLDER] CACHE PROGRAM FOLDER CHROMIUM       FOLDER has a compile_commands.json

terminal.png is the first finding as a terminal shows it, but its end, report.png the HTML report with a finding
unfolded, viewer.png the log in the viewer of Azure DevOps.  Without --into they are thrown away; each
must show something and be small, and the README must show those that are committed.  Exit status: 0
all hold, 1 not; without npm or Chromium 77 (skipped), and 1 where CI is set.
"""
import base64
import html
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

from browser import Browser, options_of
from terminal import seen
from web_component import CLOSED, write_page

ROOT = pathlib.Path(__file__).resolve().parents[3]
COMMITTED = ROOT / "testdata" / "pictures"
NAMES = ("terminal.png", "report.png", "viewer.png")
COLUMNS, LINES = 90, 22  # of the terminal
MOST_BYTES = 100_000
FEWEST_BYTES = 10_000  # an empty page has less
STYLES = {"1": "bold", "2": "dim", "1;31": "bold red", "1;35": "bold magenta", "1;36": "bold cyan"}
TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #14171c; color: #d5d9de }
pre { margin: 0; padding: 14px; width: max-content; font: 12px/1.35 "DejaVu Sans Mono", monospace }
.bold { font-weight: bold; color: #fff } .dim { color: #8d96a0 } .link { text-decoration: underline }
.red { color: #ff7b72 } .magenta { color: #e09cff } .cyan { color: #76d7ea }
</style><pre>%s</pre>"""
FAULTS = []


def expect(what, found, wanted=True):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def as_html(text):
    """What a terminal shows, as HTML: colours and links become elements."""
    parts = re.split(r"(\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\)", text)
    made, style, link = [], "", ""
    for part in parts:
        if part.startswith("\x1b["):
            style = STYLES.get(part[2:-1], "")
        elif part.startswith("\x1b]"):
            link = "" if part == "\x1b]8;;\x1b\\" else "link"
        elif part:
            made.append(f'<span class="{style} {link}">{html.escape(part)}</span>')
    return "".join(made)


def take(page, selector, height=None):
    """A picture of an element, from its top."""
    box = page.run(f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
                   "return [r.x + scrollX, r.y + scrollY, r.width, r.height]; })()")
    clip = {"x": box[0], "y": box[1], "width": box[2], "height": height or box[3], "scale": 1}
    picture = page.call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
    return base64.b64decode(picture["data"])


def terminal(page, program, project, folder):
    """The first finding of the module `telemetry`."""
    text = seen([program, "-p", str(project), "--no-config", "--module", "telemetry"], COLUMNS)
    first = "\n".join(text.split("\n")[:LINES])
    expect("a finding in colours", bool(re.search(r"\x1b\[1;31merror", first)))
    (folder / "terminal.html").write_text(TERMINAL % as_html(first), encoding="utf-8")
    page.open(folder / "terminal.html")
    return take(page, "pre")


def report(page, folder):
    """The page with its first finding unfolded, from the findings on."""
    page.call("Emulation.setDeviceMetricsOverride", width=1000, height=900, deviceScaleFactor=1, mobile=False)
    page.open(folder / "report.html")
    page.click(".finding h4 > button")
    page.wait("document.querySelectorAll('.inside').length === 1")
    return take(page, "#findings", 600)


def viewer(page, cache, folder):
    """The viewer with its rules unfolded."""
    write_page(cache, (folder / "log.sarif").read_text(encoding="utf-8"), folder / "viewer.html")
    page.open(folder / "viewer.html")
    page.wait("document.querySelectorAll('tr[aria-expanded]').length > 0")
    closed = f"document.querySelectorAll({json.dumps(CLOSED)}).length"
    for left in range(page.run(closed), 0, -1):
        page.click(f"{CLOSED} .bolt-tree-expand-button")
        page.wait(f"{closed} === {left - 1}")
    page.run("document.querySelector('tr[aria-expanded]').scrollIntoView({block: 'center', behavior: 'instant'})")
    return take(page, "body", 560)


def check_picture(name, picture):
    """A picture is a PNG that shows something, and no burden to a checkout."""
    expect(f"{name}: a PNG", picture[:8], b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    expect(f"{name}: a size, {width} x {height}", width >= 400 and height >= 300)
    expect(f"{name}: {len(picture)} bytes", FEWEST_BYTES < len(picture) < MOST_BYTES)


def check_committed():
    """The README shows what is committed, and nothing else."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    expect("pictures of the README", re.findall(r"\]\(testdata/pictures/([^)]+)\)", text), list(NAMES))
    expect("pictures there are", sorted(path.name for path in COMMITTED.iterdir()), sorted(NAMES))
    for name in NAMES:
        check_picture(f"committed {name}", (COMMITTED / name).read_bytes())


def main():
    """Takes the pictures."""
    options = options_of(__doc__, "--into")
    program = str(options.program.resolve())
    with tempfile.TemporaryDirectory() as name, Browser(options.chromium) as page:
        folder = pathlib.Path(name)
        subprocess.run([program, "-q", "-p", options.folder, "--no-config", f"--html={folder / 'report.html'}",
                        f"--sarif={folder / 'log.sarif'}"], stdout=subprocess.DEVNULL, check=False)
        pictures = (terminal(page, program, options.folder, folder), report(page, folder),
                    viewer(page, options.cache.resolve(), folder))
    for name, picture in zip(NAMES, pictures):
        check_picture(name, picture)
        if options.into:
            (options.into / name).write_bytes(picture)
    check_committed()
    print("\n".join(FAULTS) or f"{len(NAMES)} pictures")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
