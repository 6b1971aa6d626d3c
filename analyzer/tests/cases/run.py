#!/usr/bin/env python3
"""Runs dllmain-lint on the cases of one or more areas and compares with their goldens.

    run.py --program PROGRAM [--update] [--only GLOB] FOLDER...

FOLDER is an area (testdata/cases/<area>) or a single case that is a folder.  A case of an area is
a source NAME.c or NAME.cpp with NAME.expected beside it, or a folder with sources and a file
`expected`.  A folder with a compile_commands.json is analysed with `-p`; all else as
`dllmain-lint OPTIONS --format json SOURCES -- FLAGS`, in the case's folder.

Comments of any source of a case, one a line, say what is special:

    // options: --entry MyEntry         options of dllmain-lint; $TMP is a folder for its files
    // flags: --target=i686-w64-windows-gnu -DX         compiler flags
    // exit: 2                          exit status; else 1 if there is an error or a warning
    // show: cuts                       the golden has the cuts, too
    // stderr: TEXT                     must occur in standard error

The golden lines are described in report.py.  Whatever the golden says, the names of functions are
promises: NAME_bad (or with _bad_ inside) is on a path of a reported finding, NAME_ok is on none,
FN_NAME is on none although it should be, FP_NAME is on one although it should not; the last two
need a comment right above that gives the reason.  --update rewrites the goldens, and still fails
when a promise is broken.

--part K/N runs the Kth of N parts of the cases: every case is in one of them.  --sarif-into has the
same run write the SARIF log of each case, too, and a list of them for validate_sarif.py.
"""
import argparse
import concurrent.futures
import fnmatch
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

from definitions import definitions_of
from report import golden_lines, is_reported, names_on_paths, problems_of

UNITS = (".c", ".cc", ".cpp", ".cxx")
HEADERS = (".h", ".hh", ".hpp", ".inl")
DIRECTIVE = re.compile(r"^\s*//\s*(options|flags|exit|show|stderr):[ \t]*(.*?)\s*$", re.MULTILINE)
DATABASE = "compile_commands.json"
TIME_LIMIT = 120  # seconds for one run; a sanitizer's build needs some 2
# Clang's immintrin.h then leaves out the vector extensions that the target does not have by default:
# half of what parsing windows.h costs, and no case is about them.
COMMON_FLAGS = ["-D__SCE__"]
# What a job of CI knows, and Microsoft's validator wants in every log.
FOR_LOGS = ["--vcs-repository=https://example.com/cases", f"--vcs-revision={'0' * 40}"]
LIST_OF_LOGS = "logs"  # beside the logs; written when all cases have been run


