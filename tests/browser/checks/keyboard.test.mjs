// The keyboard: the skip link comes first and works; the Tab key reaches everything that can be used, in
// the order of the page; one always sees where one is.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, PHONE, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { pages, sample, sites } from "../support/sites.mjs";

const { open: site } = sites;
const looked = sample(pages(site));
const framed = looked.filter((page) => ["listed", "not-found"].includes(page.kind));

describe("the skip link is first and leads to the main part", { concurrency: 3 }, () => {
  for (const page of framed) {
    it(page.label, async () => {
      await open(page, { viewport: PHONE }, async (tab) => {
        await tab.keyboard.press("Tab");
        const first = await tab.evaluate(() => {
          const { activeElement: one } = document;
          const box = one.getBoundingClientRect();
          const inWindow = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
          return { href: one.getAttribute("href"), text: one.textContent.trim(), inWindow, width: box.width };
        });
        assert.ok(first.text && first.inWindow && first.width > 20, `the skip link is seen: ${JSON.stringify(first)}`);
        const main = await tab.evaluate(() => document.querySelector("main").id);
        assert.equal(first.href, `#${main}`);
        await tab.keyboard.press("Enter");
        await tab.keyboard.press("Tab");
        const where = await tab.evaluate(() => {
          const main = document.querySelector("main");
          const { activeElement: one } = document;
          const after = Boolean(main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
          const links = [...main.querySelectorAll("a, button, summary")].filter((link) => lantu.isVisible(link));
          return { name: lantu.name(one), ok: links.length > 0 ? main.contains(one) : after };
        });
        assert.ok(where.ok, `the next stop is in the main part, not ${where.name}`);
      });
    });
  }
});

/** So many stops at the beginning and at the end of a page are reached by keys; those between them, where there are more, get
 * the focus by a script, and are looked at, too. */
const [FIRST, LAST] = [60, 20];

describe("the Tab key reaches everything in order, and the focus is seen", { concurrency: 3 }, () => {
  for (const page of looked) {
    for (const viewport of [PHONE, DESKTOP]) {
      it(`${page.label} at ${viewport.width} px`, async () => {
        await open(page, { viewport }, async (tab) => {
          const stops = await tab.evaluate(() => lantu.watchFocus());
          const middle = stops.length > FIRST + LAST ? { from: FIRST, to: stops.length - LAST } : null;
          for (let at = 0; at < stops.length; at += 1) {
            if (at === middle?.from) {
              await tab.evaluate(({ from, to }) => lantu.focus(from, to), middle);
              at = middle.to;
            }
            await tab.keyboard.press("Tab");
          }
          const seen = await tab.evaluate(() => lantu.focused);
          const findings = stops.filter((stop) => stop.tabindex > 0).map((stop) => `${stop.name} has a positive tabindex`);
          stops.forEach((stop, at) => {
            const reached = seen[at];
            if (reached?.stop !== at) {
              findings.push(`press ${at + 1} reaches ${reached?.name ?? "nothing"} instead of ${stop.name}`);
            }
          });
          for (const { name, isMarked, inWindow } of seen) {
            if (!isMarked) {
              findings.push(`${name} does not show that it has the focus`);
            }
            if (!inWindow) {
              findings.push(`${name} is outside the window when it has the focus`);
            }
          }
          assert.ok(stops.length >= 2, "the page has links");
          none(findings, `${page.label} at ${viewport.width} px`);
        });
      });
    }
  }
});
