// Rules of events of one's own, and the claims of one source; cases/rules is read by Rust and Python as well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CubaruError, read, Reader } from "cubaru";
import { root } from "./helper.mjs";

const folder = join(root, "cases/rules");
const RULE = "verb restructure obj=debt,loan | DEBT | subj -> to,with | political | Zambia restructured its debt to China. | She restructured her debts.";
const LINE = "Ghana restructured its debt to Japan.";

test("the cases", () => {
  const reader = Reader.english().withRules(readFileSync(join(folder, "own.rules"), "utf8"));
  const cases = JSON.parse(readFileSync(join(folder, "own.json"), "utf8"));
  assert.ok(cases.length >= 5);
  for (const { text, published, events, claims_by } of cases) {
    const document = reader.read(text, published === null ? {} : { published });
    const json = JSON.parse(document.toJson());
    assert.deepEqual(json.events, events, text);
    for (const [source, claims] of Object.entries(claims_by)) {
      const ids = document.claimsBy(source).map((claim) => claim.id);
      assert.deepEqual(ids, claims.map((claim) => claim.id), source);
      assert.deepEqual(json.claims.filter((claim) => ids.includes(claim.id)), claims, source);
    }
  }
});

test("a reader with rules is another reader", () => {
  const reader = Reader.english();
  const own = reader.withRules(`\ufeff# Debts\r\n${RULE}\r\n`);
  const [event] = own.read(LINE).events;
  assert.deepEqual([event.class, event.type, event.actor[0].code, event.recipient[0].code], ["DEBT", null, "GHA", "JPN"]);
  assert.deepEqual(event.why.entries, ["rules#verb restructure obj=debt,loan"]);
  for (const before of [reader, reader.withRules("")]) assert.deepEqual(before.read(LINE).events, []);
  const both = own.withLimit(40).withRules("verb restructure obj=army | ARMY | subj -> none | any | Kenya restructured its army. | Rain fell.");
  assert.deepEqual([LINE, "Kenya restructured its army."].map((text) => both.read(text).events[0].class), ["DEBT", "ARMY"]);
  assert.throws(() => both.read(LINE + LINE), { code: "too-long" });
});

test("a wrong line is named", () => {
  const text = `# 😀 ours\n\n${RULE}\n${RULE.replace("political", "politcal")}`;
  assert.throws(() => Reader.english().withRules(text), (error) => {
    assert.ok(error instanceof CubaruError);
    assert.equal(error.code, "bad-rule");
    assert.match(error.message, /line 4, column \d+: `politcal /);
    assert.equal(text.slice(error.span.start, error.span.end), text.slice(text.indexOf("politcal")));
    assert.match(error.hint, /actor and recipient/);
    return true;
  });
});

test("the guide prints what it says", () => {
  const [, guide] = readFileSync(join(root, "docs/events.md"), "utf8").split("## Your own rules");
  const block = (language) => new RegExp("```" + language + "\\n([^]*?)```").exec(guide)[1];
  const [example, printed] = [block("js").replace(/^import .*$/gm, ""), /\/\/ (.*)/.exec(block("js"))[1]];
  const lines = [];
  const log = (...values) => lines.push(values.join(" "));
  new Function("readFileSync", "Reader", "console", example)(() => block("text"), Reader, { log });
  assert.deepEqual(lines, [printed]);
});

test("the claims of a source count UTF-16 units", () => {
  const document = read("😀 Kenyan Finance Minister Amina Otieno said that Chile had attacked Bolivia. Peru signed a treaty.");
  const claims = document.claimsBy("KENGOV");
  assert.ok(claims.length > 0);
  assert.deepEqual(document.claimsBy("amina OTIENO"), claims);
  for (const claim of claims) assert.deepEqual(claim, document.claims.find((other) => other.id === claim.id));
  assert.ok(Object.isFrozen(claims[0]));
  for (const nobody of ["Peru", ""]) assert.deepEqual(document.claimsBy(nobody), []);
});

test("wrong arguments", () => {
  for (const wrong of [undefined, null, 7, [RULE], {}]) {
    assert.throws(() => Reader.english().withRules(wrong), { code: "bad-argument", message: /rules/ });
    assert.throws(() => read(LINE).claimsBy(wrong), { code: "bad-argument", message: /source/ });
  }
});
