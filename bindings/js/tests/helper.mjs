// What the tests share: the articles, and what Rust makes of a file.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const ARTICLES = join(root, "examples/articles");
const CASES = join(root, "cases");
const TEXTS = fileURLToPath(new URL("texts", import.meta.url));
const RUST = process.env.CUBARU ?? join(root, "target/debug/cubaru");

/** The texts of a folder with what NAME.json beside NAME.txt says about them. */
export function texts(folder = ARTICLES) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  return names.map((name) => {
    const file = join(folder, name);
    const beside = file.replace(/\.txt$/, ".json");
    const bytes = readFileSync(file);
    const options = existsSync(beside) ? JSON.parse(readFileSync(beside, "utf8")) : {};
    return { name: basename(name, ".txt"), file, bytes, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), options };
  });
}

/** The case files, which Rust and Python run as well. */
export function caseFiles() {
  const all = readdirSync(CASES, { recursive: true }).filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  return all.map((name) => ({ name, markdown: readFileSync(join(CASES, name), "utf8") }));
}

/** The articles, and texts made to be awkward. */
export const everyText = () => [...texts(ARTICLES), ...texts(TEXTS)];

/** The JSON that Rust writes for a file. */
export function rustJson(file) {
  return execFileSync(RUST, ["read", "--json", file], { encoding: "utf8", maxBuffer: 1 << 28 }).replace(/\n$/, "");
}

export const LAYERS = [
  "parts", "paragraphs", "sentences", "tokens", "quotations", "repairs", "quantities", "times", "entities", "mentions", "offices",
  "attributions", "events", "unread", "diagnostics", "claims",
];
