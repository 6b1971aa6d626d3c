#!/usr/bin/env python3
"""Runs Microsoft's SARIF validator over logs: it must report nothing.

    multitool.py CACHE PROGRAM FOLDER...      FOLDERs are projects, or hold cases

The SARIF of each project, and of one case of each area, is validated as GitHub and Microsoft do it:
all rules of the kinds Sarif and Ghas but what policy.xml says.  The validator is the npm package
@microsoft/sarif-multitool-linux, kept in CACHE.  It ends with 0 also when it reports errors, so its
own log is read.  Exit status: 0 nothing reported; 1 something; without npm or network 77 (skipped),
and 1 where CI is set.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from npm import package

PACKAGE = ("@microsoft/sarif-multitool-linux", "5.7.0")
POLICY = pathlib.Path(__file__).resolve().parent / "multitool_policy.xml"
PROVENANCE = ["--vcs-repository", "https://example.com/sample", "--vcs-revision", "0" * 40]
PER_AREA = 1  # cases of an area: each costs a parse of windows.h


def multitool(cache):
    """The validator's program, fetched once."""
    program = package(cache, *PACKAGE) / "Sarif.Multitool"
    program.chmod(0o755)
    return program


def write_logs(program, folder, to):
    """Writes the SARIF of a project, or of cases; returns the files."""
    if (folder / "compile_commands.json").exists():
        runs = [(folder.name, ["-p", str(folder)]),
                (f"{folder.name}-embedded", ["-p", str(folder), "--sarif-embed", "--max-paths=8",
                                             "--sarif-category=release"])]
    else:
        cases = sorted(folder.glob("*.c"))
        step = max(1, len(cases) // PER_AREA)
        runs = [(f"{folder.name}-{case.stem}", [str(case), "--", "-D__SCE__"])
                for case in cases[::step][:PER_AREA]]
    logs = []
    for name, arguments in runs:
        log = to / f"{name}.sarif"
        subprocess.run([program, "-q", "--no-config", f"--sarif={log}", *PROVENANCE, *arguments],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if log.exists():  # a case without a root has no report
            logs.append(log)
    return logs


def message_of(result, rules):
    """The text of a result, made from its rule's template."""
    message = result["message"]
    strings = rules.get(result["ruleId"], {}).get("messageStrings", {})
    text = message.get("text") or strings.get(message.get("id"), {}).get("text", "")
    for i, argument in enumerate(message.get("arguments", [])):
        text = text.replace("{%d}" % i, argument)
    return text


def validate(tool, logs, output):
    """What the validator says of the logs, one line each; how many errors of its own."""
    subprocess.run(
        [tool, "validate", *logs, "--config", POLICY, "--rule-kind", "Sarif;Ghas", "--level",
         "Error;Warning;Note", "--output", output, "--log", "ForceOverwrite", "--quiet", "true"],
        env=dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1"), capture_output=True, check=False)
    run = json.loads(output.read_text(encoding="utf-8-sig"))["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"].get("rules", [])}
    lines = []
    for result in run.get("results", []):
        place = result["locations"][0]["physicalLocation"]
        lines.append(f"{pathlib.Path(place['artifactLocation'].get('uri', '?')).name}:"
                     f"{place.get('region', {}).get('startLine', 0)}: "
                     f"{result.get('level', 'warning')} {result['ruleId']}: {message_of(result, rules)}")
    for call in run.get("invocations", []):
        if not call.get("executionSuccessful", True):
            lines.append("the validator itself failed")
        for note in call.get("toolExecutionNotifications", []):
            if note.get("level") == "error":
                lines.append(note["message"].get("text", "").split("\n", maxsplit=1)[0])
    return lines


def main():
    """Validates all, and that a broken log is told of."""
    cache, program, *folders = map(pathlib.Path, sys.argv[1:])
    tool = multitool(cache)
    with tempfile.TemporaryDirectory() as name:
        to = pathlib.Path(name)
        logs = []
        for folder in folders:
            written = write_logs(program, folder.resolve(), to)
            if not written and any(folder.glob("*.c")):  # others have folders of cases only
                print(f"no log of {folder}")
                return 1
            logs += written
        lines = validate(tool, logs, to / "verdict")
        broken = json.loads(logs[0].read_text(encoding="utf-8"))
        del broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
        (to / "broken.sarif").write_text(json.dumps(broken), encoding="utf-8")
        if not validate(tool, [to / "broken.sarif"], to / "verdict"):
            lines.append("a result without a region passes: the validator does not validate")
    print("\n".join(lines) or f"{len(logs)} logs, nothing to report")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
