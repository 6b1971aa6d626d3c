#!/usr/bin/env python3
"""Checks the packs below rules/ against their schemas, and what a schema cannot say.

Beyond the schemas: every file is of the kind its folder holds, entries are sorted by name and a name
stands once in a file, effects are words of effects.json, every such word is used, a rule's file has
its id as name, and names of rules differ.

Usage: schema.py [FOLDER]     (default: rules/ of this checkout)
Exit status: 0 if all is well, 1 after messages "file#/json/pointer: what is wrong".
"""

import json
import pathlib
import sys

import jsonschema

RULES = pathlib.Path(__file__).resolve().parents[3] / "rules"


def pointer(path):
    """Returns the RFC 6901 pointer of a path of keys and indices."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


class Check:
    """The messages of one run."""

    def __init__(self, folder):
        self.folder = folder
        self.n_errors = 0
        self.words = {}
        self.used = set()
        self.names = {}
        self.validators = {}
        for name in ("effects", "rule", "words", "exports", "undecided", "not-taken"):
            schema = json.loads((folder / "schema" / f"{name}.schema.json").read_text("utf-8"))
            jsonschema.Draft7Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft7Validator(schema)

    def undecided(self, file):
        """Rules that cannot be decided have ids and names that no other rule has."""
        document = self.read(file, "undecided")
        for i, rule in enumerate(document["rules"] if document else []):
            if rule["id"] in self.names.values() or rule["name"] in self.names:
                self.error(file, ["rules", i], f"{rule['id']} {rule['name']} is decided: see policy/")
            self.names[rule["name"]] = rule["id"]

    def error(self, file, path, text):
        self.n_errors += 1
        print(f"{file.relative_to(self.folder)}#{pointer(path)}: {text}", file=sys.stderr)

    def read(self, file, schema):
        """Returns the file's document, checked against a schema, or None."""
        try:
            document = json.loads(file.read_text("utf-8"))
        except ValueError as error:
            self.error(file, [], f"not JSON: {error}")
            return None
        errors = list(self.validators[schema].iter_errors(document))
        for error in errors:
            self.error(file, error.absolute_path, error.message[:200])
        above = "" if file.parent == self.folder else "../"
        expected = f"{above}schema/{schema}.schema.json"
        if document.get("$schema", expected) != expected or (above and "$schema" not in document):
            self.error(file, ["$schema"], f"expected {expected!r}")
        return None if errors else document

    def use(self, file, path, word):
        self.used.add(word)
        if word not in self.words:
            self.error(file, path, f"found the effect {word!r}, expected a word of effects.json")

    def effects(self, file):
        pack = self.read(file, "effects")
        if pack is None:
            return
        names = [entry["name"] + "\0" + entry.get("member", "") for entry in pack["entries"]]
        for i in range(1, len(names)):
            if names[i - 1] >= names[i]:
                self.error(file, ["entries", i, "name"], f"{names[i]!r} is not sorted, or doubled")
        for word in pack.get("defaults", {}).get("effects", []):
            self.use(file, ["defaults", "effects"], word)
        for i, entry in enumerate(pack["entries"]):
            for word in entry.get("effects", []):
                self.use(file, ["entries", i, "effects"], word)
            for k, case in enumerate(entry.get("cases", [])):
                for word in case.get("effects", []):
                    self.use(file, ["entries", i, "cases", k, "effects"], word)

    def rule(self, file):
        rule = self.read(file, "rule")
        if rule is None:
            return
        if rule["id"] != file.stem:
            self.error(file, ["id"], f"found {rule['id']!r}, expected {file.stem!r}")
        if rule["name"] in self.names:
            self.error(file, ["name"], f"{rule['name']!r} is the name of {self.names[rule['name']]}")
        self.names[rule["name"]] = rule["id"]
        for i, effect in enumerate(rule["effects"]):
            self.used.add(effect["effect"])
            if effect["effect"] not in self.words:
                self.error(file, ["effects", i], f"found {effect['effect']!r}, not in effects.json")

    def exports(self, file):
        if not file.is_file():
            return
        document = self.read(file, "exports")
        if document is not None:
            self.use(file, ["effect"], document["effect"])

    def run(self):
        vocabulary = self.folder / "effects" / "effects.json"
        document = self.read(vocabulary, "words")
        self.words = document["words"] if document else {}
        for file in sorted((self.folder / "effects").glob("*.json")):
            if file != vocabulary:
                self.effects(file)
        for file in sorted((self.folder / "policy").glob("*.json")):
            self.rule(file)
        self.exports(self.folder / "exports" / "by-dll.json")
        self.undecided(self.folder / "undecided.json")
        self.read(self.folder / "not-taken.json", "not-taken")
        for word in self.words:
            if word not in self.used:
                self.error(vocabulary, ["words", word], "no entry has this effect and no rule reports it")
        return 1 if self.n_errors else 0


if __name__ == "__main__":
    sys.exit(Check(pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else RULES).run())
