// Every page, on a phone and on a desktop, light and dark:
// - it never scrolls sideways;
// - its console stays empty, no request fails or leaves the site, no script throws;
// - axe-core finds no violation of WCAG 2.2 A and AA or of its own advice (in dark: of the rules on colour).
// The site whose address has a path is only loaded: it differs from the others in its links alone.

import { describe, it } from "node:test";

import { COLOURS, axe } from "../support/axe.mjs";
import { DESKTOP, LOOKS, lookName, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { differentPages, pages, sites } from "../support/sites.mjs";

describe("every page loads cleanly, never scrolls sideways and is accessible", { concurrency: 3 }, () => {
  for (const page of differentPages()) {
    it(page.label, async () => {
      const findings = [];
      for (const look of LOOKS) {
        const found = await open(page, look, async (tab, problems) => {
          const wide = await tab.evaluate(() => lantu.tooWide());
          const rules = await axe(tab, look.colorScheme === "dark" ? COLOURS : undefined);
          const unfolded = await tab.evaluate(() => lantu.tooWide());
          return [...wide, ...unfolded, ...rules, ...problems];
        });
        findings.push(...[...new Set(found)].map((finding) => `${lookName(look)}: ${finding}`));
      }
      none(findings, page.label);
    });
  }
});

describe("every page of a site below a path loads cleanly", { concurrency: 3 }, () => {
  for (const page of pages(sites.path)) {
    it(page.label, async () => {
      none(await open(page, { viewport: DESKTOP }, async (_, problems) => problems), page.label);
    });
  }
});
