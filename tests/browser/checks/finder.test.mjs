// The search in the table of responsibilities and in the lists of organisations and areas. Without the
// script it is not there, and everything is shown. With it, a unit or words leave what fits and no heading
// above nothing; the number is said, the unit stands in the address, and every row can still be reached.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { open } from "../support/browser.mjs";
import { facts } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { pageAt, pages, planPath, sites } from "../support/sites.mjs";

const { open: site } = sites;
const LISTS = ["organisations/", "areas/"];
const duties = (lang) => pageAt(site, `/${lang}${planPath()}responsibilities/`);
const list = (lang, path) => pageAt(site, `/${lang}/${path}`);

/** The rows and headings that a reader sees, and what the search says. */
const look = () => {
  const finder = document.querySelector(".finder");
  const seen = (parent) => [...parent.querySelectorAll(".findable")].filter(lantu.isVisible);
  return {
    isThere: lantu.isVisible(finder),
    rows: seen(document).map((row) => row.id || row.querySelector("a").textContent),
    count: document.querySelectorAll(".findable").length,
    wrong: [...document.querySelectorAll(".findable-group")]
      .filter((group) => lantu.isVisible(group) !== seen(group).length > 0)
      .map(lantu.name),
    said: finder.querySelector("output").textContent,
    unit: finder.elements.unit?.value ?? "",
    search: location.search,
  };
};

const choose = (tab, id) => tab.locator(".finder select").selectOption(id);
const type = (tab, words) => tab.locator(".finder input").fill(words);

/** Sees that everything is shown, and nothing said. */
function everything({ rows, count, wrong, said, unit, search }) {
  assert.deepEqual({ rows: rows.length, wrong, said, unit, search }, { rows: count, wrong: [], said: "", unit: "", search: "" });
}

/** Presses the button that shows everything again. */
async function clear(tab) {
  await tab.locator(".finder button").click();
  await tab.waitForFunction(() => !document.querySelector(".findable[hidden]"), null, { timeout: 5000 });
  everything(await tab.evaluate(look));
}

/** What is wrong with a narrowed view that should show `expected`. */
function faults({ rows, count, wrong, said }, expected, about) {
  const found = wrong.map((group) => `${about}: without its rows or its heading: ${group}`);
  if (rows.join() !== expected.join()) {
    found.push(`${about}: shows ${rows.join(", ") || "nothing"} instead of ${expected.join(", ") || "nothing"}`);
  }
  if (said.match(/\d+/g)?.join() !== `${rows.length},${count}`) {
    found.push(`${about}: says “${said}” of ${rows.length} out of ${count}`);
  }
  return found;
}

/** The units that can be chosen, each with the groups that mean it, too. */
const choices = (tab) =>
  tab.locator(".finder option:not([value=''])").evaluateAll((options) =>
    options.map((one) => ({ id: one.value, groups: one.dataset.groups.split(" ").filter(Boolean) })),
  );

/** The rows of the table that the page of a unit lists. */
async function owed(lang, id) {
  const { links } = await facts(list(lang, `organisations/${id}/`));
  const rows = links.map((one) => one.href.split("#")).filter(([path]) => path === site.base + duties(lang).address);
  const number = (id) => Number(id.replace("task-", ""));
  return [...new Set(rows.map(([, id]) => id))].sort((a, b) => number(a) - number(b));
}

/** A unit that has few rows, and the number of one that it does not have. */
async function fewRows(lang, tab) {
  const all = (await tab.evaluate(look)).rows;
  const own = await Promise.all((await choices(tab)).map(async ({ id }) => ({ id, rows: await owed(lang, id) })));
  const [unit] = own.filter(({ rows }) => rows.length > 0).sort((a, b) => a.rows.length - b.rows.length);
  return { ...unit, other: all.filter((row) => !unit.rows.includes(row)).at(-1) };
}

/** Sees a row in the window. */
async function isSeen(tab, id, when) {
  const row = tab.locator(`[id="${id}"]`);
  await row.waitFor({ timeout: 5000 }).catch(() => assert.fail(`${id} is not shown ${when}`));
  const top = await row.evaluate((one) => one.getBoundingClientRect().top);
  assert.ok(top >= -1 && top < 900, `${id} is in the window ${when}, not at ${top} px`);
}

