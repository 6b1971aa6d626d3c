#!/usr/bin/env python3
"""Checks what --generate makes of the table of options: the manual page and shells' completions.

The page is formatted with groff (and mandoc, if it is there) without a warning and names every option
of --help. bash reads its script and completes; zsh and fish check the syntax of theirs if they are
there (DLLMAIN_LINT_SHELLS: a folder with `zsh`, `fish` and `mandoc`, for machines that have none).

Usage: generated.py PROGRAM
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

FAULTS = []
# Words of a command line, the last one to be completed, and what must, and must not, be offered.
COMPLETIONS = (
    (["--fail"], ["--fail-on"], ["--format"]),
    (["-"], ["--build", "-p", "-h", "--baseline"], ["--preamble-units"]),
    (["--fail-on", ""], ["error", "warning", "note", "never"], ["always", "--build"]),
    (["--fail-on", "=", "n"], ["note", "never"], ["error"]),
    (["--fail-on", "="], ["error", "never"], ["="]),
    (["--color", "a"], ["auto", "always"], ["never"]),
    (["--format", ""], ["text", "json", "sarif"], []),
    (["--explain", "DLM10"], ["DLM101"], ["DLM201"]),
    (["--source-root", "so"], ["sources"], ["solo.c"]),
    (["-p", "so"], ["sources", "solo.c"], []),
    (["so"], ["sources", "solo.c"], []),
    (["l"], ["link"], ["dump"]),
    (["dump", "w"], ["walk"], ["facts"]),
    (["solo.c", "--", "-"], [], ["--build"]),
    (["--jobs", ""], [], ["solo.c"]),
)


def fault(text):
    FAULTS.append(text)
    print(text, file=sys.stderr)


def find_tool(name):
    own = os.environ.get("DLLMAIN_LINT_SHELLS")
    return shutil.which(name, path=own) if own else shutil.which(name)


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **more)


def check_tool(name, *command):
    """Runs a checker that may be missing; anything it says is a fault."""
    tool = find_tool(name)
    if tool is None:
        print(f"{name} is not there: not checked with it")
        return
    done = run(tool, *command)
    said = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
    if done.returncode not in (0, 2) or said or (done.returncode == 2 and name != "mandoc"):
        fault(f"{name} {' '.join(command)}: exit status {done.returncode}\n" + "\n".join(said[:10]))


def complete(script, words, folder):
    """What bash offers for the last word."""
    words = ["dllmain-lint"] + words
    commands = (f"source {shlex.quote(str(script))}\n"
                f"COMP_WORDS=({' '.join(map(shlex.quote, words))})\nCOMP_CWORD={len(words) - 1}\n"
                "_dllmain_lint\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n")
    done = run("bash", "--norc", "-c", commands, cwd=folder,
               env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"})
    if done.stderr:
        fault(f"bash: {words}: {done.stderr.strip()}")
    return [line for line in done.stdout.split("\n") if line]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    options = re.findall(r"^  (?:-\w, |    )(--[\w-]+)", run(program, "--help").stdout, re.MULTILINE)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "sources").mkdir()
        (folder / "solo.c").touch()
        (folder / "dllmain-lint").symlink_to(program)
        for what in ("man", "bash", "zsh", "fish", "powershell"):
            done = run(program, "--generate", what, "-o", str(folder / what))
            if done.returncode != 0 or done.stdout or done.stderr:
                fault(f"--generate {what}: exit status {done.returncode}: {done.stderr}")
            text = (folder / what).read_text("utf-8").replace("\\-", "-")
            for option in options:
                spelled = f"-l {option[2:]} " if what == "fish" else option
                if spelled not in text:
                    fault(f"--generate {what}: {option} is not in it")
        check_tool("groff", "-man", "-Tutf8", "-ww", "-z", str(folder / "man"))
        check_tool("mandoc", "-Tlint", "-Wwarning", str(folder / "man"))
        check_tool("bash", "-n", str(folder / "bash"))
        check_tool("zsh", "-n", str(folder / "zsh"))
        check_tool("fish", "-n", str(folder / "fish"))
        for words, wanted, unwanted in COMPLETIONS:
            offered = complete(folder / "bash", words, folder)
            for word in wanted:
                if word not in offered:
                    fault(f"bash: {words}: {word!r} is not offered, but {offered[:8]}")
            for word in unwanted:
                if word in offered:
                    fault(f"bash: {words}: {word!r} is offered")
    print(f"{len(options)} options, {len(COMPLETIONS)} completions, {len(FAULTS)} faults")
    return 1 if FAULTS or len(options) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
