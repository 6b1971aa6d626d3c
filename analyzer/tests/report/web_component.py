#!/usr/bin/env python3
"""Looks at a log in the viewer of Azure DevOps' Scans tab, in a real browser.

    web_component.py [--picture FILE] CACHE PROGRAM FOLDER CHROMIUM

FOLDER has a compile_commands.json.  The viewer is @microsoft/sarif-web-component, which draws rules
and results of a log but no paths; it and React are kept in CACHE.  Checked is what a reader sees: each
finding under its rule, its file, message and marked source, and the names of the weaknesses (CWE).
Exit status: 0 all hold, 1 not; without npm or Chromium 77 (skipped), and 1 where CI is set.
"""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

from browser import Browser, options_of
from npm import package

PACKAGES = (("react", "16.14.0", "umd/react.production.min.js"),
            ("react-dom", "16.14.0", "umd/react-dom.production.min.js"),
            ("@microsoft/sarif-web-component", "0.6.0-29", "dist/index.js"))
PAGE = """<!DOCTYPE html>
<meta charset="utf-8"><title>log</title>
<div id="app"></div>
%s
<script id="log" type="application/json">%s</script>
<script>
const log = JSON.parse(document.getElementById("log").textContent);
ReactDOM.render(React.createElement(Viewer, {logs: [log], hideBaseline: true}), document.getElementById("app"));
</script>
"""
CLOSED = 'tr[aria-expanded="false"]'
FAULTS = []


def expect(what, found, wanted=True):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def write_page(cache, log, to):
    """The page with the viewer and a log."""
    scripts = [f'<script src="{(package(cache, name, version) / file).as_uri()}"></script>'
               for name, version, file in PACKAGES]
    to.write_text(PAGE % ("\n".join(scripts), log.replace("<", "\\u003c")), encoding="utf-8")


def check(page, findings, log):
    """What the viewer shows is what was found."""
    page.wait("document.querySelectorAll('tr[aria-expanded]').length > 0")
    closed = f"document.querySelectorAll({json.dumps(CLOSED)}).length"
    for left in range(page.run(closed), 0, -1):
        page.click(f"{CLOSED} .bolt-tree-expand-button")
        page.wait(f"{closed} === {left - 1}")
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    text = page.run("document.body.innerText").replace("\n", "")
    groups = page.run("[...document.querySelectorAll('tr[aria-expanded]')].map((row) => row.textContent)")
    wanted = {f"{finding['rule']}: {rules[finding['rule']]['name']}" for finding in findings}
    expect("a group for each rule", len(groups), len(wanted))
    for name in wanted:
        expect(f"a group {name}", sum(group.startswith(name) for group in groups), 1)
    expect("each group names a weakness", all("Deadlock" in group or "Resource" in group for group in groups))
    for finding in findings:
        expect("the message is shown", finding["message"] in text)
        expect("the file is shown", finding["location"]["file"] in text)
    marked = page.run("[...document.querySelectorAll('.swcSnippet .swcRegion')].map((m) => m.textContent)")
    names = sorted(text.split(".")[-1].split(">")[-1] for text in marked)
    expect("what is marked in the sources", names, sorted(f["sink"].split("::")[-1] for f in findings))
    expect("complaints", page.complaints(), [])


def main():
    """Writes the log, shows it and looks at it."""
    options = options_of(__doc__, "--picture")
    with tempfile.TemporaryDirectory() as name, Browser(options.chromium) as page:
        folder = pathlib.Path(name)
        log, data = folder / "log.sarif", folder / "log.json"
        subprocess.run([options.program, "-q", "-p", options.folder, f"--sarif={log}", f"--json={data}"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        text = log.read_text(encoding="utf-8")
        write_page(options.cache.resolve(), text, folder / "page.html")
        page.open(folder / "page.html")
        check(page, json.loads(data.read_text(encoding="utf-8"))["findings"], json.loads(text))
        if options.picture:
            picture = page.call("Page.captureScreenshot", format="png")["data"]
            options.picture.write_bytes(base64.b64decode(picture))
    print("\n".join(FAULTS) or "the viewer shows all findings")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
