// examples/web as a person uses it: paste, read, see facts and their words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { root, texts } from "../helper.mjs";
import { start } from "./chromium.mjs";

const ARTICLES = texts();
const LAVROV = ARTICLES.find(({ name }) => name === "havana-talks-wire");

let site;
before(async () => (site = await start()));
after(() => site?.stop());

/** Opens the page, tries something, and checks that nothing went wrong and nothing left. */
function visit(name, options, body) {
  test(name, async () => {
    const page = await site.open(options);
    await body(page);
    assert.deepEqual(page.troubles, []);
    assert.deepEqual(page.requests.filter((url) => !url.startsWith("blob:") && new URL(url).origin !== site.origin), []);
    await page.close();
  });
}

async function paste(page, text, published = "") {
  await page.fill("#text", text);
  await page.fill("#published", published);
  await page.click("#read");
  await page.waitForSelector("#result:not([hidden])");
}

const shown = (page, kind = "shown") => page.$$eval(`#pane .${kind}`, (spans) => spans.map((span) => span.textContent));

test("the samples are the articles of the folder", () => {
  const listed = JSON.parse(readFileSync(join(root, "examples/web/articles.json"), "utf8"));
  assert.deepEqual(listed, ARTICLES.map(({ name }) => name));
});

visit("paste, read, see the text and its facts", {}, async (page) => {
  await paste(page, LAVROV.text, "2023-04-20");
  const pane = (await page.textContent("#pane")).replace(/\s+/g, "");
  assert.equal(pane, LAVROV.text.replace(/\s+/g, ""), "the text is whole");
  for (const id of ["people", "actors", "timeline", "sayings", "unread"]) {
    assert.ok((await page.$$(`#${id} .fact`)).length > 0, id);
    assert.equal(await page.textContent(`#${id} h3 .count`), String((await page.$$(`#${id} .fact`)).length));
  }
  assert.match(await page.textContent("#people"), /Sergei Lavrov/);
  assert.match(await page.textContent("#people"), /Foreign Minister/);
  assert.ok((await page.$$("#pane .per")).length > 10);
  assert.ok((await page.$$("#pane .quote")).length > 0);
});

visit("every fact of every article shows the words it stands for", {}, async (page) => {
  let facts = 0;
  for (let i = 0; i < ARTICLES.length; i++) {
    if (i > 0) await page.click("summary");
    await page.click(`#samples button >> nth=${i}`);
    await page.waitForFunction((title) => document.querySelector("#about .title")?.textContent === title, ARTICLES[i].options.title);
    const wrong = await page.evaluate(() => {
      const all = [...document.querySelectorAll(".fact:enabled")];
      const silent = all.filter((button) => {
        button.click();
        const focus = document.querySelector("#pane .focus");
        return button.getAttribute("aria-pressed") !== "true" || focus === null || focus.textContent.trim() === "";
      });
      return { count: all.length, silent: silent.map((button) => button.textContent) };
    });
    assert.deepEqual(wrong.silent, [], ARTICLES[i].name);
    facts += wrong.count;
  }
  assert.ok(facts > 200, `${facts} facts`);
});

visit("pressing a fact lights its words up and brings them into sight", {}, async (page) => {
  await paste(page, LAVROV.text);
  const last = page.locator("#unread .fact").last();
  const words = (await last.locator("q").textContent()).trim();
  await last.click();
  assert.equal((await shown(page, "focus")).join("").replace(/\s+/g, " ").trim(), words);
  await page.waitForTimeout(200);
  const [focus, pane] = await page.$$eval("#pane .focus, #pane", (all) => all.map((one) => one.getBoundingClientRect()).reverse().map(({ top, bottom }) => ({ top, bottom })));
  assert.ok(focus.top >= pane.top && focus.top <= pane.bottom, "in sight");
});

visit("a person's mentions take turns", {}, async (page) => {
  await paste(page, LAVROV.text);
  const person = page.locator("#people .fact", { hasText: "Sergei Lavrov" }).first();
  const turns = new Set();
  for (let i = 0; i < 3; i++) {
    await person.click();
    turns.add(await page.$eval("#pane .focus", (span) => span.dataset.start));
  }
  assert.equal(turns.size, 3);
  assert.match(await page.textContent("#status"), /place 3 of \d/);
});

visit("by keyboard alone", {}, async (page) => {
  await page.focus("#text");
  await page.keyboard.insertText(LAVROV.text);
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("2023-04-20");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#result:not([hidden])");
  assert.equal(await page.evaluate(() => document.activeElement.id), "facts");
  for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement.matches("#people .fact"))); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const first = await shown(page);
  assert.ok(first.length > 0);
  await page.keyboard.press("ArrowDown");
  assert.notDeepEqual(await shown(page), first);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true");
  await page.keyboard.press("Escape");
  assert.deepEqual(await shown(page), []);
});

