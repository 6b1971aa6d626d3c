#!/usr/bin/env python3
"""Checks that what reads compilers' output finds each finding in --format gcc, msvc, github, gitlab.

    line_formats.py PROGRAM FOLDER      FOLDER has a compile_commands.json

Each format is read as its consumers read it and compared with the JSON output: same files, lines,
columns, levels, rules and messages, in the same order, and nothing else on standard output.

How consumers read, as facts from their sources:
  VS Code     $msCompile in vs/workbench/contrib/tasks/common/problemMatcher.ts
  cpptools    $gcc, contributes.problemMatchers in microsoft/vscode-cpptools' package.json
  Jenkins     ClangParser of jenkinsci/analysis-model
  MSBuild     CanonicalError of dotnet/msbuild: origin, category error or warning, code
  GitHub      ActionCommand of actions/runner: '::name k=v,k=v::data' with its escapes
  GitLab      docs.gitlab.com/ci/testing/code_quality: required fields and severities
Exit status: 0 all agree, 1 not.
"""
import json
import re
import subprocess
import sys

VSCODE_MSCOMPILE = re.compile(
    r"^\s*(?:\s*\d+>)?(\S.*?)(?:\((\d+|\d+,\d+|\d+,\d+,\d+,\d+)\))?\s*:\s+(?:(\S+)\s+)?"
    r"((?:fatal +)?error|warning|info)\s+(\w+\d+)?\s*:\s*(.*)$")
MSBUILD = re.compile(
    r"^\s*(((?P<origin>(((\d+>)?[a-zA-Z]?:[^:]*)|([^:]*))):)|())(?P<subcategory>(()|([^:]*? )))"
    r"(?P<category>(error|warning))( \s*(?P<code>[^: ]*))?\s*:(?P<text>.*)$", re.IGNORECASE)
MSBUILD_ORIGIN = re.compile(r"^(?P<file>.*)\((?P<line>[0-9]*),(?P<column>[0-9]*)\)$")
CPPTOOLS_GCC = re.compile(r"^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error):\s+(.*)$")
JENKINS_CLANG = re.compile(
    r"^\s*(?:\d+%)?([^%]*?):(\d+):(?:(\d+):)?(?:\{\d+:\d+-\d+:\d+\})*\s*"
    r"(warning|[^\[\]]*error):\s*(.*?)(?:\[([^\[]*)\])?$")
NOTE = re.compile(r"^(.*?):(\d+):(?:(\d+):)? note: (.*)$")
GITLAB_SEVERITIES = {"note": "info", "warning": "major", "error": "critical"}
GITHUB_COMMANDS = {"note": "notice", "warning": "warning", "error": "error"}

FAULTS = []


def expect(what, found, wanted):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def output_of(program, folder, name):
    """Standard output of a run with that format; the summary must be on standard error."""
    done = subprocess.run([program, "-p", folder, "--format", name], capture_output=True,
                          encoding="utf-8", check=False)
    expect(f"{name}: exit status", done.returncode, 1)
    if name != "json":
        expect(f"{name}: summary on standard error", "DLLs, " in done.stderr, True)
    return done.stdout


def place(finding):
    """File, line and column as text."""
    at = finding["location"]
    return at["file"], str(at["line"]), str(at["column"])


def check_gcc(text, findings):
    """One line a finding, and a note for each step of its first path."""
    lines = text.splitlines()
    heads = [line for line in lines if not NOTE.match(line) or line.endswith("]")]
    wanted = [f for f in findings if f["level"] != "note"]
    expect("gcc: findings", len(heads), len(findings))
    for matcher in (CPPTOOLS_GCC, JENKINS_CLANG):
        found = [match for match in map(matcher.match, lines) if match]
        expect("gcc: lines that are findings", len(found), len(wanted))
        for match, finding in zip(found, wanted):
            expect("gcc: place", match.groups()[:3], place(finding))
            expect("gcc: level", match.group(4), finding["level"])
            message = finding["message"] + (f" [{finding['rule']}]" if matcher is CPPTOOLS_GCC else "")
            expect("gcc: message", match.group(5).rstrip(), message)
    for match, finding in zip(filter(None, map(JENKINS_CLANG.match, lines)), wanted):
        expect("gcc: category", match.group(6), finding["rule"])
    steps = sum(len(f["paths"][0]["steps"]) + 1 for f in findings if f["paths"])
    flows = sum(len(flow["steps"]) + 1 for f in findings for flow in f["flows"])
    expect("gcc: notes", len(lines) - len(heads), steps + flows)


def check_msvc(text, findings):
    """VS Code sees all, MSBuild errors and warnings."""
    lines = text.splitlines()
    expect("msvc: lines", len(lines), len(findings))
    for line, finding in zip(lines, findings):
        match = VSCODE_MSCOMPILE.match(line)
        file, row, column = place(finding)
        level = finding["level"].replace("note", "info")
        expect("msvc: VS Code", match and match.groups(),
               (file, f"{row},{column}", None, level, finding["rule"], finding["message"]))
        match = MSBUILD.match(line)
        expect("msvc: MSBuild sees it", match is not None, level != "info")
        if match:
            origin = MSBUILD_ORIGIN.match(match["origin"])
            expect("msvc: MSBuild", (origin["file"], origin["line"], origin["column"],
                                     match["category"], match["code"], match["text"]),
                   (file, row, column, level, finding["rule"], " " + finding["message"]))


def unescape(text, signs):
    """Undoes the escapes of workflow commands; '%25' last, as the runner does."""
    for sign in signs + "\r\n%":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def read_command(line):
    """A workflow command as (name, properties, data)."""
    end = line.index("::", 2)
    name, _, rest = line[2:end].partition(" ")
    pairs = [pair.split("=", 1) for pair in rest.split(",")]
    return name, {key: unescape(value, ":,") for key, value in pairs}, unescape(line[end + 2:], "")


def check_github(text, findings):
    """Each line is a command with place, title and message; the path is its last line."""
    lines = text.splitlines()
    expect("github: lines", len(lines), len(findings))
    for line, finding in zip(lines, findings):
        name, properties, data = read_command(line)
        file, row, column = place(finding)
        expect("github: command", name, GITHUB_COMMANDS[finding["level"]])
        expect("github: properties", properties,
               {"file": file, "line": row, "endLine": row, "col": column,
                "title": f"{finding['rule']} {finding['name']}"})
        functions = [step["function"] for step in finding["paths"][0]["steps"]]
        message, path = data.split("\n")
        expect("github: message", message, finding["message"])
        expect("github: path", path.split(" > ")[:-1], [f"Path: {functions[0]}"] + functions[1:])


def check_gitlab(text, findings):
    """The array has the required fields, and fingerprints differ."""
    entries = json.loads(text)
    expect("gitlab: entries", entries, [
        {"description": f["message"], "check_name": f["rule"], "fingerprint": f["fingerprint"],
         "severity": GITLAB_SEVERITIES[f["level"]],
         "location": {"path": f["location"]["file"], "lines": {"begin": f["location"]["line"]}}}
        for f in findings])
    expect("gitlab: fingerprints", len({e["fingerprint"] for e in entries}), len(entries))


def main():
    """Checks all formats over one project."""
    program, folder = sys.argv[1:]
    findings = json.loads(output_of(program, folder, "json"))["findings"]
    if not findings:
        FAULTS.append("the project has no findings: nothing was checked")
    for name, check in (("gcc", check_gcc), ("msvc", check_msvc), ("github", check_github),
                        ("gitlab", check_gitlab)):
        check(output_of(program, folder, name), findings)
    print("\n".join(FAULTS) or f"{len(findings)} findings, 4 formats")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
