#!/usr/bin/env python3
"""Checks that graphviz draws --dot: every root, function and sink of the findings, coloured.

    dot_graph.py PROGRAM FOLDER      FOLDER has a compile_commands.json

Then the same over names that try to leave their quotes.  Needs graphviz' dot.  Exit status: 0 all
hold, 1 not; without dot 77 (skipped), and 1 where CI is set.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = {"process-attach-dynamic": "#0b6e82", "process-attach-static": "#2457b3",
           "thread-attach": "#4c6b00", "thread-detach": "#9a5200",
           "process-detach-unload": "#b0236f", "process-detach-exit": "#7a2f9e"}
HOSTILE = '''#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) { LoadLibraryW(L"x"); }
    return TRUE;
}
'''
FAULTS = []


def expect(what, found, wanted=True):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def drawn(program, folder, *arguments):
    """The findings of a run, and what dot draws of its graph."""
    done = subprocess.run([program, "--dot=out.dot", "--json=out.json", *arguments], cwd=folder,
                          capture_output=True, encoding="utf-8", check=False)
    expect(f"exit status: {done.stderr}", done.returncode, 1)
    picture = subprocess.run(["dot", "-Tsvg", "out.dot"], cwd=folder, capture_output=True, check=False)
    expect("dot draws it", (picture.returncode, picture.stderr), (0, b""))
    data = json.loads((pathlib.Path(folder) / "out.json").read_text(encoding="utf-8"))
    return data, xml.fromstring(picture.stdout)


def texts(node):
    """The text lines of a node or cluster."""
    return [text.text for text in node.iter(SVG + "text")]


def check(data, picture):
    """What the findings say is in the picture."""
    groups = {kind: [g for g in picture.iter(SVG + "g") if g.get("class") == kind]
              for kind in ("node", "edge", "cluster")}
    words = {line for node in groups["node"] for line in texts(node)}
    clusters = {texts(cluster)[0] for cluster in groups["cluster"]}
    expect("clusters", clusters, {m["name"] for m in data["modules"]} | {"Phases"})
    strokes = {element.get("stroke") for edge in groups["edge"] for element in edge.iter()}
    for finding in data["findings"]:
        expect(f"sink {finding['sink']}", finding["sink"] in words)
        expect(f"rule {finding['rule']}", any(finding["rule"] in line for line in words))
        for path in finding["paths"]:
            for step in path["steps"]:
                expect(f"function {step['function']}", step["function"] in words)
        for phase in finding["phases"]:
            expect(f"colour of {phase}", COLOURS[phase] in strokes)
    octagons = [node for node in groups["node"] if len(node.findall(SVG + "polygon")) == 1
                and any(re.match(r"(error|warning|note) DLM", line) for line in texts(node))]
    expect("sinks stand apart", len(octagons) >= 1)
    return groups


def main():
    """Draws a project, and names that are hostile."""
    program, sample = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:])
    if shutil.which("dot") is None:
        print("dot_graph.py: there is no 'dot', NOTHING WAS TESTED: Debian has it in graphviz")
        return 1 if os.environ.get("CI") else 77
    with tempfile.TemporaryDirectory() as folder:
        groups = check(*drawn(program, folder, "-p", sample))
        expect("edges are drawn", len(groups["edge"]) >= 6)
    with tempfile.TemporaryDirectory() as folder:
        name = 'a"]; x -> y [label=" {<b>&.c'
        (pathlib.Path(folder) / name).write_text(HOSTILE, encoding="utf-8")
        data, picture = drawn(program, folder, name, "--")
        groups = check(data, picture)
        expect("no node is added", len(groups["node"]), 2 + len(COLOURS))
    print("\n".join(FAULTS) or "the graphs are drawn")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
