// The one browser that all checks share. Opening tabs is slow and opening addresses is fast, so tabs are
// used again for other pages; a page keeps nothing that another page could find.

import { readFileSync } from "node:fs";
import { after } from "node:test";

import { chromium } from "playwright-core";

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** Both sizes in both colour schemes. */
export const LOOKS = [PHONE, DESKTOP].flatMap((viewport) =>
  ["light", "dark"].map((colorScheme) => ({ viewport, colorScheme })),
);

export const lookName = ({ viewport, colorScheme }) => `${viewport.width}×${viewport.height} ${colorScheme}`;

const IN_PAGE = readFileSync(new URL("in-page.js", import.meta.url), "utf8");

let connection;

/** The browser that `start.mjs` started. */
export async function browser() {
  connection ??= chromium.connect(process.env.LANTU_BROWSER);
  return connection;
}

after(async () => (await connection)?.close());

/** Tabs that wait for the next page, by what cannot be changed once they are open. */
const idle = new Map();

async function takeTab(kind) {
  const waiting = idle.get(kind)?.pop();
  if (waiting) {
    return waiting;
  }
  const context = await (await browser()).newContext({ viewport: DESKTOP, reducedMotion: "reduce", ...JSON.parse(kind) });
  const tab = await context.newPage();
  tab.setDefaultTimeout(20_000);
  return tab;
}

async function giveBack(kind, tab) {
  tab.removeAllListeners();
  await tab.unrouteAll();
  await tab.goto("about:blank");
  idle.set(kind, [...(idle.get(kind) ?? []), tab]);
}

/**
 * Opens `page` and calls `look` with its tab and the list of what went wrong while the page was loaded
 * and used, in sentences; the list grows as long as the page is open. Options: `viewport`, `colorScheme`,
 * `forcedColors`, `javaScriptEnabled`, `permissions`, `timezoneId`, and `moment`, what the clock shows.
 */
export async function open(page, { viewport, colorScheme, forcedColors, moment, ...fixed }, look) {
  const kind = JSON.stringify(fixed);
  const tab = await takeTab(kind);
  await tab.setViewportSize(viewport ?? DESKTOP);
  await tab.emulateMedia({ media: "screen", colorScheme: colorScheme ?? "light", forcedColors: forcedColors ?? "none" });
  const problems = watch(tab, page);
  if (page.kind === "root") {
    await stayAtRoot(tab, page);
  }
  // Pages correct the state of a consultation by the clock: it shows noon in China of the day of the build.
  await tab.clock.setFixedTime(new Date(moment ?? `${page.site.day}T04:00:00Z`));
  const response = await tab.goto(page.url, { waitUntil: "load" });
  const expected = page.kind.includes("not-found") ? 404 : 200;
  if (response.status() !== expected) {
    problems.push(`the page came with status ${response.status()} instead of ${expected}`);
  }
  await tab.evaluate(IN_PAGE);
  const result = await look(tab, problems);
  // After an exception the tab is in an unknown state and is not used again.
  await giveBack(kind, tab);
  return result;
}

/** Opens addresses that are no pages, one after the other, and puts what `look` finds there together. */
export async function render(urls, look) {
  const kind = "{}";
  const tab = await takeTab(kind);
  const found = [];
  for (const url of urls) {
    await tab.goto(url, { waitUntil: "load" });
    await tab.evaluate(IN_PAGE);
    found.push(...(await look(tab)).map((finding) => `${new URL(url).pathname}: ${finding}`));
  }
  await giveBack(kind, tab);
  return found;
}

/** The page at the root leads away at once; to be looked at it must stay. */
async function stayAtRoot(tab, page) {
  await tab.route(page.url, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta\s[^>]*http-equiv=["']?refresh[^>]*>/i, "");
    await route.fulfill({ response, body });
  });
}

function watch(tab, page) {
  const problems = [];
  tab.on("pageerror", (error) => problems.push(`exception in a script: ${error.message}`));
  tab.on("console", (message) => {
    const own404 = page.kind.includes("not-found") && message.location().url === page.url;
    if (["error", "warning"].includes(message.type()) && !own404) {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  tab.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${page.site.origin}/`) && !url.startsWith("data:")) {
      problems.push(`request to another origin: ${url}`);
    }
  });
  tab.on("requestfailed", (request) =>
    problems.push(`failed request: ${request.url()} (${request.failure()?.errorText})`),
  );
  tab.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== page.url) {
      problems.push(`status ${response.status()}: ${response.url()}`);
    }
  });
  return problems;
}
