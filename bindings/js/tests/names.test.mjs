// The tables of cases/names, which Rust and Python read as well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CubaruError, samePerson } from "cubaru";
import { root } from "./helper.mjs";

function table(name) {
  const lines = readFileSync(join(root, "cases/names", name), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => line.split("\t"));
}

const person = ([name, country, office, year]) => ({ name, country, office, year });

test("pairs", () => {
  for (const row of table("pairs.tsv")) {
    const [a, b] = [person(row.slice(0, 4)), person(row.slice(4, 8))];
    const found = samePerson(a, b);
    assert.deepEqual([String(found.same), String(found.score), found.why.map((reason) => reason.id).join(" ")], row.slice(8), row.join(" "));
    assert.deepEqual(samePerson(b, a), found);
    assert.ok(Object.isFrozen(found));
  }
});

test("errors", () => {
  for (const [json, code, message] of table("errors.tsv")) {
    assert.throws(() => samePerson(JSON.parse(json), "Ana Diaz"), (error) => {
      assert.ok(error instanceof CubaruError);
      assert.deepEqual([error.code, error.message], [code, message]);
      assert.ok(error.hint.length > 0);
      return true;
    });
  }
  for (const wrong of [null, undefined]) assert.throws(() => samePerson(wrong, "Ana Diaz"), { code: "bad-argument" });
});

test("names alone", () => {
  assert.ok(samePerson("Ana Díaz", "ANA DIAZ").same);
});
