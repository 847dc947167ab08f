// What `npm pack` would ship, and that each way in works.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));

test("the package holds all that its entries name, and nothing but the package", () => {
  const [{ files, size }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const packed = files.map((file) => file.path);
  const named = Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)));
  for (const path of [...named, ...manifest.sideEffects, manifest.types, manifest.main, "./README.md", "./pkg/NOTICE", "./pkg/LICENSE-MIT", "./pkg/LICENSE-APACHE"]) {
    assert.ok(packed.includes(path.replace("./", "")), path);
  }
  for (const path of packed) assert.match(path, /^(pkg\/[\w.-]+|package\.json|README\.md)$/);
  assert.ok(size > 100_000);
});

test("its version is the workspace's", () => {
  const workspace = readFileSync(`${folder}../../Cargo.toml`, "utf8");
  assert.equal(manifest.version, /^version = "([^"]+)"/m.exec(workspace)[1]);
});

test("no registry's host is committed", () => {
  assert.doesNotMatch(readFileSync(`${folder}package-lock.json`, "utf8"), /"resolved"|https?:/);
});

// Node can import WebAssembly as a module, which is what a bundler does.
test("the bundlers' entry", () => {
  const script = `import { read, CubaruError } from ${JSON.stringify(new URL("../pkg/bundler.js", import.meta.url).href)};
    try { read(1); } catch (error) { console.log(error instanceof CubaruError); }
    console.log(read("Cuba.").tokens.length);`;
  const flags = ["--no-warnings", "--experimental-wasm-modules", "--input-type=module", "--eval", script];
  assert.equal(execFileSync(process.execPath, flags, { encoding: "utf8" }), "true\n2\n");
});

test("the pages' entry, given the module's bytes", async () => {
  const { default: init, read } = await import("cubaru/web");
  await init({ module_or_path: readFileSync(`${folder}pkg/cubaru_bg.wasm`) });
  await init();
  assert.equal(read("Cuba.").tokens.length, 2);
});
