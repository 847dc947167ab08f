// The examples of the README and of docs/base.md run, and print what the comments behind `console.log` say.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./helper.mjs";

const folder = join(root, "bindings/js");

for (const path of ["bindings/js/README.md", "docs/base.md"]) {
  const blocks = readFileSync(join(root, path), "utf8").matchAll(/^```js\n([\s\S]*?)^```$/gm);
  const examples = [...blocks].map(([, code]) => code).filter((code) => code.includes(' from "cubaru";'));
  test(`${path}: ${examples.length} examples`, () => {
    assert.ok(examples.length > 0);
    for (const code of examples) {
      const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder, encoding: "utf8" });
      const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => `${text}\n`).join("");
      if (said === "") assert.notEqual(printed, "");
      else assert.equal(printed, said);
    }
  });
}
