// The one browser that all checks share. Every look at a page has a context of its own, so that nothing
// is left over from the page before.

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

/**
 * Opens `page`, calls `look` with the browser's page, and closes it. `look` also gets the list of what
 * went wrong while the page was loaded and used, in sentences; the list grows as long as the page is open.
 */
export async function open(page, options, look) {
  const context = await (await browser()).newContext({
    viewport: DESKTOP,
    reducedMotion: "reduce",
    ...options,
  });
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(20_000);
    const problems = watch(tab, page);
    if (page.kind === "root") {
      await stayAtRoot(tab, page);
    }
    const response = await tab.goto(page.url, { waitUntil: "load" });
    const expected = page.kind.includes("not-found") ? 404 : 200;
    if (response.status() !== expected) {
      problems.push(`the page came with status ${response.status()} instead of ${expected}`);
    }
    await tab.evaluate(IN_PAGE);
    return await look(tab, problems);
  } finally {
    await context.close();
  }
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
