// page.js - filters, the list that grows as it is scrolled, keys, printing.

const CHUNK = 50;         // findings that are added to the list at once
const UNFOLD = 200;       // findings that one press unfolds at most
const PRINT_UNFOLDED = 200; // findings that a printed report shows with all they hold; others in one row

const list = document.getElementById("findings");
const more = document.getElementById("more");
const form = document.getElementById("filters");
let left = [];  // findings that pass the filters
let shown = 0;  // of them, in the list

function checks(id, labels, name) {
  document.getElementById(id).append(...labels.map((label, i) =>
    el("label", {}, el("input", {type: "checkbox", name, value: String(i), checked: true}), label)));
}

function writeFilters() {
  const levels = countBy(inState(""), "level");
  document.getElementById("state").append(...Object.entries(STATES).map(([state, label]) =>
    el("option", {value: state}, `${label} (${inState(state).length})`)));
  document.getElementById("state").parentElement.hidden = inState("").length === data.findings.length;
  checks("levels", LEVELS.map((level) => el("span", {class: `badge ${level}`}, `${level} ${(levels.get(level) ?? 0).toLocaleString("en")}`)), "level");
  checks("phases", PHASE_LABELS.map((label, i) => el("span", {class: `chip p${i}`, title: data.phases[i].words}, label)), "phase");
  const rules = [...countBy(data.findings, "rule")].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  document.getElementById("rule").append(el("option", {value: ""}, "All rules"),
    ...rules.map(([rule, n]) => el("option", {value: rule}, `${rule} ${data.rules[rule].name} (${n})`)));
  const modules = countBy(data.findings, "module");
  document.getElementById("module").append(el("option", {value: ""}, "All DLLs"),
    ...[...modules].map(([module, n]) => el("option", {value: module}, `${module} (${n})`)));
}

function checked(name) {
  return new Set([...form.elements[name]].filter((box) => box.checked).map((box) => Number(box.value)));
}

function readFilter() {
  return {text: form.elements.text.value, module: form.elements.module.value, state: form.elements.state.value, rule: form.elements.rule.value,
    levels: new Set([...checked("level")].map((i) => LEVELS[i])), phases: checked("phase")};
}

// Adds up to `n` more findings to the list.
function grow(n) {
  const nodes = [];
  const end = Math.min(left.length, shown + n);
  for (let i = shown; i < end; i++) {
    if (data.modules.length > 1 && (i === 0 || left[i - 1].module !== left[i].module)) {
      nodes.push(el("h3", {}, left[i].module));
    }
    nodes.push(findingElement(left[i]));
  }
  shown = end;
  list.append(...nodes);
  more.hidden = shown >= left.length;
  more.textContent = `Show more (${(left.length - shown).toLocaleString("en")} left)`;
}

function apply() {
  left = filtered(readFilter());
  shown = 0;
  list.replaceChildren();
  const all = inState(form.elements.state.value).length;
  document.getElementById("count").textContent = left.length === all
    ? plural(all, "finding", "findings") : `${left.length.toLocaleString("en")} of ${plural(all, "finding", "findings")}`;
  if (left.length === 0) {
    list.append(el("p", {}, all === 0 ? "Nothing is here." : "No finding passes the filters."));
  }
  grow(CHUNK);
}

// Shows the finding that the address names, unfolded.
function showNamed() {
  const id = location.hash.slice(1);
  const index = left.findIndex((finding) => finding.id === id);
  if (index < 0) {
    return;
  }
  grow(Math.max(0, index + 1 - shown));
  const box = document.getElementById(id);
  unfold(box, true);
  box.scrollIntoView({block: "start"});
  box.querySelector("button").focus({preventScroll: true});
}

// Arrows, Home and End move between the rows of findings.
function moveFocus(event) {
  const box = event.target.parentElement?.parentElement;
  if (event.altKey || event.ctrlKey || event.metaKey || !box?.classList.contains("finding")) {
    return;
  }
  const boxes = [...list.querySelectorAll(".finding")];
  const at = boxes.indexOf(box);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1}[event.key];
  if (to !== undefined && boxes[to]) {
    event.preventDefault();
    boxes[to].querySelector("button").focus();
    boxes[to].scrollIntoView({block: "nearest"});
  }
}

let folded = null; // what printing unfolded

// Paper has no clicks: everything that passes the filters is listed, the first of it unfolded.
function beforePrint() {
  if (folded !== null) {
    return;
  }
  folded = [];
  grow(left.length);
  const boxes = [...list.querySelectorAll(".finding")].slice(0, PRINT_UNFOLDED);
  for (const box of boxes) {
    if (box.querySelector("button").getAttribute("aria-expanded") !== "true") {
      unfold(box, true);
      folded.push(() => unfold(box, false));
    }
  }
  // Opening makes more of them: paths hold places.
  for (let closed = document.querySelectorAll("details:not([open])"); closed.length > 0; closed = document.querySelectorAll("details:not([open])")) {
    for (const details of closed) {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
      folded.push(() => { details.open = false; });
    }
  }
  if (left.length > PRINT_UNFOLDED) {
    list.before(el("p", {class: "printonly", id: "cut-off"}, `The first ${PRINT_UNFOLDED} findings are printed with all they hold, the others with their path only.`));
  }
}

function afterPrint() {
  (folded ?? []).forEach((undo) => undo());
  folded = null;
  document.getElementById("cut-off")?.remove();
}

function listen() {
  let timer = 0;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(apply, event.target.type === "search" ? 120 : 0);
  });
  form.addEventListener("reset", () => setTimeout(apply, 0));
  document.getElementById("unfold").addEventListener("click", () => {
    [...list.querySelectorAll(".finding")].slice(0, UNFOLD).forEach((box) => unfold(box, true));
  });
  more.addEventListener("click", () => {
    const next = list.children.length;
    grow(CHUNK);
    list.children[next]?.querySelector("button")?.focus();
  });
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && shown < left.length) {
      grow(CHUNK);
    }
  }, {rootMargin: "400px"}).observe(more);
  list.addEventListener("keydown", moveFocus);
  window.addEventListener("hashchange", showNamed);
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
}

writeHead();
writeModules();
writeFilters();
apply();
listen();
showNamed();
