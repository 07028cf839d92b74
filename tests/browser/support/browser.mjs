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

/** What the clock of a tab shows, and how often it was set: each time leaves a script that every later page runs. */
const clocks = new WeakMap();
const MOST_SET = 8;

/** Sets the clock of a tab, for the page that it shows and all later ones. */
export async function setClock(tab, moment) {
  const clock = clocks.get(tab) ?? { moment: null, set: 0 };
  if (clock.moment !== moment) {
    await tab.clock.setFixedTime(new Date(moment));
    clocks.set(tab, { moment, set: clock.set + 1 });
  }
}

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
  if ((clocks.get(tab)?.set ?? 0) > MOST_SET) {
    return tab.context().close();
  }
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
  await setClock(tab, moment ?? `${page.site.day}T04:00:00Z`);
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

/**
 * Draws pictures, pairs of a name and the text of an SVG file, one after the other on an empty page, calls `look` there for each
 * of them, and gives what it finds, and what is not well formed, together with their names.
 */
export async function drawn(pictures, look) {
  /** So many at a time pass between checks and browser. */
  const MANY = 50;
  const tab = await takeTab("{}");
  await tab.evaluate(IN_PAGE);
  const found = [];
  for (let from = 0; from < pictures.length; from += MANY) {
    const some = await tab.evaluate(
      ([list, code]) => {
        const look = new Function(`return (${code})`)();
        return list.flatMap(([name, text]) => {
          const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
          if (parsed.querySelector("parsererror")) {
            return [`${name}: it is not well formed`];
          }
          document.body.replaceChildren(document.importNode(parsed.documentElement, true));
          return look().map((finding) => `${name}: ${finding}`);
        });
      },
      [pictures.slice(from, from + MANY), look.toString()],
    );
    found.push(...some);
  }
  await tab.evaluate(() => document.body.replaceChildren());
  await giveBack("{}", tab);
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
