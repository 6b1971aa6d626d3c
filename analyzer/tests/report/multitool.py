#!/usr/bin/env python3
"""Runs Microsoft's SARIF validator over logs: it must report nothing.

    multitool.py CACHE PROGRAM PROJECT FOLDER...      FOLDERs hold the logs of all cases, merged

All rules of the kinds Sarif and Ghas are on but one that asks the network.  Beside the cases' logs
those of PROJECT are validated as the program writes them, and two that must not pass: one without a
region, and one of which the program was not told where its sources come from.

The validator is the npm package @microsoft/sarif-multitool-linux, kept in CACHE.  It ends with 0 also
when it reports errors, so its own log is read.  Exit status: 0 nothing reported; 1 something; without
npm or network 77 (skipped), and 1 where CI is set.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from npm import package

PACKAGE = ("@microsoft/sarif-multitool-linux", "5.7.0")
POLICY = pathlib.Path(__file__).resolve().parents[3] / "testdata" / "sarif" / "sarif-policy.xml"
PROVENANCE = ["--vcs-repository", "https://example.com/sample", "--vcs-revision", "0" * 40]
RUNS = {"plain": PROVENANCE,
        "embedded": [*PROVENANCE, "--sarif-embed", "--max-paths=8", "--sarif-category=release"],
        "unknown": []}


def multitool(cache):
    """The validator's program, fetched once."""
    program = package(cache, *PACKAGE) / "Sarif.Multitool"
    program.chmod(0o755)
    return program


def write_logs(program, project, to):
    """Writes the SARIF of the project with each set of options; returns the files by name."""
    logs = {name: to / f"{name}.sarif" for name in RUNS}
    for name, log in logs.items():
        subprocess.run([program, "-q", "--no-config", "-p", project, f"--sarif={log}", *RUNS[name]],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return logs


def message_of(result, rules):
    """The text of a result, made from its rule's template."""
    message = result["message"]
    strings = rules.get(result["ruleId"], {}).get("messageStrings", {})
    text = message.get("text") or strings.get(message.get("id"), {}).get("text", "")
    for i, argument in enumerate(message.get("arguments", [])):
        text = text.replace("{%d}" % i, argument)
    return text


def case_of(text, log):
    """The name of the log whose result a message is about, where it is a merged one."""
    match = re.search(r"runs\[0\]\.results\[(\d+)\]", text)
    if not match or not log.exists():
        return ""
    result = json.loads(log.read_text(encoding="utf-8"))["runs"][0]["results"][int(match.group(1))]
    return result.get("properties", {}).get("log", "")


def validate(tool, logs, output):
    """What the validator says of the logs: rules and lines of text."""
    subprocess.run(
        [tool, "validate", *logs, "--config", POLICY, "--rule-kind", "Sarif;Ghas", "--level",
         "Error;Warning;Note", "--output", output, "--log", "ForceOverwrite", "--quiet", "true"],
        env=dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1"), capture_output=True, check=False)
    run = json.loads(output.read_text(encoding="utf-8-sig"))["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"].get("rules", [])}
    by_name = {log.name: log for log in logs}
    said = []
    for result in run.get("results", []):
        place = result["locations"][0]["physicalLocation"]
        name = pathlib.Path(place["artifactLocation"].get("uri", "?")).name
        text = message_of(result, rules)
        said.append((result["ruleId"], f"{name}:{place.get('region', {}).get('startLine', 0)}: "
                     f"{result.get('level', 'warning')} {result['ruleId']}: {text} "
                     f"{case_of(text, by_name.get(name, output))}"))
    for call in run.get("invocations", []):
        if not call.get("executionSuccessful", True):
            said.append(("", "the validator itself failed"))
        notes = call.get("toolExecutionNotifications", []) + call.get("toolConfigurationNotifications", [])
        said += [("", note["message"].get("text", "").split("\n", maxsplit=1)[0])
                 for note in notes if note.get("level") == "error" or "Skipped" in note["descriptor"]["id"]]
    return said


def check_faults_are_told(tool, logs, to):
    """Returns a line for each of the two logs of which the validator does not say what it should."""
    broken = json.loads(logs["plain"].read_text(encoding="utf-8"))
    del broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    (to / "broken.sarif").write_text(json.dumps(broken), encoding="utf-8")
    lines = []
    if "GH1003" not in {rule for rule, _ in validate(tool, [to / "broken.sarif"], to / "verdict")}:
        lines.append("a result without a region passes: the validator does not validate")
    said = {rule for rule, _ in validate(tool, [logs["unknown"]], to / "verdict")}
    if said - {"SARIF2005"} != {"SARIF2003"}:
        lines.append(f"without --vcs-repository not only that is missed: {said}")
    return lines


def main():
    """Validates all, and that faults are told."""
    cache, program, project, *folders = map(pathlib.Path, sys.argv[1:])
    tool = multitool(cache)
    with tempfile.TemporaryDirectory() as name:
        to = pathlib.Path(name)
        logs = write_logs(program.resolve(), project, to)
        merged = {folder: sorted(folder.glob("*.sarif")) for folder in folders}
        lines = [f"no log in {folder}" for folder, found in merged.items() if not found]
        paths = [logs["plain"], logs["embedded"], *(path for found in merged.values() for path in found)]
        said = validate(tool, paths, to / "verdict")
        if "informationUri" not in logs["plain"].read_text(encoding="utf-8").split('"rules"')[0]:
            print("built without DLLMAIN_LINT_HOMEPAGE: SARIF2005, which wants it, does not count")
            said = [(rule, line) for rule, line in said if rule != "SARIF2005"]
        lines += [line for _, line in said] + check_faults_are_told(tool, logs, to)
        n_results = sum(len(json.loads(path.read_text(encoding="utf-8"))["runs"][0]["results"])
                        for path in paths)
    print("\n".join(lines) or f"{len(paths)} logs, {n_results} results, nothing to report")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
