// The law of quote-back: a place slices out the very words, in UTF-16 units.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "cubaru";
import { everyText, LAYERS } from "./helper.mjs";

/** Calls `visit` with every object below that has a start and an end. */
function places(value, visit, path = "") {
  if (value === null || typeof value !== "object") return;
  if (typeof value.start === "number") visit(value, path);
  for (const [key, inner] of Object.entries(value)) places(inner, visit, `${path}/${key}`);
}

function check(document) {
  const { text } = document;
  let quoted = 0;
  const fits = (offset) => Number.isInteger(offset) && offset >= 0 && offset <= text.length;
  const splits = (offset) => /^[\udc00-\udfff]/.test(text.slice(offset)) && /[\ud800-\udbff]$/.test(text.slice(0, offset));
  for (const layer of ["date", ...LAYERS]) {
    places(document[layer], (place, path) => {
      const at = `${layer}${path}`;
      assert.ok(fits(place.start) && fits(place.end) && place.start <= place.end, `${at} lies in the text`);
      assert.ok(!splits(place.start) && !splits(place.end), `${at} splits no character`);
      assert.equal(document.words(place), text.slice(place.start, place.end), at);
      if (typeof place.text === "string") {
        assert.equal(text.slice(place.start, place.end), place.text, at);
        quoted += 1;
      }
    });
  }
  for (const { evidence } of document.claims) {
    for (const { position, quote } of evidence) {
      assert.equal(text.slice(position.start, position.end), quote.exact);
      assert.ok(text.slice(0, position.start).endsWith(quote.prefix) && text.slice(position.end).startsWith(quote.suffix));
    }
  }
  return quoted;
}

for (const { name, text, options } of everyText()) {
  test(`quotes back: ${name}`, () => {
    const document = read(text, options);
    assert.ok(check(document) >= document.tokens.length);
  });
}

test("the units of three languages are three", () => {
  const text = "The €😀 sum: “€5 billion” for Cuba.";
  const document = read(text);
  check(document);
  const ours = document.tokens.map((token) => token.start);
  const points = JSON.parse(document.toJson()).tokens.map((token) => token.start);
  const at = document.tokens.findIndex((token) => token.text === "sum");
  assert.equal(ours[at], 8);
  assert.equal(points[at], 7);
  assert.deepEqual(document.quotations.map((q) => text.slice(q.content.start, q.content.end)), ["€5 billion"]);
});

test("code points of the JSON quote back too", () => {
  for (const { text, options } of everyText()) {
    const json = JSON.parse(read(text, options).toJson());
    const points = Array.from(json.text);
    assert.equal(json.unit, "code-point");
    for (const token of json.tokens) assert.equal(points.slice(token.start, token.end).join(""), token.text);
  }
});

test("tokens tile: only white space lies between them", () => {
  for (const { name, text, options } of everyText()) {
    let last = 0;
    const { tokens } = read(text, options);
    for (const token of [...tokens, { start: text.length, end: text.length }]) {
      assert.match(text.slice(last, token.start), /^[\s\p{White_Space}]*$/u, `${name} at ${last}`);
      last = token.end;
    }
  }
});
