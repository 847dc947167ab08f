// Knowledge bases: the table of cases/base, which Rust and Python run as well; offsets, exports, errors.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CubaruError, KnowledgeBase, read, Reader, Texts } from "cubaru";
import { root, RUST, texts } from "./helper.mjs";

const FORMATS = [
  "json", "jsonl", "plover", "gdelt", "icews", "csv-events", "csv-claims", "csv-tenures", "csv-entities", "ftm", "graphml", "gexf", "timelinejs", "annotations", "conllu", "markdown", "html",
];
const RECORDS = join(root, "cases/base/documents.jsonl");

const lines = (path) => readFileSync(path, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));

function filled() {
  const base = new KnowledgeBase();
  for (const line of lines(RECORDS)) {
    const { text, ...known } = JSON.parse(line);
    assert.equal(base.add(read(text, known)), true);
  }
  return base;
}

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

test("the table of all languages", () => {
  const base = filled();
  const rows = lines(join(root, "cases/base/answers.tsv")).map((line) => line.split("\t"));
  assert.ok(rows.length > 30);
  for (const [, call, expected] of rows) {
    const steps = JSON.parse(call);
    let found;
    try {
      found = steps.reduce((value, [name, ...given]) => value[camel(name)](...given), base);
    } catch (error) {
      assert.ok(error instanceof CubaruError, `${call}: ${error}`);
      assert.ok(error.hint.length > 0);
      found = { error: error.code, message: error.message };
    }
    const json = ["to_json", "check_json"].includes(steps.at(-1)[0]) && typeof found === "string" ? found : JSON.stringify(found);
    assert.equal(json, expected, call);
  }
});

test("what is saved is loaded", () => {
  const base = filled();
  const saved = base.save();
  const other = new KnowledgeBase();
  assert.equal(other.load(saved), base.documents().length);
  assert.equal(other.load(saved), 0);
  assert.equal(other.save(), saved);
  assert.equal(other.export("json"), base.export("json"));
  assert.throws(() => other.load(saved.slice(0, -9)), (error) => error instanceof CubaruError && error.code === "bad-line");
  assert.throws(() => other.load(7), (error) => error instanceof CubaruError && error.code === "bad-argument");
});

test("a text goes in once", () => {
  const base = new KnowledgeBase();
  assert.equal(base.add(read("Chad met Niger.")), true);
  assert.equal(base.add(read("Chad met Niger.", { id: "again" })), false);
  assert.equal(base.documents().length, 1);
});

test("every row quotes back, in UTF-16 units", () => {
  for (const { text, options } of texts()) {
    for (const before of ["", "😀 "]) {
      const base = new KnowledgeBase();
      const document = read(before + text, options);
      base.add(document);
      const rows = [...base.events().rows(), ...base.claims().rows(), ...base.tenures().rows()];
      assert.ok(rows.length > 0);
      for (const { evidence } of rows) {
        for (const { position, quote } of evidence) assert.equal(document.text.slice(position.start, position.end), quote.exact);
      }
      for (const { trigger, actor, recipient } of base.events().rows()) {
        for (const words of [...trigger, ...actor, ...recipient]) assert.equal(document.text.slice(words.start, words.end), words.text);
      }
      for (const { a } of base.check()) assert.equal(document.text.slice(a.start, a.end), a.text);
      assert.deepEqual(base.check(), document.check());
      assert.equal(base.text(document.sha256), document.text);
    }
  }
});

test("claims and sources by words", () => {
  const base = filled();
  const [claim] = base.claimsBy("Ama Owusu");
  for (const words of claim.content) assert.equal(base.text(claim.document).slice(words.start, words.end), words.text);
  const reports = base.sourcesOf(base.events().mode("visit").rows()[0].id);
  assert.equal(new Set(reports.map((report) => report.document)).size, 2);
  for (const { document, trigger } of reports) assert.equal(base.text(document).slice(trigger[0].start, trigger[0].end), trigger[0].text);
  assert.ok(Object.isFrozen(reports[0].actor[0]));
});

test("questions are values, and outlive their base", () => {
  const base = filled();
  const question = base.events().of("CONSULT");
  const narrow = question.recipient("TGO");
  assert.ok(narrow.rows().length < question.rows().length);
  assert.deepEqual(question.between("2021-05-03").rows(), question.between("2021-05-03", "2021-05-03").rows());
  base.free();
  assert.ok(question.of("SUPPORT", "AGREE").rows().length > question.rows().length);
});

test("exports have the bytes of the command line, whose base is a file", () => {
  const base = filled();
  const folder = mkdtempSync(join(tmpdir(), "cubaru-"));
  try {
    const file = join(folder, "news.sqlite");
    const run = (...given) => execFileSync(RUST, ["base", ...given], { encoding: "utf8" });
    run("add", file, RECORDS);
    for (const format of FORMATS) assert.equal(base.export(format), run("export", file, "--format", format), format);
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const format of ["parquet", "turtle", "pdf"]) assert.throws(() => base.export(format), { code: "bad-value" });
});

test("verifying", () => {
  const base = filled();
  const all = base.documents().map(({ sha256 }) => base.text(sha256));
  const verified = new Texts(all).verify(base);
  assert.deepEqual([verified.documents, verified.failures], [8, []]);
  const exported = base.export("json");
  assert.deepEqual(new Texts(all).verifyJson(exported).failures, []);
  const [failure] = new Texts(all).verifyJson(exported.replace("Ama Owusu visited", "Ama Owusu left")).failures;
  assert.match(failure.problem, /is claimed/);
  assert.match(new Texts([]).verify(base).failures[0].problem, /^no text has this hash/);
  assert.throws(() => new Texts(all).verifyJson("{"), { code: "bad-json" });
});

test("a reader of one's own reads again, and stays whole", () => {
  const base = filled();
  const reader = Reader.english().withLimit(1);
  assert.deepEqual(base.check(reader), base.check());
  assert.equal(base.export("conllu", reader), base.export("conllu", null));
  assert.throws(() => reader.read("Chad"), { code: "too-long" });
});

test("wrong arguments", () => {
  const base = filled();
  for (const wrong of [
    () => base.events().of(),
    () => base.events().of(7),
    () => base.events().between(2022),
    () => base.events().office("minister", 7),
    () => base.who(undefined),
    () => base.export(),
    () => base.check({}),
    () => new Texts("Chad met Niger."),
    () => new Texts([7]),
  ]) assert.throws(wrong, { name: "CubaruError", code: "bad-argument" });
});
