// Consultations as readers and other programs meet them: the state as time goes on, wherever the browser is; mails,
// texts to copy, calendars and QR codes, decoded and held against the page; the form on paper; the list of comments and
// the page of changes, which lead to each other.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";

import { open, setClock } from "../support/browser.mjs";
import { facts } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { files, pageAt, pages, read, sites } from "../support/sites.mjs";

const { consultations: site } = sites;
const LANGUAGES = ["zh", "en"];
/** Open from 1 March 2026 to the end of 15 April in Shanghai; the site was built for 15 March. */
const OPEN = "plans/water-saving-draft/";
/** Open from 1 May to noon of 5 June. */
const LATER = "plans/parks-draft/";
const PLAN = "plans/green-city/";
const at = (lang, path) => pageAt(site, `/${lang}/${path}`);

/** What a reader sees of a consultation: the state, and whether there is a way to comment. */
const look = () => {
  const main = document.querySelector("main");
  const seen = (selector) => [...main.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
  const box = main.querySelector("[data-closes]");
  return {
    state: box?.className.split(" ").at(-1),
    tag: main.querySelector("[data-state-tag]")?.textContent.replace(/^.*: /, ""),
    buttons: seen(".channel-do"),
    links: seen(".comment-link"),
    ways: seen(".ways"),
    opens: seen(".round-state [data-only='not-open']"),
  };
};

/** The calls that the home page shows, and in which group of the list the call of a plan stands. */
const lists = (path) => {
  const seen = (one) => one?.checkVisibility() ?? false;
  const links = [...document.querySelectorAll(`main .call-entry a[href*="${path}consultation/"]`)];
  const group = links.find(seen)?.closest("section");
  const empty = [...document.querySelectorAll("main .calls")].filter((one) => seen(one) && !one.querySelector(".call-entry, .none"));
  return { group: group?.id.replace("page_group-", ""), empty: empty.length };
};

/** A moment, the state then, the days that are left, and which calls are looked at. */
const MOMENTS = [
  [OPEN, "2026-02-28T15:59:59Z", "not-open"],
  [OPEN, "2026-02-28T16:00:00Z", "open", 45],
  [OPEN, "2026-03-31T15:59:59Z", "open", 15],
  [OPEN, "2026-04-14T15:59:59Z", "open", 1],
  [OPEN, "2026-04-14T16:00:00Z", "open", 0],
  [OPEN, "2026-04-15T15:59:59Z", "open", 0],
  [OPEN, "2026-04-15T16:00:00Z", "closed"],
  [LATER, "2026-04-30T15:59:59Z", "not-open"],
  [LATER, "2026-04-30T16:00:00Z", "open", 35],
  [LATER, "2026-06-05T03:59:59Z", "open", 0],
  [LATER, "2026-06-05T04:00:00Z", "closed"],
];

describe("the state as time goes on without a build", { concurrency: 3 }, () => {
  for (const lang of LANGUAGES) {
    for (const [path, moment, state, days] of MOMENTS) {
      it(`${lang} ${path} at ${moment}: ${state}`, async () => {
        for (const timezoneId of ["Asia/Shanghai", "America/Los_Angeles"]) {
          const options = { moment, timezoneId };
          const words = await open(at(lang, `${path}consultation/`), options, (tab) =>
            tab.evaluate(() => ({ ...document.getElementById("page_clock").dataset })),
          );
          const said = { "not-open": words.notOpen, closed: words.closed, open: [words.lastDay, words.oneDay][days] ?? words.open.replace("2", days) };
          const isOpen = state === "open";

          const box = await open(at(lang, `${path}consultation/`), options, (tab) => tab.evaluate(look));
          assert.deepEqual([box.state, box.tag], [state, said[state]]);
          assert.equal(box.buttons > 0, isOpen, "buttons are there only while comments are taken");
          assert.equal(box.opens > 0, state === "not-open", "the first day is told before it has come");
          if (timezoneId === "Asia/Shanghai") {
            continue; // where the reader is far from the site is more to go wrong
          }
          const text = await open(at(lang, path), options, (tab) => tab.evaluate(look));
          assert.deepEqual([text.state, text.tag, text.links > 0], [state, said[state], isOpen]);
          const comment = await open(at(lang, `${path}consultation/draft/comment/1/`), options, (tab) => tab.evaluate(look));
          assert.deepEqual([comment.tag, comment.ways > 0], [said[state], state !== "closed"]);
          const home = await open(at(lang, ""), options, (tab) => tab.evaluate(lists, path));
          assert.deepEqual(home, { group: isOpen ? "open" : undefined, empty: 0 }, "the home page has the open ones");
          const list = await open(at(lang, "consultations/"), options, (tab) => tab.evaluate(lists, path));
          assert.deepEqual(list, { group: state, empty: 0 }, "the list has it where it belongs");
        }
      });
    }

    it(`a page that stays open while the deadline passes says so (${lang})`, async () => {
      await open(at(lang, `${OPEN}consultation/`), { moment: "2026-04-15T15:59:50Z" }, async (tab) => {
        assert.equal((await tab.evaluate(look)).state, "open");
        await setClock(tab, "2026-04-15T16:00:05Z");
        await tab.waitForFunction(() => document.querySelector(".round-box.closed"), null, { timeout: 30_000 });
      });
    });
  }
});

const pagesWithMails = () => pages(site).filter(({ address }) => /\/consultation\/(\w+\/comment\/)?([^/]+\/)?$/.test(address));

/** Every mail of a page with subject, and what the page says about it. */
const mails = () => {
  const text = (selector) => document.querySelector(selector)?.textContent.trim();
  const links = [...document.querySelectorAll("main a[href^='mailto:']")].filter((link) => link.href.includes("?"));
  return {
    code: text(".about .code"),
    quote: [...document.querySelectorAll(".about blockquote p:not(.about-clause)")].map((one) => one.textContent),
    links: links.map((link) => ({
      href: link.getAttribute("href"),
      printed: link.closest(".channel").querySelector(".channel-value").textContent.trim(),
    })),
  };
};

function mailFaults({ code, quote, links }) {
  const faults = [];
  for (const { href, printed } of links) {
    const url = new URL(href);
    const fields = [...url.href.slice(url.href.indexOf("?") + 1).split("&")].map((field) => {
      const [name, value] = field.split("=");
      return [name, decodeURIComponent(value)];
    });
    const { subject, body } = Object.fromEntries(fields);
    const expect = (holds, what) => holds || faults.push(`${what}: ${href}`);
    expect(fields.map(([name]) => name).join() === "subject,body", "fields other than subject and body");
    expect(decodeURIComponent(url.pathname) === printed, `goes to another address than ${printed}`);
    expect(!/[\r\n]/.test(subject), "the subject has several lines");
    expect(!code || subject.startsWith(`${code} `), `the subject does not begin with ${code}`);
    expect(!/[^\r]\n|\r[^\n]/.test(body), "lines do not end as in mails");
    expect(!/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(subject + body), "marks that nobody sees");
    expect(body.includes(quote.join("\r\n")), "the clause is not quoted");
    expect(href.length <= 1900, `${href.length} characters are too many for some mail programs`);
  }
  return faults;
}

describe("what carries a comment to the office", { concurrency: 3 }, () => {
  it("mails go where the page says, with the code and the text of the clause", async () => {
    let seen = 0;
    const faults = [];
    for (const page of pagesWithMails()) {
      const found = await open(page, { javaScriptEnabled: false }, (tab) => tab.evaluate(mails));
      seen += found.links.length;
      faults.push(...mailFaults(found).map((fault) => `${page.label}: ${fault}`));
    }
    assert.ok(seen >= 30, `${seen} mails were looked at`);
    none(faults, "mail links");
  });

  for (const lang of LANGUAGES) {
    it(`addresses and texts can be copied (${lang})`, async () => {
      const page = at(lang, `${OPEN}consultation/draft/comment/2.1/`);
      await open(page, {}, async (tab, problems) => {
        // The clipboard is one for all tabs, and other checks use it, too.
        await tab.evaluate(() => {
          navigator.clipboard.writeText = async (text) => (globalThis.copied = text);
        });
        await tab.locator(".mail-text summary").click();
        const buttons = tab.locator(".copy:visible");
        assert.equal(await buttons.count(), 5, "mail and postal address; receiver, subject and text of the mail");
        for (const button of await buttons.all()) {
          await button.click();
          const copied = await tab.evaluate(() => globalThis.copied);
          const shown = await button.evaluate(
            (one) => {
              const near = one.closest(".channel, .mail-text dl > div");
              return (near.querySelector(".envelope") ?? near.querySelector(".channel-value, dd")).innerText;
            },
          );
          const words = (text) => text.replace(/[\s（收）]+/g, "").split("").sort().join("");
          assert.equal(words(copied), words(shown), "what is copied is what is shown, in the order of envelopes");
          assert.ok((await tab.locator(".announcement").textContent()).length > 0, "it is said that it was copied");
        }
        none(problems, page.label);
      });
    });
  }

  it("QR codes lead to their pages", async () => {
    const decode = createRequire(import.meta.url)("jsqr");
    const withCode = pages(site).filter(({ file }) => read(site, file).includes(`class="qr"`));
    assert.ok(withCode.length > 10, `${withCode.length} pages have a code`);
    const faults = [];
    for (const page of withCode) {
      for (const colorScheme of ["light", "dark"]) {
        await open(page, { colorScheme }, async (tab) => {
          const image = await tab.locator(".qr svg").first().screenshot();
          const { data, width, height } = await tab.evaluate(pixels, image.toString("base64"));
          const text = decode(Uint8ClampedArray.from(data), width, height)?.data;
          if (text !== site.baseUrl + page.address) {
            faults.push(`${page.label} in ${colorScheme}: the code says ${text}`);
          }
        });
      }
    }
    none(faults, "QR codes");
  });
});

/** The pixels of a picture. */
async function pixels(png) {
  // Not by `fetch`: the policy of the page lets it load nothing but files of the site.
  const bytes = Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  const { data } = canvas.getContext("2d").getImageData(0, 0, bitmap.width, bitmap.height);
  return { data: [...data], width: bitmap.width, height: bitmap.height };
}

describe("calendars, as another program reads them", () => {
  const script = new URL("../support/calendars.py", import.meta.url).pathname;
  for (const one of [site, sites.all, sites.open, sites.closed, sites.path]) {
    it(`of the site “${one.name}”`, async () => {
      const paths = files(one).filter((file) => file.endsWith(".ics"));
      assert.ok(paths.length >= 4, `there are ${paths.length}`);
      const read = JSON.parse(execFileSync("python3", [script, ...paths.map((path) => join(one.folder, path))], { encoding: "utf8" }));
      const faults = [];
      for (const path of paths) {
        const calendar = read[join(one.folder, path)];
        const own = await expected(one, path, calendar);
        faults.push(...calendarFaults(calendar, own).map((fault) => `${path}: ${fault}`));
      }
      none(faults, `calendars of ${one.name}`);
    });
  }
});

/** What the page of each event says: the last day and its words. */
async function expected(one, path, calendar) {
  const lang = path.split("/")[0];
  const days = [];
  for (const { url } of calendar.events) {
    const page = pageAt(one, decodeURIComponent(new URL(url).pathname.slice(one.base.length)));
    assert.equal(page.lang, lang, `${path} leads to its own language`);
    const anchor = new URL(url).hash.slice(1);
    days.push(
      await open(page, { javaScriptEnabled: false }, (tab) =>
        tab.evaluate((id) => {
          const round = id ? document.getElementById(id) : document.querySelector(".round");
          const deadline = round.querySelector(".deadline");
          const facts = round.querySelector(".round-facts").textContent;
          const note = round.querySelector(".note p")?.lastChild.textContent;
          return { title: round.querySelector("h2").textContent, last: deadline?.dateTime, words: deadline?.textContent, facts, note };
        }, anchor),
      ),
    );
  }
  return days;
}

function calendarFaults(calendar, own) {
  const faults = [...calendar.broken, ...calendar.long.map((line) => `longer than 75 bytes: ${line}`)];
  const expect = (holds, what) => holds || faults.push(what);
  expect(calendar.version === "2.0" && calendar.producer, "no version or producer");
  expect(calendar.bare === 0, "lines that do not end with CRLF");
  expect(calendar.events.length > 0, "no event");
  expect(calendar.parts.every((part) => ["VCALENDAR", "VEVENT", "VALARM"].includes(part)), `parts: ${calendar.parts}`);
  expect(new Set(calendar.events.map((event) => event.uid)).size === calendar.events.length, "two events have one name");
  calendar.events.forEach((event, place) => {
    const { title, last, words, note } = own[place];
    const squeezed = (text) => text.replace(/[\u200b-\u200f\u202a-\u202e]/g, "").replace(/\s+/g, " ").trim();
    const lines = event.description.split("\n");
    expect(lines.length === (note ? 4 : 3), `the text has other lines: ${event.description}`);
    expect(!note || squeezed(lines[3]).endsWith(squeezed(note)), `the note is not the page's: ${lines[3]}`);
    expect(squeezed(lines[0]) === squeezed(title), `the title is ${event.description}`);
    expect(event.sequence >= 0, `the number of the version is ${event.sequence}`);
    expect(!words || event.description.includes(words), `the text does not say ${words}`);
    expect(event.other.length === 0, `other fields: ${event.other}`);
    // A whole day, or the moment in universal time.
    const day = event.end ? event.begin : new Date(event.begin).toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
    expect(!last || day === last, `it closes on ${day} instead of ${last}`);
    expect(!event.end || Date.parse(event.end) - Date.parse(event.begin) === 86_400_000, "it is not one day long");
    const [reminder] = event.reminders;
    expect(event.reminders.length === 1 && reminder.action === "DISPLAY" && reminder.text === event.summary, "no reminder");
    expect(reminder?.minutes >= 900 && reminder?.minutes <= 1440, `the reminder comes ${reminder?.minutes} minutes before`);
  });
  return faults;
}

/** The longest form of Langfang's draft. */
const longest = (lang) => {
  const forms = pages(sites.open).filter(({ kind, address }) => kind === "unlisted" && address.startsWith(`/${lang}/`));
  return forms.reduce((one, other) => (read(sites.open, other.file).length > read(sites.open, one.file).length ? other : one));
};

describe("the form on paper", () => {
  for (const lang of LANGUAGES) {
    it(`${lang}, a long clause: one sheet, or whole rows on a second one`, async () => {
      await open(longest(lang), {}, async (tab) => {
        await tab.emulateMedia({ media: "print" });
        const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
        const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
        const rows = await tab.locator(".sheet dl > div").evaluateAll((all) => all.map((row) => getComputedStyle(row).breakInside));
        assert.ok(sheets <= 2 && rows.every((one) => one === "avoid"), `${sheets} sheets`);
      });
    });

    it(`${lang}, a clause of a few lines, with an editor's note: one sheet`, async () => {
      const form = pageAt(sites.open, `/${lang}/plans/langfang-sti-2018-2020/consultation/draft/comment/3.3.11/`);
      await open(form, {}, async (tab) => {
        await tab.emulateMedia({ media: "print" });
        assert.equal(await tab.locator(".comment-page > .note, main > .note").count() > 0, true, "the page has a note");
        const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
        assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 1, "it is one sheet");
        const beside = await tab.evaluate(() => lantu.texts().filter(({ element }) => !element.closest(".sheet")).map(({ text }) => text));
        assert.deepEqual(beside, [], "nothing else is printed");
      });
    });

    for (const clause of ["", "2.1/"]) {
      it(`${lang} ${clause || "for the plan as a whole"}`, async () => {
        const page = at(lang, `${OPEN}consultation/draft/comment/${clause}`);
        await open(page, {}, async (tab) => {
          await tab.emulateMedia({ media: "print" });
          const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
          assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 1, "it is one sheet");
          const shown = await tab.evaluate(() => {
            const sheet = document.querySelector(".sheet");
            return {
              text: sheet.innerText,
              code: document.querySelector(".about .code").textContent,
              beside: lantu.texts().filter(({ element }) => !sheet.contains(element)).map(({ text }) => text),
              room: [...sheet.querySelectorAll(".lines dd")].map((one) => one.getBoundingClientRect().height / 96 * 25.4),
              qr: lantu.isVisible(sheet.querySelector(".qr svg")),
            };
          });
          assert.deepEqual(shown.beside, [], "nothing else is printed");
          const words = [shown.code, "099901", site.baseUrl + page.address, lang === "zh" ? "2026年4月15日24时" : "End of 15 April 2026"];
          words.forEach((word) => assert.ok(shown.text.includes(word), `${word} is printed`));
          assert.ok(shown.room[0] >= 45 && shown.room[1] >= 25, `there is room to write (${shown.room.map(Math.round)} mm)`);
          assert.ok(shown.qr, "the code is printed");
        });
      });
    }
  }
});

