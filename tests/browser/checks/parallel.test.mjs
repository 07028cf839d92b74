// The two languages of a plan side by side: the same clauses as in the text, both languages marked, rows on a desktop,
// one above the other on a phone, the order chosen by keyboard and without a script, two columns on paper.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, PHONE, open } from "../support/browser.mjs";
import { facts } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { pageAt, pages, planPath, sites } from "../support/sites.mjs";

const at = (lang, end) => pageAt(sites.open, `/${lang}${planPath()}${end}`);
const LANGUAGES = { zh: ["zh-CN", "en"], en: ["en", "zh-CN"] };

/** Where the two languages of every row stand, in the order of the page. */
const rows = (tab) =>
  tab.locator(".pair:not(.names)").evaluateAll((all) =>
    all.map((row) => {
      const box = (side) => side.getBoundingClientRect().toJSON();
      return { name: lantu.name(row), boxes: [...row.children].map(box), langs: [...row.children].map((side) => side.lang) };
    }),
  );

/** The rows whose languages do not stand beside each other, `first` on the left. */
const notBeside = (list, first) =>
  list
    .filter(({ boxes }) => {
      const [left, right] = first === 0 ? boxes : boxes.toReversed();
      return left.right > right.left || Math.abs(left.top - right.top) > 1 || Math.abs(left.width - right.width) > 1;
    })
    .map(({ name, boxes }) => `${name}: ${JSON.stringify(boxes)}`);

describe("two languages side by side", { concurrency: 2 }, () => {
  for (const [lang, langs] of Object.entries(LANGUAGES)) {
    const page = at(lang, "parallel/");

    it(`every clause of the text is there, under its address, and leads to the text (${lang})`, async () => {
      // The text before the first clause has an address of its own on its page alone.
      const clauses = async (one) => (await facts(one)).ids.filter((id) => !id.startsWith("page_") && id !== "_preamble");
      const expected = await clauses(at(lang, ""));
      assert.ok(expected.length > 20);
      assert.deepEqual(await clauses(page), expected);
      const { links } = await facts(page);
      for (const one of Object.keys(LANGUAGES)) {
        const path = `/${one}${planPath()}#`;
        assert.deepEqual(links.filter(({ href }) => href.startsWith(path)).map(({ href }) => href.slice(path.length)), expected);
      }
      await open(page, { viewport: DESKTOP }, async (tab) => {
        await tab.goto(`${page.url}#3.1.1`);
        const top = await tab.evaluate(() => document.getElementById("3.1.1").getBoundingClientRect().top);
        assert.ok(top >= 0 && top < 100, `the clause is at ${top} px`);
      });
    });

    it(`no id stands twice, also with charts and tables (${lang})`, async () => {
      const all = Object.values(sites).flatMap(pages).filter((one) => one.lang === lang && one.address.endsWith("/parallel/"));
      assert.ok(all.length > 10);
      const twice = async (one) => {
        const { ids } = await facts(one);
        return ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${one.label}: ${id}`);
      };
      none((await Promise.all(all.map(twice))).flat(), "ids");
    });

    it(`both languages are marked, that of the page first (${lang})`, async () => {
      await open(page, { viewport: DESKTOP }, async (tab, problems) => {
        const list = await rows(tab);
        none(list.filter((row) => row.langs.join() !== langs.join()).map(({ name, langs: found }) => `${name}: ${found}`), page.label);
        const headings = await tab.locator("section.clause :is(h2, h3, h4, h5, h6)").evaluateAll((all) => all.map((one) => one.parentElement.lang));
        assert.equal(headings.filter((one) => one === "en").length * 2, headings.length);
        none(problems, page.label);
      });
    });

    it(`texts stand in rows on a desktop (${lang})`, async () => {
      await open(page, { viewport: DESKTOP }, async (tab) => none(notBeside(await rows(tab), 0), page.label));
    });

    it(`one language stands above the other on a phone (${lang})`, async () => {
      for (const viewport of [PHONE, { width: 320, height: 700 }]) {
        await open(page, { viewport }, async (tab) => {
          const wrong = (await rows(tab)).filter(({ boxes: [one, other] }) => one.bottom > other.top + 1);
          none([...wrong.map(({ name }) => name), ...(await tab.evaluate(() => lantu.tooWide()))], page.label);
        });
      }
    });

    it(`the order is chosen by keyboard and without a script (${lang})`, async () => {
      await open(page, { viewport: DESKTOP, javaScriptEnabled: false }, async (tab) => {
        await tab.locator(".order input").first().focus();
        await tab.keyboard.press("ArrowRight");
        assert.ok(await tab.locator(".order input").last().isChecked());
        none(notBeside(await rows(tab), 1), `${page.label} turned round`);
        // The keyboard goes on in the order that is seen.
        const reached = [];
        while (reached.length < 2) {
          await tab.keyboard.press("Tab");
          const lang = await tab.evaluate(() => document.activeElement.closest(".pair > *")?.lang);
          if (lang) {
            reached.push(lang);
          }
        }
        assert.deepEqual(reached, langs.toReversed());
        await tab.locator(".order input").last().focus();
        await tab.keyboard.press("ArrowRight");
        none(notBeside(await rows(tab), 0), `${page.label} turned back`);
      });
      await open(page, { viewport: PHONE, javaScriptEnabled: false }, async (tab) => {
        await tab.locator(".order input").last().check();
        none((await rows(tab)).filter(({ boxes: [one, other] }) => other.bottom > one.top + 1).map(({ name }) => name), page.label);
      });
    });

    it(`on paper there are two columns in the order that was chosen (${lang})`, async () => {
      await open(page, { viewport: DESKTOP }, async (tab) => {
        await tab.locator(".order input").last().check();
        await tab.emulateMedia({ media: "print" });
        await tab.setViewportSize({ width: 657, height: 1000 });
        none([...notBeside(await rows(tab), 1), ...(await tab.evaluate(() => lantu.tooWide()))], `${page.label} printed`);
        assert.equal(await tab.locator(".order").isVisible(), false, "the choice is not printed");
        const names = await tab.locator(".names > *").evaluateAll((all) => all.map((one) => one.checkVisibility() && one.textContent));
        assert.deepEqual(names, lang === "zh" ? ["中文", "English"] : ["English", "中文"]);
        const fixed = await tab.locator("main *").evaluateAll((all) =>
          all.filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position)).map((one) => lantu.name(one)),
        );
        none(fixed, "what stands on every sheet");
      });
    });
  }
});
