// The JSON is the same bytes as Rust's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, readBytes } from "cubaru";
import { everyText, rustJson } from "./helper.mjs";

for (const { name, file, bytes, text, options } of everyText()) {
  test(`the same bytes as Rust: ${name}`, () => {
    const expected = rustJson(file);
    assert.equal(read(text, options).toJson(), expected);
    assert.equal(readBytes(bytes, options).toJson(), expected);
  });
}
