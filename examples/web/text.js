// The text with its layers: one element for each stretch in which nothing begins or ends.

const NAMES = { PER: "per", ORG: "org", LOC: "loc", NORP: "norp", PRON: "refers", NOM: "refers" };

/** What is shown on the text, as [start, end, class]. */
function layers(document) {
  const marks = [];
  for (const m of document.mentions) marks.push([m.start, m.end, NAMES[m.kind]]);
  for (const t of document.times) marks.push([t.start, t.end, "time"]);
  for (const q of document.quotations) marks.push([q.start, q.end, "quote"]);
  for (const e of document.events) for (const w of e.trigger) marks.push([w.start, w.end, "act"]);
  for (const u of document.unread) marks.push([u.start, u.end, "unread"]);
  for (const p of document.parts) marks.push([p.start, p.end, `part-${p.kind}`]);
  return marks;
}

/** Fills `pane` with the text. `places` are further stretches that `show` will want to single out. */
export function render(pane, document, places) {
  const marks = layers(document);
  const edges = new Map(); // where classes begin (+1) and end (-1)
  const edge = (at, name, by) => {
    const here = edges.get(at) ?? new Map();
    if (name) here.set(name, (here.get(name) ?? 0) + by);
    edges.set(at, here);
  };
  for (const [start, end, name] of marks) {
    edge(start, name, 1);
    edge(end, name, -1);
  }
  for (const { start, end } of places) {
    edge(start);
    edge(end);
  }
  for (const { start, end } of document.paragraphs) {
    edge(start);
    edge(end);
  }
  const stops = [...edges.keys(), 0, document.text.length].sort((a, b) => a - b);
  const active = new Map();
  const segments = [];
  stops.forEach((start, i) => {
    const end = stops[i + 1];
    for (const [name, by] of edges.get(start) ?? []) active.set(name, (active.get(name) ?? 0) + by);
    edges.delete(start);
    if (end !== undefined && end > start) segments.push({ start, end, names: [...active].filter(([, n]) => n > 0).map(([name]) => name) });
  });
  pane.replaceChildren(...blocks(document, segments));
}

function blocks(document, segments) {
  const paragraphs = document.paragraphs.length > 0 ? document.paragraphs : [{ start: 0, end: document.text.length }];
  let at = 0;
  return paragraphs.map(({ start, end }) => {
    const block = window.document.createElement("p");
    const whole = document.parts.find((part) => part.start <= start && end <= part.end);
    if (whole) block.className = `block-${whole.kind}`;
    while (at < segments.length && segments[at].end <= start) at += 1;
    for (; at < segments.length && segments[at].start < end; at += 1) {
      const segment = segments[at];
      const span = window.document.createElement("span");
      span.textContent = document.text.slice(segment.start, segment.end);
      span.className = segment.names.join(" ");
      span.dataset.start = segment.start;
      span.dataset.end = segment.end;
      block.append(span);
    }
    return block;
  });
}

/** Singles out some places, and among them those to look at. */
export function show(pane, places, focus) {
  clear(pane);
  let first;
  for (const span of pane.querySelectorAll("span[data-start]")) {
    const start = Number(span.dataset.start);
    const end = Number(span.dataset.end);
    const inside = (p) => p.start <= start && end <= p.end;
    const hit = places.filter(inside);
    if (hit.length === 0) continue;
    // The smallest says most: who speaks, within what is said.
    const role = hit.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a)).role;
    span.classList.add("shown");
    span.dataset.role = role;
    if (focus.some(inside)) {
      span.classList.add("focus");
      first ??= span;
    }
  }
  first?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

/** Singles out nothing. */
export function clear(pane) {
  for (const span of pane.querySelectorAll(".shown")) {
    span.classList.remove("shown", "focus");
    delete span.dataset.role;
  }
}
