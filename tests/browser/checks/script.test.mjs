// The script only helps: without it the same text is visible and every link works. With it, the link of
// a clause is copied by a click, and the language switch keeps the clause that the reader is at.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, PHONE, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { pageAt, pages, planPath, sample, sites } from "../support/sites.mjs";

const { open: site } = sites;
const CLAUSE = "3.3.11";

/** The text that a reader sees or can unfold; buttons, the search and announcements may come and go with the script. */
const visible = () => {
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  return lantu
    .texts()
    .filter(({ element }) => !element.closest("button, .finder, [role=status], [aria-live]"))
    .map(({ text }) => text);
};

describe("without the script", { concurrency: 3 }, () => {
  for (const page of sample(pages(site))) {
    it(`the same text is visible: ${page.label}`, async () => {
      for (const viewport of [PHONE, DESKTOP]) {
        const [plain, scripted] = await Promise.all(
          [false, true].map((javaScriptEnabled) =>
            open(page, { viewport, javaScriptEnabled }, (tab) => tab.evaluate(visible)),
          ),
        );
        assert.ok(plain.length >= 3, "the page has text");
        const differences = [
          ...scripted.filter((text) => !plain.includes(text)).map((text) => `only with the script: “${text}”`),
          ...plain.filter((text) => !scripted.includes(text)).map((text) => `only without the script: “${text}”`),
        ];
        none(differences, `${page.label} at ${viewport.width} px`);
      }
    });
  }

  it("one gets from the home page to a clause and to its twin by clicks", async () => {
    const path = planPath();
    await open(pageAt(site, "/zh/"), { javaScriptEnabled: false }, async (tab) => {
      const arrived = (address) => assert.equal(decodeURIComponent(tab.url()), site.origin + site.base + address);
      await tab.locator(`main a[href$="/zh${path}"]`).first().click();
      arrived(`/zh${path}`);
      for (const part of ["targets/", "responsibilities/", "consultation/", ""]) {
        await tab.locator(`main nav a[href$="/zh${path}${part}"]`).first().click();
        arrived(`/zh${path}${part}`);
      }
      await tab.locator(`main nav a[href="#${CLAUSE}"]`).first().evaluate((link) => {
        link.closest("details")?.setAttribute("open", "");
      });
      await tab.locator(`main nav a[href="#${CLAUSE}"]`).first().click();
      arrived(`/zh${path}#${CLAUSE}`);
      await tab.locator(`[id="${CLAUSE}"] a[hreflang]`).first().click();
      arrived(`/en${path}#${CLAUSE}`);
      await tab.locator("header a[hreflang]").first().click();
      assert.ok(tab.url().startsWith(`${site.origin}${site.base}/zh${path}`), tab.url());
    });
  });
});

describe("with the script", () => {
  for (const lang of ["zh", "en"]) {
    it(`a click on the link of a clause copies its address (${lang})`, async () => {
      const page = pageAt(site, `/${lang}${planPath()}`);
      await open(page, { permissions: ["clipboard-read", "clipboard-write"] }, async (tab, problems) => {
        await tab.bringToFront();
        await tab.locator(`[id="${CLAUSE}"] a[href="#${CLAUSE}"]`).first().click();
        await tab.waitForFunction(() => document.querySelector("[role=status], [aria-live]")?.textContent.trim());
        assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), `${page.url}#${CLAUSE}`);
        none(problems, page.label);
      });
    });

    it(`the click still leads to the clause where nothing can be copied (${lang})`, async () => {
      const page = pageAt(site, `/${lang}${planPath()}`);
      await open(page, { permissions: [] }, async (tab, problems) => {
        await tab.evaluate(() => {
          Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
        });
        await tab.locator(`[id="${CLAUSE}"] a[href="#${CLAUSE}"]`).first().click();
        assert.equal(await tab.evaluate(() => decodeURIComponent(location.hash)), `#${CLAUSE}`);
        none(problems, page.label);
      });
    });

    it(`the language switch keeps the clause (${lang})`, async () => {
      const page = pageAt(site, `/${lang}${planPath()}`);
      const other = lang === "zh" ? "en" : "zh";
      const url = (one) => `${site.origin}${site.base}/${one}${planPath()}#${CLAUSE}`;
      await open({ ...page, url: url(lang) }, {}, async (tab) => {
        await tab.locator("header a[hreflang]").first().click();
        await tab.waitForURL(url(other), { timeout: 5000 });
        const top = await tab.locator(`[id="${CLAUSE}"]`).evaluate((clause) => clause.getBoundingClientRect().top);
        assert.ok(top >= -1 && top < 300, `the clause is at the top of the window, not at ${top} px`);
      });
      await open(page, {}, async (tab) => {
        await tab.locator(`main nav a[href="#${CLAUSE}"]`).first().evaluate((link) => link.click());
        await tab.locator("header a[hreflang]").first().click();
        await tab.waitForURL(url(other), { timeout: 5000 });
      });
    });
  }
});
