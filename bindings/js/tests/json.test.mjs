// The JSON is the same bytes as Rust's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, readBytes } from "cubaru";
import { assertSame, everyText, rustJson } from "./helper.mjs";

const all = everyText();
const rust = rustJson(all);

test("Rust read them all", () => {
  assert.ok(all.length > 50);
  assert.equal(rust.length, all.length);
});

all.forEach(({ name, text, options }, i) => {
  test(`the same bytes as Rust: ${name}`, () => {
    assertSame(read(text, options).toJson(), rust[i]);
    assertSame(readBytes(new TextEncoder().encode(text), options).toJson(), rust[i]);
  });
});
