#!/usr/bin/env python3
"""Tests the harness itself with a program that prints prepared JSON."""
import copy
import json
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

from definitions import definitions_of
from report import golden_lines, parts_of, problems_of

RUN = pathlib.Path(__file__).with_name("run.py")
VALIDATE = RUN.parents[1] / "report" / "validate_sarif.py"
sys.path.append(str(VALIDATE.parent))
from merged_logs import ENOUGH, merge  # pylint: disable=wrong-import-position

# A program that prints report.json of its working folder and ends with the status in it.  Where it
# is asked for a SARIF log it copies log.sarif.
FAKE = f"""#!{sys.executable}
import json, os, shutil, sys
report = json.load(open("report.json"))
for word in sys.argv:
    if word.startswith("--sarif=") and os.path.exists("log.sarif"):
        shutil.copy("log.sarif", word[len("--sarif="):])
sys.stderr.write(" ".join(sys.argv[1:]) + "\\n")
print(json.dumps(report["json"]))
sys.exit(report["status"])
"""

SOURCE = """#include <windows.h>

static void init_bad(void)
{
    LoadLibraryA("x");
}

static void other_ok(void) { }

BOOL WINAPI DllMain(HINSTANCE i, DWORD r, LPVOID p)
{
    init_bad();
    return TRUE;
}
"""

FINDING = {
    "rule": "DLM101", "name": "LoadLibraryUnderLoaderLock", "level": "error",
    "confidence": "documented", "certainty": "certain", "certaintyReason": None, "module": "core",
    "sink": "LoadLibraryA", "message": "LoadLibraryA is reached.",
    "location": {"file": "core.c", "line": 5, "column": 5},
    "phases": ["process-attach-dynamic", "process-attach-static"],
    "paths": [{"root": "DllMain", "steps": [
        {"function": "DllMain", "calls": "init_bad", "file": "core.c", "line": 12, "column": 5},
        {"function": "init_bad", "calls": "LoadLibraryA", "file": "core.c", "line": 5,
         "column": 5}]}],
    "fingerprint": "f1", "baseline": "new", "suppressed": None}
LINE = "core.c init_bad +2 DLM101 error AD,AS: DllMain > init_bad > LoadLibraryA"


def report_of(*findings):
    return {
        "version": 1, "tool": {"name": "dllmain-lint", "version": "0.1.0"},
        "modules": [{"name": "core", "units": 1, "roots": [
            {"kind": "dllmain", "function": "DllMain", "file": "core.c", "line": 10}]}],
        "findings": list(findings),
        "coverage": {"units": {"analysed": 1, "partial": 0, "failed": 0, "skipped": 0}, "cuts": [
            {"kind": "unknown-target", "file": "core.c", "line": 7, "detail": "x"},
            {"kind": "parse-error", "file": "/usr/include/windows.h", "line": 9, "detail": "x"}]},
        "summary": {"error": sum(f["level"] == "error" for f in findings), "warning": 0, "note": 0,
                    "suppressed": 0}}


def changed(**fields):
    return {**copy.deepcopy(FINDING), **fields}


