// finding.js - one finding: its row, and what unfolds below it.

const LANE = 6;

// The rails of a path beside one of its stops: a coloured one for each phase, and the stop itself.
function rails(bits, stop) {
  const lanes = phasesOf(bits);
  const middle = 22;
  const first = middle - ((lanes.length - 1) * LANE) / 2;
  const y = 21;
  const picture = svg("svg", {"aria-hidden": "true", focusable: "false"});
  const from = stop === "root" ? y : 0;
  const to = stop === "sink" ? y : "100%";
  const draw = (x, name) => picture.append(svg("line", {class: name, x1: x, x2: x, y1: from, y2: to}));
  lanes.forEach((phase, lane) => draw(first + lane * LANE, `p${phase}`));
  if (lanes.length === 0) {
    draw(middle, "aside");
  }
  const half = Math.max(7, (lanes.length * LANE) / 2 + 3);
  if (stop === "sink") {
    picture.append(svg("path", {class: "sink", d: `M${middle - half - 2} ${y} L${middle} ${y - 11} L${middle + half + 2} ${y} L${middle} ${y + 11} Z`}));
  } else {
    picture.append(svg("rect", {class: `station ${stop}`, x: middle - half, y: y - 7, width: half * 2, height: 14, rx: 7}));
  }
  return picture;
}

function code(text) {
  return el("code", {}, text);
}

// "component_init calls LoadLibraryA (callback of EnumWindows)"
function stepText(step, last) {
  const parts = [el("strong", {}, code(step.function))];
  if (step.calls !== null) {
    parts.push(" calls ", last ? el("strong", {}, code(step.calls)) : code(step.calls));
  }
  if (step.through !== null) {
    parts.push(step.calls !== null ? ` (${step.through})` : ` ${step.through}`);
  }
  return parts;
}

function macroOf(step) {
  if (!step.macro) {
    return [];
  }
  const text = el("div", {class: "what dim"}, "in macro ", code(step.macro.name), step.macro.at ? ", written at:" : "");
  return step.macro.at ? [text, place(step.macro.at, false)] : [text];
}

function stepItems(steps, bits) {
  return steps.map((step, i) => {
    const last = i === steps.length - 1;
    return el("li", {}, rails(bits, last ? "sink" : "station"),
      el("div", {class: "what"}, ...stepText(step, last)), place(step.at, last), ...macroOf(step));
  });
}

function pathList(path) {
  const root = el("li", {}, rails(path.phases, "root"),
    el("div", {class: "what"}, `${path.caller} `, el("strong", {}, code(path.root)), ` ${path.when} `, ...spaced(chips(path.phases))),
    place(path.at, false));
  return el("ol", {class: "path", "aria-label": `Path: ${chainOf(path)}`}, root, ...stepItems(path.steps, path.phases));
}

// A path that is drawn when it is opened.
function otherPath(path) {
  const box = el("details", {class: "src"}, el("summary", {}, "Another path: ", code(chainOf(path)), ` ${path.when}`));
  box.addEventListener("toggle", () => {
    if (box.open && box.lastChild.tagName !== "OL") {
      box.append(pathList(path));
    }
  });
  return box;
}

function flowOf(flow) {
  const where = flow.root ? [" (in ", code(flow.root), ")"] : [];
  return [el("h5", {}, `The other side: ${flow.label}`, ...where),
    el("ol", {class: "path"}, ...stepItems(flow.steps, 0))];
}

// What happens in the phases of the finding, each reason once.
function reasons(finding, rule) {
  const byText = new Map();
  for (const phase of phasesOf(finding.phases)) {
    const text = rule.here[phase];
    if (text) {
      byText.set(text, (byText.get(text) ?? 0) | (1 << phase));
    }
  }
  return [...byText].map(([text, bits]) => el("p", {}, ...spaced(chips(bits)), text));
}

function levelsOf(finding) {
  const told = phasesOf(finding.phases).filter((i) => finding.levels[i] !== "none");
  return new Set(told.map((i) => finding.levels[i])).size > 1
    ? told.map((i) => el("p", {}, badge(finding.levels[i]), ` ${data.phases[i].words}`)) : [];
}

