// The tables of cases/edtf, which Rust and Python read as well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CubaruError, Edtf } from "cubaru";
import { root } from "./helper.mjs";

function table(name) {
  const lines = readFileSync(join(root, "cases/edtf", name), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  assert.ok(lines.length > 30);
  return lines.map((line) => line.split("\t"));
}

test("values", () => {
  for (const [written, printed, kind, precision, marks, earliest, latest] of table("values.tsv")) {
    const edtf = new Edtf(written);
    const got = [String(edtf), edtf.kind, edtf.precision ?? "", `${edtf.isUncertain ? "?" : ""}${edtf.isApproximate ? "~" : ""}`, ...edtf.bounds];
    assert.deepEqual(got, [printed, kind, precision, marks, earliest, latest], written);
    const day = (bound) => (bound === "" || bound === ".." ? null : bound);
    assert.deepEqual([edtf.earliest, edtf.latest], [day(earliest), day(latest)], written);
    const again = new Edtf(printed);
    assert.ok(again.equals(edtf) && again.compare(edtf) === 0, written);
  }
});

test("errors", () => {
  for (const [written, code, start, , message] of table("errors.tsv")) {
    assert.throws(() => new Edtf(written), (error) => {
      assert.ok(error instanceof CubaruError);
      assert.deepEqual([error.code, error.span.start, error.message], [code, Number(start), message], written);
      assert.ok(error.hint.length > 0);
      return true;
    });
  }
  assert.throws(() => new Edtf("2023-😀"), { code: "edtf-syntax", span: { start: 5, end: 7 } });
  for (const wrong of [2023, null, undefined, {}]) assert.throws(() => new Edtf(wrong), { code: "bad-argument" });
});

test("relations", () => {
  for (const [one, other, relation, relations] of table("relations.tsv")) {
    const [a, b] = [new Edtf(one), new Edtf(other)];
    assert.deepEqual([a.relation(b) ?? "", a.relations(b).join(" ")], [relation, relations], `${one} ${other}`);
  }
});

test("sorting, and JSON", () => {
  const dates = ["2023-06-04", "2023-06~", "199X", "../1985"].map((text) => new Edtf(text)).sort((a, b) => a.compare(b));
  assert.equal(JSON.stringify(dates), '["../1985","199X","2023-06~","2023-06-04"]');
});
