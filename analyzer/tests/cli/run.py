#!/usr/bin/python3
"""Golden tests of the program: what it prints and how it ends.

    run.py [--update] [--program] PROGRAM [NAME...]

Each goldens/NAME.test is run in a fresh folder. The file is a comment and then sections, each from
one line that begins with '=== ' to the next:

    === file NAME       an input file; folders of the name are made
    === folder NAME     an empty folder (no body)
    === env NAME=VALUE  an environment variable (no body)
    === run ARG...      runs the program with these arguments, split as by a shell; several may follow
    === status N        the expected exit status of the run above
    === stdout          the expected standard output of the run above; empty if it is missing
    === stderr          the same for standard error
    === wrote NAME      the expected text of a file that the run above has written

In expected text `{*}` stands for any text within a line and a line `{...}` for any lines, none
included. In input files and in the output {DIR} is the test's folder. `--update` writes what the
program does into the files; wildcards that still match are kept.

Python's standard library only. Ends with `N passed, N failed`; the exit status is 1 if one failed.
"""

import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

GOLDENS = pathlib.Path(__file__).resolve().parent / "goldens"
TIMEOUT = 120  # seconds a run may take
ANY_TEXT = "{*}"
ANY_LINES = "{...}"
NO_NEWLINE = "{no newline at the end}"
CHECKS = ("status", "stdout", "stderr", "wrote")


class Section:
    """One '=== kind argument' line and the lines below it."""

    def __init__(self, kind, argument=""):
        self.kind = kind
        self.argument = argument
        self.lines = []

    def text(self):
        return "".join(line + "\n" for line in self.lines)


def read_test(path):
    """Returns the comment's lines and the sections of a test."""
    comment, sections = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            kind, _, argument = line[4:].strip().partition(" ")
            if kind not in ("file", "folder", "env", "run") + CHECKS:
                sys.exit(f"{path}: unknown section '{kind}'")
            sections.append(Section(kind, argument))
        elif sections:
            sections[-1].lines.append(line)
        else:
            comment.append(line)
    for section in sections:
        while section.lines and section.lines[-1] == "":
            section.lines.pop()
    return comment, sections


def write_test(path, comment, sections):
    """Writes a test back."""
    out = list(comment)
    for section in sections:
        out.append(f"=== {section.kind} {section.argument}".rstrip())
        out += section.lines
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def line_pattern(line):
    """Returns the regular expression of one expected line."""
    return ".*".join(re.escape(part) for part in line.split(ANY_TEXT))


def matches(expected, actual):
    """Tells whether the actual lines are the expected ones."""
    if NO_NEWLINE in actual and NO_NEWLINE not in expected:
        return False
    pattern = ""
    for line in expected:
        pattern += r"(?:[^\n]*\n)*?" if line == ANY_LINES else line_pattern(line) + r"\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def to_lines(data, folder):
    """Returns output as lines; what is unusual about it is made visible."""
    text = data.decode("utf-8", "backslashreplace").replace("\033", "{ESC}")
    text = text.replace(os.path.realpath(folder), "{DIR}").replace(folder, "{DIR}")
    lines = text.split("\n")
    if lines[-1] != "":
        lines.append(NO_NEWLINE)
        return lines
    return lines[:-1]


def updated(expected, actual):
    """Returns the actual lines, with the expected ones wherever their wildcards still match."""
    if ANY_LINES in expected:
        at = expected.index(ANY_LINES)
        if len(actual) >= at and expected[at + 1:] == []:
            return updated(expected[:at], actual[:at]) + [ANY_LINES]
        return actual
    wild = [line for line in expected if ANY_TEXT in line]
    kept = []
    for line in actual:
        fits = [w for w in wild if re.fullmatch(line_pattern(w), line)]
        kept.append(fits[0] if fits else line)
    return kept


