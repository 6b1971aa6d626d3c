#!/usr/bin/env python3
"""Shows that the schemas and the program accept, and refuse, the same packs and configurations.

    agree.py PROGRAM

Takes four documents that use every key (samples/), changes one value at a time (each kind of value in
its place, a key left out, a key too many), and asks both. Packs are loaded in one run of the program,
which names each file that it refuses. The table of rules in the documentation is looked at, too. What only the program can know is left alone: names of effects.

Exit status: 0 if they agree, 1 after a line for each document about which they do not.
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

TESTS = pathlib.Path(__file__).resolve().parent
RULES = TESTS.parents[2] / "rules"
KINDS = ("effects", "rule", "words", "config")

# One of each kind, and values at the edges.
OTHERS = [None, True, False, 0, 3, -1, 1.5, 64, 2**53, 2**60, 1e300, "", "zzz", "DLM1", "*", "a::b",
          "https://e.x", "https://e x", [], {}, [None], ["zzz"], [3], [""], {"zzz": 1}, {"all": "x"}]


SHARE = 3  # each value is put into the place of one in so many

# What a schema cannot know: defaults, names of rules and effects.
BEYOND = ('expected "verdict"', 'expected "why"', "with the match", "an effect that a rule", "expected a rule",
          "expected a glob that means a rule")


def validators():
    """Returns the validator of each kind of document."""
    schemas = {kind: json.loads((RULES / "schema" / f"{kind}.schema.json").read_text("utf-8"))
               for kind in KINDS}
    store = {f"{kind}.schema.json": schema for kind, schema in schemas.items()}
    return {kind: jsonschema.Draft7Validator(
                schema, resolver=jsonschema.RefResolver(f"{kind}.schema.json", schema, store))
            for kind, schema in schemas.items()}


def paths(value, path=()):
    """Yields the path of every value below the top."""
    children = (value.items() if isinstance(value, dict)
                else enumerate(value) if isinstance(value, list) else ())
    for key, child in children:
        yield path + (key,)
        yield from paths(child, path + (key,))


def parent_of(document, path):
    for key in path[:-1]:
        document = document[key]
    return document


def is_left_alone(path):
    """Names of effects, and the id that each copy of a rule gets."""
    return "effect" in path or path in (("id",), ("$schema",)) or (
        len(path) > 1 and path[-2] == "effects" and isinstance(path[-1], int)) and "entries" in path


def variants(document):
    """Yields (what was changed, the document) for each change."""
    for number, path in enumerate(paths(document)):
        if is_left_alone(path):
            continue
        for other in OTHERS[number % SHARE::SHARE]:
            changed = copy.deepcopy(document)
            parent_of(changed, path)[path[-1]] = other
            yield "/".join(map(str, path)) + f" = {json.dumps(other)}", changed
        changed = copy.deepcopy(document)
        del parent_of(changed, path)[path[-1]]
        yield "/".join(map(str, path)) + " left out", changed
        value = parent_of(document, path)[path[-1]]
        if isinstance(value, dict):
            changed = copy.deepcopy(document)
            parent_of(changed, path)[path[-1]]["zzz"] = 1
            yield "/".join(map(str, path)) + " with a key too many", changed


def refused(program, folder):
    """Returns the names of the packs that the program refuses, with its first words about each."""
    done = subprocess.run([program, "--no-config", "--list-rules", "--rules-dir", str(folder)],
                          capture_output=True, check=False, timeout=120)
    if done.returncode not in (0, 2):
        sys.exit(f"the program ended with {done.returncode}")
    messages = {}
    for line in done.stderr.decode("utf-8").splitlines():
        place, _, text = line.removeprefix("dllmain-lint: error: ").partition(": ")
        messages.setdefault(pathlib.Path(place.partition("#")[0]).name, text)
    return messages


def compare(kind, what, errors, message):
    """Prints a line if the schema and the program disagree; returns 1 then."""
    beyond = message and not errors and any(part in message for part in BEYOND)
    if bool(errors) == bool(message) or beyond:
        return 0
    who = f"only the schema: {errors[0].message[:100]}" if errors else f"only the program: {message}"
    print(f"{kind}: {what}: refused by {who}")
    return 1


def check_packs(program, kind, validator, sample):
    """Compares all variants of a pack."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        cases = list(variants(sample))
        for number, (_, document) in enumerate(cases):
            if kind == "rule":
                document["id"] = f"TST{number}"
            (folder / f"{number:05}.json").write_text(json.dumps(document), encoding="utf-8")
        messages = refused(program, folder)
        return sum(compare(kind, what, list(validator.iter_errors(document)),
                           messages.get(f"{number:05}.json"))
                   for number, (what, document) in enumerate(cases))


def check_configs(program, validator, sample):
    """Compares variants of a configuration: one run each, so only the keys of configurations."""
    n_wrong = 0
    with tempfile.TemporaryDirectory() as name:
        file = pathlib.Path(name) / "config.json"
        for number, (what, document) in enumerate(variants(sample)):
            deep = what.startswith(("effects/0", "policy/0"))
            if deep or number % 12 != 0 and " = " in what:
                continue
            file.write_text(json.dumps(document), encoding="utf-8")
            done = subprocess.run([program, "--dump-config", "--config", str(file)],
                                  capture_output=True, check=False, timeout=60)
            message = done.stderr.decode("utf-8").partition("\n")[0]
            n_wrong += compare("config", what, list(validator.iter_errors(document)), message)
    return n_wrong


def check_table(program):
    """The program's table of rules is the one of the documentation."""
    done = subprocess.run([program, "--no-config", "--list-rules", "--format", "markdown"],
                          capture_output=True, check=True, timeout=60)
    table = done.stdout.decode("utf-8")
    readme = (RULES / "README.md").read_text(encoding="utf-8")
    if f"document-rules -->\n{table}<!-- end of rules -->" not in readme:
        print("rules/README.md: its rules are not those of --list-rules --format=markdown")
        return 1
    return 0


def main():
    """Compares all kinds."""
    program = str(pathlib.Path(sys.argv[1]).resolve())
    all_validators = validators()
    n_wrong = check_table(program)
    for kind in KINDS:
        sample = json.loads((TESTS / "samples" / f"{kind}.json").read_text("utf-8"))
        errors = list(all_validators[kind].iter_errors(sample))
        if errors:
            sys.exit(f"samples/{kind}.json: {errors[0].message}")
        if kind == "config":
            n_wrong += check_configs(program, all_validators[kind], sample)
        else:
            n_wrong += check_packs(program, kind, all_validators[kind], sample)
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
