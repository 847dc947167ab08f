// Serves the page to this machine alone: `node examples/web/serve.mjs [PORT]` (after `scripts/js.sh build`).
//
// A static host needs the same three: this folder, bindings/js/pkg as `cubaru`, examples/articles as `articles`.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const FOLDERS = { cubaru: join(here, "../../bindings/js/pkg"), articles: join(here, "../articles") };
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
};

function locate(path) {
  const [first, ...rest] = normalize(decodeURIComponent(path)).split(sep).filter(Boolean);
  return first in FOLDERS ? join(FOLDERS[first], ...rest) : join(here, first ?? "index.html", ...rest);
}

/** Starts the server; gives it back with its address. */
export async function serve(port = 0) {
  const server = createServer(async (request, response) => {
    try {
      const file = locate(new URL(request.url, "http://localhost").pathname);
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("not here");
    }
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { origin } = await serve(Number(process.argv[2] ?? 8000));
  console.log(`${origin}/`);
}
