#!/usr/bin/env python3
"""Checks that the packs hold the names that were collected, or that not-taken.json says why not.

    taken.py                 checks the names of names.txt, which stands beside this script

A line of names.txt is one of these:

    api NAME                 a pack has an entry of that name
    callback INDEX NAME      an entry of that name says what becomes of that argument (-: of some one)
    page NAME                an entry says that the function's own page rules on DllMain, and a rule that
                             is on by default reports one of its effects as an error in some phase

What does not hold stands in rules/not-taken.json with a reason; what stands there is needed.  Exit
status: 0 if all is well, 1 after messages.
"""

import json
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parent
RULES = TESTS.parents[2] / "rules"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def entries():
    """Returns the entries by name, each with the defaults of its pack."""
    found = {}
    for path in sorted((RULES / "effects").glob("*.json")):
        pack = read(path)
        for entry in pack.get("entries", []):
            whole = {**pack.get("defaults", {}), **entry}
            for name in [entry["name"]] + entry.get("aliases", []):
                for variant in whole.get("variants", [""]):
                    found.setdefault(name + variant, []).append(whole)
    return found


def reported_as_errors():
    """Returns the effects that rules report as errors."""
    rules = [read(path) for path in (RULES / "policy").glob("*.json")]
    return {one["effect"] for rule in rules if rule.get("enabled", True)
            for one in rule["effects"] if "error" in one["levels"].values()}


def arguments(entry):
    """Returns the arguments of which the entry says what becomes of them."""
    found = set()
    for callback in entry.get("callbacks", []):
        param = callback["param"]
        found.update(param if isinstance(param, list) else [param])
    return found


def parts(entry):
    """Returns the entry and its cases."""
    return [entry] + entry.get("cases", [])


def effects(entry):
    return set().union(*(part.get("effects", []) for part in parts(entry)))


def has_own_page(entry):
    return any(part.get("ownPage") for part in parts(entry))


class Check:
    """The messages of one run."""

    def __init__(self):
        self.known = entries()
        self.errors = reported_as_errors()
        self.table = read(RULES / "not-taken.json")
        self.n_wrong = 0

    def wrong(self, text):
        self.n_wrong += 1
        print(text, file=sys.stderr)

    def holds(self, kind, rest):
        """Tells whether the packs hold what the line says."""
        if kind == "api":
            return rest in self.known
        if kind == "page":
            return any(has_own_page(entry) and effects(entry) & self.errors
                       for entry in self.known.get(rest, []))
        index, _, name = rest.partition(" ")
        said = set().union(*map(arguments, self.known.get(name, [])))
        is_root = any(entry.get("match") == "root" for entry in self.known.get(name, []))
        return is_root or (bool(said) if index == "-" else int(index) in said)

    def names(self):
        """Checks all lines, and that no row of the table is spare."""
        rows = {key: [row["name"] for row in self.table[key]] for key in ("names", "pages")}
        needed = {"names": set(), "pages": set()}
        for line in (TESTS / "names.txt").read_text(encoding="utf-8").splitlines():
            kind, _, rest = line.partition(" ")
            name = rest.partition(" ")[2] if kind == "callback" else rest
            if not self.holds(kind, rest):
                key = "pages" if kind == "page" and name not in rows["names"] else "names"
                needed[key].add(name)
                if name not in rows[key]:
                    self.wrong(f"names.txt: '{line}' is not so, and no row of rules/not-taken.json says why")
        for key, names in rows.items():
            if names != sorted(set(names)):
                self.wrong(f"rules/not-taken.json: the rows of '{key}' are not sorted, or doubled")
            for name in sorted(set(names) - needed[key]):
                self.wrong(f"rules/not-taken.json: '{name}' of '{key}' is taken, or nobody asks for it")

    def references(self):
        """Checks that what stands for a name exists."""
        for row in self.table["names"]:
            for name in row.get("found", []):
                if name not in self.known:
                    self.wrong(f"rules/not-taken.json: '{row['name']}': no pack has '{name}'")
            for rule in row.get("rules", []):
                if not (RULES / "policy" / f"{rule}.json").is_file():
                    self.wrong(f"rules/not-taken.json: '{row['name']}': there is no rule {rule}")


def main():
    """Checks names and references."""
    check = Check()
    check.names()
    check.references()
    return 1 if check.n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
