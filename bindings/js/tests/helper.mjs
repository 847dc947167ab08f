// What the tests share: the articles, and what Rust makes of a file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const ARTICLES = join(root, "examples/articles");
const CASES = join(root, "cases");
const TEXTS = fileURLToPath(new URL("texts", import.meta.url));
export const RUST = process.env.CUBARU ?? join(root, "target/debug/cubaru");

/** The texts of a folder with what NAME.json beside NAME.txt says about them. */
export function texts(folder = ARTICLES) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  return names.map((name) => {
    const beside = join(folder, name.replace(/\.txt$/, ".json"));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, name)));
    return { name: basename(name, ".txt"), text, options: existsSync(beside) ? JSON.parse(readFileSync(beside, "utf8")) : {} };
  });
}

/** The case files, which Rust and Python run as well. */
export function caseFiles() {
  const all = readdirSync(CASES, { recursive: true }).filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  return all.map((name) => ({ name, markdown: readFileSync(join(CASES, name), "utf8") }));
}

/** The texts of the cases; cases/README.md tells the format. */
function caseTexts() {
  const spelled = { "\\n": "\n", "\\r": "\r", "\\t": "\t", "\\\\": "\\" };
  const mend = (text) => text.replace(/\\[nrt\\]|\\u\{([0-9a-f]+)\}/gi, (all, hex) => spelled[all] ?? String.fromCodePoint(parseInt(hex, 16)));
  return caseFiles().flatMap(({ name, markdown }) => {
    const blocks = [...markdown.matchAll(/^(`{3,})text\b(.*)\n([\s\S]*?)\n?^\1$/gm)];
    return blocks.map(([, , options, text], i) => {
      const published = /published=(\S+)/.exec(options)?.[1];
      return { name: `${name} ${i + 1}`, text: /\bescaped\b/.test(options) ? mend(text) : text, options: published ? { published } : {} };
    });
  });
}

/** The articles, texts made to be awkward, and those of the cases. */
export const everyText = () => [...texts(ARTICLES), ...texts(TEXTS), ...caseTexts()];

/** The JSON that Rust writes for texts. */
export function rustJson(texts) {
  const folder = mkdtempSync(join(tmpdir(), "cubaru-"));
  try {
    const files = texts.map(({ text, options }, i) => {
      writeFileSync(join(folder, `${i}.txt`), text);
      writeFileSync(join(folder, `${i}.json`), JSON.stringify(options));
      return join(folder, `${i}.txt`);
    });
    return execFileSync(RUST, ["read", "--json", ...files], { encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fails where two long texts part, and shows that place alone. */
export function assertSame(actual, expected) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at += 1;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`they part at ${at}:\n  here ${around(actual)}\n  Rust ${around(expected)}`);
}

export const LAYERS = [
  "parts", "paragraphs", "sentences", "tokens", "quotations", "repairs", "quantities", "times", "entities", "mentions", "offices",
  "attributions", "events", "unread", "diagnostics", "claims",
];
