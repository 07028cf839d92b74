// Every page, on a phone and on a desktop, light and dark:
// - it never scrolls sideways;
// - its console stays empty, no request fails or leaves the site, no script throws;
// - axe-core finds no violation of WCAG 2.2 A and AA or of its own advice (in dark: of the rules on colour);
// - text has room: none is cut off, none sticks out of its table cell, tag, button or link, and none lies over other text.
//   With folded parts open, and in long lines of a font larger by a quarter, which is what a missing font or a reader's own
//   size amounts to.
// The site whose address has a path is only loaded: it differs from the others in its links alone.
// Who does what, and where, is looked at on smaller and larger phones, too: there a task is a card.

import { describe, it } from "node:test";

import { COLOURS, axe } from "../support/axe.mjs";
import { DESKTOP, LOOKS, lookName, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { differentPages, longestPage, pages, sample, sites } from "../support/sites.mjs";

/** What is wrong with a page in one look. Colours move no text: where it has no room is found out in light. */
const inOneLook = (light) => async (tab, problems) => {
  const room = (what) => tab.evaluate(([text, size]) => {
    document.documentElement.style.fontSize = size;
    const found = lantu.tooWide();
    return text ? [...found, ...lantu.cutOff(), ...lantu.overlaps()] : found;
  }, what);
  const folded = await room([light, ""]);
  const rules = await axe(tab, light ? undefined : COLOURS); // opens what is folded
  const unfolded = await room([light, ""]);
  const larger = light ? await room([light, "125%"]) : [];
  return [...folded, ...unfolded, ...larger.map((finding) => `with text at 125 %: ${finding}`), ...rules, ...problems];
};

describe("every page loads cleanly, has room for its text and is accessible", { concurrency: 3 }, () => {
  for (const page of differentPages()) {
    it(page.label, async () => {
      const findings = [];
      for (const look of LOOKS) {
        const found = await open(page, look, inOneLook(look.colorScheme === "light"));
        findings.push(...[...new Set(found)].map((finding) => `${lookName(look)}: ${finding}`));
      }
      none(findings, page.label);
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
              return [...seen, ...(await tab.evaluate(noCards)), ...(await axe(tab, ["target-size"]))];
            });
            findings.push(...found.map((finding) => `${width} px: ${finding}`));
          }
          none(findings, page.label);
        });
      }
    }
  }
});