visit("a click on marked words finds their fact", {}, async (page) => {
  await paste(page, LAVROV.text);
  await page.locator("#pane .act").first().click();
  const words = await page.locator("#pane .act").first().textContent();
  const pressed = page.locator(".fact[aria-pressed=true]");
  assert.equal(await pressed.count(), 1);
  assert.ok((await pressed.textContent()).includes(words));
});

visit("layers are switched off and on", {}, async (page) => {
  await paste(page, LAVROV.text);
  const tint = () => page.$eval("#pane .per", (span) => getComputedStyle(span).backgroundColor);
  const on = await tint();
  await page.uncheck("#layers input[value=per]");
  assert.notEqual(await tint(), on);
  await page.check("#layers input[value=per]");
  assert.equal(await tint(), on);
});

visit("a bad date is told, with what to write", {}, async (page) => {
  await page.fill("#text", "Cuba said no.");
  await page.fill("#published", "last week");
  await page.click("#read");
  assert.match(await page.textContent("#error"), /last week.*2023-06-04/);
  assert.equal(await page.isVisible("#result"), false);
  await page.fill("#published", "2023");
  await page.click("#read");
  assert.equal(await page.isVisible("#error"), false);
  assert.equal(await page.isVisible("#result"), true);
});

visit("what is known of one article isn't said of the next", {}, async (page) => {
  await page.click("#samples button >> nth=1");
  await page.waitForSelector("#about .title");
  await page.click("summary");
  await paste(page, "Cuba said no.");
  assert.equal(await page.$("#about .title"), null);
});

visit("the JSON that is saved is the document's", {}, async (page) => {
  await paste(page, "€😀 Lavrov visited Cuba.");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".save")]);
  const json = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(json.text, "€😀 Lavrov visited Cuba.");
  assert.equal(json.unit, "code-point");
});

visit("dates are written for people", {}, async (page) => {
  const dates = [
    [{ date: "2023-04", earliest: "2023-04-01", latest: "2023-04-30" }, "2023-04"],
    [{ date: null, earliest: "2023-04-01", latest: "2023-04-30" }, "2023-04-01 to 2023-04-30"],
    [{ date: null, earliest: "2023-04-01", latest: null }, "2023-04-01 or later"],
    [{ edtf: "2022-02-01/..", earliest: "2022-02-01", latest: "9999-12-31" }, "2022-02-01 or later"],
    [{ date: null, earliest: null, latest: null }, ""],
  ];
  const written = await page.evaluate(async (dates) => {
    const { when } = await import("/facts.js");
    return dates.map(([fact]) => when(fact));
  }, dates);
  assert.deepEqual(written, dates.map(([, text]) => text));
});

visit("script in an article stays text", {}, async (page) => {
  const text = `Cuba said <img src=x onerror="document.title='run'"> <script>document.title='run'</script> no.`;
  await paste(page, text);
  assert.equal((await page.textContent("#pane")).trim(), text);
  assert.notEqual(await page.title(), "run");
});

for (const [width, height] of [[400, 860], [800, 1000], [1400, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    visit(`nothing is cut off or too pale: ${width} wide, ${colorScheme}`, { viewport: { width, height }, colorScheme }, async (page) => {
      await paste(page, LAVROV.text);
      await page.locator("#timeline .fact").first().click();
      const seen = await page.evaluate(measure);
      assert.ok(seen.wide <= width, `${seen.wide} wide`);
      assert.ok(seen.checked > 100);
      assert.deepEqual(seen.pale, []);
      assert.deepEqual(seen.nameless, []);
    });
  }
}

/** In the page: how wide it is, which words have a contrast below 4.5 to 1 (WCAG AA), which controls have no name. */
function measure() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = ([r, g, b]) => {
    const linear = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const pale = [];
  let checked = 0;
  for (const one of document.querySelectorAll("body *")) {
    const words = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).map((node) => node.data).join("");
    if (!words || !one.checkVisibility({ opacityProperty: true }) || one.matches("option, script, noscript")) continue;
    const behind = [];
    for (let up = one; up; up = up.parentElement) behind.unshift(getComputedStyle(up).backgroundColor);
    const ground = rgb(["white", ...behind]);
    const [a, b] = [light(rgb(["white", ...behind, getComputedStyle(one).color])), light(ground)].sort((x, y) => y - x);
    checked += 1;
    if ((a + 0.05) / (b + 0.05) < 4.5) pale.push(`${one.className || one.tagName} “${words.slice(0, 30)}” ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
  }
  const named = (control) => control.getAttribute("aria-label") ?? (control.labels?.[0] ?? control).textContent.trim();
  const nameless = [...document.querySelectorAll("button, a, input, textarea, select")].filter((control) => !named(control)).map((c) => c.outerHTML);
  return { wide: document.documentElement.scrollWidth, checked, pale: [...new Set(pale)], nameless };
}