class Harness(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.area = pathlib.Path(self.temporary.name, "area")
        self.area.mkdir()
        self.fake = pathlib.Path(self.temporary.name, "fake")
        self.fake.write_text(FAKE)
        self.fake.chmod(self.fake.stat().st_mode | stat.S_IXUSR)
        self.case(SOURCE, report_of(FINDING), 1, LINE + "\n")

    def case(self, source, report, status, golden=None):
        (self.area / "core.c").write_text(source)
        (self.area / "report.json").write_text(json.dumps({"json": report, "status": status}))
        if golden is not None:
            (self.area / "core.expected").write_text(golden)

    def run_harness(self, *arguments):
        done = subprocess.run(
            [sys.executable, str(RUN), "--program", str(self.fake), *arguments, str(self.area)],
            env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"), capture_output=True, text=True,
            check=False)
        return done.returncode, done.stdout + done.stderr

    def assert_fails(self, text, *arguments):
        status, output = self.run_harness(*arguments)
        self.assertIn(text, output)
        self.assertEqual(status, 1)

    def test_passes_when_golden_and_names_agree(self):
        self.assertEqual(self.run_harness(), (0, "1 passed, 0 failed\n"))

    def test_shows_missing_and_new_lines(self):
        self.case(SOURCE, report_of(FINDING), 1, LINE.replace("AD,AS", "AD") + "\n")
        self.assert_fails(f"new:     {LINE}")
        self.assert_fails("missing: core.c init_bad +2 DLM101 error AD: DllMain")

    def test_update_writes_the_golden(self):
        self.case(SOURCE, report_of(FINDING), 1, "")
        self.assertEqual(self.run_harness("--update")[0], 0)
        self.assertEqual((self.area / "core.expected").read_text(), LINE + "\n")
        self.assertEqual(self.run_harness()[0], 0)

    def test_update_cannot_bless_a_missing_bad_function(self):
        self.case(SOURCE, report_of(), 0, LINE + "\n")
        self.assert_fails("core.c:3: init_bad is on no path", "--update")

    def test_update_cannot_bless_an_ok_function_on_a_path(self):
        finding = changed()
        finding["paths"][0]["steps"][0]["calls"] = "other_ok"
        self.case(SOURCE, report_of(finding), 1)
        self.assert_fails("other_ok is on a path", "--update")

    def test_a_suppressed_finding_keeps_no_promise(self):
        finding = changed(suppressed={"kind": "inSource"})
        report = report_of(finding)
        report["summary"].update(error=0, suppressed=1)
        self.case(SOURCE, report, 0, LINE + " (suppressed)\n")
        self.assert_fails("init_bad is on no path")
        self.case(SOURCE.replace("init_bad", "init"), report, 0)
        self.assertNotIn("exit status", self.run_harness()[1])

    def test_known_wrong_answers_need_a_reason_and_must_still_be_wrong(self):
        extra = "\n// Not seen: x.\nstatic void FN_a(void) { }\nstatic void FN_b(void) { }\n"
        self.case(SOURCE + extra, report_of(FINDING), 1)
        status, output = self.run_harness()
        self.assertEqual(status, 1)
        self.assertIn("FN_b needs a comment", output)
        self.assertNotIn("FN_a", output)
        self.case(SOURCE + "/* Because. */\nvoid FP_c(void) { }\n", report_of(FINDING), 1)
        self.assert_fails("FP_c is no longer reported")

    def test_exit_status_and_standard_error_are_checked(self):
        self.case(SOURCE, report_of(FINDING), 0)
        self.assert_fails("exit status 0, expected 1")
        self.case(SOURCE + "// exit: 0\n// stderr: --entry Go\n// options: --entry Go\n",
                  report_of(FINDING), 0)
        self.assertEqual(self.run_harness()[0], 0)
        self.case(SOURCE + "// stderr: nonsense\n", report_of(FINDING), 1)
        self.assert_fails("standard error has no 'nonsense'")

    def test_flags_stand_behind_the_files(self):
        self.case(SOURCE + "// flags: -DX -DY\n// stderr: ./core.c -- -D__SCE__ -DX -DY\n",
                  report_of(FINDING), 1)
        self.assertEqual(self.run_harness()[0], 0)

    def test_cuts_are_shown_on_demand(self):
        self.case(SOURCE + "// show: cuts\n", report_of(FINDING), 1)
        self.assert_fails("new:     cut unknown-target core.c:7")
        self.assert_fails("new:     cut parse-error <windows.h>\n")

    def test_a_crash_is_a_failure(self):
        self.case(SOURCE, report_of(FINDING), 139)
        self.assert_fails("exit status 139, expected 1")
        self.fake.write_text(f"#!{sys.executable}\n")
        self.assert_fails("standard output is no JSON")
        self.assert_fails("standard output is no JSON", "--update")

    def test_every_case_is_in_one_part(self):
        for name in ("a", "b", "d"):
            (self.area / f"{name}.c").write_text(SOURCE)
            (self.area / f"{name}.expected").write_text("")
        outputs = [self.run_harness("--part", f"{part}/3")[1] for part in (1, 2, 3)]
        self.assertEqual([output.splitlines()[-1] for output in outputs],
                         ["0 passed, 2 failed", "0 passed, 1 failed", "1 passed, 0 failed"])
        self.assertIn("FAILED area/a\n", outputs[0])
        self.assertIn("FAILED area/d\n", outputs[0])
        self.assertIn("FAILED area/b\n", outputs[1])
        self.assertIn("is not K/N", self.run_harness("--part", "4/3")[1])

    def test_logs_are_of_this_run_and_validated_once(self):
        logs = pathlib.Path(self.temporary.name, "logs")
        logs.mkdir()
        (logs / "old.sarif").write_text("{}")
        self.assert_fails("no SARIF log was written", "--sarif-into", str(logs))
        self.assertEqual([log.name for log in logs.iterdir()], ["logs"])
        self.assertEqual(self.validate(logs), 2)
        (self.area / "log.sarif").write_text("{}")
        self.assertEqual(self.run_harness("--sarif-into", str(logs))[0], 0)
        self.assertEqual(self.validate(logs), 1)
        self.assertEqual(self.validate(logs), 2)
        (self.area / "log.sarif").write_text(json.dumps(
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "fake"}}}]}))
        self.assertEqual(self.run_harness("--sarif-into", str(logs))[0], 0)
        self.assertEqual(self.validate(logs), 0)
        self.assertEqual(list(logs.iterdir()), [])

    def validate(self, logs):
        return subprocess.run([sys.executable, str(VALIDATE), "--listed", str(logs / "logs")],
                              capture_output=True, check=False).returncode

    def test_an_orphaned_golden_is_a_failure(self):
        (self.area / "gone.expected").write_text("")
        self.assert_fails("no source beside it")


