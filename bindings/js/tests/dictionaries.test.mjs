// The tables of cases/petrarch, which Rust and Python read as well.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Dictionaries, read } from "cubaru";
import { root } from "./helper.mjs";

const folder = join(root, "cases/petrarch");

function dictionaries(name) {
  const files = readdirSync(join(folder, name)).sort();
  return new Dictionaries(Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, name, file), "utf8")])));
}

for (const name of ["flat", "phrases"]) {
  test(`cases of ${name}`, () => {
    const lines = readFileSync(join(folder, `${name}.tsv`), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    assert.ok(lines.length > 15);
    const own = dictionaries(name);
    assert.deepEqual(own.problems, []);
    for (const line of lines) {
      const [text, published, wanted] = line.split("\t");
      const { events } = read(text, published === "" ? {} : { published }).code(own);
      const found = events.map((e) => `${e.source.code} ${e.code} ${e.target.code}`).join(", ") || "–";
      assert.equal(found, wanted, text);
    }
  });
}

test("words and lines", () => {
  const own = new Dictionaries({ v: "--- MEET [040] ---\nMEET {MET}\n", a: "PERU [PER]\nKENYA [KEN]\nNOBODY\n" });
  const text = "😀 Peru met Kenya.";
  const [event] = read(text).code(own).events;
  assert.deepEqual([event.source.words, event.trigger, event.target.words].map((w) => text.slice(w.start, w.end)), ["Peru", "met", "Kenya"]);
  assert.deepEqual([event.entry, event.source.entries], [{ file: "v", line: 2 }, [{ file: "a", line: 1 }]]);
  assert.deepEqual(own.files, ["v", "a"]);
  assert.deepEqual(own.problems.map((p) => [p.file, p.line, p.column, p.code]), [["a", 3, 1, "no-code"]]);
});

test("wrong arguments", () => {
  for (const wrong of [undefined, null, "KENYA [KEN]", 3, ["x"], { a: 1 }]) assert.throws(() => new Dictionaries(wrong), { code: "bad-argument" });
});
