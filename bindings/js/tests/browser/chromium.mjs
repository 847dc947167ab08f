// Debian's Chromium on the example's own server, with every request it makes.
import { chromium } from "playwright-core";
import { serve } from "../../../../examples/web/serve.mjs";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts the server and the browser; `open` gives a page with what it asked for and what went wrong on it. */
export async function start() {
  const { server, origin } = await serve();
  const browser = await chromium.launch({ executablePath: process.env.CUBARU_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  async function open(options = {}) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce", ...options });
    page.requests = [];
    page.troubles = [];
    page.on("request", (request) => page.requests.push(request.url()));
    page.on("pageerror", (error) => page.troubles.push(error.message));
    page.on("console", (message) => message.type() === "error" && page.troubles.push(message.text()));
    await page.goto(`${origin}/`);
    await page.waitForSelector("#read:enabled");
    return page;
  }
  async function stop() {
    await browser.close();
    server.close();
  }
  return { origin, open, stop };
}
