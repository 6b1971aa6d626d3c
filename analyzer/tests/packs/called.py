#!/usr/bin/env python3
"""Calls every API that the packs name, and looks at what is said of it.

    called.py PROGRAM             generates a DLL that calls each of them, and analyses it
    called.py PROGRAM --update    first finds out which header declares those that are new

testdata/calls/headers.json says which of mingw-w64's headers declares a name (a source is made for each
of them), which are names of C++, and which no header declares that can stand behind windows.h in C: the
sources declare these themselves.  A name that the packs have and that file has not is a fault, and one
that stands where it does not belong: a header that does not declare it, or a name declared anew that
the Windows headers have.  Each call stands in a constructor and a destructor of its own, which
run under the loader lock: an entry without conditions whose effects a rule reports there must be
found, and one without effects must not be.
"""

import collections
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent
ROOT = TESTS.parents[2]
TABLE = ROOT / "testdata" / "calls" / "headers.json"
INCLUDES = pathlib.Path("/usr/x86_64-w64-mingw32/include")
TARGET = ["--target=x86_64-w64-windows-gnu", "-std=gnu17", "-D_WIN32_WINNT=0x0A00", "-w", "-fms-extensions"]
PRELUDE = "".join(f"#include <{name}>\n" for name in ("winsock2.h", "ws2tcpip.h", "windows.h"))
# Builtins have no declaration, and no address: how they are called.
INTERLOCKED = {"": "&number", "8": "&n1", "16": "&n2", "64": "&n8", "Pointer": "&pointer"}
BUILTINS = {
    **{f"_Interlocked{what}{size}": f"({word}{', 0' * n})" for size, word in INTERLOCKED.items()
       for what, n in (("CompareExchange", 2), ("Decrement", 0), ("Exchange", 1), ("ExchangeAdd", 1),
                       ("Increment", 0), ("Or", 1))},
    "__fastfail": "(7)", "__iso_volatile_load8": "(&n1)", "__iso_volatile_load32": "(&n4)",
    "__iso_volatile_load64": "(&n8)",
    "__atomic_exchange_n": "(&word, 1, 5)", "__atomic_load": "(&word, &other, 5)",
    "__atomic_load_n": "(&word, 5)", "__atomic_store_n": "(&word, 1, 5)", "__builtin_trap": "()",
    "__builtin_unreachable": "()", "__c11_atomic_exchange": "(&atomic, 1, 5)",
    "__c11_atomic_init": "(&atomic, 1)", "__c11_atomic_load": "(&atomic, 5)",
    "__c11_atomic_store": "(&atomic, 1, 5)", "__sync_lock_test_and_set": "(&word, 1)",
    "__sync_swap": "(&word, 1)", "__sync_val_compare_and_swap": "(&word, 0, 1)",
    **{f"__sync_lock_test_and_set_{n}": f"(&n{n}, 1)" for n in (1, 2, 4, 8, 16)},
    **{f"__sync_val_compare_and_swap_{n}": f"(&n{n}, 0, 1)" for n in (1, 2, 4, 8, 16)},
    "operator delete": "(pointer)", "operator delete[]": "(pointer)"}
OBJECTS = ("static int word, other;\nstatic _Atomic int atomic;\nstatic void *pointer;\nstatic char n1;\n"
           "static short n2;\nstatic int n4;\nstatic long long n8;\nstatic long number;\n"
           "static __int128 n16;\n")
# What an entry may have besides what it does: with other keys it depends on arguments or phases.
PLAIN = {"$schema", "name", "aliases", "variants", "dll", "header", "effects", "verdict", "confidence", "why",
         "source", "doc", "ownPage", "resource", "object", "callbacks", "returns", "noreturn"}
UNDER_THE_LOCK = ("attach", "detach", "process-attach", "process-detach", "any", "all",
                  "process-attach-dynamic", "process-attach-static", "process-detach-unload",
                  "process-detach-exit")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def entries():
    """Returns the entries of functions by name, each with the defaults of its pack."""
    found = {}
    for path in sorted((ROOT / "rules" / "effects").glob("*.json")):
        pack = read(path)
        for entry in pack.get("entries", []):
            whole = {**pack.get("defaults", {}), **entry}
            if whole.get("match", "function") == "function":
                for name in [entry["name"]] + entry.get("aliases", []):
                    for variant in whole.get("variants", [""]):
                        found.setdefault(name + variant, []).append(whole)
    return found


def is_identifier(name):
    return re.fullmatch(r"[A-Za-z_]\w*", name) is not None


# --- sources --------------------------------------------------------------------------------------

def caller(name, number):
    return (f"__attribute__((constructor, destructor)) static void call_{number}(void)\n"
            f"{{\n    ((void (*)(void)){name})();\n}}\n")


