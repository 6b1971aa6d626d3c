#!/usr/bin/env python3
"""Uses the HTML report in a real browser as a reader does.

    html_page.py [--pictures FOLDER] PROGRAM FOLDER CHROMIUM     FOLDER has a compile_commands.json

Clicks, filters, keys, what screen readers are told, colours in light and dark, printing to PDF, no
request to any network, hostile names and sources, and what 5,000 findings cost, counted in elements
made.  Needs Chromium and pdftotext.  Exit status: 0 all hold, 1 not; without Chromium 77 (skipped),
and 1 where CI is set.  --pictures keeps screenshots and the PDF, to be looked at.
"""
import argparse
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from browser import Browser

MANY = 5000
CHUNK = 50  # findings that the list grows by
ELEMENTS_A_FINDING = 30  # that a folded finding may need
MOST_BUSY = 5  # seconds that the page may be busy with what a reader does, on a loaded machine, too
HOSTILE_NAME = "<img src=x onerror=pwned()>&quot;'.c"
HOSTILE_SOURCE = """#include <windows.h>
/* </script><script>pwned()</script> <!--<script> &lt;b&gt; */ static void init(void) {
    LoadLibraryW(L"</script><svg onload=pwned()>"); /* ]]> \\u003c */
}
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) { init(); }
    return TRUE;
}
"""
HELD_BACK_SOURCE = """#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryW(L"a.dll"); /* NOLINT(DLM101): it is mapped <b>already</b> */
        WaitForSingleObject(module, INFINITE);
    }
    return TRUE;
}
"""
# Counts the elements that scripts make.
COUNTER = """
    window.made = 0;
    for (const name of ['createElement', 'createElementNS']) {
      const real = Document.prototype[name];
      Document.prototype[name] = function (...a) { window.made++; return real.apply(this, a); };
    }
    window.pwned = () => { window.isPwned = true; };
"""
FAULTS = []


def expect(what, found, wanted=True):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def report(program, output, *arguments, folder=None):
    """Writes a page; returns the findings of the JSON output of the same run."""
    data = output.with_suffix(".json")
    done = subprocess.run([program, f"--html={output}", f"--json={data}", *arguments], cwd=folder,
                          capture_output=True, encoding="utf-8", check=False)
    expect(f"exit status of {arguments}\n{done.stderr}", done.returncode, 1)
    return json.loads(data.read_text(encoding="utf-8"))["findings"]


def count_text(page):
    return page.run("document.getElementById('count').textContent")


def set_filter(page, script, text):
    """Changes a filter as a script of the page would see it, and waits for the count."""
    page.run(f"(() => {{ {script}; document.getElementById('filters').dispatchEvent("
             "new Event('input', {bubbles: true})); })()")
    page.wait(f"document.getElementById('count').textContent === {json.dumps(text)}")


def check_structure(page, findings):
    """Landmarks, headings, names and the live region, as the accessibility tree has them."""
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    roles = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes
             if not node.get("ignored") and "role" in node]
    for role in ("banner", "main", "contentinfo", "search", "status"):
        expect(f"one landmark {role}", sum(r == role for r, _ in roles), 1)
    named = {"button", "checkbox", "combobox", "searchbox", "link", "article", "search", "list"}
    unnamed = {role for role, name in roles if role in named - {"list"} and not name.strip()}
    expect("all that can be used has a name", unnamed, set())
    expect("an article for each finding", sum(r == "article" for r, _ in roles), len(findings))
    expect("no filter by state where nothing is held back",
           page.run("document.getElementById('state').getClientRects().length"), 0)
    expect("levels and phases are boxes", sum(r == "checkbox" for r, _ in roles), 9)
    expect("the count is told", page.run("document.getElementById('count').getAttribute('aria-live')"),
           "polite")
    levels = page.run("[...document.querySelectorAll('h1,h2,h3,h4,h5')].map((h) => +h.tagName[1])")
    expect("headings skip no level", all(b - a <= 1 for a, b in zip([0] + levels, levels)))


