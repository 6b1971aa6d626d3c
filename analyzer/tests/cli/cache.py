#!/usr/bin/env python3
"""Tests the cache from outside: what is in it never changes what is found.

    cache.py PROGRAM

A project of five units with small headers is analysed again and again, after edits, with a cache
that is damaged in every way, by two processes at once, and after the program was killed.
"""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

API = """#pragma once
__declspec(dllimport) void *__stdcall LoadLibraryA(const char *name);
__declspec(dllimport) int __stdcall FreeLibrary(void *module);
"""
SOURCES = {
    "inc/api.h": API,
    "inc/b.h": '#include "api.h"\nvoid b(void);\n',
    "late/c.h": '#include "api.h"\nstatic inline void c(void) { LoadLibraryA("c.dll"); }\n',
    "main.c": '#include "b.h"\n#include "c.h"\nvoid d(void);\nvoid e(void);\n'
              "int __stdcall DllMain(void *h, unsigned long r, void *x)\n"
              "{\n    b();\n    c();\n    d();\n    e();\n    return 1;\n}\n",
    "b.c": '#include "b.h"\nvoid b(void) { FreeLibrary(0); }\n',
    "d.c": '#include "api.h"\nvoid d(void) { LoadLibraryA("d.dll"); }\n',
    "e.c": '#include "api.h"\nvoid e(void) { LoadLibraryA("e.dll"); }\n',
    "f.c": '#include "api.h"\nvoid f(void) { LoadLibraryA("f.dll"); }\n',
}
UNITS = [name for name in SOURCES if name.endswith(".c")]
KILLS = 3  # of each signal


