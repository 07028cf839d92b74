// Serves the sites, starts the browser, runs the checks and ends with their exit code. Started by `run`:
//   node start.mjs SITES checks/*.test.mjs      run these checks
//   node start.mjs SITES --shots FOLDER         only take pictures of every page
// SITES holds a folder for each site with its finished files in `public`, its address in `base-url` and the day for
// which it was built in `day`.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { chromium } from "playwright-core";

import { serve } from "./support/server.mjs";

const [folder, ...rest] = process.argv.slice(2);
const flags = [
  "--no-sandbox", // the checks may run as root, and load nothing but the site
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // no page may reach the network
];

const sites = {};
for (const name of readdirSync(folder)) {
  const place = resolve(folder, name, "public");
  if (existsSync(place)) {
    const baseUrl = readFileSync(join(folder, name, "base-url"), "utf8").trim().replace(/\/$/, "");
    const base = new URL(baseUrl).pathname.replace(/\/$/, "");
    const day = readFileSync(join(folder, name, "day"), "utf8").trim();
    sites[name] = { name, day, folder: place, base, baseUrl, origin: await serve(place, base) };
  }
}

const server = await chromium.launchServer({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
  headless: true,
  args: flags,
});
const environment = { ...process.env, LANTU_SITES: JSON.stringify(sites), LANTU_BROWSER: server.wsEndpoint() };
const work =
  rest[0] === "--shots"
    ? [new URL("shots.mjs", import.meta.url).pathname, resolve(rest[1])]
    : ["--test", "--test-reporter=spec", "--test-concurrency=2", ...rest];
const child = spawn(process.execPath, work, { stdio: "inherit", env: environment });
const code = await new Promise((done) => child.once("exit", (status) => done(status ?? 1)));
await server.close();
process.exit(code);
