#!/usr/bin/env python3
"""Checks that every rule has its four cases among testdata/cases.

    four_cases.py

    direct     a golden of one unit has the rule
    far        a golden of several units has it, two frames away from the root at least
    near miss  testdata/cases/rules has a case of it with that name, or all_near_miss.cpp names what it finds
    harmless   and another case in whose golden it is not, or all_harmless.c calls what it finds
"""

import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
CASES = ROOT / "testdata" / "cases"
LINE = re.compile(r".*? (DLM\d+) \w+ [^:]*: (.*)")


def found():
    """Returns for each rule the goldens that have it, as (is of several units, its path)."""
    lines = collections.defaultdict(list)
    for golden in [*CASES.glob("*/*.expected"), *CASES.glob("*/*/expected")]:
        units = 1
        if golden.name == "expected":
            units = sum(path.suffix in (".c", ".cpp", ".cc", ".cxx") for path in golden.parent.glob("**/*"))
        for line in golden.read_text(encoding="utf-8").splitlines():
            match = LINE.fullmatch(line)
            if match:
                lines[match[1]].append((units > 1, match[2].split(" > ")))
    return lines


def mentions(name, sinks):
    text = (CASES / "rules" / name).read_text(encoding="utf-8")
    return any(re.search(rf"(?<!\w){re.escape(sink.split('::')[-1])}(?!\w)", text) for sink in sinks)


def missing(rule, lines):
    """Returns which cases a rule has not."""
    own = [path.stem for path in (CASES / "rules").glob(f"{rule.lower()}_*.expected")
           if rule not in path.read_text(encoding="utf-8")]
    near = [name for name in own if "near_miss" in name]
    sinks = {path[-1] for _, path in lines}
    has = {
        "direct": any(not several for several, _ in lines),
        "far": any(several and len(path) >= 4 for several, path in lines),
        "harmless": len(own) > min(len(near), 1) or mentions("all_harmless.c", sinks),
        "near miss": near or mentions("all_near_miss.cpp", sinks),
    }
    return [name for name, there in has.items() if not there]


def main():
    lines, faults = found(), []
    rules = [json.loads(path.read_text("utf-8"))["id"] for path in sorted((ROOT / "rules" / "policy").glob("*"))]
    for rule in rules:
        faults += [f"{rule} has no case '{name}'" for name in missing(rule, lines[rule])]
    print(f"{len(rules)} rules, {len(faults)} cases are missing")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
