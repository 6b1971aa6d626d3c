"use strict";
// model.js - the report's data, and which findings the filters leave.  Knows nothing of the page.

const data = JSON.parse(document.getElementById("data").textContent);
const LEVELS = ["error", "warning", "note"];
const STATES = {"": "Open", suppressed: "Suppressed", unchanged: "Known from the baseline", all: "All"};
const PHASE_LABELS = ["load", "start", "thread start", "thread exit", "unload", "exit"];

// Returns the phases of a bit set as indices.
function phasesOf(bits) {
  return PHASE_LABELS.map((_, i) => i).filter((i) => bits & (1 << i));
}

// Returns the findings of a state of the filter; the open ones are those that nobody has held back.
function inState(state) {
  return data.findings.filter((finding) => state === "all" || finding.state === state ||
    (state === "" && (finding.state === "open" || finding.state === "new")));
}

function plural(n, one, many) {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

function placeText(at) {
  const name = data.files[at.file].name;
  return at.line > 0 ? `${name}:${at.line}` : name;
}

// "DllMain > init > LoadLibraryW"
function chainOf(path) {
  return [...path.steps.map((step) => step.function), path.sink].join(" > ");
}

// What the text filter looks into; made once a finding.
function searchText(finding) {
  if (finding.searched === undefined) {
    const rule = data.rules[finding.rule];
    const words = [finding.rule, rule.name, finding.message, finding.module, finding.sink,
      placeText(finding.at), finding.reason ?? "", ...finding.others];
    for (const path of finding.paths) {
      words.push(path.root, ...path.steps.map((step) => `${step.function} ${placeText(step.at)}`));
    }
    finding.searched = words.join("\n").toLowerCase();
  }
  return finding.searched;
}

// Returns the findings that pass: levels and phases are sets of what may be; empty texts match all,
// but for the state.
function filtered(filter) {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const bits = [...filter.phases].reduce((sum, i) => sum | (1 << i), 0);
  return inState(filter.state).filter((finding) =>
    filter.levels.has(finding.level) &&
    (finding.phases & bits) !== 0 &&
    (filter.module === "" || finding.module === filter.module) &&
    (filter.rule === "" || finding.rule === filter.rule) &&
    words.every((word) => searchText(finding).includes(word)));
}

// Returns how many of the list have each value of a key.
function countBy(list, key) {
  const counts = new Map();
  for (const item of list) {
    counts.set(item[key], (counts.get(item[key]) ?? 0) + 1);
  }
  return counts;
}
