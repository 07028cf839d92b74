// Every page, on a phone and on a desktop, light and dark:
// - it never scrolls sideways;
// - its console stays empty, no request fails or leaves the site, no script throws;
// - axe-core finds no violation of WCAG 2.2 A and AA or of its own advice;
// - text has room: none is cut off, none sticks out of its table cell, tag, button or link, and none lies over other text.
//   With folded parts open, and in long lines of a font larger by a quarter, which is what a missing font or a reader's own
//   size amounts to.
// Only colours differ in dark, and the pages of both languages have the same: in each width, the colours of one language are
// looked at in light and those of the other in dark. Most of the time goes there.
// The site whose address has a path is only loaded: it differs from the others in its links alone.
// Who does what, and where, is looked at on smaller and larger phones, too: there a task is a card.

import { describe, it } from "node:test";

import { COLOURS, axe } from "../support/axe.mjs";
import { DESKTOP, PHONE, lookName, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { differentPages, longestPage, pages, sample, sites } from "../support/sites.mjs";

/** In which schemes the colours of a page are looked at in a width. */
const schemes = ({ lang }, viewport) =>
  ({ zh: [viewport === DESKTOP ? "dark" : "light"], en: [viewport === PHONE ? "dark" : "light"] })[lang] ?? ["light", "dark"];

/** What is wrong with a page in one width, each finding with the look in which it is seen. */
async function inOneWidth(page, viewport) {
  const colours = schemes(page, viewport);
  const seen = { light: [], dark: [] };
  const problems = await open(page, { viewport }, async (tab, problems) => {
    const room = (size) => tab.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      return [...lantu.tooWide(), ...lantu.cutOff(), ...lantu.overlaps()];
    }, size);
    seen.light.push(...(await room("")));
    seen.light.push(...(await axe(tab, colours.includes("light") ? {} : { without: COLOURS }))); // opens what is folded
    seen.light.push(...(await room("")));
    seen.light.push(...(await room("125%")).map((finding) => `with text at 125 %: ${finding}`));
    if (colours.includes("dark")) {
      await room("");
      await tab.emulateMedia({ colorScheme: "dark" });
      seen.dark.push(...(await axe(tab, { only: COLOURS })));
    }
    return problems;
  });
  seen.light.push(...problems);
  return Object.entries(seen).flatMap(([colorScheme, findings]) =>
    [...new Set(findings)].map((finding) => `${lookName({ viewport, colorScheme })}: ${finding}`),
  );
}

describe("every page loads cleanly, has room for its text and is accessible", { concurrency: 3 }, () => {
  for (const page of differentPages()) {
    it(page.label, async () => {
      none([...(await inOneWidth(page, PHONE)), ...(await inOneWidth(page, DESKTOP))], page.label);
    });
  }
});

describe("every page of a site below a path loads cleanly", { concurrency: 3 }, () => {
  for (const page of sample(pages(sites.path))) {
    it(page.label, async () => {
      none(await open(page, { viewport: DESKTOP }, async (_, problems) => problems), page.label);
    });
  }
});

/** What of the table of responsibilities is no card: a block as wide as the table. */
function noCards() {
  const table = document.querySelector(".duties");
  const parts = table?.querySelectorAll("tr, td, th[scope=rowgroup]") ?? [];
  const { paddingLeft, paddingRight } = getComputedStyle(table?.parentElement ?? document.body);
  const room = table?.parentElement.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return [...parts]
    .filter((one) => !one.closest("thead"))
    .filter((one) => getComputedStyle(one).display !== "block" || Math.abs(one.offsetWidth - room) > 1)
    .map((one) => `${lantu.name(one)} is no card: ${one.offsetWidth} of ${room} px`);
}

describe("who does what has room on small and large phones", { concurrency: 3 }, () => {
  for (const site of [sites.all, sites.starter, sites.figures]) {
    for (const lang of ["zh", "en"]) {
      const duties = pages(site).filter((page) => page.lang === lang && page.address.endsWith("/responsibilities/"));
      const about = ["organisations", "areas"].map((list) => longestPage(site, lang, list));
      for (const page of [...duties, ...about]) {
        it(page.label, async () => {
          const findings = [];
          for (const width of [320, 390]) {
            const found = await open(page, { viewport: { width, height: 740 } }, async (tab) => {
              const seen = await tab.evaluate(() => [...lantu.tooWide(), ...lantu.cutOff(), ...lantu.overlaps()]);
              return [...seen, ...(await tab.evaluate(noCards)), ...(await axe(tab, { only: ["target-size"] }))];
            });
            findings.push(...found.map((finding) => `${width} px: ${finding}`));
          }
          none(findings, page.label);
        });
      }
    }
  }
});