function explanation(finding) {
  const rule = data.rules[finding.rule];
  const list = el("dl", {class: "prose"});
  const add = (term, nodes) => {
    if (nodes.length > 0) {
      list.append(el("dt", {}, term), el("dd", {}, ...nodes));
    }
  };
  const text = (value) => (value ? prose(value) : []);
  add("Why", text(rule.why));
  add("In this phase", reasons(finding, rule));
  add("Levels", levelsOf(finding));
  add("When it shows", text(rule.shows));
  add("What to do", text(rule.fix));
  add("Safe instead", text(rule.instead));
  add("To verify", text(rule.verify));
  add("Rule", [el("p", {}, `${finding.rule} ${rule.name}: ${rule.summary}`)]);
  if (finding.source) {
    add("Source", [el("p", {}, link(finding.source), ` (${finding.confidence})`)]);
  }
  add("Identity", [el("p", {}, el("a", {href: `#${finding.id}`, class: "mono"}, finding.id))]);
  return list;
}

// Everything that unfolds below a finding's row.
function inside(finding) {
  const box = el("div", {class: "inside", id: `in-${finding.id}`});
  if (finding.doubt !== null) {
    box.append(el("p", {class: "doubt"}, el("strong", {}, "Possible, not certain: "), finding.doubt));
  }
  if (finding.state === "suppressed") {
    box.append(el("p", {class: "doubt"}, el("strong", {}, "Suppressed in the source"), finding.reason ? `: ${finding.reason}` : ", no reason given"),
      place(finding.by, true));
  } else if (finding.state === "unchanged") {
    box.append(el("p", {class: "doubt"}, "Known: the baseline has it."));
  }
  if (finding.others.length > 0) {
    box.append(el("p", {class: "doubt"}, `The same place also reaches ${finding.others.join(", ")}.`));
  }
  finding.paths.slice(0, 1).forEach((path) => box.append(el("h5", {}, "Path"), pathList(path)));
  finding.flows.forEach((flow) => box.append(...flowOf(flow)));
  finding.paths.slice(1).forEach((path) => box.append(otherPath(path)));
  if (finding.more > 0) {
    box.append(el("p", {class: "dim"}, `And ${plural(finding.more, "more path", "more paths")}.`));
  }
  box.append(explanation(finding));
  return box;
}

function row(finding) {
  const paths = finding.paths.length + finding.more;
  return el("span", {class: "row"},
    el("span", {class: "headline"}, finding.message),
    el("span", {class: "under"}, badge(finding.level), el("span", {class: "mono"}, placeText(finding.at)),
      el("span", {class: "dim"}, `${finding.rule} ${data.rules[finding.rule].name}`),
      finding.doubt !== null ? el("span", {class: "dim"}, "possible") : null,
      finding.state !== "open" ? el("span", {class: "badge none"}, finding.state) : null,
      el("span", {}, ...spaced(chips(finding.phases))),
      paths > 1 ? el("span", {class: "dim"}, plural(paths, "path", "paths")) : null),
    finding.paths.length > 0 ? el("span", {class: "chain mono"}, chainOf(finding.paths[0])) : null);
}

// A finding's element.  Its button folds; what is inside is made at the first unfolding.
function findingElement(finding) {
  const button = el("button", {type: "button", "aria-expanded": "false"}, row(finding));
  const box = el("article", {class: `finding ${finding.level}`, id: finding.id, "aria-label": `${finding.level} ${finding.rule}: ${finding.sink}`},
    el("h4", {}, button));
  button.addEventListener("click", () => unfold(box, button.getAttribute("aria-expanded") !== "true"));
  box.finding = finding;
  return box;
}

function unfold(box, open) {
  const button = box.querySelector("button");
  if (open && box.children.length === 1) {
    box.append(inside(box.finding));
    button.setAttribute("aria-controls", `in-${box.finding.id}`);
  }
  if (box.children.length > 1) {
    box.children[1].hidden = !open;
  }
  button.setAttribute("aria-expanded", String(open));
}
