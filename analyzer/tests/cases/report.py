"""Reads the JSON output of dllmain-lint: checks its shape (DESIGN.md, section 7) and turns findings
into golden lines.

A golden line is one path of one finding:

    FILE FUNCTION +REL RULE LEVEL PHASES: ROOT > f > g [callback of EnumWindows] > SINK (possible)

REL is the line of the finding, counted from the line where FUNCTION's definition stands, so that
goldens survive edits above it; `@LINE` where there is no such definition (a global's initialiser).
"""
import re

PHASES = {
    "process-attach-dynamic": "AD", "process-attach-static": "AS",
    "thread-attach": "TA", "thread-detach": "TD",
    "process-detach-unload": "DU", "process-detach-exit": "DE",
}
LEVELS = ("error", "warning", "note")
CERTAINTIES = ("certain", "possible")

PLACE = {"file": str, "line": int}
SHAPES = {
    "report": {"version": int, "tool": dict, "modules": list, "findings": list, "coverage": dict,
               "summary": dict},
    "tool": {"name": str, "version": str},
    "module": {"name": str, "roots": list, "units": int},
    "module root": {"kind": str, "function": str, **PLACE},
    "finding": {"rule": str, "name": str, "level": str, "confidence": str, "certainty": str,
                "certaintyReason": (str, type(None)), "module": str, "sink": str, "message": str,
                "location": dict, "phases": list, "paths": list, "fingerprint": str,
                "baseline": (str, type(None)), "suppressed": object},
    "location": {**PLACE, "column": int},
    "path": {"root": str, "steps": list},
    "step": {"function": str, "calls": str, **PLACE, "column": int},
    "coverage": {"units": dict, "cuts": list},
    "units": {"analysed": int, "partial": int, "failed": int, "skipped": int},
    "cut": {"kind": str, "detail": str, **PLACE},
    "summary": {"error": int, "warning": int, "note": int, "suppressed": int},
}


class Checker:
    """Collects what is wrong with a report."""

    def __init__(self):
        self.problems = []

    def problem(self, where, what):
        self.problems.append(f"JSON: {where}: {what}")

    def shape(self, value, shape, where):
        """Whether `value` is an object with the fields of SHAPES[shape], of their types."""
        if not isinstance(value, dict):
            self.problem(where, f"expected an object ({shape})")
            return False
        good = True
        for field, kind in SHAPES[shape].items():
            if field not in value:
                self.problem(where, f"no field {field!r}")
                good = False
            elif not isinstance(value[field], kind) or (
                    kind is int and isinstance(value[field], bool)):
                self.problem(where, f"field {field!r} has the wrong type: {value[field]!r}")
                good = False
        return good

    def file(self, name, where):
        if "\\" in name or name.startswith("./") or "/../" in name:
            self.problem(where, f"file name is not normalized: {name!r}")

    def path(self, path, where):
        if not self.shape(path, "path", where):
            return
        if not path["steps"]:
            self.problem(where, "no steps")
        for i, step in enumerate(path["steps"]):
            if self.shape(step, "step", f"{where}/steps/{i}"):
                self.file(step["file"], f"{where}/steps/{i}")

    def finding(self, finding, modules, where):
        if not self.shape(finding, "finding", where):
            return
        if not re.fullmatch(r"[A-Z]+[0-9]+", finding["rule"]):
            self.problem(where, f"odd rule id {finding['rule']!r}")
        if finding["level"] not in LEVELS:
            self.problem(where, f"unknown level {finding['level']!r}")
        if finding["certainty"] not in CERTAINTIES:
            self.problem(where, f"unknown certainty {finding['certainty']!r}")
        if (finding["certainty"] == "possible") != bool(finding["certaintyReason"]):
            self.problem(where, "a reason is given exactly when the certainty is 'possible'")
        if finding["module"] not in modules:
            self.problem(where, f"module {finding['module']!r} is not among the modules")
        self.message(finding["message"], where)
        if self.shape(finding["location"], "location", where + "/location"):
            self.file(finding["location"]["file"], where + "/location")
        order = [phase for phase in PHASES if phase in finding["phases"]]
        if not order or finding["phases"] != order:
            self.problem(where, f"phases are unknown, empty or out of order: {finding['phases']}")
        if not finding["paths"]:
            self.problem(where, "no paths")
        for i, path in enumerate(finding["paths"]):
            self.path(path, f"{where}/paths/{i}")

    def message(self, message, where):
        if not message.strip():
            self.problem(where, "empty message")
        left = re.search(r"\{[A-Za-z_]+\}", message)
        if left:
            self.problem(where, f"placeholder {left.group()} was not replaced")
        if re.search(r"[\x00-\x1f\x7f]", message):
            self.problem(where, "control character in the message")

    def fingerprints(self, findings):
        seen = {}
        for i, finding in enumerate(findings):
            print_ = finding.get("fingerprint")
            if not print_:
                self.problem(f"/findings/{i}", "empty fingerprint")
            elif print_ in seen:
                self.problem(f"/findings/{i}", f"same fingerprint as /findings/{seen[print_]}")
            seen.setdefault(print_, i)

    def summary(self, report):
        """The summary counts what is reported; what a baseline or a comment holds back is not."""
        shown = [f for f in report["findings"] if is_reported(f)]
        for level in LEVELS:
            count = sum(f["level"] == level for f in shown)
            if report["summary"][level] != count:
                self.problem("/summary",
                             f"{level}: {report['summary'][level]}, but {count} findings")

    def report(self, report):
        if not self.shape(report, "report", "/"):
            return
        if report["version"] != 1:
            self.problem("/version", f"{report['version']}, expected 1")
        self.shape(report["tool"], "tool", "/tool")
        modules = set()
        for i, module in enumerate(report["modules"]):
            if self.shape(module, "module", f"/modules/{i}"):
                modules.add(module["name"])
                for j, root in enumerate(module["roots"]):
                    self.shape(root, "module root", f"/modules/{i}/roots/{j}")
        for i, finding in enumerate(report["findings"]):
            self.finding(finding, modules, f"/findings/{i}")
        if self.shape(report["coverage"], "coverage", "/coverage"):
            self.shape(report["coverage"]["units"], "units", "/coverage/units")
            for i, cut in enumerate(report["coverage"]["cuts"]):
                self.shape(cut, "cut", f"/coverage/cuts/{i}")
        whole = self.shape(report["summary"], "summary", "/summary") and not self.problems
        if whole:
            self.fingerprints(report["findings"])
            self.summary(report)


