"""What each reader of SARIF takes from a log, as checks: a function each, named after the reader.

Every function yields what its reader would miss or show wrongly of a result.  They are facts from the
readers' sources and documentation:
  VS Code        microsoft/sarif-vscode-extension: the panel's code flows, messages and links
  Visual Studio  microsoft/sarif-visualstudio-extension: nesting, levels, element 0 of arrays
  GitHub         docs.github.com, SARIF support for code scanning: required properties and limits
  GitLab         docs.gitlab.com, reports:sarif: severity from `rank`, identifiers from tags
  SonarQube      docs.sonarsource.com, importing SARIF: severity from the rule
  DefectDojo     DefectDojo/django-DefectDojo, dojo/tools/sarif/parser.py
  reviewdog      reviewdog/reviewdog, parser/sarif.go
  Jenkins        jenkinsci/analysis-model, the SARIF adapter
"""
import re

LEVELS = ("none", "note", "warning", "error")
MOST_STEPS = 10_000  # GitHub
MOST_TAGS = 20
MOST_TEXT = 1024
MOST_PLACEHOLDERS = 5  # DefectDojo gives up where {0} to {5} are all used


def steps_of(result):
    """All steps of all thread flows."""
    return [step for flow in result.get("codeFlows", []) for thread in flow["threadFlows"]
            for step in thread["locations"]]


def messages_of(result):
    """All messages of a result."""
    yield result["message"]
    for place in result.get("relatedLocations", []):
        yield place.get("message", {})
    for step in steps_of(result):
        yield step["location"].get("message", {})


def vs_code(result, rule):
    """The first thread flow as indented steps; the rule's message string; links in the text."""
    ids = {place.get("id") for place in result.get("relatedLocations", [])}
    links = {int(link) for link in re.findall(r"\]\((\d+)\)", result["message"]["text"])}
    if links - ids:
        yield f"links to {links - ids}, which are no related locations"
    if any("markdown" in message for message in messages_of(result)):
        yield "a message in markdown, which is shown without its links"
    for flow in result.get("codeFlows", []):
        levels = [step.get("nestingLevel") for step in flow["threadFlows"][0]["locations"]]
        if not levels or levels[0] != 1 or min(level or 0 for level in levels) < 1:
            yield f"nesting {levels} does not begin with 1"
    if not all(step["location"].get("message", {}).get("text") for step in steps_of(result)):
        yield "a step without words"
    if any("index" in step for step in steps_of(result)):
        yield "a step by index"
    if result["message"]["id"] not in rule["messageStrings"]:
        yield "no message string"


def visual_studio(result, rule):
    """A result at `warning` has the rule's level; element 0 of arrays is taken unasked."""
    default = rule["defaultConfiguration"]["level"]
    if LEVELS.index(default) < LEVELS.index(result["level"]):
        yield f"the rule's level, {default}, is milder than the result's"
    for flow in result.get("codeFlows", []):
        if not flow["threadFlows"] or not all(thread["locations"] for thread in flow["threadFlows"]):
            yield "an empty flow"
    for name in ("codeFlows", "relatedLocations", "locations", "suppressions", "fixes"):
        if result.get(name) == []:
            yield f"{name} is empty"


def github(result, rule):
    """locations[0] with a whole region, the line's hash, and its limits."""
    region = result["locations"][0]["physicalLocation"].get("region", {})
    if not {"startLine", "startColumn", "endLine", "endColumn"} <= region.keys():
        yield "the region is not whole"
    if "snippet" in region and "primaryLocationLineHash" not in result.get("partialFingerprints", {}):
        yield "no primaryLocationLineHash"
    if len(steps_of(result)) > MOST_STEPS or len(result["locations"]) != 1:
        yield "too many steps or locations"
    if len(rule["properties"]["tags"]) > MOST_TAGS:
        yield "too many tags"
    for name in ("shortDescription", "fullDescription"):
        if not 0 < len(rule[name]["text"]) <= MOST_TEXT:
            yield f"the length of {name}"


def gitlab(result, rule):
    """Drops results without place or rule; takes severity from `rank`, weaknesses from tags."""
    if "rank" in result:
        yield "a rank, which would count more than the level"
    if not result.get("ruleId") or "uri" not in result["locations"][0]["physicalLocation"]["artifactLocation"]:
        yield "it would be dropped"
    for relationship in rule.get("relationships", []):
        if relationship["target"]["id"] not in rule["properties"]["tags"]:
            yield f"no tag {relationship['target']['id']}"


def sonarqube(result, rule):
    """ruleId and text, and the rule's level."""
    if not result["message"]["text"] or result["ruleId"] != rule["id"]:
        yield "no text, or another rule"
    if rule["defaultConfiguration"]["level"] not in LEVELS[1:]:
        yield "the rule has no level"


def defectdojo(result, rule):
    """Fills the rule's message string in; drops what is no failure; CWE from relationships."""
    if result.get("kind", "fail") != "fail":
        yield f"the kind {result['kind']}"
    text = rule["messageStrings"].get(result["message"]["id"], {}).get("text", "")
    if not text or len(set(re.findall(r"\{(\d+)\}", text))) > MOST_PLACEHOLDERS:
        yield f"the message string '{text}'"
    for relationship in rule.get("relationships", []):
        if not re.fullmatch(r"CWE-\d+", relationship["target"]["id"]):
            yield f"the weakness {relationship['target']['id']}"


def reviewdog(result, rule):
    """Prefers markdown to text; joins base and relative URI."""
    del rule
    if "markdown" in result["message"]:
        yield "a message in markdown"
    if not re.match(r"[^/\\:]+(/|$)", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]):
        yield "the URI is not relative"


def jenkins(result, rule):
    """File, line, level, rule and text."""
    del rule
    if result["level"] not in LEVELS[1:] or not result["message"]["text"]:
        yield "no level or no text"
    if result["locations"][0]["physicalLocation"].get("region", {}).get("startLine", 0) < 1:
        yield "no line"


READERS = (vs_code, visual_studio, github, gitlab, sonarqube, defectdojo, reviewdog, jenkins)


def check_result(result, rule):
    """Yields what any of the readers would make of a result."""
    for reader in READERS:
        for message in reader(result, rule):
            yield f"{reader.__name__}: {message}"
