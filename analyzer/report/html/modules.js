// modules.js - the head of the page and the section that says what was analysed, and what not.

const PLACES = 200; // that a kind of cut lists; more are counted

function writeHead() {
  const open = inState("");
  const heldBack = data.findings.length - open.length;
  const counts = countBy(open, "level");
  const nFiles = data.units.analysed + data.units.partial;
  const tiles = [["error", counts.get("error") ?? 0, "error", "errors"],
    ["warning", counts.get("warning") ?? 0, "warning", "warnings"],
    ["note", counts.get("note") ?? 0, "note", "notes"],
    ["unit", nFiles, "file analysed", "files analysed"],
    ["cut", data.nCuts, "place not followed", "places not followed"]];
  document.getElementById("tiles").append(...tiles.map(([name, n, one, many]) =>
    el("li", {class: `tile ${name}`}, el("b", {}, n.toLocaleString("en")), n === 1 ? one : many)));
  const found = open.length === 0 ? "nothing was found" : plural(open.length, "finding", "findings");
  const where = data.modules.length === 1 ? `in ${data.modules[0].name}` : `in ${plural(data.modules.length, "DLL", "DLLs")}`;
  document.getElementById("lead").textContent = `Code that runs under the Windows loader lock: ${found} ${where}${heldBack > 0 ? `, and ${heldBack.toLocaleString("en")} held back by suppressions or a baseline` : ""}.`;
  document.title = `dllmain-lint: ${found} ${where}`;
  document.getElementById("made").textContent = `Made by dllmain-lint ${data.version}. This file holds everything it shows and asks no server for anything.`;
  document.getElementById("legend").append(...data.phases.map((phase, i) =>
    el("div", {}, el("dt", {}, el("span", {class: `chip p${i}`}, PHASE_LABELS[i])), el("dd", {}, phase.words))));
}

// One kind of cut: how many, what it means, and the places, listed when it is opened.
function cutKind(kind, cuts) {
  const words = data.cutKinds[kind];
  const box = el("details", {class: "cutkind"}, el("summary", {}, plural(cuts.length, words.one, words.many)));
  box.addEventListener("toggle", () => {
    if (box.open && box.children.length === 1) {
      const items = cuts.slice(0, PLACES).map((cut) =>
        el("li", {}, el("span", {class: "mono"}, placeText(cut.at)), cut.detail ? `: ${cut.detail}` : ""));
      if (cuts.length > PLACES) {
        items.push(el("li", {class: "dim"}, `and ${plural(cuts.length - PLACES, "more place", "more places")}`));
      }
      box.append(el("p", {}, `${words.meaning} ${words.help}`), el("ul", {}, ...items));
    }
  });
  return box;
}

function cutKinds(cuts) {
  const kinds = [...new Set(cuts.map((cut) => cut.kind))].sort((a, b) => a - b);
  return kinds.map((kind) => cutKind(kind, cuts.filter((cut) => cut.kind === kind)));
}

function rootItem(root) {
  return el("li", {}, `${root.caller} `, el("strong", {}, code(root.function)), " ", ...spaced(chips(root.phases)),
    el("span", {class: "mono dim"}, placeText(root.at)));
}

function moduleBody(module) {
  const roots = module.roots.length > 0 ? el("ul", {}, ...module.roots.map(rootItem))
    : el("p", {}, "None: nothing of this DLL runs under the loader lock.");
  const cuts = module.cuts.length > 0 ? cutKinds(module.cuts) : [el("p", {}, "Nothing: every call was followed.")];
  return el("div", {class: "body"}, el("h4", {}, "Roots: what runs under the loader lock"), roots,
    el("h4", {}, "What was not followed"), ...cuts);
}

function moduleElement(module, counts) {
  const levels = LEVELS.filter((level) => counts.get(level)).flatMap((level) =>
    [badge(level), ` ${counts.get(level).toLocaleString("en")} `]);
  const box = el("details", {class: "card module"}, el("summary", {}, el("b", {}, module.name),
    el("span", {}, ...(levels.length > 0 ? levels : [el("span", {class: "badge none"}, "no findings")])),
    el("span", {class: "dim"}, [plural(module.units, "file", "files"), plural(module.roots.length, "root", "roots"),
      `${plural(module.functions, "function", "functions")} reached`,
      `${plural(module.cuts.length, "place", "places")} not followed`].join(" · "))));
  box.addEventListener("toggle", () => {
    if (box.open && box.children.length === 1) {
      box.append(moduleBody(module));
    }
  });
  return box;
}

function writeModules() {
  const {analysed, partial, failed} = data.units;
  const all = plural(analysed, "file was", "files were");
  document.getElementById("units").textContent = partial + failed === 0 ? `${all} analysed, all of them completely.`
    : `${all} analysed completely, ${partial.toLocaleString("en")} only in part, and ${failed.toLocaleString("en")} could not be read: findings may be missing.`;
  const byModule = new Map(data.modules.map((module) => [module.name, new Map()]));
  for (const finding of inState("")) {
    const counts = byModule.get(finding.module);
    counts.set(finding.level, (counts.get(finding.level) ?? 0) + 1);
  }
  const list = document.getElementById("modules");
  list.append(...data.modules.map((module) => moduleElement(module, byModule.get(module.name))));
  if (data.cuts.length > 0) {
    list.append(el("details", {class: "card", open: true}, el("summary", {}, el("b", {}, "The run as a whole")),
      el("div", {class: "body"}, ...cutKinds(data.cuts))));
  }
  if (data.modules.length === 1) {
    list.firstChild.open = true;
  }
}
