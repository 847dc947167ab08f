import assert from "node:assert/strict";
import { test } from "node:test";
import { CubaruError, read, readBytes, Reader } from "cubaru";

function failure(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CubaruError && error instanceof Error, String(error));
    assert.equal(error.name, "CubaruError");
    assert.ok(error.message.length > 0 && error.hint.length > 0 && error.stack.includes("CubaruError"));
    return error;
  }
  assert.fail(`no error: ${call}`);
}

test("bytes that are not UTF-8: where, in the string that a decoder makes of them", () => {
  const bytes = new Uint8Array([0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0x61]); // €😀, then no character
  const error = failure(() => readBytes(bytes));
  assert.equal(error.code, "not-utf8");
  assert.match(error.message, /offset 7\b/);
  assert.deepEqual(error.span, { start: 3, end: 4 });
  assert.equal(new TextDecoder().decode(bytes).slice(error.span.start, error.span.end), "\ufffd");
});

test("too long: both lengths, and what is too much", () => {
  const error = failure(() => read("€€😀😀", { limit: 6 }));
  assert.equal(error.code, "too-long");
  assert.match(error.message, /14.*6/);
  assert.equal("€€😀😀".slice(error.span.start, error.span.end), "😀😀");
  const cut = failure(() => read("€€😀😀", { limit: 8 }));
  assert.equal("€€😀😀".slice(cut.span.start, cut.span.end), "😀😀", "a character that the limit cuts lies beyond it");
  assert.equal(failure(() => readBytes(new Uint8Array(11), { limit: 10 })).code, "too-long");
  assert.equal(failure(() => read("a".repeat(10 * 1024 * 1024 + 1))).code, "too-long");
});

test("a bad date shows the accepted forms", () => {
  for (const published of ["May 2023", "2023-13", "2023-02-30", "", "04/06/2023"]) {
    const error = failure(() => read("x", { published }));
    assert.equal(error.code, "bad-date");
    assert.equal(error.span, undefined);
    assert.match(error.hint, /2023-06-04/);
  }
});

test("arguments of another type are named", () => {
  const cases = [
    [() => read(), /string/],
    [() => read(42), /string/],
    [() => read(new Uint8Array(3)), /string/],
    [() => readBytes("text"), /Uint8Array/],
    [() => readBytes([1, 2]), /Uint8Array/],
    [() => read("x", "2023"), /object/],
    [() => read("x", ["2023"]), /object/],
    [() => read("x", () => 1), /object/],
    [() => read("x", { publised: "2023" }), /`publised`/],
    [() => read("x", { published: 2023 }), /`published`/],
    [() => read("x", { title: {} }), /`title`/],
    [() => read("x", { authors: "A. Writer" }), /`authors`/],
    [() => read("x", { authors: [1] }), /`authors`/],
    [() => read("x", { limit: 1.5 }), /`limit`/],
    [() => read("x", { limit: -1 }), /`limit`/],
    [() => read("x", { limit: NaN }), /`limit`/],
    [() => read("x", { limit: "9" }), /`limit`/],
    [() => read("x", { title: 1n }), /BigInt/],
    [() => Reader.english().withLimit(-1), /limit/],
    [() => Reader.english().withLimit(0.5), /limit/],
    [() => Reader.english().withLimit(Infinity), /limit/],
    [() => read("x").words(null), /span/],
    [() => read("x").words({ start: 1 }), /span/],
    [() => read("x").words({ start: 1, end: 0 }), /span/],
  ];
  for (const [call, message] of cases) {
    const error = failure(call);
    assert.equal(error.code, "bad-argument", String(call));
    assert.match(error.message, message, String(call));
  }
});

test("after an error all is as before", () => {
  const reader = Reader.english();
  for (let i = 0; i < 100; i++) failure(() => reader.read("x", { published: "never" }));
  assert.equal(reader.read("x").tokens.length, 1);
});

test("lone surrogates are read as U+FFFD, which is as long", () => {
  for (const text of ["\ud800", "a\udc00b", "x \udc00\ud800 y", "😀\ud83d"]) {
    const document = read(text, { title: text });
    const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
    assert.equal(document.text, whole);
    assert.equal(document.source.title, whole);
    assert.equal(document.text.length, text.length);
    for (const token of document.tokens) assert.equal(document.text.slice(token.start, token.end), token.text);
  }
});