class Project:
    """A folder with the sources, and how it is analysed."""

    def __init__(self, program, folder, cache):
        self.program, self.folder, self.cache, self.recalled = program, folder, cache, 0
        for name, text in SOURCES.items():
            self.write(name, text)
        flags = ["-Iearly", "-Iinc", "-Ilate"]
        entries = [{"directory": str(folder), "file": name,
                    "arguments": ["x86_64-w64-mingw32-gcc", *flags, "-c", name]} for name in UNITS]
        self.write("compile_commands.json", json.dumps(entries))

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def command(self, *options):
        return [self.program, "-p", ".", "--source-root", ".", "--no-config", "-j", "2", "--stats",
                "--format", "json", *options]

    def run(self, *options, cached=True):
        """Returns (what was found, how many units came from the cache); `recalled` is how many
        modules were not walked."""
        options = (("--cache-dir", str(self.cache)) if cached else ("--no-cache",)) + options
        done = subprocess.run(self.command(*options), cwd=self.folder, capture_output=True,
                              text=True, timeout=120, check=False, stdin=subprocess.DEVNULL)
        if done.returncode != 1:
            sys.exit(f"exit status {done.returncode}\n{done.stderr}")
        self.recalled = sum(int(line.split()[3]) for line in done.stderr.splitlines()
                            if line.endswith("as they were when last walked"))
        reused = [int(line.split()[3]) for line in done.stderr.splitlines()
                  if line.endswith("from the cache")]
        return done.stdout, reused[0] if reused else 0

    def entries(self):
        return sorted(path for path in (self.cache / "facts").rglob("*") if path.is_file())

    def workers(self):
        """Processes of the program, and of the one that parses, that are still there."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if os.readlink(path / "exe") in (self.program, self.program + "-worker") and \
                        os.readlink(path / "cwd") == str(self.folder):
                    found.append(path.name)
            except OSError:
                pass
        return found


def expect(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}: expected {str(expected)[-400:]}, found {str(actual)[-400:]}")
    print("passed:", what)


def n_findings(output):
    return len(json.loads(output)["findings"])


def edits(project):
    plain, _ = project.run(cached=False)
    expect(n_findings(plain), 4, "four findings without a cache")
    expect(project.run(), (plain, 0), "nothing is in an empty cache")
    expect(project.recalled, 0, "no module was walked before")
    expect(project.run(), (plain, 5), "everything is there the second time")
    expect(project.recalled, 1, "and the module is not walked again")
    os.utime(project.folder / "inc/api.h")
    expect(project.run(), (plain, 5), "a file that was only touched changes nothing")
    project.write("inc/b.h", SOURCES["inc/b.h"] + "/* edited */\n")
    expect(project.run(), (plain, 3), "an edit of a header parses its two users")
    expect(project.recalled, 0, "and walks the module")
    project.write("inc/b.h", SOURCES["inc/b.h"])
    expect(project.run(), (plain, 5), "back again, the old facts hold")
    project.write("early/c.h", "static inline void c(void) {}\n")
    output, reused = project.run()
    expect((n_findings(output), reused), (3, 4), "a header earlier in the search path is noticed")
    (project.folder / "early/c.h").unlink()
    expect(project.run(), (plain, 5), "and its absence, too")
    return plain


def times(project, plain):
    """What is known of files is not taken for another text with the same size and time."""
    time.sleep(2.1)  # now the files are old enough to be known
    expect(project.run(), (plain, 5), "files are known")
    path = project.folder / "d.c"
    was = path.stat()
    path.write_text(SOURCES["d.c"].replace("LoadLibraryA(\"d.dll\")", "other_name_a(\"d.dll\")"))
    expect(path.stat().st_size, was.st_size, "a text of the same size")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    output, reused = project.run()
    expect((n_findings(output), reused), (3, 4), "with the same time is seen")
    project.write("d.c", SOURCES["d.c"])
    expect(project.run(), (plain, 5), "and back again")


def options(project, plain):
    """What a record does not hold for."""
    for more in (["--entry", "d"], ["--rules", "DLM1*"]):
        expect(project.run(*more), (project.run(*more, cached=False)[0], 5),
               f"{' '.join(more)} gives what it gives without a cache")
    pack = project.folder / "packs" / "own.json"
    for effect in ("loads-library", "waits-thread"):
        project.write("packs/own.json", json.dumps(
            {"family": "own", "title": "Own", "entries": [
                {"name": "b", "effects": [effect], "verdict": "unsafe", "why": "It is one.",
                 "confidence": "inferred", "source": "https://example.com/", "dll": "b.dll"}]}))
        own = ["--rules-dir", str(pack.parent)]
        wanted = project.run(*own, cached=False)[0]
        expect(project.run(*own)[0], wanted, f"a pack of one's own that says {effect}")
        expect(project.run(*own)[0], wanted, "and the second time")
        expect(project.recalled, 1, "when it is not walked")
    expect(project.run(), (plain, 5), "without it nothing has changed")


def around(project, plain):
    """A suppressed path is led around also where the module is not walked."""
    text = SOURCES["main.c"].replace("    d();\n", "    d(); // NOLINT(DLM101)\n    e();\n    d();\n")
    project.write("main.c", text)
    wanted = project.run(cached=False)[0]
    expect(n_findings(wanted), 4, "there is another path")
    expect(project.run()[0], wanted, "the cache does not hide it")
    expect(project.run()[0], wanted, "nor does it the second time")
    expect(project.recalled, 1, "when the module is not walked")
    project.write("main.c", SOURCES["main.c"])
    expect(project.run()[0], plain, "and back again")


def damage(project, plain):
    entries = project.entries()
    whole = {path: path.read_bytes() for path in entries}
    other = dict(zip(entries, entries[1:] + entries[:1]))
    ways = {
        "empty": lambda path: b"",
        "cut off": lambda path: whole[path][:len(whole[path]) // 2],
        "cut off in the header": lambda path: whole[path][:20],
        "without its last byte": lambda path: whole[path][:-1],
        "with a flipped bit": lambda path: whole[path][:-40] + bytes([whole[path][-40] ^ 1])
        + whole[path][-39:],
        "of another key": lambda path: whole[other[path]],
        "noise": lambda path: random.randbytes(3000),
    }
    for name, change in ways.items():
        for path in entries:
            path.write_bytes(change(path))
        expect(project.run(), (plain, 0), f"entries that are {name} are made again")
        expect(project.run(), (plain, 5), f"entries that were {name} are whole again")


def preambles(project, plain):
    options = ("--preamble-units", "1")
    shutil.rmtree(project.cache)
    expect(project.run(*options), (plain, 0), "preambles change nothing")
    files = sorted((project.cache / "preambles").iterdir())
    expect(len(files) >= 4, True, "there are preambles")
    for cut in (lambda data: b"", lambda data: data[:len(data) // 2], lambda data: data[:-1],
                lambda data: random.randbytes(len(data))):
        for path in files:
            path.write_bytes(cut(path.read_bytes()))
        shutil.rmtree(project.cache / "facts")
        expect(project.run(*options), (plain, 0), "damaged preambles are made again")
    project.write("inc/api.h", API.replace("void *", "char *"))
    changed, reused = project.run(*options)
    expect((n_findings(changed), reused), (4, 0), "a header of a preamble is edited")
    project.write("inc/api.h", API)


def two_at_once(project, plain):
    for _ in range(3):
        shutil.rmtree(project.cache, ignore_errors=True)
        both = [subprocess.Popen(project.command("--cache-dir", str(project.cache)),
                                 cwd=project.folder, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True) for _ in range(2)]
        expect([run.communicate()[0] for run in both], [plain, plain], "two runs at once")
    expect(project.run(), (plain, 5), "what they left is whole")


def kill(project, number, delay):
    """Sends a signal to a run with an empty cache; returns the status as a shell sees it."""
    shutil.rmtree(project.cache, ignore_errors=True)
    run = subprocess.Popen(project.command("--cache-dir", str(project.cache)), cwd=project.folder,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    run.send_signal(number)
    status = run.wait()
    deadline = time.monotonic() + 30
    while project.workers() and time.monotonic() < deadline:
        time.sleep(0.05)
    expect(project.workers(), [], "no process is left")
    return 128 - status if status < 0 else status


def kills(project, plain):
    for number, wanted in ((signal.SIGKILL, 137), (signal.SIGINT, 130), (signal.SIGTERM, 143)):
        # The first comes when the program has hardly begun.
        expect(kill(project, number, 0.01), wanted, f"the exit status of signal {int(number)}")
        for i in range(KILLS):
            kill(project, number, random.uniform(0.05, 0.2 * (i + 1)))
            expect(project.run()[0], plain, "the cache of a killed run is good")


def places(project, plain):
    expect(project.run(), (plain, 5), "the cache is full")
    folder = project.folder.parent / "other" / project.folder.name
    other = Project(project.program, folder, project.cache)
    expect(other.run(), (plain, 5), "another checkout shares it")
    expect(other.run("--cache-size", "0")[0], plain, "a cache without room")
    expect(other.entries(), [], "is emptied")
    (project.cache.parent / "file").write_text("")
    project.cache = project.cache.parent / "file" / "cache"
    expect(project.run(), (plain, 0), "a cache that cannot be written costs nothing")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    random.seed(7)
    with tempfile.TemporaryDirectory() as temporary:
        temporary = pathlib.Path(temporary).resolve()
        folder = temporary / "project"
        folder.mkdir()
        project = Project(program, folder, temporary / "cache")
        plain = edits(project)
        times(project, plain)
        options(project, plain)
        around(project, plain)
        damage(project, plain)
        preambles(project, plain)
        two_at_once(project, plain)
        kills(project, plain)
        places(project, plain)


if __name__ == "__main__":
    main()
