#!/usr/bin/env python3
"""Checks that the program and rules/schema/config.schema.json agree on what a configuration is.

Every configuration of the cases, of the documentation and of the goldens that are not about faults is
valid; each option of the schema is one of the program, with the same kind of values, and the other
way round; what --dump-config prints is valid and is read again as the same.

Usage: config_schema.py PROGRAM
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCHEMAS = ROOT / "rules" / "schema"
NAME = ".dllmain-lint.json"
FAULTS = []


def fault(text):
    FAULTS.append(text)
    print(text, file=sys.stderr)


def validator():
    """The schema's validator, with the schemas beside it, without a network."""
    store = {}
    for path in SCHEMAS.glob("*.json"):
        store[path.as_uri()] = json.loads(path.read_text("utf-8"))
    uri = (SCHEMAS / "config.schema.json").as_uri()
    resolver = jsonschema.RefResolver(uri, store[uri], store=store)
    jsonschema.Draft7Validator.check_schema(store[uri])
    return jsonschema.Draft7Validator(store[uri], resolver=resolver), store[uri]


def without_comments(text):
    """JSON without comments; strings are kept."""
    return re.sub(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', lambda m: m.group(1) or " ", text,
                  flags=re.DOTALL)


def configurations():
    """Yields (where, text) of all configurations that are meant to be right."""
    for path in sorted(ROOT.glob(f"testdata/**/{NAME}")):
        yield str(path.relative_to(ROOT)), path.read_text("utf-8")
    yield "samples/config.json", (ROOT / "analyzer/tests/packs/samples/config.json").read_text("utf-8")
    for golden in sorted((ROOT / "analyzer/tests/cli/goldens").glob("*.test")):
        parts = re.split(r"^=== (.*)$", golden.read_text("utf-8"), flags=re.MULTILINE)
        for head, body in zip(parts[1::2], parts[2::2]):
            if head.startswith("file ") and head.endswith(NAME) and "wrong" not in golden.name:
                yield f"{golden.name}: {head}", body


def dump(program, folder, config):
    """What the program makes of a configuration: (exit status, text, messages)."""
    (folder / NAME).write_text(json.dumps(config), "utf-8")
    done = subprocess.run([program, "--dump-config"], cwd=folder, capture_output=True, text=True,
                          timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def sample(schema):
    """A value that the schema of an option allows, other than the program's own."""
    if "enum" in schema:
        return schema["enum"][-1]
    if "$ref" in schema:
        return ["x"]
    return {"boolean": True, "integer": 7, "string": "x"}[schema["type"]]


def check_options(program, folder, schema, check):
    options = schema["properties"]["options"]["properties"]
    for name, of_option in options.items():
        status, text, errors = dump(program, folder, {"options": {name: sample(of_option)}})
        if status != 0:
            fault(f"option {name!r} of the schema: the program says {errors.strip()!r}")
        elif json.loads(text)["options"].get(name) != sample(of_option):
            fault(f"option {name!r}: {sample(of_option)!r} is not in what --dump-config prints")
        wrong = {"a": 1}
        if dump(program, folder, {"options": {name: wrong}})[0] != 2:
            fault(f"option {name!r}: the program takes {wrong!r}")
    everything = {"extends": [], "options": {n: sample(s) for n, s in options.items()}}
    check("everything", everything)
    status, first, _ = dump(program, folder, everything)
    for name in json.loads(first)["options"]:
        if name not in options:
            fault(f"option {name!r} of the program is not in the schema")
    check("--dump-config", json.loads(first))
    again = dump(program, folder, json.loads(first))[1]
    if again != first:
        fault("what --dump-config prints is not read as the same")
    for number in (-1, 1025, 1.5):
        if dump(program, folder, {"options": {"jobs": number}})[0] != 2:
            fault(f"the program takes {number} jobs")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    checker, schema = validator()

    def check(where, config):
        for error in checker.iter_errors(config):
            fault(f"{where}#/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")

    n = 0
    for where, text in configurations():
        check(where, json.loads(without_comments(text)))
        n += 1
    if n < 8:
        fault(f"only {n} configurations were found")
    for wrong in ({"extends": 3}, {"options": {"jobs": -1}}, {"option": {}}, {"extends": [""]}):
        if checker.is_valid(wrong):
            fault(f"the schema takes {wrong}")
    with tempfile.TemporaryDirectory() as folder:
        check_options(program, pathlib.Path(folder), schema, check)
    print(f"{n} configurations, {len(FAULTS)} faults")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
