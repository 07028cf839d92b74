// Every page, on a phone and on a desktop, light and dark:
// - it never scrolls sideways;
// - its console stays empty, no request fails or leaves the site, no script throws;
// - axe-core finds no violation of WCAG 2.2 A and AA or of its own advice;
// - text has room: none is cut off, none sticks out of its table cell, tag, button or link, and none lies over other text.
//   With folded parts open, and in long lines of a font larger by a quarter, which is what a missing font or a reader's own
//   size amounts to.
// A page is loaded in one width and made narrower or wider then: the pages of one language are loaded on a desktop, and those of
// the other on a phone. In the second width they are held against the rules of axe, which take most of the time, in light and in
// dark. For colours, a few of many rows and items of the same kind are enough, and pages on which every look of an element is seen.
// The site whose address has a path is only loaded: it differs from the others in its links alone.
// Who does what, and where, is looked at on smaller and larger phones, too: there a task is a card.

import { describe, it } from "node:test";

import { COLOURS, axe } from "../support/axe.mjs";
import { DESKTOP, PHONE, lookName, open } from "../support/browser.mjs";
import { covering } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { differentPages, longestPage, pages, sample, sites } from "../support/sites.mjs";

/** The pages whose colours are looked at: all looks in each language. */
const inEnglish = (page) => page.lang === "en";
const coloured = new Set([
  ...(await covering(differentPages().filter(inEnglish))),
  ...(await covering(differentPages().filter((page) => !inEnglish(page)))),
]);

/** The widths of a page: that in which it is loaded, and that in which it is held against the rules of axe. */
const widths = ({ lang }) => (lang === "en" ? [PHONE, DESKTOP] : [DESKTOP, PHONE]);

/** What has no room in the width that a tab has now: as the page is, with folded parts open, and in a larger font. */
async function room(tab) {
  const found = await tab.evaluate(() => {
    const all = () => [...lantu.tooWide(), ...lantu.cutOff(), ...lantu.overlaps()];
    const folded = [...document.querySelectorAll("details:not([open])")];
    const first = all();
    folded.forEach((one) => (one.open = true));
    const opened = all();
    document.documentElement.style.fontSize = "125%";
    const larger = all().map((finding) => `with text at 125 %: ${finding}`);
    document.documentElement.style.fontSize = "";
    folded.forEach((one) => (one.open = false));
    return [...first, ...opened, ...larger];
  });
  return [...new Set(found)];
}

/** What is wrong with a page, each finding with the look in which it is seen. */
async function look(page) {
  const [loaded, held] = widths(page);
  const findings = [];
  const add = (viewport, colorScheme, found) =>
    findings.push(...found.map((finding) => `${lookName({ viewport, colorScheme })}: ${finding}`));
  const problems = await open(page, { viewport: loaded }, async (tab, problems) => {
    add(loaded, "light", await room(tab));
    await tab.setViewportSize(held);
    add(held, "light", await room(tab));
    add(held, "light", await axe(tab, { without: COLOURS }));
    if (coloured.has(page)) {
      await tab.evaluate(() => lantu.thin());
      add(held, "light", await axe(tab, { only: COLOURS }));
      await tab.emulateMedia({ colorScheme: "dark" });
      add(held, "dark", await axe(tab, { only: COLOURS }));
    }
    return problems;
  });
  add(loaded, "light", problems);
  return findings;
}

describe("every page loads cleanly, has room for its text and is accessible", { concurrency: 3 }, () => {
  for (const page of differentPages()) {
    it(page.label, async () => {
      none(await look(page), page.label);
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
          await open(page, { viewport: { width: 320, height: 740 } }, async (tab) => {
            for (const width of [320, 390]) {
              await tab.setViewportSize({ width, height: 740 });
              const seen = await tab.evaluate(() => [...lantu.tooWide(), ...lantu.cutOff(), ...lantu.overlaps()]);
              const found = [...seen, ...(await tab.evaluate(noCards)), ...(await axe(tab, { only: ["target-size"] }))];
              findings.push(...found.map((finding) => `${width} px: ${finding}`));
            }
          });
          none(findings, page.label);
        });
      }
    }
  }
});
