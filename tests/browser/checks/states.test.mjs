// The consultation in its three states: before, open and closed look different, and only the open one
// invites comments.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { open } from "../support/browser.mjs";
import { pageAt, planPath, sites } from "../support/sites.mjs";

/** What the consultation page and the home page say, and the addresses that they offer for comments. */
async function look(site, lang) {
  const page = pageAt(site, `/${lang}${planPath()}consultation/`);
  const collect = () => {
    const main = document.querySelector("main");
    return {
      text: main.innerText.replace(/\s+/g, " "),
      means: [...main.querySelectorAll("a[href^='mailto:'], a[href^='tel:']")].map((one) => one.href),
    };
  };
  const consultation = await open(page, {}, (tab) => tab.evaluate(collect));
  const home = await open(pageAt(site, `/${lang}/`), {}, (tab) => tab.evaluate(collect));
  const calls = await open(pageAt(site, `/${lang}/`), {}, (tab) =>
    tab.locator(`main a[href*="/consultation/"]:visible`).count(),
  );
  return { consultation, home, calls };
}

describe("a consultation before, while and after it is open", () => {
  for (const lang of ["zh", "en"]) {
    it(`in ${lang}`, async () => {
      const [before, during, after] = await Promise.all(
        [sites.before, sites.open, sites.closed].map((site) => look(site, lang)),
      );
      const texts = [before, during, after].map((one) => one.consultation.text);
      assert.equal(new Set(texts).size, 3, "each state has words of its own");
      assert.ok(during.consultation.means.length > 0, "the open one offers addresses for comments");
      assert.deepEqual(after.consultation.means, [], "the closed one offers none");
      assert.ok(during.calls > after.calls, "the home page leads to the open one more prominently");
      assert.equal(new Set([before, during, after].map((one) => one.home.text)).size, 3);
    });
  }
});
