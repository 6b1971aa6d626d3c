#!/usr/bin/python3
"""Installs a build of dllmain-lint, and uses it from another project by find_package().

    run.py BUILD PROJECT

BUILD is dllmain-lint's build folder, PROJECT the sources of testdata/package.  Checks that a DLL is
analysed together with its static library, what fails the build and the tests and what does not, and
that wrong uses of dllmain_lint_target() are errors.

Python's standard library only.  Ends with `N passed, N failed`; the exit status is 1 if one failed.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

# Where systems look: below the prefix, with a word that each file holds.
GENERATED = {"share/man/man1/dllmain-lint.1": ".TH DLLMAIN",
             "share/bash-completion/completions/dllmain-lint": "complete ",
             "share/zsh/site-functions/_dllmain-lint": "#compdef dllmain-lint",
             "share/zsh/vendor-completions/_dllmain-lint": "#compdef dllmain-lint",
             "share/fish/vendor_completions.d/dllmain-lint.fish": "complete ",
             "share/dllmain-lint/dllmain-lint.ps1": "Register-ArgumentCompleter"}
CROSS = ["-DCMAKE_SYSTEM_NAME=Windows", "-DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc", "-G", "Ninja"]
results = {True: 0, False: 0}


def run(*words):
    """Returns exit status and output of a command."""
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
    return done.returncode, done.stdout


def check(what, good, output):
    results[bool(good)] += 1
    if not good:
        print(f"FAILED: {what}\n{output}")


def configure(prefix, source, build, *more):
    return run("cmake", "-S", source, "-B", build, *CROSS, f"-DCMAKE_PREFIX_PATH={prefix}", *more)


def check_project(prefix, source, build):
    status, output = configure(prefix, source, build, "-DSTRICT=ON")
    check("the project is configured", status == 0, output)
    status, output = run("cmake", "--build", build)
    check("WARN_ONLY and clean DLLs do not fail the build", status == 0, output)
    check("ON_BUILD prints findings", "helpers.c:5:5: error: " in output, output)
    check("a clean DLL says what was checked", "1 DLL, 1 file, 1 root" in output, output)
    status, output = run("cmake", "--build", build, "--target", "strict")
    check("findings fail the build", status != 0 and "[DLM101]" in output, output)
    status, output = run("cmake", "--build", build, "--target", "plugin-dllmain-lint")
    check("findings fail the DLL's own target", status != 0 and "[DLM101]" in output, output)
    written = build / "plugin.sarif"
    text = written.read_text(encoding="utf-8") if written.is_file() else '{"runs": [{"results": []}]}'
    log = json.loads(text)
    found = {result["ruleId"].split("/")[0] for result in log["runs"][0]["results"]}
    check("the log has the finding", found == {"DLM101"}, str(found))
    status, output = run("ctest", "--test-dir", build)
    check("findings fail the test", "dllmain-lint.plugin (Failed)" in output, output)
    check("no other test fails", status != 0 and "1 tests failed out of 4" in output, output)


def check_wrong_uses(prefix, folder):
    for name, line, message in [
            ("target", "dllmain_lint_target(nothing)", "there is no such target"),
            ("kind", "dllmain_lint_target(lib)", "this is a STATIC_LIBRARY"),
            ("word", "dllmain_lint_target(lib TESTS)", "unknown, or without a value"),
    ]:
        source = folder / name
        source.mkdir()
        (source / "a.c").write_text("int a;\n", encoding="utf-8")
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.20)\nproject(wrong C)\n"
            f"find_package(dllmain-lint REQUIRED)\nadd_library(lib STATIC a.c)\n{line}\n",
            encoding="utf-8")
        status, output = configure(prefix, source, source / "build")
        check(line, status != 0 and message in " ".join(output.split()), output)


def check_generated(prefix):
    for path, word in GENERATED.items():
        file = prefix / path
        text = file.read_text(encoding="utf-8") if file.is_file() else "no such file"
        check(f"{path} is installed", word in text and "fail-on" in text.replace("\\", ""), text[:500])
    # As bash-completion does it: a file that is named like the command is read when it is needed.
    script = prefix / "share/bash-completion/completions/dllmain-lint"
    status, output = run("bash", "-c", f". '{script}' && complete -p dllmain-lint")
    check("bash completes", status == 0 and "-F" in output, output)


def main():
    build, project = map(pathlib.Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prefix = folder / "prefix"
        status, output = run("cmake", "--install", build, "--prefix", prefix)
        check("it is installed", status == 0, output)
        check("the schemas are installed",
              (prefix / "share/dllmain-lint/schema/config.schema.json").is_file(), output)
        check_generated(prefix)
        check_project(prefix, project, folder / "build")
        check_wrong_uses(prefix, folder)
    print(f"{results[True]} passed, {results[False]} failed")
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
