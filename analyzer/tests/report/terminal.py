#!/usr/bin/env python3
"""Runs dllmain-lint in terminals of several widths and looks at what a person would see.

    terminal.py PROGRAM

No line is wider than the window but those of one long word, source lines are cut with their mark in
view, a rule's id opens its page, and none of this reaches a pipe or a window that wants no colours.
Exit status: 0 all hold, 1 not.
"""
import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

# Without windows.h, which would take a hundred times as long as all of this.
SOURCE = """
__declspec(dllimport) void *__stdcall LoadLibraryW(const unsigned short *name);
__declspec(dllimport) void *__stdcall GetModuleHandleW(const unsigned short *name);
#define LOAD_THE_PLUGIN_OF_THE_DLL(name) LoadLibraryW(name)
static const unsigned short a_library_with_a_name[] = {'a', 0};
static void initialise_the_component(void)
{
    if (a_library_with_a_name[0] != 0) { /* \u65e5\u672c\u8a9e */ LoadLibraryW(a_library_with_a_name); }
    LOAD_THE_PLUGIN_OF_THE_DLL(a_library_with_a_name);
}
int __stdcall DllMain(void *module, unsigned long reason, void *reserved)
{
    if (reason == 1) { initialise_the_component(); }
    return 1;
}
"""
N_FINDINGS = 2
ESCAPES = re.compile(r"\x1b\[[0-9;]*[mK]|\x1b\]8;;[^\x1b]*\x1b\\")
LINK = re.compile(r"\x1b\]8;;(https://[^\x1b]+)\x1b\\(DLM\d{3})\x1b\]8;;\x1b\\")
FAULTS = []


def expect(what, found, wanted=True):
    """Notes a fault unless the two are the same."""
    if found != wanted:
        FAULTS.append(f"{what}:\n  found:  {found!r}\n  wanted: {wanted!r}")


def seen(argv, columns, **environment):
    """What a program writes to a terminal of that width."""
    variables = {k: v for k, v in os.environ.items()
                 if k not in ("NO_COLOR", "COLUMNS", "CLICOLOR_FORCE", "FORCE_COLOR")}
    variables.update({"TERM": "xterm"}, **environment)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(argv, stdin=slave, stdout=slave, stderr=subprocess.DEVNULL,
                               env=variables)
    os.close(slave)
    output = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        output += part
    process.wait()
    os.close(master)
    return output.decode("utf-8").replace("\r\n", "\n")


def width(text):
    """Columns of a line."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def check_width(argv, columns):
    """Lines fit, but for what cannot be broken: one word, or code of a rule's prose."""
    text = ESCAPES.sub("", seen(argv, columns))
    for line in text.splitlines():
        words = re.sub(r"^\s*(\d+\. |[a-z]+:\s+)?", "", line).split(" ")
        code = line.startswith(" " * 8) and "|" not in line
        if width(line) > columns and len(words) > 1 and not code:
            FAULTS.append(f"{columns} columns: {width(line)} in '{line}'")
    carets = [line for line in text.splitlines() if re.fullmatch(r"\s+\| +\^~*", line)]
    expect(f"{columns} columns: sinks are marked", len(carets) >= N_FINDINGS)
    return text


def words_of(text):
    """The text without its layout, and without sources, which narrow windows cut."""
    lines = [line for line in text.splitlines() if not re.match(r"\s*\d*\s+\| ", line)]
    return " ".join(" ".join(lines).split())


def main():
    """Runs in each kind of window."""
    folder = tempfile.TemporaryDirectory()
    source = pathlib.Path(folder.name) / "component.c"
    source.write_text(SOURCE, encoding="utf-8")
    argv = [sys.argv[1], "--source-root", folder.name, str(source), "--"]
    texts = [check_width(argv, columns) for columns in (20, 40, 80, 120, 400)]
    expect("a macro is shown where it is written",
           "macro LOAD_THE_PLUGIN_OF_THE_DLL, written at component.c:4" in texts[-1])
    for text in texts[1:]:
        expect("the words do not depend on the width", words_of(text), words_of(texts[0]))
    expect("COLUMNS counts more", ESCAPES.sub("", seen(argv, 80, COLUMNS="40")), texts[1])
    coloured = seen(argv, 100)
    links = LINK.findall(coloured)
    expect("each finding's rule is a link", len(links), N_FINDINGS)
    plain = seen(argv, 100, NO_COLOR="1")
    expect("NO_COLOR is obeyed", "\x1b" in plain, False)
    expect("TERM=dumb is obeyed", "\x1b" in seen(argv, 100, TERM="dumb"), False)
    piped = subprocess.run(argv, capture_output=True, encoding="utf-8", check=False,
                           env=dict(os.environ, COLUMNS="40")).stdout
    expect("a pipe gets no escapes", "\x1b" in piped, False)
    heads = [line for line in piped.splitlines() if re.search(r" \[DLM\d{3}\]$", line)]
    expect("a pipe gets each headline on one line", len(heads), N_FINDINGS)
    folder.cleanup()
    print("\n".join(FAULTS) or "7 kinds of windows")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