describe("comments and changes", { concurrency: 3 }, () => {
  for (const lang of LANGUAGES) {
    const comments = () => at(lang, "plans/green-city-draft-2/consultation/second/comments/");
    const changes = () => at(lang, `${PLAN}changes/`);

    it(`a clause leaves the comments that name it, and stands in the address (${lang})`, async () => {
      await open(comments(), {}, async (tab, problems) => {
        const rows = await tab.locator(".findable").evaluateAll((all) =>
          all.map((row) => ({
            id: row.id,
            clauses: [...row.querySelectorAll("td:nth-child(2) a")].map((link) => decodeURIComponent(link.hash.slice(1))),
          })),
        );
        const shown = () => tab.locator(".findable:visible").evaluateAll((all) => all.map((row) => row.id));
        const options = await tab.locator(".finder option:not([value=''])").evaluateAll((all) => all.map((one) => one.value));
        assert.ok(options.length > 8, `there are ${options.length} clauses`);
        for (const clause of options) {
          await tab.locator(".finder select").selectOption(clause);
          const own = rows.filter((row) => (clause === "-" ? !row.clauses.length : row.clauses.includes(clause))).map((row) => row.id);
          assert.ok(own.length > 0 && own.length < rows.length, clause);
          assert.deepEqual(await shown(), own, clause);
          assert.equal(new URL(tab.url()).searchParams.get("clause"), clause);
        }
        none(problems, comments().label);
      });
      // The draft leads there.
      await open(at(lang, "plans/green-city-draft-2/"), {}, async (tab) => {
        await tab.locator(`[id="3.2.4"] .comment-link`).click();
        await tab.waitForURL(/\?clause=3\.2\.4#/);
        assert.equal(await tab.locator(".findable:visible").count(), 4);
      });
    });

    it(`every change leads to the comments behind it, and every comment to its changes (${lang})`, async () => {
      const [{ links: ofComments }, { links: ofChanges }] = await Promise.all([facts(comments()), facts(changes())]);
      const path = ({ address }) => site.base + address;
      const back = await open(changes(), { javaScriptEnabled: false }, (tab) =>
        tab.evaluate(() =>
          [...document.querySelectorAll("article.diff")].flatMap((article) =>
            [...article.querySelectorAll(".reasons-behind a")].map((link) => `${article.id} ${decodeURIComponent(link.hash.slice(1))}`),
          ),
        ),
      );
      const there = await open(comments(), { javaScriptEnabled: false }, (tab) =>
        tab.evaluate(() =>
          [...document.querySelectorAll(".findable")].flatMap((row) =>
            [...row.querySelectorAll("td:last-child a")].map((link) => `${decodeURIComponent(link.hash.slice(1))} ${row.id}`),
          ),
        ),
      );
      assert.ok(back.length >= 16, `${back.length} changes have a comment`);
      assert.deepEqual(back.toSorted(), there.toSorted());
      assert.ok(ofComments.some((one) => one.href.startsWith(`${path(changes())}#`)));
      assert.ok(ofChanges.some((one) => one.href.startsWith(`${path(comments())}#`)));
    });

    it(`what was taken out and put in is told without seeing it, and both texts are whole (${lang})`, async () => {
      const page = changes();
      await open(page, { javaScriptEnabled: false }, async (tab) => {
        const marks = await tab.locator("main :is(del, ins) .visually-hidden").evaluateAll((all) => all.map((one) => one.textContent));
        const count = await tab.locator("main article :is(del, ins), main .changed-numbers :is(del, ins)").count();
        assert.equal(marks.length, 2 * count, "each has a word before and one behind");
        // Without what was put in, the sentence is that of the draft; without what was taken out, that of the plan.
        const texts = await tab.evaluate(() => {
          const article = document.getElementById("change-3.1.1");
          const without = (name) => {
            const copy = article.cloneNode(true);
            copy.querySelectorAll(`${name}, .visually-hidden, .reasons-behind, .change-facts, h3`).forEach((one) => one.remove());
            return copy.textContent.trim();
          };
          return [without("ins"), without("del")];
        });
        const clause = async (plan) =>
          open(at(lang, plan), { javaScriptEnabled: false }, (other) =>
            other.locator(`[id="3.1.1"] > p`).first().evaluate((one) => one.textContent.trim()),
          );
        assert.deepEqual(texts, [await clause("plans/green-city-draft-2/"), await clause(PLAN)]);
      });
    });
  }
});
