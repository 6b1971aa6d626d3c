#!/usr/bin/env python3
"""Tests of scripts/new-rule: what it writes, and that it fails until it is filled in."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "rules" / "schema" / "rule.schema.json").read_text(encoding="utf-8"))


class NewRule(unittest.TestCase):
    """Each test has an empty checkout of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def run_script(self, *arguments):
        command = [sys.executable, "-B", ROOT / "scripts" / "new-rule", "--root", self.root]
        return subprocess.run(command + list(arguments), capture_output=True, text=True, check=False)

    def test_it_writes_a_rule_and_four_cases(self):
        done = self.run_script("DLM914", "FaxUnderLoaderLock", "Faxes under the loader lock.")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("What to do next:", done.stdout)
        rule = json.loads((self.root / "rules/policy/DLM914.json").read_text(encoding="utf-8"))
        self.assertEqual((rule["id"], rule["name"]), ("DLM914", "FaxUnderLoaderLock"))
        cases = self.root / "testdata/cases/rules"
        self.assertEqual(sorted(path.name for path in cases.iterdir()), [
            "dlm914_direct.c", "dlm914_direct.expected", "dlm914_harmless.c",
            "dlm914_harmless.expected", "dlm914_near_miss.c", "dlm914_near_miss.expected",
            "dlm914_two_calls_away"])

    def test_what_it_writes_fails_until_it_is_filled_in(self):
        self.run_script("DLM914", "FaxUnderLoaderLock", "Faxes under the loader lock.")
        rule = json.loads((self.root / "rules/policy/DLM914.json").read_text(encoding="utf-8"))
        places = {error.absolute_path[0] for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(rule)}
        self.assertEqual(places, {"why", "whyByPhase", "whenItShows", "safeInstead", "verify",
                                  "sources", "effects"})
        cases = self.root / "testdata/cases/rules"
        sources = [path.read_text(encoding="utf-8") for path in cases.rglob("*.c")]
        self.assertEqual(sum("#error" in source for source in sources), 4)
        expected = list(cases.rglob("*expected"))
        self.assertEqual(len(expected), 4)
        for path in expected:
            self.assertRegex(path.read_text(encoding="utf-8"), "^fill ")

    def test_it_overwrites_nothing(self):
        arguments = ("DLM914", "FaxUnderLoaderLock", "Faxes under the loader lock.")
        self.run_script(*arguments)
        done = self.run_script("DLM914", "OtherName", "Faxes.")
        self.assertEqual(done.returncode, 1)
        self.assertIn("rules/policy/DLM914.json exists already", done.stderr)
        done = self.run_script("DLM915", *arguments[1:])
        self.assertIn("the name 'FaxUnderLoaderLock' is that of DLM914", done.stderr)

    def test_it_refuses_what_the_schema_would(self):
        for arguments in (("dlm914", "Fax", "Faxes."), ("DLM914", "FAX", "Faxes."),
                          ("DLM914", "Fax", "faxes")):
            done = self.run_script(*arguments)
            self.assertEqual(done.returncode, 1)
            self.assertIn("expected", done.stderr)
        self.assertEqual(list(self.root.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