def problems_of(report):
    """What is wrong with a report, as lines; empty if nothing."""
    checker = Checker()
    checker.report(report)
    return checker.problems


def is_reported(finding):
    """Whether a finding counts: neither suppressed nor known to the baseline."""
    return not finding["suppressed"] and finding["baseline"] in (None, "new")


def parts_of(name):
    """The components of a qualified name without template arguments and parameters."""
    name = re.sub(r"\((anonymous|lambda|unnamed)[^)]*\)", "anonymous", name)
    operator = re.search(r"\boperator(\(\)|[^\w\s(]+| [\w ]+)", name)
    if operator:
        name = name[:operator.start()] + "operator"
    while True:
        shorter = re.sub(r"<[^<>]*>", "", name)
        if shorter == name:
            break
        name = shorter
    parts = [part.strip() for part in name.split("(")[0].split("::")]
    return parts[:-1] + [operator.group()] if operator else parts


def names_on_paths(report):
    """All names on paths of reported findings, each as the list of its components."""
    names = set()
    for finding in filter(is_reported, report["findings"]):
        for path in finding["paths"]:
            names.add(path["root"])
            for step in path["steps"]:
                names.update((step["function"], step["calls"]))
    return [parts_of(name) for name in sorted(names)]


def phase_words(phases):
    words = [word for phase, word in PHASES.items() if phase in phases]
    return "all" if len(words) == len(PHASES) else ",".join(words)


def path_text(path):
    names = [path["root"]]
    for step in path["steps"]:
        through = step.get("through")
        names.append(f"{step['calls']} [{through}]" if through else step["calls"])
    return " > ".join(names)


def sink_function(finding, path):
    """The function that the finding's location stands in: the last step's, but for a sink in a
    system header the one of the step that the location was taken from."""
    place = finding["location"]
    for step in reversed(path["steps"]):
        if (step["file"], step["line"]) == (place["file"], place["line"]):
            return step["function"]
    return path["steps"][-1]["function"]


def shown_file(file):
    """A file outside of the case (a system header) is shown by its name only."""
    outside = file.startswith(("/", "../")) or re.match(r"[A-Za-z]:", file)
    return f"<{file.rsplit('/', 1)[-1]}>" if outside else file


def finding_lines(finding, relative_line):
    """The golden lines of a finding, one a path.  relative_line(file, function, line) gives the
    line as it is to be shown."""
    place = finding["location"]
    for path in finding["paths"]:
        function = sink_function(finding, path)
        line = relative_line(place["file"], parts_of(function)[-1], place["line"])
        phases = phase_words(path.get("phases") or finding["phases"])
        text = (f"{shown_file(place['file'])} {function} {line} {finding['rule']} "
                f"{finding['level']} {phases}: {path_text(path)}")
        if (path.get("certainty") or finding["certainty"]) == "possible":
            text += " (possible)"
        if finding["suppressed"]:
            text += " (suppressed)"
        elif not is_reported(finding):
            text += " (baseline)"
        yield text


def cut_line(cut):
    file = shown_file(cut["file"])
    # Lines of system headers differ from one release to the next.
    return f"cut {cut['kind']} {file}" + ("" if file.startswith("<") else f":{cut['line']}")


def golden_lines(report, relative_line, with_cuts):
    """All golden lines of a report, sorted."""
    lines = [line for finding in report["findings"]
             for line in finding_lines(finding, relative_line)]
    if with_cuts:
        lines += sorted({cut_line(cut) for cut in report["coverage"]["cuts"]})
    return sorted(lines)
