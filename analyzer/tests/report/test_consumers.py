#!/usr/bin/env python3
"""Tests the checks of consumers.py with results that each reader would show wrongly, and that the
tests which README.md names are there."""
import copy
import pathlib
import re
import unittest

import consumers

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
RULE = {"id": "DLM101", "messageStrings": {"load": {"text": "'{0}' under the loader lock: '{1}'."}},
        "defaultConfiguration": {"level": "error"}, "properties": {"tags": ["CWE-833"]},
        "shortDescription": {"text": "Short."}, "fullDescription": {"text": "Full."},
        "relationships": [{"target": {"id": "CWE-833"}}]}
PLACE = {"physicalLocation": {
    "artifactLocation": {"uri": "a.c", "uriBaseId": "SRCROOT"},
    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2, "snippet": {"text": "f"}}}}
STEP = {"nestingLevel": 1, "location": {**PLACE, "message": {"text": "A step."}}}
RESULT = {"ruleId": "DLM101", "kind": "fail", "level": "error", "locations": [PLACE],
          "message": {"text": "'f' under the loader lock: '[DllMain](1)'.", "id": "load"},
          "relatedLocations": [{"id": 1, "message": {"text": "It."}, **PLACE}],
          "partialFingerprints": {"primaryLocationLineHash": "1:1"},
          "codeFlows": [{"threadFlows": [{"locations": [STEP, {**STEP, "nestingLevel": 2}]}]}]}


def first_thread(result):
    """The first thread flow."""
    return result["codeFlows"][0]["threadFlows"][0]


def physical(result):
    """The first physical location."""
    return result["locations"][0]["physicalLocation"]


# For each reader: changes of a result and its rule that it must tell of.
FAULTS = {
    "vs_code": [
        lambda result, rule: result["relatedLocations"].clear(),
        lambda result, rule: result["message"].update(markdown="x"),
        lambda result, rule: first_thread(result)["locations"][0].update(nestingLevel=0),
        lambda result, rule: first_thread(result)["locations"][0]["location"].pop("message"),
        lambda result, rule: first_thread(result)["locations"][0].update(index=0),
        lambda result, rule: result["message"].update(id="other")],
    "visual_studio": [
        lambda result, rule: rule["defaultConfiguration"].update(level="note"),
        lambda result, rule: first_thread(result)["locations"].clear(),
        lambda result, rule: result.update(fixes=[])],
    "github": [
        lambda result, rule: physical(result).pop("region"),
        lambda result, rule: result["partialFingerprints"].clear(),
        lambda result, rule: result["locations"].append(PLACE),
        lambda result, rule: rule["properties"].update(tags=["t"] * 21),
        lambda result, rule: rule["fullDescription"].update(text="x" * 1025)],
    "gitlab": [
        lambda result, rule: result.update(rank=1),
        lambda result, rule: physical(result)["artifactLocation"].pop("uri"),
        lambda result, rule: rule["properties"]["tags"].clear()],
    "sonarqube": [
        lambda result, rule: result["message"].update(text=""),
        lambda result, rule: rule["defaultConfiguration"].update(level="none")],
    "defectdojo": [
        lambda result, rule: result.update(kind="review"),
        lambda result, rule: rule["messageStrings"]["load"].update(text="{0}{1}{2}{3}{4}{5}"),
        lambda result, rule: rule["relationships"][0]["target"].update(id="833")],
    "reviewdog": [
        lambda result, rule: result["message"].update(markdown="x"),
        lambda result, rule: physical(result)["artifactLocation"].update(uri="/a.c")],
    "jenkins": [
        lambda result, rule: result.update(level="none"),
        lambda result, rule: physical(result)["region"].pop("startLine")],
}


class Readers(unittest.TestCase):
    def test_a_good_result_is_good_for_all(self):
        self.assertEqual(list(consumers.check_result(RESULT, RULE)), [])

    def test_each_reader_tells_of_its_faults(self):
        self.assertEqual(list(FAULTS), [reader.__name__ for reader in consumers.READERS])
        for name, changes in FAULTS.items():
            for i, change in enumerate(changes):
                result, rule = copy.deepcopy(RESULT), copy.deepcopy(RULE)
                change(result, rule)
                with self.subTest(f"{name}, {i}"):
                    self.assertNotEqual(list(getattr(consumers, name)(result, rule)), [])


class Table(unittest.TestCase):
    """The names in the last column of README.md's tables."""

    def names(self):
        """Names of tests: `name` of ctest, `suite.name` of Criterion, `file.py: function`."""
        for line in (HERE / "README.md").read_text(encoding="utf-8").splitlines():
            if line.startswith("| ") and not line.startswith("| ---"):
                yield from re.findall(r"`([^`]+)`", line.rstrip("| ").rsplit("|", 1)[-1])

    def test_every_test_that_is_named_is_there(self):
        cmake = (TESTS / "tests.cmake").read_text(encoding="utf-8")
        known = set(re.findall(r"_test\(([\w.]+)", cmake)) | {"sarif.*", "cases.*"}
        for path in TESTS.glob("*/*.c"):
            found = re.findall(r"^Test\((\w+), (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
            known |= {f"{suite}.{name}" for suite, name in found}
        for path in TESTS.glob("*/*.py"):
            found = re.findall(r"^ *def (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
            known |= {f"{path.name}: {name}" for name in found}
        known |= {f"goldens/{path.name}" for path in (TESTS / "cli" / "goldens").iterdir()}
        names = list(self.names())
        self.assertGreater(len(names), 40)
        self.assertEqual([name for name in names if name not in known], [])


if __name__ == "__main__":
    unittest.main()
