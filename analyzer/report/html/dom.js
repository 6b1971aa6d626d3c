// dom.js - elements made of plain data.  Text becomes text nodes: nothing here reads markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

// A link for web addresses, else the text alone.
function link(url) {
  return /^https?:\/\//.test(url) ? el("a", {href: url, rel: "noreferrer"}, url) : url;
}

function chips(bits) {
  return phasesOf(bits).map((i) => el("span", {class: `chip p${i}`, title: data.phases[i].words}, PHASE_LABELS[i]));
}

// The nodes with a blank behind each.
function spaced(nodes) {
  return nodes.flatMap((node) => [node, " "]);
}

function badge(level) {
  return el("span", {class: `badge ${level}`}, level);
}

// Prose of a rule: each line a paragraph, those that begin with four blanks code.
function prose(text) {
  const nodes = [];
  let code = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("    ")) {
      if (code === null) {
        code = el("pre");
        nodes.push(code);
      }
      code.append(`${line.slice(4)}\n`);
    } else {
      code = null;
      if (line !== "") {
        nodes.push(el("p", {}, line));
      }
    }
  }
  return nodes;
}

// The lines around a place, that of the place marked.  Empty where the source is not known.
function sourceLines(at) {
  const known = data.files[at.file].lines;
  const lines = [];
  for (let number = at.line - 3; number <= at.line + 3; number++) {
    const text = known[number];
    if (text === undefined) {
      continue;
    }
    const hit = number === at.line;
    const line = el("span", hit ? {class: "hit"} : {}, el("span", {class: "no"}, String(number)));
    if (hit && at.length > 0) {
      const from = at.column - 1;
      line.append(text.slice(0, from), el("mark", {}, text.slice(from, from + at.length)),
        text.slice(from + at.length));
    } else {
      line.append(text);
    }
    lines.push(line);
  }
  return lines;
}

// A place whose source unfolds; made when it is opened first.
function place(at, open) {
  const name = placeText(at);
  if (data.files[at.file].lines[at.line] === undefined || at.column === undefined) {
    return el("span", {class: "mono dim"}, name);
  }
  const box = el("details", {class: "src"}, el("summary", {class: "mono"}, name));
  const show = () => {
    if (box.open && box.lastChild.tagName !== "PRE") {
      box.append(el("pre", {class: "lines", tabindex: "0", "aria-label": `Source of ${name}`}, ...sourceLines(at)));
    }
  };
  box.addEventListener("toggle", show);
  box.open = open;
  show();
  return box;
}