for (const lang of ["zh", "en"]) {
  describe(`the search in ${lang}`, { concurrency: 3 }, () => {
    it(`without the script there is none, and everything is shown (${lang})`, async () => {
      for (const page of [duties(lang), ...LISTS.map((path) => list(lang, path))]) {
        const now = await open(page, { javaScriptEnabled: false }, (tab) => tab.evaluate(look));
        assert.ok(!now.isThere, `${page.label}: a search that does nothing is shown`);
        assert.ok(now.count > 10, `${page.label}: ${now.count} rows`);
        everything(now);
      }
    });

    it(`a unit leaves the rows that the page of the unit lists (${lang})`, async () => {
      await open(duties(lang), {}, async (tab, problems) => {
        assert.ok((await tab.evaluate(look)).isThere, "the search is shown");
        everything(await tab.evaluate(look));
        const units = await choices(tab);
        assert.ok(units.length > 20, `there are ${units.length} units to choose from`);
        const findings = [];
        for (const { id } of units) {
          await choose(tab, id);
          findings.push(...faults(await tab.evaluate(look), await owed(lang, id), id));
        }
        none([...findings, ...problems], duties(lang).label);
      });
    });

    it(`a member of a group finds the rows of the group (${lang})`, async () => {
      await open(duties(lang), {}, async (tab) => {
        const member = (await choices(tab)).find(({ groups }) => groups.length > 0);
        assert.ok(member, "some units are members of a group");
        await choose(tab, member.id);
        const link = `${site.base}/${lang}/organisations/${member.groups[0]}/`;
        const rows = await tab.locator(`.findable:visible:has(a[href="${link}"]):not(:has(a[href*="/${member.id}/"]))`).count();
        assert.ok(rows > 0, `${member.id} finds the rows that name only ${member.groups[0]}`);
      });
    });

    it(`the unit stands in the address, which shows the same to others, until all is cleared (${lang})`, async () => {
      const page = duties(lang);
      const { id, rows } = await open(page, {}, async (tab) => {
        const few = await fewRows(lang, tab);
        await choose(tab, few.id);
        assert.equal(tab.url(), `${page.url}?unit=${few.id}`);
        return few;
      });
      await open({ ...page, url: `${page.url}?unit=${id}` }, {}, async (tab) => {
        const now = await tab.evaluate(look);
        none(faults(now, rows, `?unit=${id}`), page.label);
        assert.equal(now.unit, id, "the unit is chosen");
        await type(tab, "x");
        await clear(tab);
        assert.equal(tab.url(), page.url);
      });
      await open({ ...page, url: `${page.url}?unit=nobody` }, {}, async (tab) => {
        const { rows, count } = await tab.evaluate(look);
        assert.equal(rows.length, count, "a unit that is not there hides nothing");
      });
    });

    it(`the language switch keeps the unit (${lang})`, async () => {
      await open(duties(lang), {}, async (tab) => {
        const { id } = await fewRows(lang, tab);
        await choose(tab, id);
        const twin = await tab.locator("[data-twin]").first().getAttribute("href");
        assert.ok(twin.endsWith(`?unit=${id}`), twin);
      });
    });

    it(`a link to a row shows it, whatever is narrowed down, every time (${lang})`, async () => {
      await open(duties(lang), {}, async (tab) => {
        const { id, other } = await fewRows(lang, tab);
        // The second time the address has the row already.
        for (const time of ["first", "second"]) {
          await choose(tab, id);
          await tab.locator(`.by-unit a[href="#${other}"]`).first().click();
          await isSeen(tab, other, `the ${time} time`);
          everything(await tab.evaluate(look));
        }
      });
    });

    it(`an address with a row shows it, even if it has another unit (${lang})`, async () => {
      const page = duties(lang);
      const { id, other } = await open(page, {}, (tab) => fewRows(lang, tab));
      await open({ ...page, url: `${page.url}?unit=${id}#${other}` }, {}, (tab) => isSeen(tab, other, "at once"));
    });

    it(`words leave the rows that have all of them, in any case (${lang})`, async () => {
      await open(duties(lang), {}, async (tab) => {
        const texts = await tab.locator(".findable").evaluateAll((rows) => rows.map((row) => [row.id, row.innerText.toLowerCase()]));
        const having = (words) => texts.filter(([, text]) => words.every((word) => text.includes(word))).map(([id]) => id);
        const words = lang === "zh" ? ["金融", "科技"] : ["finance", "science"];
        for (const some of [words.slice(0, 1), words]) {
          assert.ok(having(some).length > 0 && having(some).length < texts.length, `some rows have ${some}`);
          await type(tab, `  ${some.join("  ").toUpperCase()} `);
          none(faults(await tab.evaluate(look), having(some), some.join(" ")), duties(lang).label);
        }
        const [{ id }] = (await choices(tab)).slice(-1);
        await choose(tab, id);
        const both = (await owed(lang, id)).filter((row) => having(words).includes(row));
        none(faults(await tab.evaluate(look), both, `${id} and ${words}`), duties(lang).label);
        await type(tab, "no row says this");
        none(faults(await tab.evaluate(look), [], "what no row says"), duties(lang).label);
        assert.equal(await tab.locator(".duties .group:visible").count(), 0, "no heading stands above nothing");
      });
    });

    for (const path of LISTS) {
      it(`words leave the names that have them, and the button shows all again: /${lang}/${path}`, async () => {
        await open(list(lang, path), {}, async (tab, problems) => {
          const before = await tab.evaluate(look);
          everything(before);
          const [name] = before.rows.slice(-1);
          const texts = await tab.locator(".findable").evaluateAll((rows) => rows.map((row) => row.innerText.toLowerCase()));
          const words = name.toLowerCase();
          await type(tab, words);
          const now = await tab.evaluate(look);
          const expected = before.rows.filter((_, row) => words.split(" ").every((word) => texts[row].includes(word)));
          assert.ok(expected.length < before.count, "some do not have it");
          none([...faults(now, expected, words), ...problems], list(lang, path).label);
          await clear(tab);
        });
      });
    }

    it(`a row of the duty matrix narrows the table down to its unit (${lang})`, async () => {
      const page = duties(lang);
      const row = (tab) => tab.locator(".duty-matrix a").last();
      await open(page, {}, async (tab) => {
        const id = (await row(tab).getAttribute("href")).split("#unit-")[1];
        const findings = [];
        for (const press of ["click", "Enter"]) {
          await choose(tab, "");
          await (press === "click" ? row(tab).click() : row(tab).press(press));
          findings.push(...faults(await tab.evaluate(look), await owed(lang, id), `${press} on ${id}`));
          const where = await tab.evaluate(() => {
            const { activeElement: one } = document;
            return { name: one.name, unit: one.value, top: one.getBoundingClientRect().top };
          });
          assert.deepEqual([where.name, where.unit], ["unit", id], `${press}: the focus is at the unit that was chosen`);
          assert.ok(where.top >= 0 && where.top < 900, `${press}: the search is in the window, not at ${where.top} px`);
        }
        none(findings, page.label);
      });
      await open(page, { javaScriptEnabled: false }, async (tab) => {
        const [, anchor] = (await row(tab).getAttribute("href")).split("#");
        await row(tab).click();
        assert.ok(tab.url().endsWith(`#${anchor}`), tab.url());
        assert.ok(await tab.locator(`.by-unit [id="${anchor}"]`).isVisible(), "without the script it leads to the list by unit");
      });
    });
  });
}

