// The package as a page loads it: the optimised module, in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertSame, caseFiles, everyText, rustJson } from "../helper.mjs";
import { start } from "./chromium.mjs";

let site;
let page;
before(async () => {
  site = await start();
  page = await site.open();
  await page.evaluate(async () => {
    window.cubaru = await import("/cubaru/web.js");
    await window.cubaru.default();
  });
});
after(() => site?.stop());

test("the same bytes as Rust: every article, every case", async () => {
  const all = everyText();
  const found = await page.evaluate((all) => all.map(({ text, options }) => window.cubaru.read(text, options).toJson()), all);
  const rust = rustJson(all);
  assert.equal(found.length, rust.length);
  found.forEach((json, i) => assertSame(json, rust[i]));
});

for (const { name, markdown } of caseFiles()) {
  test(`case file ${name}`, async () => {
    assert.deepEqual(await page.evaluate((markdown) => window.cubaru.checkCases(markdown), markdown), []);
  });
}

test("offsets slice strings; errors are told", async () => {
  const told = await page.evaluate(() => {
    const { CubaruError, read } = window.cubaru;
    const document = read("€😀 “Cuba,” he said.");
    const whole = document.tokens.every((token) => document.text.slice(token.start, token.end) === token.text);
    try {
      read("x", { published: "May" });
    } catch (error) {
      return [whole, error instanceof CubaruError, error.code];
    }
  });
  assert.deepEqual(told, [true, true, "bad-date"]);
});

test("nothing was asked of anybody else, and reading asked for nothing", async () => {
  const before = page.requests.length;
  assert.ok(before > 0 && page.requests.some((url) => url.endsWith("/cubaru/cubaru_bg.wasm")));
  await page.evaluate(() => window.cubaru.read("Lavrov visited Cuba.").toJson());
  await page.waitForTimeout(200);
  assert.equal(page.requests.length, before);
  assert.deepEqual(page.requests.filter((url) => new URL(url).origin !== site.origin), []);
  assert.deepEqual(page.troubles, []);
});