class Run:
    """One run of the program and the sections that check it."""

    def __init__(self, section):
        self.section = section
        self.checks = {}
        self.actual = {}

    def execute(self, program, folder, env):
        words = shlex.split(self.section.argument.replace("{DIR}", folder))
        try:
            done = subprocess.run([program] + words, cwd=folder, env=env, timeout=TIMEOUT,
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False)
            status = done.returncode
            self.actual["stdout", ""] = to_lines(done.stdout, folder)
            self.actual["stderr", ""] = to_lines(done.stderr, folder)
        except subprocess.TimeoutExpired:
            status = f"none within {TIMEOUT} seconds"
        self.actual["status", str(status)] = []
        for kind, argument in self.checks:
            if kind == "wrote":
                path = pathlib.Path(folder, argument)
                data = path.read_bytes() if path.is_file() else b"{no such file}\n"
                self.actual[kind, argument] = to_lines(data, folder)

    def faults(self):
        """Yields (what, expected lines, actual lines) for everything that differs."""
        wanted = [argument for kind, argument in self.checks if kind == "status"] or ["0"]
        got = [argument for kind, argument in self.actual if kind == "status"]
        if wanted != got:
            yield "exit status", wanted, got
        for key, lines in self.actual.items():
            expected = self.checks[key].lines if key in self.checks else []
            if key[0] != "status" and not matches(expected, lines):
                yield " ".join(key).strip(), expected, lines

    def update(self):
        """Returns the sections as they should be."""
        out = [self.section]
        for kind in CHECKS:
            for key, lines in self.actual.items():
                if key[0] == kind and (lines or kind in ("status", "wrote")):
                    section = Section(*key)
                    old = self.checks[key].lines if key in self.checks else []
                    section.lines = old if matches(old, lines) else updated(old, lines)
                    out.append(section)
        return out


def environment(folder, sections):
    """Returns the environment of a test: almost nothing of ours."""
    env = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "SystemRoot"):
        if name in os.environ:
            env[name] = os.environ[name]
    for section in sections:
        if section.kind == "env":
            name, _, value = section.argument.partition("=")
            env[name] = value
    return env


def set_up(folder, sections):
    """Makes a test's files and folders."""
    for section in sections:
        path = pathlib.Path(folder, section.argument)
        if section.kind == "folder":
            path.mkdir(parents=True, exist_ok=True)
        elif section.kind == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            text = section.text().replace("{DIR}", folder)
            path.write_bytes(text.encode("utf-8"))


def runs_of(path, sections):
    """Returns the runs of a test, each with its checks."""
    runs = []
    for section in sections:
        if section.kind == "run":
            runs.append(Run(section))
        elif section.kind in CHECKS:
            if not runs:
                sys.exit(f"{path}: '{section.kind}' stands before a run")
            runs[-1].checks[section.kind, section.argument] = section
    if not runs:
        sys.exit(f"{path}: nothing is run")
    return runs


def test(program, path, update):
    """Runs one test.  Returns True if it passed (or was updated)."""
    comment, sections = read_test(path)
    runs = runs_of(path, sections)
    with tempfile.TemporaryDirectory(prefix="dllmain-lint-") as folder:
        set_up(folder, sections)
        for run in runs:
            run.execute(program, folder, environment(folder, sections))
    faults = [(run, fault) for run in runs for fault in run.faults()]
    if update and faults:
        inputs = [s for s in sections if s.kind not in ("run",) + CHECKS]
        write_test(path, comment, inputs + [s for run in runs for s in run.update()])
        print(f"updated: {path.stem}")
        return True
    for run, (what, expected, actual) in faults:
        print(f"FAILED: {path.stem}: dllmain-lint {run.section.argument}")
        sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(
            expected, actual, f"expected {what}", f"actual {what}", lineterm="", n=2))
    return not faults


def main():
    words = [word for word in sys.argv[1:] if word not in ("--update", "--program")]
    if not words:
        sys.exit(__doc__.split("\n\n")[1].strip())
    program = os.path.realpath(words[0])
    if not os.path.isfile(program):
        sys.exit(f"no program: {words[0]}")
    paths = sorted(GOLDENS.glob("*.test"))
    if words[1:]:
        paths = [GOLDENS / f"{name}.test" for name in words[1:]]
    results = [test(program, path, "--update" in sys.argv) for path in paths]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results else 0


if __name__ == "__main__":
    sys.exit(main())
