"""Puts the results of many SARIF logs into few, for what takes as long for a rule as for a result.

Nearly all of a log is the text of its rules.  Logs whose runs differ only in what they found become
one: its results and notifications are all of theirs, its message strings the union of theirs.
"""
import copy
import json
import pathlib

FOUND = ("results", "automationDetails", "properties")  # and what stands in invocations
ENOUGH = 60  # results of a log: the validator takes more than twice as long for twice as many


def key_of(log):
    """All of a log but what it found, as text."""
    run = dict(log["runs"][0])
    for name in FOUND:
        run.pop(name, None)
    run["invocations"] = [{**call, "toolExecutionNotifications": []} for call in run["invocations"]]
    driver = run["tool"]["driver"]
    rules = [{**rule, "messageStrings": {}} for rule in driver["rules"]]
    run["tool"] = {**run["tool"], "driver": {**driver, "rules": rules}}
    return json.dumps([len(log["runs"]), {**log, "runs": [run]}])


def add(merged, log):
    """Adds to the run of `merged` what `log` found."""
    to, run = merged["runs"][0], log["runs"][0]
    to["results"] += run["results"]
    for call, other in zip(to["invocations"], run["invocations"]):
        call["toolExecutionNotifications"] += other["toolExecutionNotifications"]
    for rule, other in zip(to["tool"]["driver"]["rules"], run["tool"]["driver"]["rules"]):
        for name, string in other["messageStrings"].items():
            if rule["messageStrings"].setdefault(name, string) != string:
                raise ValueError(f"two message strings '{name}' of {rule['id']}")


def shape_of(result):
    """What a result is but for names, places and lines: of its rule, level, message and members."""
    flows = [len(flow["threadFlows"]) for flow in result.get("codeFlows", [])]
    message = result.get("message", {}).get("id")
    return json.dumps([result.get("ruleId"), result.get("level"), message, flows, sorted(result),
                       sorted(result["properties"])])


def keep_shapes(log, seen, most):
    """Leaves out results of whose shape `most` came before; 0: none."""
    kept = []
    for result in log["runs"][0]["results"]:
        shape = shape_of(result)
        seen[shape] = seen.get(shape, 0) + 1
        if most == 0 or seen[shape] <= most:
            kept.append(result)
    log["runs"][0]["results"] = kept


def pieces_of(path, seen, most):
    """A log in pieces of ENOUGH results, each of which says whose it is."""
    log = json.loads(path.read_text(encoding="utf-8"))
    keep_shapes(log, seen, most)
    run = log["runs"][0]
    results = run["results"]
    for result in results:
        result["properties"]["log"] = path.name
    yield {**log, "runs": [{**run, "results": results[:ENOUGH]}]}
    quiet = [{**call, "toolExecutionNotifications": []} for call in run["invocations"]]
    for at in range(ENOUGH, len(results), ENOUGH):
        part = {**run, "results": results[at:at + ENOUGH], "invocations": quiet}
        yield copy.deepcopy({**log, "runs": [part]})


def merge(paths, most=0):
    """The logs that hold all that the logs at `paths` do, or `most` results of each shape."""
    open_logs, full, seen = {}, [], {}
    for path in paths:
        for log in pieces_of(path, seen, most):
            key = key_of(log)
            if key in open_logs:
                add(open_logs[key], log)
            else:
                open_logs[key] = log
            if len(open_logs[key]["runs"][0]["results"]) >= ENOUGH:
                full.append(open_logs.pop(key))
    return full + list(open_logs.values())


def write_merged(paths, folder, most):
    """Writes the merged logs into `folder`, which then holds nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.sarif"):
        old.unlink()
    for number, log in enumerate(merge(map(pathlib.Path, paths), most)):
        text = json.dumps(log, ensure_ascii=False, indent=1)
        (folder / f"{folder.name}-{number}.sarif").write_text(text, encoding="utf-8")