def source_of(header, names, numbers):
    """A source that calls the names; header "" declares them itself."""
    text = PRELUDE if header else ""
    text += f"#include <{header}>\n" if header else ""
    for name in names:
        text += f"#undef {name}\n" if header else f"extern int {name}();\n"
    return text + "".join(caller(name, numbers[name]) for name in names)


def builtin_source(names, numbers):
    """A C++ source that calls builtins, as no header declares them."""
    return OBJECTS + "".join(
        f"__attribute__((constructor, destructor)) static void call_{numbers[name]}(void)\n"
        f"{{\n    {name}{BUILTINS[name]};\n}}\n" for name in names)


def last_parts(name):
    """Returns the name of the class, its last part, and the function's own: "wil::x::~x" is (wil::x, x, ~x)."""
    scope, _, own = name.rpartition("::")
    return scope, scope.rpartition("::")[2], own


def is_qualified(name):
    scope, last, own = last_parts(name)
    return (scope != "" and all(map(is_identifier, scope.split("::"))) and
            (is_identifier(own.removeprefix("~")) or own.startswith("operator")))


def declaration(name):
    """A member function; static ones need no object."""
    _, last, own = last_parts(name)
    if own.removeprefix("~") == last:
        return f"{own}();"
    if re.match(r"operator [a-z ]+$", own):
        return f"{own}();"
    return f"int {own}(int);" if own == "operator=" else f"int {own}();" if own.startswith("operator") \
        else f"static int {own}();"


def member_call(name):
    scope, last, own = last_parts(name)
    if own == last:
        return f"new {scope}()"
    if own.startswith(("~", "operator")):
        return f"(({scope} *)8)->{own}({'0' if own == 'operator=' else ''})"
    return f"{name}()"


def qualified_source(names, numbers):
    """A C++ source that declares functions of classes, and calls them."""
    tree = {}
    for name in names:
        node = tree
        for part in last_parts(name)[0].split("::"):
            node = node.setdefault(part, {})
        node.setdefault("", []).append(name)

    def declare(node, indent):
        lines = []
        for part, inner in node.items():
            if part:
                lines += [f"{indent}struct {part} {{", *declare(inner, indent + "    "), f"{indent}}};"]
        return lines + [indent + declaration(name) for name in node.get("", [])]

    text = "\n".join(declare(tree, "")) + "\n"
    for name in names:
        text += (f"__attribute__((constructor, destructor)) static void call_{numbers[name]}()\n"
                 f"{{\n    {member_call(name)};\n}}\n")
    return text


# --- the table ------------------------------------------------------------------------------------

def undeclared(header, names):
    """The names that a header does not declare as functions; all if it cannot be compiled."""
    text = source_of(header, names, {name: i for i, name in enumerate(names)})
    done = subprocess.run(["clang-19", *TARGET, "-fsyntax-only", "-ferror-limit=0", "-x", "c", "-"],
                          input=text, capture_output=True, text=True, check=False)
    lines, missing = text.splitlines(), set()
    for error in (line for line in done.stderr.splitlines() if "error:" in line):
        place = re.match(r"<stdin>:(\d+):", error)
        call = place and re.match(r"    \(\(void \(\*\)\(void\)\)(\w+)\)", lines[int(place.group(1)) - 1])
        if not call:
            return set(names)
        missing.add(call.group(1))
    return missing


def headers_of(names):
    """Assigns each name a header that declares it."""
    mentions = collections.defaultdict(set)
    for path in INCLUDES.glob("**/*.h"):
        for word in set(re.findall(r"\b([A-Za-z_]\w*)\s*\(", path.read_text(errors="replace"))):
            mentions[word].add(path.relative_to(INCLUDES).as_posix())
    by_header = collections.defaultdict(set)
    for name in names:
        for header in mentions.get(name, ()):
            by_header[header].add(name)
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        headers = sorted(by_header)
        missing = list(pool.map(lambda header: undeclared(header, sorted(by_header[header])), headers))
    for header, names_missing in zip(headers, missing):
        by_header[header] -= names_missing
    chosen, left = {}, set(names)
    while True:
        header = max(sorted(by_header), default=None, key=lambda header: len(by_header[header] & left))
        if header is None or not by_header[header] & left:
            return chosen, sorted(left)
        chosen[header] = sorted(by_header[header] & left)
        left -= by_header[header]


def compiles(text, language):
    done = subprocess.run(["clang-19", *(flag for flag in TARGET if language == "c" or "-std" not in flag),
                           "-fsyntax-only", "-ferror-limit=0", "-x", language, "-"],
                          input=text, capture_output=True, text=True, check=False)
    return done.returncode == 0


