// The case files of the whole project: what Rust reads, JavaScript reads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCases } from "cubaru";
import { caseFiles } from "./helper.mjs";

const files = caseFiles();

test("there are case files", () => assert.ok(files.length > 0));

for (const { name, markdown } of files) {
  test(name, () => assert.deepEqual(checkCases(markdown), []));
}

test("a case that came out otherwise is told", () => {
  const case_ = ["# T", "", "layers: sentences", "", "## One", "", "Why.", "", "```text", "Cuba said no.", "```", "", "```outline", "sentence \"Cuba.\"", "```", ""];
  const [failure, ...more] = checkCases(case_.join("\n"));
  assert.deepEqual(more, []);
  assert.deepEqual({ ...failure, found: failure.found.trim() }, { title: "One", line: 5, expected: failure.expected, found: 'sentence "Cuba said no."' });
  assert.throws(() => checkCases("no case"), { code: "bad-case" });
});