def read_source(path):
    """A source as text, whatever its encoding: cases in UTF-16 and in broken UTF-8 exist."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8", errors="replace").replace("\r\n", "\n")


class Case:
    """One case: where it is, what it consists of, and what its directives say."""

    def __init__(self, area, path, golden):
        self.name = f"{area}/{path.stem}" if path.is_file() else path.name
        if path.is_dir() and area:
            self.name = f"{area}/{path.name}"
        self.folder = path if path.is_dir() else path.parent
        self.golden = golden
        self.has_database = path.is_dir() and (path / DATABASE).exists()
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        self.units = [f for f in files if f.suffix in UNITS]
        self.sources = [f for f in files if f.suffix in UNITS + HEADERS]
        self.options, self.flags, self.shows, self.stderr = [], [], set(), []
        self.exit = None
        for source in self.sources:
            for word, value in DIRECTIVE.findall(read_source(source)):
                self.directive(word, value)

    def directive(self, word, value):
        if word == "options":
            self.options += shlex.split(value)
        elif word == "flags":
            self.flags += shlex.split(value)
        elif word == "exit":
            self.exit = int(value)
        elif word == "show":
            self.shows.update(value.replace(",", " ").split())
        else:
            self.stderr.append(value)

    def command(self, program, temporary, log):
        command = [program, "--source-root", ".", "-j", "1"]
        command += [option.replace("$TMP", temporary) for option in self.options]
        command += ["--format", "json"] + ([f"--sarif={log}", *FOR_LOGS] if log else [])
        if self.has_database:
            return command + ["-p", "."]
        # "./" keeps a file from being taken for an option.
        command += ["./" + str(f.relative_to(self.folder)) for f in self.units]
        return command + ["--"] + COMMON_FLAGS + self.flags


class Outcome:
    """What came of running a case."""

    def __init__(self, case):
        self.case = case
        self.problems = []
        self.lines = []
        self.command = []
        self.stderr = ""


def is_single_case(folder):
    return (folder / "expected").exists() or (folder / DATABASE).exists()


def cases_of(folder, golden=None):
    """The cases of an area, sorted; of a folder that is itself a case, this one."""
    if is_single_case(folder):
        return [Case("", folder, golden or folder / "expected")]
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix in UNITS:
            found.append(Case(folder.name, path, path.with_suffix(".expected")))
        elif path.is_dir() and Case(folder.name, path, None).units:
            found.append(Case(folder.name, path, path / "expected"))
    return found


def orphaned_goldens(folder):
    """Goldens of an area whose source is gone."""
    if is_single_case(folder):
        return []
    return [path for path in sorted(folder.glob("*.expected"))
            if not any(path.with_suffix(suffix).exists() for suffix in UNITS)]


def execute(case, program, log):
    """Runs the program; returns (command, exit status, standard output, standard error)."""
    with tempfile.TemporaryDirectory() as temporary:
        command = case.command(program, temporary, log)
        environment = dict(os.environ, LC_ALL="C", NO_COLOR="1")
        try:
            done = subprocess.run(command, cwd=case.folder, env=environment, timeout=TIME_LIMIT,
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False)
        except subprocess.TimeoutExpired as expired:
            return command, None, b"", expired.stderr or b""
        return command, done.returncode, done.stdout, done.stderr


def relative_line(case):
    """The function that shows a line relative to the definition it stands in."""
    known = {}

    def show(file, function, line):
        path = case.folder / file
        if file not in known:
            known[file] = definitions_of(read_source(path)) if path.is_file() else []
        starts = [d.line for d in known[file] if d.name == function and d.line <= line]
        return f"+{line - max(starts)}" if starts else f"@{line}"

    return show


def broken_promises(case, report):
    """The names of functions that the report contradicts."""
    seen = names_on_paths(report)
    on_path = {parts[-1] for parts in seen}
    for parts in seen:
        for part in parts:
            if part.endswith("_ok"):
                yield f"{'::'.join(parts)} is on a path, but its name says that it is fine"
                break
    for source in case.sources:
        for found in definitions_of(read_source(source)):
            where = f"{source.relative_to(case.folder)}:{found.line}: {found.name}"
            if found.name.startswith(("FN_", "FP_")):
                if not found.has_reason:
                    yield f"{where} needs a comment right above that says why it is not right yet"
                if found.name.startswith("FN_") and found.name in on_path:
                    yield f"{where} is found now: give it a name in _bad"
                if found.name.startswith("FP_") and found.name not in on_path:
                    yield f"{where} is no longer reported: give it a name in _ok"
            elif re.search(r"_bad(_|$)", found.name) and found.name not in on_path:
                yield f"{where} is on no path, but its name says that it is wrong"


def expected_exit(case, report):
    if case.exit is not None:
        return case.exit
    findings = report["findings"] if report else []
    return int(any(f["level"] in ("error", "warning") and is_reported(f) for f in findings))


def parse_report(outcome, output, status):
    """The report, or None after noting why; nothing at all is fine with exit status 2."""
    if not output and status == 2 and outcome.case.exit == 2:
        return None
    try:
        report = json.loads(output.decode("utf-8"))
    except ValueError as error:
        outcome.problems.append(f"standard output is no JSON: {error}")
        return None
    wrong = problems_of(report)
    outcome.problems += wrong
    return None if wrong else report


def log_of(case, folder):
    """Where a case's SARIF log goes; None if there is no folder for it."""
    return folder / f"{case.name.replace('/', '.')}.sarif" if folder else None


def run_case(case, arguments):
    """Runs a case and checks all but the golden."""
    outcome = Outcome(case)
    log = log_of(case, arguments.sarif_into)
    outcome.command, status, output, errors = execute(case, str(arguments.program), log)
    outcome.stderr = errors.decode("utf-8", errors="replace")
    if status is None:
        outcome.problems.append(f"no end within {TIME_LIMIT} s")
        return outcome
    report = parse_report(outcome, output, status)
    if log and report and not log.exists():
        outcome.problems.append("no SARIF log was written")
    if arguments.again and status != 2:
        _, again, once_more, _ = execute(case, str(arguments.program), None)
        if (again, once_more) != (status, output):
            outcome.problems.append("on a full cache it does not give the same")
    if report:
        with_cuts = "cuts" in case.shows.union(arguments.show)
        outcome.lines = golden_lines(report, relative_line(case), with_cuts)
        outcome.problems += broken_promises(case, report)
    if report or status != 2:
        wanted = expected_exit(case, report)
        if status != wanted:
            outcome.problems.append(f"exit status {status}, expected {wanted}")
    outcome.problems += [f"standard error has no {text!r}" for text in case.stderr
                         if text not in outcome.stderr]
    return outcome


def compare(outcome):
    """Compares with the golden; differences become problems."""
    golden = outcome.case.golden
    if not golden.exists():
        outcome.problems.append(f"no golden {golden.name}: write it with --update")
        return
    wanted = golden.read_text(encoding="utf-8").splitlines()
    spare = list(outcome.lines)
    missing = []
    for line in wanted:
        if line in spare:
            spare.remove(line)
        else:
            missing.append(line)
    outcome.problems += [f"missing: {line}" for line in missing]
    outcome.problems += [f"new:     {line}" for line in spare]
    if not missing and not spare and wanted != outcome.lines:
        outcome.problems.append("the golden's lines are not sorted")


