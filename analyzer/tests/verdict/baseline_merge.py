#!/usr/bin/env python3
"""Merges baselines with git, as branches do that find and mend different things.

    baseline_merge.py PROGRAM

In each round two branches of one program add functions with a fault and take others out, and each
writes its baseline.  Git merges the two as `.gitattributes` with merge=union says; the merged program
must then have nothing new, and the merged file every finding once when it is written again.
Afterwards git itself merges two branches, with and without the attribute.  Exit status: 0 all hold, 1
not; without git 77 (skipped), and 1 where CI is set.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROUNDS = 4
AT_FIRST = 12  # faults that both branches begin with
# Without windows.h, which would take a hundred times as long as all of this.
HEAD = "__declspec(dllimport) void *__stdcall LoadLibraryW(const unsigned short *name);\n"
FAULTS = []


def expect(what, found, wanted=True):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def source_of(numbers):
    """A DLL with a function for each number."""
    numbers = sorted(numbers)
    functions = "".join(f"static void f{n}(void) {{ LoadLibraryW(L\"{n}\"); }}\n" for n in numbers)
    calls = "".join(f"        f{n}();\n" for n in numbers)
    return (f"{HEAD}{functions}int __stdcall DllMain(void *module, unsigned long reason, void *reserved)\n"
            f"{{\n    if (reason == 1) {{\n{calls}    }}\n    return 1;\n}}\n")


def run(program, folder, numbers, *options):
    """Runs the program over these functions; returns its JSON output."""
    (folder / "dll.c").write_text(source_of(numbers), encoding="utf-8")
    done = subprocess.run([program, "--no-config", "--format=json", *options, "dll.c", "--"], cwd=folder,
                          capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def baseline_of(program, folder, name, numbers):
    """Writes the baseline of these functions."""
    run(program, folder, numbers, f"--write-baseline={name}")
    return folder / name


def merge(folder, ours, base, theirs, *options):
    """Whether git's merge of three files is without conflict; the result is in the file `merged`."""
    done = subprocess.run(["git", "merge-file", "-p", *options, ours, base, theirs], cwd=folder,
                          capture_output=True, check=False)
    (folder / "merged.json").write_bytes(done.stdout)
    return done.returncode == 0


def functions_of(path):
    """The functions that a baseline names, in order of their numbers."""
    entries = json.loads(path.read_text(encoding="utf-8"))["findings"]
    return sorted(int(entry["function"][1:]) for entry in entries if entry)


def branch(chance, base):
    """A branch's functions: some are taken out, some are new."""
    gone = set(chance.sample(sorted(base), chance.randint(0, 3)))
    return base - gone | set(chance.sample(range(100, 112), chance.randint(1, 4)))


def check_round(program, folder, chance):
    """One merge; returns whether it were one without the attribute, too."""
    base = set(range(AT_FIRST))
    ours, theirs = branch(chance, base), branch(chance, base)
    files = [baseline_of(program, folder, f"{name}.json", numbers)
             for name, numbers in (("ours", ours), ("base", base), ("theirs", theirs))]
    wanted = {n for n in ours | theirs if n >= 100 or n in ours & theirs}
    expect("a union is no conflict", merge(folder, *files, "--union"))
    report = run(program, folder, wanted, "--baseline=merged.json")
    expect(f"what is new after {sorted(ours)} and {sorted(theirs)}",
           [f["paths"][0]["steps"][-1]["function"] for f in report["findings"] if f["baseline"] == "new"], [])
    expect("what is known", report["summary"]["unchanged"], len(wanted))
    run(program, folder, wanted, "--baseline=merged.json", "--write-baseline=merged.json")
    expect("what is written again", functions_of(folder / "merged.json"), sorted(wanted))
    return merge(folder, *files)


def git(folder, *words):
    """Runs git with an identity; returns its exit status."""
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True,
                          check=False).returncode


def check_repository(program, folder, attribute):
    """Two branches that add at one place: git merges them with the attribute only."""
    git(folder, "init")
    if attribute:
        (folder / ".gitattributes").write_text("known.json merge=union\n", encoding="utf-8")
    known = baseline_of(program, folder, "known.json", set())
    git(folder, "add", "known.json", *([".gitattributes"] if attribute else []))
    git(folder, "commit", "-m", "base")
    for name, number in (("ours", 1), ("theirs", 2)):
        git(folder, "checkout", "-b", name, "main")
        baseline_of(program, folder, "known.json", {number})
        expect("a commit", git(folder, "commit", "-am", name), 0)
    expect(f"git merge, attribute: {attribute}", git(folder, "merge", "ours", "-m", "merge") == 0, attribute)
    if attribute:
        expect("both are known", functions_of(known), [1, 2])


def main():
    """Runs all rounds."""
    program = str(pathlib.Path(sys.argv[1]).resolve())
    if shutil.which("git") is None:
        print("baseline_merge.py: there is no git: NOTHING WAS TESTED")
        return 1 if os.environ.get("CI") else 77
    chance = random.Random(6)
    with tempfile.TemporaryDirectory() as name:
        plain = sum(check_round(program, pathlib.Path(name), chance) for _ in range(ROUNDS))
    for attribute in (False, True):
        with tempfile.TemporaryDirectory() as name:
            check_repository(program, pathlib.Path(name), attribute)
    print("\n".join(FAULTS) or f"{ROUNDS} merges without conflict; without merge=union {plain}")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
