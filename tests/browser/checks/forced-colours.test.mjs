// Readers who choose their own few colours (Windows high contrast): text stays visible, the focus is
// seen, and what is set apart by its background alone elsewhere has a border.

import { describe, it } from "node:test";

import { COLOURS, axe } from "../support/axe.mjs";
import { DESKTOP, open } from "../support/browser.mjs";
import { covering } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { differentPages } from "../support/sites.mjs";

/** The coloured boxes of a page: an own background that differs from that of the page. */
function backgrounds() {
  const clear = "rgba(0, 0, 0, 0)";
  const page = [getComputedStyle(document.documentElement), getComputedStyle(document.body)]
    .map((style) => style.backgroundColor)
    .filter((colour) => colour !== clear);
  return [...document.querySelectorAll("main .tag, main .call, main .note, main button, main article, main [class*='box']")]
    .filter((one) => lantu.isVisible(one))
    .map((one) => {
      const style = getComputedStyle(one);
      const bordered = ["Top", "Right", "Bottom", "Left"].some(
        (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0,
      );
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const coloured = style.backgroundColor !== clear && !page.includes(style.backgroundColor);
      return { name: lantu.name(one), coloured, bordered: bordered || outlined };
    });
}

/** What the rules about colours find, on a few of many rows and items of the same kind. */
async function colours(tab) {
  await tab.evaluate(() => lantu.thin());
  return axe(tab, { only: COLOURS });
}

// Colours are the same in both languages, and on all pages with the same elements.
const looked = await covering(differentPages().filter((one) => one.lang !== "en"));

describe("every look with colours that the reader chooses", { concurrency: 3 }, () => {
  for (const page of looked) {
    it(page.label, async () => {
      const findings = await open(page, { viewport: DESKTOP }, async (tab, problems) => {
        const normal = await tab.evaluate(backgrounds);
        await tab.emulateMedia({ forcedColors: "active" });
        const isForced = await tab.evaluate(() => matchMedia("(forced-colors: active)").matches);
        const own = await tab.evaluate(backgrounds);
        const lost = normal
          .filter((box, at) => box.coloured && !own[at].bordered)
          .map((box) => `${box.name} is set apart by its background alone`);
        const stops = await tab.evaluate(() => lantu.watchFocus());
        for (let press = 0; press < Math.min(stops.length, 30); press += 1) {
          await tab.keyboard.press("Tab");
        }
        const unseen = (await tab.evaluate(() => lantu.focused.filter((one) => !one.isMarked))).map(
          (one) => `${one.name} does not show that it has the focus`,
        );
        return [...(isForced ? [] : ["the browser does not force colours"]), ...lost, ...unseen, ...(await colours(tab)), ...problems];
      });
      none(findings, page.label);
    });
  }
});