def update(outcome):
    """Writes the golden if the program gave a report."""
    text = "".join(line + "\n" for line in outcome.lines)
    golden = outcome.case.golden
    if not golden.exists() or golden.read_text(encoding="utf-8") != text:
        golden.write_text(text, encoding="utf-8")
        print(f"updated {outcome.case.name}")


def show_failure(outcome):
    print(f"FAILED {outcome.case.name}")
    for problem in outcome.problems:
        print(f"    {problem}")
    print(f"    in {outcome.case.folder}: {shlex.join(outcome.command)}")
    for line in outcome.stderr.splitlines()[-15:]:
        print(f"    | {line}")


def judge(outcome, arguments):
    """Compares or updates; returns whether the case passed."""
    unreadable = any(p.startswith(("JSON:", "no end", "standard output")) for p in outcome.problems)
    if not arguments.update:
        if not unreadable:
            compare(outcome)
    elif not unreadable:
        update(outcome)
    if outcome.problems:
        show_failure(outcome)
    return not outcome.problems


def part_of(text):
    """The two numbers of --part."""
    match = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", text)
    if not match or int(match.group(1)) > int(match.group(2)):
        raise argparse.ArgumentTypeError(f"'{text}' is not K/N with K from 1 to N")
    return int(match.group(1)), int(match.group(2))


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="rewrite the goldens")
    parser.add_argument("--only", default="*", metavar="GLOB", help="cases to run, by name")
    parser.add_argument("--jobs", type=int, default=1, help="cases at once")
    parser.add_argument("--golden", type=pathlib.Path, help="for one case: its golden's path")
    parser.add_argument("--show", action="append", default=[], help="like the directive")
    parser.add_argument("--option", action="append", default=[], help="like the directive")
    parser.add_argument("--part", type=part_of, default=(1, 1), metavar="K/N",
                        help="run this part of the cases")
    parser.add_argument("--cache", type=pathlib.Path, metavar="FOLDER",
                        help="a cache for all cases; without it none is used")
    parser.add_argument("--again", action="store_true",
                        help="run each case twice: on a full cache it must give the same")
    parser.add_argument("--sarif-into", type=pathlib.Path, metavar="FOLDER",
                        help="write the cases' SARIF logs there, and the list of them")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    return parser.parse_args()


def common_options(cache):
    """Options for every case: a run does not depend on the one before, but on what is in the cache
    that all cases of a test share, preambles above all."""
    if cache is None:
        return ["--no-cache"]
    return ["--cache-dir", str(cache.resolve()), "--preamble-units", "1"]


def selected_cases(arguments):
    cases = []
    common = common_options(arguments.cache)
    for folder in arguments.folders:
        cases += cases_of(folder.resolve(), arguments.golden and arguments.golden.resolve())
    for case in cases:
        case.options = common + case.options + arguments.option
    part, parts = arguments.part
    return [c for c in cases[part - 1::parts]
            if any(fnmatch.fnmatch(n, arguments.only) for n in (c.name, c.name.split("/")[-1]))]


def empty_logs(folder):
    """Makes the folder of the logs and takes away what an earlier run has left in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIST_OF_LOGS).unlink(missing_ok=True)
    for log in folder.glob("*.sarif"):
        log.unlink()


def list_logs(cases, folder):
    """Writes the list of the logs; only now are they complete."""
    names = [log_of(case, folder).name for case in cases if log_of(case, folder).exists()]
    (folder / LIST_OF_LOGS).write_text("".join(name + "\n" for name in names), encoding="utf-8")


def main():
    arguments = parse_arguments()
    arguments.program = arguments.program.resolve()
    if not arguments.program.exists():
        sys.exit(f"run.py: no program {arguments.program}")
    for folder in arguments.folders:
        if not folder.is_dir():
            sys.exit(f"run.py: no folder {folder}")
    if arguments.sarif_into:
        arguments.sarif_into = arguments.sarif_into.resolve()
        empty_logs(arguments.sarif_into)
    cases = selected_cases(arguments)
    if not cases:
        sys.exit("run.py: no cases")
    passed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=arguments.jobs) as pool:
        for outcome in pool.map(lambda case: run_case(case, arguments), cases):
            passed += judge(outcome, arguments)
    if arguments.sarif_into:
        list_logs(cases, arguments.sarif_into)
    orphans = [path for folder in arguments.folders for path in orphaned_goldens(folder)]
    for path in orphans:
        print(f"FAILED {path}: no source beside it")
    failed = len(cases) - passed + len(orphans)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