def update(names):
    """Finds places for the names that have none."""
    table = read(TABLE)
    headers = {header: [name for name in called if name in names and name not in BUILTINS]
               for header, called in table["headers"].items()}
    placed = {name for called in headers.values() for name in called} | set(table["none"]) | set(BUILTINS)
    more, left = headers_of([name for name in names if is_identifier(name) and name not in placed])
    for header, called in more.items():
        headers[header] = sorted(headers.get(header, []) + called)
    left = [name for name in table["none"] if name in names and name not in BUILTINS] + left
    impossible = [name for name in left if not compiles(source_of("", [name], {name: 0}), "c")]
    impossible += [name for name in names if not is_identifier(name) and name not in BUILTINS and
                   not (is_qualified(name) and compiles(qualified_source([name], {name: 0}), "c++"))]
    if impossible:
        sys.exit(f"how are these called? {', '.join(impossible)}")
    table = {"headers": {header: called for header, called in sorted(headers.items()) if called}, "none": sorted(left),
             "qualified": sorted(name for name in names if is_qualified(name)),
             "builtin": sorted(name for name in names if name in BUILTINS)}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


# --- looking --------------------------------------------------------------------------------------

def reported_effects():
    """The effects that a rule reports in every phase in which globals are made or destroyed, or in
    some of them."""
    found = set()
    for path in (ROOT / "rules" / "policy").glob("*.json"):
        rule = read(path)
        found |= {one["effect"] for one in rule["effects"]
                  if any(level != "none" for phase, level in one["levels"].items()
                         if phase in UNDER_THE_LOCK)}
    return found


def expectation(whole, reported):
    """True: found, False: silent, None: it depends."""
    if any(set(entry) - PLAIN for entry in whole):
        return None
    effects = [set(entry.get("effects", [])) for entry in whole]
    if any(entry.get("callbacks") for entry in whole) and not all(one & reported for one in effects):
        return None  # what is called back at an unknown time is told of, too
    if all(one & reported for one in effects):
        return True
    return False if not any(effects) else None


def analyse(program, table, names):
    """Returns the report, and the numbers of the calls."""
    numbers = {name: number for number, name in enumerate(sorted(names))}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        sources = [(f"{i}.c", source_of(header, called, numbers))
                   for i, (header, called) in enumerate(table["headers"].items())]
        sources.append(("none.c", source_of("", table["none"], numbers)))
        sources.append(("qualified.cpp", qualified_source(table["qualified"], numbers)))
        sources.append(("builtin.cpp", builtin_source(table["builtin"], numbers)))
        commands = []
        for name, text in sources:
            (folder / name).write_text(text, encoding="utf-8")
            flags = TARGET if name.endswith(".c") else [TARGET[0], "-w"]
            commands.append({"directory": str(folder), "file": name, "output": f"CMakeFiles/calls.dir/{name}.o",
                             "arguments": ["clang", *flags, "-c", name]})
        (folder / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
        done = subprocess.run([program, "-p", folder, "--no-config", "--no-cache", "--rules", "*", "-v",
                               "--format", "json"], capture_output=True, text=True, check=False)
    if done.returncode != 1:
        sys.exit(f"exit status {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout), numbers, done.stderr


def faults_of(table, names):
    """What is wrong with the table."""
    listed = collections.Counter(name for called in table["headers"].values() for name in called)
    for key in ("none", "qualified", "builtin"):
        listed.update(table[key])
    yield from (f"{name} is called nowhere: run called.py --update" for name in names if name not in listed)
    yield from (f"{name} is in {TABLE.name}, but in no pack" for name in listed if name not in names)
    yield from (f"{name} is in {TABLE.name} twice" for name, n in listed.items() if n > 1)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    names = entries()
    if "--update" in sys.argv[2:]:
        update(names)
    table = read(TABLE)
    faults = list(faults_of(table, names))
    report, numbers, errors = analyse(program, table, names)
    faults += [line for line in errors.splitlines() if "in part" in line or "error" in line]
    roots = {path["root"] for finding in report["findings"] for path in finding["paths"]}
    reported, counts = reported_effects(), collections.Counter()
    for name, whole in names.items():
        expected = expectation(whole, reported)
        is_found = f"call_{numbers[name]}" in roots
        counts[expected, is_found] += 1
        if expected is not None and is_found != expected:
            faults.append(f"{name} is {'found' if is_found else 'not found'}")
    print(f"{len(names)} names: {counts[True, True]} found as they must be, {counts[False, False]} silent, of "
          f"{counts[None, True]} and {counts[None, False]} it depends on more than the call; "
          f"{len(table['none'])} are declared by no header")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
