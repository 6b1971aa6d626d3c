#!/usr/bin/env python3
"""Checks that the output depends on the input only.

    same_output.py PROGRAM PROJECT

Runs dllmain-lint on copies of a project (a folder with a compile_commands.json) that differ in what
must not matter: the folder's name, the order of the database, the number of jobs, the current
folder, what is in the cache.  The output must be the same, byte for byte, in every format.
"""
import difflib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

FORMATS = ("text", "gcc", "msvc", "github", "gitlab", "json", "sarif")
PAGES = ("html", "dot")  # reports that are no format of standard output
JOBS = (1, 1, 2, 8)


def run(program, folder, jobs, *options):
    """Standard output of a run; ends the test when the run fails."""
    done = subprocess.run(
        [program, "-p", str(folder), "--source-root", str(folder), "-j", str(jobs), *options],
        cwd=folder.parent, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"exit status {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def outputs_of(program, folder, jobs, cache):
    """What the program writes in each format; the first run fills the cache."""
    options = ("--cache-dir", str(cache))
    outputs = {name: run(program, folder, jobs, *options, "--format", name) for name in FORMATS}
    for name in PAGES:
        outputs[name] = run(program, folder, jobs, *options, f"--{name}=-")
    return outputs


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
        first, wrong = None, set()
        for number, jobs in enumerate(JOBS):
            cache = pathlib.Path(temporary, f"cache{number}")
            outputs = outputs_of(program, other if number % 2 else one, jobs, cache)
            first = first or outputs
            for name in outputs:
                if outputs[name] != first[name]:
                    wrong.add(name)
                    texts = [data.decode().splitlines() for data in (first[name], outputs[name])]
                    difference = difflib.unified_diff(*texts, "-j 1", f"-j {jobs}", lineterm="", n=0)
                    print(f"FAILED {name}", *list(difference)[:20], sep="\n    ")
    print(f"{len(first) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
