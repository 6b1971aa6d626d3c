#!/usr/bin/python3
"""Checks SARIF files against the schema of SARIF 2.1.0, what the schema cannot say, and what readers take.

    validate_sarif.py [--schema FILE] [--listed LIST]... [--merge-into FOLDER [--alike N]] [FILE.sarif...]

LIST names logs in its own folder, one a line, as the harness of the cases writes it.  It is used
up: the list and those logs that are valid are removed, so that no later run takes them for its own.
What they hold is kept in few logs in FOLDER, for multitool.py.

Exit status: 0 all valid; 1 not (messages on standard output); 2 bad usage or no schema.
Needs python3-jsonschema.
"""
import argparse
import json
import pathlib
import re
import sys

from consumers import check_result as check_for_readers
from merged_logs import write_merged

try:
    import jsonschema
except ImportError:
    print("validate_sarif.py: the package python3-jsonschema is missing", file=sys.stderr)
    sys.exit(2)

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "testdata" / "sarif" / "sarif-schema-2.1.0.json"
MAX_ERRORS = 20


def validator_for(schema):
    """The validator of the draft that the schema names; draft 4, OASIS's own, if it names none."""
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft4Validator)
    kind.check_schema(schema)
    return kind(schema)


def nodes(value, pointer=""):
    """Yields every value of a document with its JSON pointer."""
    yield pointer, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from nodes(child, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from nodes(child, f"{pointer}/{index}")


def check_region(pointer, region):
    """The bundled schema lacks OASIS's `region.anyOf`; columns must not run backwards."""
    if not {"startLine", "charOffset", "byteOffset"} & region.keys():
        yield f"{pointer}: a region has no start"
    same_line = region.get("endLine", region.get("startLine")) == region.get("startLine")
    if same_line and region.get("endColumn", 10**9) < region.get("startColumn", 1):
        yield f"{pointer}: endColumn is before startColumn"


def check_uri(pointer, location):
    """URIs are relative: GitHub refuses a log with an absolute one."""
    uri = location.get("uri")
    if uri is None:
        return
    absolute = uri.startswith(("/", "file:")) or re.match(r"[A-Za-z]:", uri)
    if absolute or "\\" in uri or ".." in uri.split("/"):
        yield f"{pointer}: the URI '{uri}' is not relative to the source root"
    elif location.get("uriBaseId") not in ("SRCROOT", "OUTSIDE"):
        yield f"{pointer}: a relative URI without a base"


def fill(template, arguments):
    """Puts the arguments into a message string, as consumers do."""
    def value(match):
        if match.group(0) in ("{{", "}}"):
            return match.group(0)[0]
        return arguments[int(match.group(1))]
    return re.sub(r"\{\{|\}\}|\{(\d+)\}", value, template)


def check_result(pointer, result, rules):
    """Indices, message, link targets and fingerprints of one result."""
    index = result.get("ruleIndex", -1)
    if not 0 <= index < len(rules) or rules[index]["id"] != result["ruleId"]:
        yield f"{pointer}: ruleIndex {index} is not the rule {result['ruleId']}"
        return
    message = result["message"]
    strings = rules[index].get("messageStrings", {})
    if message.get("id") not in strings:
        yield f"{pointer}: the rule has no message string '{message.get('id')}'"
    elif fill(strings[message["id"]]["text"], message["arguments"]) != message["text"]:
        yield f"{pointer}: the message's text is not its template filled in"
    variants = {variant["id"]: variant["level"] for variant in rules[index]["properties"]["variants"]}
    variant = result["properties"]["variant"]
    if variants.get(variant) != result["level"]:
        yield f"{pointer}: '{variant}' is no variant of the rule at the level {result['level']}"
    ids = {place.get("id") for place in result.get("relatedLocations", [])}
    for target in re.findall(r"\]\((\d+)\)", message["text"]):
        if int(target) not in ids:
            yield f"{pointer}: the message links to location {target}, which is missing"
    line_hash = result.get("partialFingerprints", {}).get("primaryLocationLineHash", "0:1")
    if not re.fullmatch(r"[0-9a-f]{1,16}:[1-9][0-9]*", line_hash):
        yield f"{pointer}: primaryLocationLineHash is '{line_hash}'"


def check_weaknesses(pointer, run, rules):
    """Relationships of rules point at the weakness that they name."""
    taxa = [taxon["id"] for taxonomy in run.get("taxonomies", []) for taxon in taxonomy["taxa"]]
    for rule in rules:
        for relationship in rule.get("relationships", []):
            target = relationship["target"]
            if taxa[target["index"]] != target["id"] or target["id"] not in rule["properties"]["tags"]:
                yield f"{pointer}: the rule {rule['id']} and its weakness {target['id']} disagree"


def beyond_schema(log):
    """Yields what is wrong with a log that has the right shape."""
    for pointer, value in nodes(log):
        key = pointer.rsplit("/", 1)[-1]
        if key in ("region", "contextRegion"):
            yield from check_region(pointer, value)
        elif key == "artifactLocation":
            yield from check_uri(pointer, value)
    if len(log["runs"]) != 1:
        yield f"/runs: {len(log['runs'])} runs; GitHub takes one"
    for number, run in enumerate(log["runs"]):
        rules = run["tool"]["driver"].get("rules", [])
        yield from check_weaknesses(f"/runs/{number}", run, rules)
        for index, result in enumerate(run.get("results", [])):
            pointer = f"/runs/{number}/results/{index}"
            wrong = list(check_result(pointer, result, rules))
            yield from wrong
            if not wrong:
                messages = check_for_readers(result, rules[result["ruleIndex"]])
                yield from (f"{pointer}: {message}" for message in messages)


def check_file(path, validator):
    """Returns the messages for one file."""
    try:
        log = json.loads(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        return [f"not readable as JSON in UTF-8: {error}"]
    errors = sorted(validator.iter_errors(log), key=lambda error: list(map(str, error.path)))
    if errors:
        return ["/" + "/".join(map(str, error.path)) + ": " + error.message[:300]
                for error in errors[:MAX_ERRORS]]
    return list(beyond_schema(log))[:MAX_ERRORS]


def use_up(listing):
    """Reads and removes a list; returns the paths of its logs."""
    names = listing.read_text(encoding="utf-8").splitlines()
    listing.unlink()
    return [listing.parent / name for name in names]


def main():
    """Checks the files of the command line, then the listed ones."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--schema", type=pathlib.Path, default=SCHEMA)
    parser.add_argument("--listed", action="append", default=[], type=pathlib.Path, metavar="LIST")
    parser.add_argument("--merge-into", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--alike", type=int, default=0, metavar="N")
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE.sarif")
    options = parser.parse_args()
    try:
        validator = validator_for(json.loads(options.schema.read_text(encoding="utf-8")))
    except OSError as error:
        print(f"validate_sarif.py: no schema: {error}", file=sys.stderr)
        return 2
    try:
        listed = [path for listing in options.listed for path in use_up(listing)]
    except OSError as error:
        print(f"validate_sarif.py: no logs; run the cases first: {error}", file=sys.stderr)
        return 2
    if not options.files and not listed:
        print("validate_sarif.py: no logs to check", file=sys.stderr)
        return 2
    bad = set()
    for path in options.files + listed:
        for message in check_file(path, validator):
            bad.add(path)
            print(f"{path}: {message}")
    valid = [path for path in listed if path not in bad]
    if options.merge_into:
        write_merged(valid, options.merge_into, options.alike)
    for path in valid:
        path.unlink()
    print(f"{len(options.files + listed) - len(bad)} valid, {len(bad)} not")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
