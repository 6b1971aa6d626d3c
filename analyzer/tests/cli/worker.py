#!/usr/bin/env python3
"""The program that parses: missing, broken, replaced.

    worker.py PROGRAM

Copies the program and its worker into a folder of their own and spoils the copy.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = """typedef void *HANDLE;
int __stdcall DllMain(HANDLE module, unsigned reason, void *reserved) { return 1; }
"""


class Copy:
    def __init__(self, program, folder):
        self.program = folder / "bin" / "dllmain-lint"
        self.worker = folder / "bin" / "dllmain-lint-worker"
        self.original = pathlib.Path(program)
        self.folder = folder
        self.program.parent.mkdir()
        shutil.copy(program, self.program)
        (folder / "dll.c").write_text(SOURCE)

    def copy_worker(self):
        self.worker.unlink(missing_ok=True)
        shutil.copy(self.original.with_name("dllmain-lint-worker"), self.worker)

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True,
                              text=True, timeout=120, check=False, stdin=subprocess.DEVNULL)

    def reused(self):
        """How many units of a run came from the cache."""
        done = self.run("--no-config", "--stats", "--cache-dir", "cache", "dll.c", "--",
                        "--target=x86_64-w64-windows-gnu")
        expect(done.returncode, 0, "a clean run", done.stderr)
        return sum(int(line.split()[3]) for line in done.stderr.splitlines()
                   if line.endswith("from the cache"))


def expect(actual, expected, what, more=""):
    if actual != expected:
        sys.exit(f"{what}: expected {expected!r}, found {actual!r}\n{more}")
    print("passed:", what)


def missing(copy):
    done = copy.run("--no-config", "dll.c", "--")
    expect((done.returncode, done.stdout), (2, ""), "no worker is an error", done.stderr)
    expect(done.stderr, f"dllmain-lint: error: {copy.worker}: the program that parses is missing; "
           "install it beside dllmain-lint, both of one version\n", "the message names its place")
    done = copy.run("--version")
    expect(done.returncode, 0, "--version needs none")
    expect("libclang: not known" in done.stdout, True, "and says what is not known", done.stdout)
    expect(copy.run("--list-rules").returncode, 0, "--list-rules needs none")


def broken(copy):
    copy.worker.write_text("no program")
    done = copy.run("--no-config", "dll.c", "--")
    expect(done.returncode, 2, "a worker that cannot be started is an error", done.stderr)
    expect("dll.c: not analysed: no worker process could be started" in done.stderr, True,
           "it is said of the unit", done.stderr)
    copy.worker.write_text("#!/bin/sh\nexit 0\n")
    copy.worker.chmod(0o755)
    done = copy.run("--no-config", "dll.c", "--")
    expect((done.returncode, "dll.c: not analysed" in done.stderr), (2, True),
           "a worker that does not answer is an error", done.stderr)


def replaced(copy):
    copy.copy_worker()
    expect(copy.reused(), 0, "nothing is in an empty cache")
    expect(copy.reused(), 1, "the facts are there the second time")
    with copy.program.open("ab") as program:
        program.write(b"\0")
    expect(copy.reused(), 1, "another analyzer takes them, too")
    records = list((copy.folder / "cache" / "workers").iterdir())
    expect(len(records), 1, "what the worker is was remembered")
    for text in ("", "noise", records[0].read_text().replace("clang version", "clang revision")[:-1]):
        records[0].write_text(text)
        expect(copy.reused(), 1, "a damaged record is made again")
    with copy.worker.open("ab") as worker:
        worker.write(b"\0")
    expect(copy.reused(), 0, "another worker makes its own")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        copy = Copy(sys.argv[1], pathlib.Path(temporary).resolve())
        missing(copy)
        broken(copy)
        replaced(copy)


if __name__ == "__main__":
    main()
