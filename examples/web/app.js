// The page: a text in, its facts beside it. Reading happens in this tab; nothing is sent anywhere.
import init, { read, Reader } from "./cubaru/web.js";
import { dating, facts } from "./facts.js";
import { clear, render, show } from "./text.js";

const $ = (id) => document.getElementById(id);
const pane = $("pane");
let shown = []; // every fact on the page, as {fact, button, turn}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
}

function pieces(list) {
  return list.map(({ text, role }) => element("span", { className: role ?? "" }, text));
}

/** A fact as a button: pressing it shows its words; pressing it again shows the next place that says so. */
function entry(fact) {
  const button = element("button", { type: "button", className: "fact" });
  button.setAttribute("aria-pressed", "false");
  if (fact.lead) button.append(element("span", { className: "lead" }, ...pieces(fact.lead)));
  for (const line of fact.lines ?? []) button.append(element("span", { className: "line" }, line));
  // Words that bring their own marks need no others.
  if (fact.quote) button.append(element("q", { className: /^["“‘'«]/.test(fact.quote) ? "marked" : "" }, fact.quote));
  const foot = element("span", { className: "foot" });
  for (const tag of fact.tags ?? []) foot.append(element("span", { className: "tag" }, tag));
  if (fact.doubt) foot.append(element("span", { className: "tag doubt" }, fact.doubt));
  if (fact.because) foot.append(element("span", { className: "because" }, "because of “", element("b", {}, fact.because), "”"));
  if (fact.note) foot.append(element("span", {}, fact.note));
  if (foot.hasChildNodes()) button.append(foot);
  button.disabled = fact.places.length === 0;
  const item = element("li", {}, button);
  if (fact.level) item.style.setProperty("--level", Math.min(fact.level, 4));
  shown.push({ fact, button, turn: 0 });
  return item;
}

/** Shows a fact's words; `turn` says which of several places to look at. */
function choose(chosen, turn = chosen.turn) {
  for (const { button } of shown) button.setAttribute("aria-pressed", String(button === chosen.button));
  const { places, turns } = chosen.fact;
  const main = places.filter((place) => place.role === "main");
  const at = turn % main.length;
  show(pane, places, turns ? [main[at]] : main);
  const span = pane.querySelector(".focus");
  const which = turns && main.length > 1 ? `, place ${at + 1} of ${main.length}` : "";
  say(span ? `Shown in the text${which}: ${span.parentElement.textContent.trim().slice(0, 200)}` : "");
}

function unchoose() {
  for (const { button } of shown) button.setAttribute("aria-pressed", "false");
  clear(pane);
  say("");
}

function say(message) {
  $("status").textContent = message;
}

function section({ id, title, none, facts }) {
  const heading = element("h3", { id: `head-${id}` }, title, " ", element("span", { className: "count" }, String(facts.length)));
  const made = element("section", { id });
  made.setAttribute("aria-labelledby", heading.id);
  made.append(heading);
  if (facts.length === 0) made.append(element("p", { className: "none" }, none));
  let group;
  let list;
  for (const fact of facts) {
    if (!list || fact.group !== group) {
      if (fact.group) made.append(element("h4", {}, fact.group));
      list = element("ul");
      group = fact.group;
      made.append(list);
    }
    list.append(entry(fact));
  }
  return made;
}

function display(found, milliseconds) {
  shown = [];
  const sections = facts(found);
  const date = dating(found);
  const about = element("section", { id: "about" });
  about.setAttribute("aria-label", "The article");
  const { title, publisher, authors } = found.source;
  if (title) about.append(element("p", { className: "title" }, title));
  const by = [publisher, authors?.join(", ")].filter(Boolean).join(" · ");
  if (by) about.append(element("p", {}, by));
  const list = element("ul");
  if (date) list.append(entry(date));
  about.append(list);
  const words = found.tokens.filter((token) => token.kind === "word" || token.kind === "number").length;
  about.append(element("p", { className: "none" }, `${words} words in ${found.sentences.length} sentences, read in ${milliseconds} ms in this tab.`));
  const save = element("a", { className: "save", download: `${found.source.id ?? "article"}.cubaru.json` }, "Save all as JSON");
  URL.revokeObjectURL($("found").dataset.url ?? "");
  $("found").dataset.url = save.href = URL.createObjectURL(new Blob([found.toJson()], { type: "application/json" }));
  about.append(save);
  $("found").replaceChildren(about, ...sections.map(section));
  $("sections").replaceChildren(...sections.map(({ id, title, facts }) =>
    element("a", { href: `#${id}` }, title, " ", element("span", { className: "count" }, String(facts.length)))));
  render(pane, found, shown.flatMap(({ fact }) => fact.places));
  pane.scrollTop = $("found").scrollTop = 0;
  $("result").hidden = false;
  $("input").open = false;
  $("facts").focus({ preventScroll: true });
  say(`Read: ${sections.map(({ title, facts }) => `${title} ${facts.length}`).join(", ")}.`);
}

function submit(event) {
  event?.preventDefault();
  $("error").hidden = true;
  const known = JSON.parse($("form").dataset.known ?? "{}");
  const published = $("published").value.trim();
  try {
    const start = performance.now();
    const found = read($("text").value, { ...known, published: published || undefined });
    const milliseconds = Math.max(1, Math.round(performance.now() - start));
    display(found, milliseconds);
    found.free();
  } catch (error) {
    $("error").textContent = error.hint ? `${error.message}: ${error.hint}.` : String(error);
    $("error").hidden = false;
    $("input").open = true;
  }
}

async function sample(name) {
  const [text, known] = await Promise.all([fetch(`articles/${name}.txt`), fetch(`articles/${name}.json`)]);
  $("text").value = await text.text();
  const { published, ...rest } = await known.json();
  $("form").dataset.known = JSON.stringify(rest);
  $("published").value = published ?? "";
  submit();
}

function offer(name, { title, publisher, published }) {
  const about = [publisher, published].filter(Boolean).join(" · ");
  const button = element("button", { type: "button", className: "sample" }, element("b", {}, title ?? name), element("span", {}, about));
  button.addEventListener("click", () => sample(name));
  return element("li", {}, button);
}

/** Another text is another article: what was known of the one before no longer holds. */
function forget() {
  delete $("form").dataset.known;
}

function keys(event) {
  if (event.key === "Escape") return unchoose();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = shown.findIndex(({ button }) => button === document.activeElement);
  if (!step || at < 0) return;
  for (let to = at + step; shown[to]; to += step) {
    if (shown[to].button.disabled) continue;
    event.preventDefault();
    shown[to].button.focus();
    return choose(shown[to]);
  }
}

/** The fact behind a place of the text that was clicked: the one whose words there are fewest. */
function behind(event) {
  const span = event.target.closest("span[data-start]");
  if (!span || String(getSelection())) return;
  const start = Number(span.dataset.start);
  const hits = shown.flatMap((one) => one.fact.places.filter((p) => p.role === "main" && p.start <= start && start < p.end).map((p) => [p.end - p.start, one, p]));
  if (hits.length === 0) return unchoose();
  const [, one, place] = hits.reduce((a, b) => (b[0] < a[0] ? b : a));
  choose(one, one.fact.places.filter((p) => p.role === "main").indexOf(place));
  one.button.scrollIntoView({ block: "center" });
}

$("form").addEventListener("submit", submit);
$("text").addEventListener("input", forget);
$("result").addEventListener("keydown", keys);
pane.addEventListener("click", behind);
$("found").addEventListener("click", ({ target }) => {
  const chosen = shown.find(({ button }) => button === target.closest("button"));
  if (!chosen) return;
  if (chosen.button.getAttribute("aria-pressed") === "true") chosen.turn += 1;
  choose(chosen);
});
$("layers").addEventListener("change", ({ target }) => pane.classList.toggle(`no-${target.value}`, !target.checked));
for (const box of $("layers").querySelectorAll("input")) pane.classList.toggle(`no-${box.value}`, !box.checked);

const [names] = await Promise.all([fetch("articles.json").then((answer) => answer.json()), init()]);
const known = await Promise.all(names.map((name) => fetch(`articles/${name}.json`).then((answer) => answer.json())));
$("samples").append(...names.map((name, i) => offer(name, known[i])));
// The reader unpacks its lists when it is first asked for: better now than when somebody waits.
Reader.english().free();
$("read").disabled = false;