/** Units that rows name but that the index or the search does not have, and the other way round. */
function indexFaults() {
  const rows = [...document.querySelectorAll(".duties .findable")].map((row) => ({
    id: row.id,
    units: [...row.querySelectorAll("td:not(.task) li > a")].map((link) => link.pathname.split("/").at(-2)),
    found: row.dataset.units.split(" "),
  }));
  const same = (some, others) => [...new Set(some)].sort().join() === [...new Set(others)].sort().join();
  const named = new Set(rows.flatMap((row) => row.units));
  const entries = [...document.querySelectorAll(".by-unit [id^='unit-']")].map((entry) => ({
    id: entry.id.replace("unit-", ""),
    rows: [...entry.querySelectorAll("a[href^='#task-']")].map((link) => link.hash.slice(1)),
  }));
  const own = (id) => rows.filter((row) => row.units.includes(id)).map((row) => row.id);
  return [
    ...(named.size > 0 ? [] : ["no row names a unit"]),
    ...rows.filter((row) => !same(row.units, row.found)).map((row) => `${row.id} names ${row.units}, but is found by ${row.found}`),
    ...(same(named, entries.map((entry) => entry.id)) ? [] : ["the units of the rows are not those of the index"]),
    ...entries.filter(({ id, rows: has }) => !same(has, own(id))).map(({ id, rows: has }) => `${id} has ${has}, but ${own(id)} name it`),
  ];
}

describe("the index by unit and the search know the units that the rows name", { concurrency: 3 }, () => {
  for (const one of [site, sites.closed, sites.starter, sites.figures]) {
    for (const page of pages(one).filter(({ address }) => address.endsWith("/responsibilities/"))) {
      it(page.label, async () => {
        none(await open(page, { javaScriptEnabled: false }, (tab) => tab.evaluate(indexFaults)), page.label);
      });
    }
  }
});