class MergedLogs(unittest.TestCase):
    """What multitool.py validates holds all that the logs hold."""

    def merged(self, *logs, most=0):
        """Merges logs of (rule's level, message string, number of results)."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for i, (level, string, n) in enumerate(logs):
                run = {"tool": {"driver": {"rules": [
                           {"id": "R", "level": level, "messageStrings": {string: {"text": string}}}]}},
                       "invocations": [{"toolExecutionNotifications": [f"n{i}"]}],
                       "results": [{"properties": {}} for _ in range(n)]}
                paths.append(pathlib.Path(folder, f"{i}.sarif"))
                paths[-1].write_text(json.dumps({"runs": [run]}))
            return [log["runs"][0] for log in merge(paths, most)]

    def test_logs_that_differ_in_what_they_found_become_one(self):
        run, = self.merged(("error", "a", 1), ("error", "b", 2))
        self.assertEqual([r["properties"]["log"] for r in run["results"]],
                         ["0.sarif", "1.sarif", "1.sarif"])
        self.assertEqual(list(run["tool"]["driver"]["rules"][0]["messageStrings"]), ["a", "b"])
        self.assertEqual(run["invocations"], [{"toolExecutionNotifications": ["n0", "n1"]}])

    def test_logs_with_other_rules_or_enough_results_stay_apart(self):
        self.assertEqual(len(self.merged(("error", "a", 1), ("note", "a", 1))), 2)
        self.assertEqual(len(self.merged(("error", "a", ENOUGH), ("error", "a", 1))), 2)

    def test_results_that_are_alike_can_be_left_out(self):
        run, = self.merged(("error", "a", 3), ("error", "a", 1), most=2)
        self.assertEqual([r["properties"]["log"] for r in run["results"]], ["0.sarif", "0.sarif"])
        self.assertEqual(run["invocations"], [{"toolExecutionNotifications": ["n0", "n1"]}])

    def test_a_long_log_is_cut(self):
        runs = self.merged(("error", "a", 2 * ENOUGH + 1), ("error", "b", 1))
        self.assertEqual([len(run["results"]) for run in runs], [ENOUGH, ENOUGH, 2])
        notes = [note for run in runs for note in run["invocations"][0]["toolExecutionNotifications"]]
        self.assertEqual(notes, ["n0", "n1"])


class Report(unittest.TestCase):
    def assert_problem(self, text, *findings):
        self.assertIn(text, "\n".join(problems_of(report_of(*findings))))

    def test_the_shape_is_checked(self):
        self.assertEqual(problems_of(report_of(FINDING)), [])
        self.assert_problem("same fingerprint", FINDING, FINDING)
        self.assert_problem("unknown level", changed(level="fatal"))
        self.assert_problem("a reason is given exactly when", changed(certainty="possible"))
        self.assert_problem("out of order", changed(phases=["thread-detach", "thread-attach"]))
        self.assert_problem("{api} was not replaced", changed(message="{api} is bad"))
        self.assert_problem("no paths", changed(paths=[]))
        self.assert_problem("no field 'steps'", changed(paths=[{"root": "DllMain"}]))
        lacking = changed()
        del lacking["confidence"]
        self.assert_problem("no field 'confidence'", lacking)

    def test_lines_tell_what_is_special(self):
        finding = changed(certainty="possible", certaintyReason="one of two", phases=[
            "process-attach-dynamic", "process-attach-static", "thread-attach", "thread-detach",
            "process-detach-unload", "process-detach-exit"])
        finding["paths"][0]["steps"][0]["through"] = "callback of EnumWindows"
        lines = golden_lines(report_of(finding), lambda file, function, line: f"@{line}", False)
        self.assertEqual(lines, ["core.c init_bad @5 DLM101 error all: DllMain > init_bad "
                                 "[callback of EnumWindows] > LoadLibraryA (possible)"])

    def test_names_are_split(self):
        self.assertEqual(parts_of("a::B<c::D<int>>::~B_bad(int)"), ["a", "B", "~B_bad"])
        self.assertEqual(parts_of("B<int>::operator()(int)"), ["B", "operator()"])
        self.assertEqual(parts_of("B::operator bool() const"), ["B", "operator bool"])
        self.assertEqual(parts_of("(anonymous namespace)::f(int)"), ["anonymous", "f"])


class Definitions(unittest.TestCase):
    def names(self, text):
        return [d.name for d in definitions_of(text)]

    def test_declarations_calls_and_tables_are_no_definitions(self):
        self.assertEqual(self.names(
            "void f(void);\nint t[] = { 1 };\nstruct ops o = { .init = f };\n"
            "struct s { void (*init)(void); };\n#define M(x) void x(void) { }\n"
            'void g(void) { if (a) { f(); } while (b) { } char *s = "{"; }\n'), ["g"])

    def test_classes_templates_and_namespaces(self):
        self.assertEqual(self.names(
            'extern "C" { void a() { } }\nnamespace n { namespace {\n'
            "class C : public B {\npublic:\n  C() : x_{1}, y_(2) { }\n  ~C() { }\n"
            "  int m() const noexcept override { return 0; }\n"
            "  bool operator()(int) { return 1; }\n};\n"
            "template <typename T, typename U = decltype(q(1))>\nauto h(T t) -> T { return t; }\n"
            "} }\nn::C::~C() { }\n"), ["a", "C", "~C", "m", "operator()", "h", "~C"])

    def test_both_branches_of_a_condition(self):
        self.assertEqual(self.names(
            "#ifdef X\nvoid p(int a) {\n#else\nvoid q(void) {\n#endif\n}\nvoid r(void) { }\n"),
            ["p", "q", "r"])

    def test_attributes_stand_before_names(self):
        self.assertEqual(self.names(
            "__attribute__((constructor)) static void a(void) { }\n"
            "__declspec(dllexport) void b(void) { }\n"), ["a", "b"])


if __name__ == "__main__":
    unittest.main()
