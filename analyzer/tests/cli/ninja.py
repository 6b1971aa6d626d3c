#!/usr/bin/env python3
"""Tests extract and link under ninja: an edit makes anew exactly what depends on it.

    ninja.py PROGRAM
"""

import os
import pathlib
import subprocess
import sys
import tempfile

SOURCES = {
    "inc/a b.h": "__declspec(dllimport) void *__stdcall LoadLibraryA(const char *name);\n",
    "inc/b.h": '#include "a b.h"\nvoid b(void);\n',
    "main.c": '#include "b.h"\nvoid c(void);\n'
              "int __stdcall DllMain(void *h, unsigned long r, void *x)\n"
              "{\n    b();\n    c();\n    return 1;\n}\n",
    "b.c": '#include "b.h"\nvoid b(void) {}\n',
    "c.c": '#include "a b.h"\nvoid c(void) { LoadLibraryA("c.dll"); }\n',
}
BUILD = """rule extract
  command = $program extract $in -o $out --depfile $out.d --no-config --source-root . -- $flags
  depfile = $out.d
  deps = gcc
  description = extract $in
rule link
  command = $program link $in --no-config --source-root . --format json -o $out --fail-on never
  description = link
flags = --target=x86_64-w64-windows-gnu -Iinc
build main.facts: extract main.c
build b.facts: extract b.c
build c.facts: extract c.c
build report.json: link main.facts b.facts c.facts
default report.json
"""


def build(folder):
    """Builds; returns what was made, sorted."""
    done = subprocess.run(["ninja", "-C", str(folder)], capture_output=True, text=True,
                          timeout=120, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return sorted(line.split("] ")[1] for line in done.stdout.splitlines() if line[:1] == "[")


def expect(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}: expected {expected}, found {actual}")
    print("passed:", what)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary).resolve()
        for name, text in SOURCES.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text)
        (folder / "build.ninja").write_text(f"program = {program}\n{BUILD}")
        extracts = {name: f"extract {name}.c" for name in ("main", "b", "c")}
        expect(build(folder), sorted(extracts.values()) + ["link"], "a first build makes all")
        report = (folder / "report.json").read_bytes()
        facts = (folder / "b.facts").read_bytes()
        expect(b"LoadLibraryA" in report, True, "the finding is in the report")
        expect(build(folder), [], "a second build makes nothing")

        def edit(name, text):
            (folder / name).write_text(text)
            later = max(path.stat().st_mtime for path in folder.iterdir()) + 2
            os.utime(folder / name, (later, later))
            return build(folder)

        expect(edit("inc/b.h", SOURCES["inc/b.h"] + "/* x */\n"),
               [extracts["b"], extracts["main"], "link"], "a header's users are made")
        for path in folder.glob("*.facts"):
            path.unlink()
        expect(edit("inc/b.h", SOURCES["inc/b.h"]), sorted(extracts.values()) + ["link"],
               "what is gone is made")
        expect((folder / "b.facts").read_bytes(), facts, "facts are the same bytes again")
        expect((folder / "report.json").read_bytes(), report, "so is the report")


if __name__ == "__main__":
    main()