def check_finding(page, findings):
    """A click unfolds a finding: path, marked source, explanation; another folds it."""
    finding = findings[0]
    row = f"[id='{finding['fingerprint']}'] h4 > button"
    expect("nothing is unfolded", page.run("document.querySelectorAll('.inside').length"), 0)
    page.click(row)
    page.wait("document.querySelectorAll('.inside').length === 1")
    steps = page.run("[...document.querySelectorAll('.inside .path')[0].children].map("
                     "(li) => li.querySelector('.what').textContent)")
    wanted = [f"{s['function']} calls {s['calls']}" for s in finding["paths"][0]["steps"]]
    expect("steps of the path", [step.split(" (")[0] for step in steps[1:]], wanted)
    expect("the root comes first", finding["paths"][0]["root"] in steps[0])
    phases = len(finding["paths"][0]["phases"])
    expect("a rail for each phase", page.run("document.querySelector('.inside .path svg').querySelectorAll('line').length"), phases)
    expect("one sink is drawn", page.run("document.querySelectorAll('.inside .path')[0].querySelectorAll('.sink').length"), 1)
    marked = page.run("document.querySelector('.inside .lines mark').textContent")
    expect("the sink is marked", marked.split(".")[-1].split(">")[-1], finding["sink"].split(":")[-1])
    page.click(".inside .src:not([open]) > summary")
    page.wait("document.querySelectorAll('.inside .lines').length >= 2")
    expect("an explanation", "What to do" in page.run("document.querySelector('.inside dl').textContent"))
    page.click(row)
    page.wait("document.querySelector('.inside').hidden")


def check_filters(page, findings):
    """Each filter leaves what the JSON output says, and tells how many."""
    total = f"{len(findings)} findings"
    expect("all are counted", count_text(page), total)
    rule = findings[0]["rule"]
    module = findings[0]["module"]
    boxes = "[...document.getElementsByName('phase')].forEach((b, i) => { b.checked = i === 4; })"
    for script, wanted in (
            (f"form.elements.rule.value = '{rule}'", [f for f in findings if f["rule"] == rule]),
            (f"form.elements.module.value = '{module}'", [f for f in findings if f["module"] == module]),
            (boxes, [f for f in findings if "process-detach-unload" in f["phases"]]),
            ("document.getElementsByName('level')[0].checked = false",
             [f for f in findings if f["level"] != "error"]),
            ("form.elements.text.value = 'CLOSESOCKET uplink'",
             [f for f in findings if f["sink"] == "closesocket"])):
        set_filter(page, script, f"{len(wanted)} of {total}")
        shown = page.run("[...document.querySelectorAll('.finding')].map((f) => f.id)")
        expect(script, shown, [f["fingerprint"] for f in wanted])
        page.click("#reset")
        page.wait(f"document.getElementById('count').textContent === {json.dumps(total)}")


def check_keys(page, findings):
    """Everything can be reached and used without a mouse."""
    page.run("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.run("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    seen = []
    for _ in range(40):
        page.press("Tab", code=9)
        seen.append(page.run("document.activeElement.id || document.activeElement.name || document.activeElement.closest('.finding')?.id || document.activeElement.tagName"))
        if seen[-1] == findings[0]["fingerprint"]:
            break
    ids = [name for name in seen if name in ("text", "module", "rule", "level", "phase", "unfold", "reset")]
    expect("focus goes in the order of reading", list(dict.fromkeys(ids)),
           ["text", "module", "rule", "level", "phase", "unfold", "reset"])
    expect("the first stop is the link to the findings", page.run("document.querySelector('.skip').hash"), "#findings")
    expect("the first finding is reached", seen[-1], findings[0]["fingerprint"])
    page.press("ArrowDown", code=40)
    current = "document.activeElement.closest('.finding').id"
    expect("an arrow goes to the next", page.run(current), findings[1]["fingerprint"])
    page.press("End", code=35)
    expect("End goes to the last", page.run(current), findings[-1]["fingerprint"])
    page.press("Enter", "\r", 13)
    page.wait("document.activeElement.getAttribute('aria-expanded') === 'true'")
    outline = page.run("getComputedStyle(document.activeElement).outlineStyle")
    expect("the focus can be seen", outline, "solid")
    page.press("Enter", "\r", 13)


def luminance(colour):
    """Relative luminance of a colour '#rrggbb' (WCAG 2.2)."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def check_colours(page):
    """Texts have a contrast of 4.5 in light and in dark, and the two differ."""
    pages = set()
    for scheme in ("light", "dark"):
        page.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        names = ["page", "card", "code", "ink", "soft", "link", "error", "warning", "note", "mark",
                 "mark-ink", "error-soft", "warning-soft", "note-soft"] + [f"phase{i}" for i in range(6)]
        css = page.run("(() => { const s = getComputedStyle(document.documentElement); return Object.fromEntries("
                       f"{json.dumps(names)}.map((n) => [n, s.getPropertyValue('--' + n).trim()])); }})()")
        css = {name: "#" + "".join(2 * c for c in value[1:]) if len(value) == 4 else value
               for name, value in css.items()}
        pages.add(css["page"])
        pairs = [(text, ground) for text in ("ink", "soft", "link", "error") for ground in ("page", "card", "code")]
        pairs += [(f"phase{i}", "card") for i in range(6)] + [("mark-ink", "mark")]
        pairs += [(level, f"{level}-soft") for level in ("error", "warning", "note")]
        for text, ground in pairs:
            high, low = sorted((luminance(css[text]), luminance(css[ground])), reverse=True)
            contrast = (high + 0.05) / (low + 0.05)
            expect(f"{scheme}: contrast of {text} on {ground}, {contrast:.2f}", contrast >= 4.5)
    page.call("Emulation.setEmulatedMedia", features=[])
    expect("light and dark differ", len(pages), 2)


def print_pdf(page, path):
    """Prints the page; returns the PDF's text."""
    answer = page.call("Page.printToPDF", printBackground=True, paperWidth=8.27, paperHeight=11.69)
    path.write_bytes(base64.b64decode(answer["data"]))
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8",
                          check=True).stdout


