#!/usr/bin/env python3
"""Checks that the output depends on the input only.

    same_output.py PROGRAM PROJECT

Runs dllmain-lint on copies of a project (a folder with a compile_commands.json) that differ in what
must not matter: the folder's name, the order of the database, the number of jobs, the current
folder.  The output must be the same, byte for byte, in every format.
"""
import difflib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

FORMATS = ("text", "json", "sarif")


def output_of(program, folder, jobs, output_format):
    """Standard output of a run; ends the test when the run fails."""
    done = subprocess.run(
        [program, "-p", str(folder), "--source-root", str(folder), "-j", str(jobs),
         "--cache-dir", str(folder.parent / "cache"), "--format", output_format],
        cwd=folder.parent, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"exit status {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def copy_of(project, folder, reverse):
    """A copy of the project, with the entries of its database in another order."""
    shutil.copytree(project, folder)
    database = folder / "compile_commands.json"
    entries = json.loads(database.read_text())
    database.write_text(json.dumps(entries[::-1] if reverse else entries))
    return folder


def main():
    program, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as temporary:
        one = copy_of(project, pathlib.Path(temporary, "one"), reverse=False)
        other = copy_of(project, pathlib.Path(temporary, "deep", "An öther"), reverse=True)
        failed = 0
        for output_format in FORMATS:
            first = output_of(program, one, 1, output_format).splitlines()
            second = output_of(program, other, 4, output_format).splitlines()
            difference = list(difflib.unified_diff(first, second, "-j 1", "-j 4", lineterm="", n=0))
            if difference:
                failed += 1
                print(f"FAILED {output_format}", *difference[:20], sep="\n    ")
    print(f"{len(FORMATS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
