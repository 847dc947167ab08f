// `tsc --strict` takes good code, and rejects bad code at exactly the lines that are marked.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));
const STRICT = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--pretty", "false"];

function tsc(file, ...more) {
  const { status, stdout } = spawnSync(`${folder}node_modules/.bin/tsc`, [...STRICT, ...more, file], { cwd: folder, encoding: "utf8" });
  return { status, stdout, lines: [...stdout.matchAll(/^([^(]+)\((\d+),/gm)].map(([, where, line]) => `${where}:${line}`) };
}

test("good code passes", () => {
  const { status, stdout } = tsc("tests/types/good.ts", "--lib", "es2022,dom");
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("bad code is rejected, line by line", () => {
  const file = "tests/types/bad.ts";
  const marked = readFileSync(folder + file, "utf8").split("\n").flatMap((line, i) => (line.endsWith("// wrong") ? [`${file}:${i + 1}`] : []));
  const { status, lines, stdout } = tsc(file, "--lib", "es2022,dom");
  assert.notEqual(status, 0);
  assert.ok(marked.length >= 8);
  assert.deepEqual([...new Set(lines)], marked, stdout);
});

test("nothing is `any`, and only the pages' entry has `init`", () => {
  assert.doesNotMatch(readFileSync(`${folder}pkg/cubaru.d.ts`, "utf8"), /: any\b|any\[\]|<any>|function init/);
});