def check_print(page, findings, path):
    """Paper holds all that passes the filters, unfolded; the page is as before afterwards."""
    before = page.run("document.querySelectorAll('.finding [aria-expanded=true]').length")
    words = re.sub(r"\s+", "", print_pdf(page, path))
    for finding in findings:
        expect("the message is printed", re.sub(r"\s+", "", finding["message"]) in words)
        step = finding["paths"][0]["steps"][-1]
        expect("the steps are printed", f"{step['function']}calls{step['calls']}".replace(" ", "") in words)
    expect("roots are printed", "Theloadercalls" in words)
    expect("filters are not printed", "Resetfilters" in words, False)
    page.wait("document.querySelectorAll('.finding [aria-expanded=true]').length === " + str(before))


def check_hostile(page, program, folder):
    """Names and sources with markup are shown as they are, and nothing of them runs."""
    (folder / HOSTILE_NAME).write_text(HOSTILE_SOURCE, encoding="utf-8")
    output = folder / "hostile.html"
    findings = report(program, output, HOSTILE_NAME, "--", folder=folder)
    expect("a finding to look at", len(findings) >= 1)
    text = output.read_text(encoding="utf-8")
    expect("the data ends no element", text.count("</script>"), 2)
    page.open(output, COUNTER)
    page.click(".finding h4 > button")
    page.wait("document.querySelectorAll('.inside .lines').length > 0")
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait("document.querySelectorAll('.inside .lines').length >= 3")
    expect("the source is shown as it is", HOSTILE_SOURCE.splitlines()[1] in page.run("document.body.textContent"))
    expect("the name is shown as it is", HOSTILE_NAME in page.run("document.querySelector('.finding').textContent"))
    expect("nothing of it is an element", page.run("document.querySelectorAll('#findings img, #findings script, #findings b:not(summary b)').length"), 0)
    expect("nothing of it runs", page.run("window.isPwned === true"), False)
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=pwned()>')")
    page.run("new Promise((done) => setTimeout(done, 100))")
    expect("not even markup would", page.run("window.isPwned === true"), False)
    page.run("document.querySelector('body > img').remove()")


def check_held_back(page, program, folder):
    """What a suppression or a baseline holds back is listed when asked for, with the reason."""
    source = folder / "held.c"
    source.write_text(HELD_BACK_SOURCE, encoding="utf-8")
    baseline = folder / "baseline.json"
    subprocess.run([program, f"--write-baseline={baseline}", source.name, "--"], cwd=folder,
                   capture_output=True, check=False)
    source.write_text(HELD_BACK_SOURCE.replace("    return", "    FreeLibrary(module);\n    return"),
                      encoding="utf-8")
    output = folder / "held.html"
    report(program, output, f"--baseline={baseline}", source.name, "--", folder=folder)
    page.open(output, COUNTER)
    shown = "[...document.querySelectorAll('.finding')].map((f) => f.finding.sink)"
    expect("only what is open is listed at first", page.run(shown), ["FreeLibrary"])
    expect("the head tells of the others", "and 2 held back" in page.run("document.getElementById('lead').textContent"))
    for state, text, sinks in (("suppressed", "1 finding", ["LoadLibraryW"]), ("unchanged", "1 finding", ["WaitForSingleObject"]),
                               ("all", "3 findings", ["LoadLibraryW", "WaitForSingleObject", "FreeLibrary"])):
        set_filter(page, f"document.getElementById('state').value = '{state}'", text)
        page.wait(f"document.querySelectorAll('.finding').length === {len(sinks)}")
        expect(f"findings of the state {state}", page.run(shown), sinks)
    page.click(".finding h4 > button")
    page.wait("document.querySelectorAll('.inside').length === 1")
    expect("the reason is told", "Suppressed in the source: it is mapped <b>already</b>" in
           page.run("document.querySelector('.inside').textContent"))


