// A plan whose text is not translated yet, and one of which a part is: the page of the text says so, shows every clause,
// and marks what is in the other language for screen readers; the switch and the clauses lead to the same place.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, PHONE, open } from "../support/browser.mjs";
import { facts } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { pageAt, pages, sites } from "../support/sites.mjs";

const PLANS = { water: /^The English translation of this plan is not complete yet\./, "water-draft": /^The English translation of this plan is not ready yet\./ };
const at = (lang, plan, end = "") => pageAt(sites.pending, `/${lang}/plans/${plan}/${end}`);
const ids = async (page) => (await facts(page)).ids.filter((id) => !id.startsWith("page_") && !id.endsWith("_table") && id !== "_preamble");
const CHINESE = /\p{Script=Han}/u;

/** Texts with Chinese characters, and without, that are not marked as such. Drawings are left out. */
const wronglyMarked = (tab) =>
  tab.locator("main").evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const wrong = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const lang = parentElement.closest("[lang]").lang;
      const chinese = /\p{Script=Han}/u.test(data);
      const latin = /[a-z]{2}/i.test(data);
      if (parentElement.closest("svg")) {
        continue;
      }
      if ((chinese && lang !== "zh-CN") || (latin && !chinese && lang !== "en")) {
        wrong.push(`${lang}: “${data.trim()}”`);
      }
    }
    return wrong;
  });

describe("texts that are not translated yet", { concurrency: 2 }, () => {
  for (const [plan, words] of Object.entries(PLANS)) {
    it(`the page of the text says so, and only in the language that is late (${plan})`, async () => {
      await open(at("en", plan), { viewport: PHONE }, async (tab, problems) => {
        const note = tab.locator("main .note").first();
        assert.match(await note.textContent(), words);
        const [above, text] = await Promise.all([note.boundingBox(), tab.locator(".document").boundingBox()]);
        assert.ok(above.y < text.y, "it stands above the text");
        none(problems, plan);
      });
      await open(at("zh", plan), { viewport: PHONE }, async (tab) => assert.equal(await tab.locator("main .note").count(), 0));
    });

    for (const end of ["", "parallel/", "responsibilities/"]) {
      it(`every text is marked with its language (${plan}/${end})`, async () => {
        await open(at("en", plan, end), { viewport: DESKTOP }, async (tab) => none(await wronglyMarked(tab), `${plan}/${end}`));
      });
    }

    it(`both languages have the same clauses, and lead to each other (${plan})`, async () => {
      const expected = await ids(at("zh", plan));
      assert.ok(expected.length > 2);
      for (const end of ["", "parallel/"]) {
        assert.deepEqual(await ids(at("en", plan, end)), expected);
      }
      const { links } = await facts(at("en", plan));
      const twins = links.filter(({ href }) => href.startsWith(`/zh/plans/${plan}/#`)).map(({ href }) => href.split("#")[1]);
      assert.deepEqual(twins, expected);
      await open(at("en", plan), { viewport: PHONE }, async (tab) => {
        await tab.goto(`${at("en", plan).url}#2.1`);
        const top = await tab.evaluate(() => document.getElementById("2.1").getBoundingClientRect().top);
        const below = await tab.evaluate(() => innerHeight);
        assert.ok(top >= 0 && top < below, `the clause is at ${top} px`);
      });
    });

    it(`side by side, the clauses that are late say so (${plan})`, async () => {
      await open(at("en", plan, "parallel/"), { viewport: DESKTOP }, async (tab) => {
        const heads = await tab.locator("section.clause > .clause-head").evaluateAll((all) =>
          all.map((one) => [...one.children].map((side) => [side.lang, Boolean(side.querySelector("h2, h3, h4")), Boolean(side.querySelector(".late"))])),
        );
        assert.ok(heads.some(([own]) => own[2]));
        none(heads.filter(([own, other]) => own[1] === own[2] || !other[1] || other[2]).map(String), plan);
      });
    });
  }

  it("what changed is told in the language in which both texts are whole", async () => {
    await open(at("en", "water", "changes/"), { viewport: DESKTOP }, async (tab) => {
      assert.match(await tab.locator("main .note").textContent(), /the changes are shown in Chinese/);
      none(await wronglyMarked(tab), "changes");
    });
  });

  it("the pages for comments quote what there is", async () => {
    await open(at("en", "water", "consultation/draft/comment/1/"), { viewport: DESKTOP }, async (tab) => {
      const quote = tab.locator("blockquote");
      assert.equal(await quote.getAttribute("lang"), "zh-CN");
      assert.match(await quote.textContent(), CHINESE);
    });
    await open(at("en", "water", "consultation/draft/comment/2/"), { viewport: DESKTOP }, async (tab) => {
      assert.equal(await tab.locator("blockquote").getAttribute("lang"), null);
      assert.doesNotMatch(await tab.locator("blockquote").textContent(), CHINESE);
    });
  });

  it("a link to what only the other language has leads there", async () => {
    const { links } = await facts(at("en", "water"));
    assert.ok(links.some(({ href }) => href === "/zh/about/#contact"));
    assert.ok(links.some(({ href }) => href === "/en/plans/water/targets/#pipes"));
  });

  it("nothing is too wide, and no id stands twice", async () => {
    const all = pages(sites.pending).filter((page) => page.address.includes("/plans/water"));
    assert.ok(all.length > 20);
    for (const page of all) {
      const known = (await facts(page)).ids;
      none(known.filter((id, place) => known.indexOf(id) !== place), page.label);
    }
    for (const page of Object.keys(PLANS).flatMap((plan) => ["", "parallel/"].map((end) => at("en", plan, end)))) {
      await open(page, { viewport: { width: 320, height: 700 } }, async (tab) => none(await tab.evaluate(() => lantu.tooWide()), page.label));
    }
  });
});
