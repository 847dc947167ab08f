// Times alone are those of a document.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Edtf, read, Reader, times } from "cubaru";
import { everyText } from "./helper.mjs";

test("the same as a document's", () => {
  for (const { name, text, options } of everyText()) {
    const anchor = options.published;
    assert.deepEqual(times(text, anchor === undefined ? {} : { anchor }), read(text, options).times, name);
  }
});

test("every date is EDTF, in its one form", () => {
  for (const { text, options } of everyText()) {
    for (const { edtf } of read(text, options).times) if (edtf !== null) assert.equal(String(new Edtf(edtf)), edtf);
  }
});

test("offsets count UTF-16 units; what is given is frozen", () => {
  const text = "😀 Cuba agreed on Thursday.";
  const [time] = Reader.english().times(text, { anchor: "2023-04-22" });
  assert.deepEqual([text.slice(time.start, time.end), time.edtf], ["Thursday", "2023-04-20"]);
  assert.ok(Object.isFrozen(time));
});

test("bad arguments", () => {
  assert.throws(() => times("Cuba", { anchor: "June" }), { code: "bad-date" });
  assert.throws(() => times("Cuba", { limit: 3 }), { code: "too-long", span: { start: 3, end: 4 } });
  for (const wrong of [{ published: "2023" }, { anchor: 7 }, 7]) assert.throws(() => times("Cuba", wrong), { code: "bad-argument" });
  assert.throws(() => times(7), { code: "bad-argument" });
});
