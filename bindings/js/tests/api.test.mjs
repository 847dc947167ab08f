import assert from "node:assert/strict";
import { test } from "node:test";
import { Document, read, readBytes, Reader } from "cubaru";
import { LAYERS } from "./helper.mjs";

const LINE = "Russian Foreign Minister Sergei Lavrov visited Cuba on Thursday.";

test("a text in, a document out", () => {
  const document = read(LINE, { published: "2023-04-22", title: "A visit", authors: ["A. Writer"] });
  assert.ok(document instanceof Document);
  assert.equal(document.text, LINE);
  assert.equal(document.unit, "utf16");
  assert.equal(document.sha256.length, 64);
  assert.deepEqual(document.source, { title: "A visit", authors: ["A. Writer"], published: "2023-04-22" });
  assert.equal(document.tokens.length, 10);
  assert.equal(document.words(document.tokens[5]), "visited");
  for (const layer of LAYERS) assert.ok(Array.isArray(document[layer]), layer);
});

test("every layer of the JSON is a getter, and there is no other", () => {
  const document = read(LINE);
  const json = JSON.parse(document.toJson());
  const { version, ...rest } = json;
  assert.equal(version, 1);
  const getters = Object.entries(Object.getOwnPropertyDescriptors(Document.prototype)).filter(([, d]) => d.get).map(([name]) => name);
  assert.deepEqual(getters.sort(), Object.keys(rest).sort());
  // The line is ASCII: but for the unit's name, both shapes are one.
  for (const name of getters) assert.deepEqual(document[name], name === "unit" ? "utf16" : json[name], name);
});

test("a layer is made once and nobody can change it", () => {
  const document = read(LINE);
  assert.equal(document.tokens, document.tokens);
  assert.throws(() => document.tokens.push(1), TypeError);
  assert.throws(() => (document.tokens[0].text = "x"), TypeError);
  assert.throws(() => (document.sentences[0].part = "x"), TypeError);
});

test("layers outlive the document; a freed document says so", () => {
  const document = read(LINE);
  const { tokens } = document;
  document.free();
  assert.equal(tokens[0].text, "Russian");
  assert.throws(() => document.text, /null pointer/);
  if (Symbol.dispose) assert.equal(Document.prototype[Symbol.dispose], Document.prototype.free);
});

test("a reader is built once and read with often", () => {
  const reader = Reader.english();
  const json = read(LINE).toJson();
  assert.equal(reader.read(LINE).toJson(), json);
  assert.equal(reader.readBytes(new TextEncoder().encode(LINE)).toJson(), json);
  assert.equal(readBytes(Buffer.from(LINE)).toJson(), json);
  assert.equal(read(LINE).toJson(), json, "the same input gives the same output");
});

test("every sentence is a tree, in tokens and in CoNLL-U", () => {
  const document = read("Russia didn’t sign. 😀 Cuba’s envoy left.", { id: "wire" });
  for (const { first_token, last_token } of document.sentences) {
    const heads = document.tokens.slice(first_token, last_token).map((t) => t.head);
    assert.equal(heads.filter((head) => head === null).length, 1);
    for (const head of heads) assert.ok(head === null || (first_token <= head && head < last_token));
  }
  const lines = document.conllu().split("\n");
  assert.deepEqual(lines.slice(0, 3), ["# newdoc id = wire", "# newpar", "# sent_id = wire-1"]);
  const words = lines.map((line) => line.split("\t")).filter((cells) => cells.length === 10 && !cells[0].includes("-"));
  assert.deepEqual(words.map((cells) => [cells[1], cells[2], cells[3], cells[7]]), document.tokens.map((t) => [t.text, t.lemma, t.upos, t.relation]));
});

test("words of a sentence that is split already", () => {
  const reader = Reader.english();
  const { tokens } = reader.read("Russia didn't sign the 😀 deal.");
  const words = reader.words(tokens.map((t) => t.text));
  assert.deepEqual(words, tokens.map(({ lemma, upos, xpos, head, relation }) => ({ lemma, upos, xpos, head, relation })));
  assert.ok(Object.isFrozen(words[0]));
  assert.deepEqual(reader.words([]), []);
  for (const wrong of ["Cuba", [7], null, undefined, {}]) assert.throws(() => reader.words(wrong), { code: "bad-argument" });
});

test("a limit, the reader's or the call's", () => {
  const small = Reader.english().withLimit(10);
  assert.throws(() => small.read(LINE), { code: "too-long" });
  assert.equal(small.read(LINE, { limit: LINE.length }).text, LINE);
  assert.equal(Reader.english().read(LINE).text, LINE, "the reader it was made from is as it was");
});

test("absent options in all their forms; a document's source is options again", () => {
  const json = read(LINE).toJson();
  for (const options of [undefined, null, {}, { title: undefined, published: null }]) assert.equal(read(LINE, options).toJson(), json);
  const document = read(LINE, { id: "1", title: "t", url: "u", publisher: "p", authors: ["a", "b"], published: "2023-06" });
  assert.equal(read(LINE, document.source).toJson(), document.toJson());
});

test("nothing, white space, and odd characters are texts", () => {
  for (const text of ["", " ", "\n\r\n", "\0", "\ufeffa", "\u202eabc", "👩‍👩‍👧", "a".repeat(100_000), "“".repeat(10_000)]) {
    const document = read(text);
    assert.equal(document.text, text);
    assert.equal(document.tokens.map((t) => t.text).join("").length <= text.length, true);
  }
});