def many(text):
    """The page with MANY findings made of its own."""
    start = text.index('id="data">') + len('id="data">')
    end = text.index("</script>", start)
    data = json.loads(text[start:end])
    own = data["findings"]
    data["findings"] = [dict(own[i % len(own)], id=f"{i:032x}", message=f"number-{i}- {own[i % len(own)]['message']}")
                        for i in range(MANY)]
    data["findings"].sort(key=lambda finding: finding["module"])
    return text[:start] + json.dumps(data).replace("<", "\\u003c") + text[end:]


def busy(page):
    """Seconds that the page was busy with since it was opened."""
    page.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    metrics = page.call("Performance.getMetrics")["metrics"]
    return {metric["name"]: metric["value"] for metric in metrics}["TaskDuration"]


def check_many(page, source, folder):
    """What the page does depends on what it shows, not on how many findings there are."""
    output = folder / "many.html"
    output.write_text(many(source.read_text(encoding="utf-8")), encoding="utf-8")
    page.call("Performance.enable")
    page.open(output, COUNTER)
    times = [busy(page)]
    expect("all are counted", count_text(page), "5,000 findings")
    bound = 2 * CHUNK * ELEMENTS_A_FINDING + 600
    made = page.run("made")
    expect(f"few elements are made at first, {made}", made <= bound)
    page.run("made = 0")
    set_filter(page, "form.elements.text.value = 'number-4'", "1,111 of 5,000 findings")
    made = page.run("made")
    expect(f"few elements are made by a filter, {made}", made <= bound)
    times.append(busy(page))
    page.run("made = 0")
    page.run("document.getElementById('more').scrollIntoView({behavior: 'instant'})")
    page.wait(f"document.querySelectorAll('.finding').length > {CHUNK}")
    page.run("new Promise((done) => setTimeout(done, 200))")
    made = page.run("made")
    expect(f"few elements are made by scrolling, {made}", made <= 3 * CHUNK * ELEMENTS_A_FINDING)
    times.append(busy(page))
    seconds = [times[0], times[1] - times[0], times[2] - times[1]]
    words = "5,000 findings: busy for {:.2f} s to open, {:.2f} s to filter, {:.2f} s to scroll".format(*seconds)
    expect(words, max(seconds) < MOST_BUSY)
    print(words)
    set_filter(page, "form.elements.text.value = 'number-4999-'", "1 of 5,000 findings")
    expect("the last is found", page.run("document.querySelectorAll('.finding').length"), 1)


def take_pictures(page, folder):
    """Pictures for people."""
    for name, width, scheme in (("light", 1280, "light"), ("dark", 1280, "dark"), ("narrow", 400, "light")):
        page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        page.call("Emulation.setDeviceMetricsOverride", width=width, height=3600, deviceScaleFactor=1, mobile=False)
        data = page.call("Page.captureScreenshot", format="png")["data"]
        (folder / f"{name}.png").write_bytes(base64.b64decode(data))
    page.call("Emulation.clearDeviceMetricsOverride")
    page.call("Emulation.setEmulatedMedia", features=[])


def check_alone(page, output):
    """The page asked for nothing but itself, and complained of nothing."""
    others = [url for url in page.requests() if url != output.as_uri() and not url.startswith("data:")]
    expect("requests", others, [])
    expect("complaints", page.complaints(), [])


def main():
    """Opens the pages and checks them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("chromium")
    options = parser.parse_args()
    for tool in (options.chromium, "pdftotext"):
        if shutil.which(tool) is None:
            print(f"html_page.py: there is no '{tool}', NOTHING WAS TESTED: scripts/install has it")
            return 1 if os.environ.get("CI") else 77
    with tempfile.TemporaryDirectory() as name, Browser(options.chromium) as page:
        folder = pathlib.Path(name)
        output = folder / "report.html"
        findings = report(options.program, output, "-p", options.folder)
        report(options.program, folder / "again.html", "-p", options.folder, "-j1")
        expect("two runs are the same", output.read_bytes() == (folder / "again.html").read_bytes())
        page.open(output)
        check_structure(page, findings)
        check_finding(page, findings)
        check_filters(page, findings)
        check_keys(page, findings)
        check_colours(page)
        check_print(page, findings, folder / "report.pdf")
        check_alone(page, output)
        if options.pictures:
            page.open(output)
            page.click(".finding h4 > button")
            take_pictures(page, options.pictures)
            (options.pictures / "report.pdf").write_bytes((folder / "report.pdf").read_bytes())
        check_many(page, output, folder)
        check_alone(page, folder / "many.html")
        check_held_back(page, str(pathlib.Path(options.program).resolve()), folder)
        check_hostile(page, str(pathlib.Path(options.program).resolve()), folder)
    print("\n".join(FAULTS) or "the page does what it should")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
