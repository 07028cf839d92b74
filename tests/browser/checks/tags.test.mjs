// What machines read:
// - the tags of Chinese government sites (国办发〔2017〕47号) on every page of the site;
// - JSON-LD that parses and speaks of this page; sitemap and feeds that are well formed;
// - one h1, a title, a description, the right language, and text in another language marked as such.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { facts, inXml, xml } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { files, pages, read, sites } from "../support/sites.mjs";

const COLUMN = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
const ARTICLE = ["ArticleTitle", "ContentSource"];

/** Which tags a page must have: the pages of a plan are articles, all others are columns. */
function expectedTags(page) {
  const [, , list, plan] = page.address.split("/");
  if (page.kind !== "listed") {
    return [];
  }
  return list === "plans" && plan ? ARTICLE : COLUMN;
}

function tagFaults(page, meta, domain) {
  const value = (name) => meta.filter(([one]) => one === name).map(([, content]) => content);
  const faults = ["SiteName", "SiteDomain", ...expectedTags(page)]
    .filter((name) => value(name).length !== 1 || !value(name)[0].trim())
    .map((name) => `the tag ${name} is there ${value(name).length} times: “${value(name).join("”, “")}”`);
  if (value("SiteDomain")[0] !== domain) {
    faults.push(`SiteDomain is “${value("SiteDomain")}” instead of “${domain}”`);
  }
  // A plan of which nobody knows when it was published has none; nothing is invented.
  if (value("PubDate").length > 1) {
    faults.push(`the tag PubDate is there ${value("PubDate").length} times`);
  }
  for (const date of value("PubDate")) {
    if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(date)) {
      faults.push(`PubDate “${date}” is not YYYY-MM-DD HH:MM`);
    }
  }
  const article = [...ARTICLE, "PubDate"];
  const both = COLUMN.some((name) => value(name).length) && article.some((name) => value(name).length);
  if (both) {
    faults.push("the page is a column and an article at once");
  }
  return faults;
}

/** The pages about an organisation or an area say so in JSON-LD. */
function subjectFaults(page, scripts) {
  const [, , list, id] = page.address.split("/");
  const type = { organisations: /Organization$/, areas: /^AdministrativeArea$/ }[list];
  if (!type || !id) {
    return [];
  }
  const own = `"url":"${page.site.baseUrl}${page.address}"`;
  const types = scripts.filter((script) => script.includes(own)).map((script) => JSON.parse(script)["@type"]);
  return types.some((one) => type.test(one)) ? [] : ["no JSON-LD about what the page is about"];
}

function dataFaults(page, scripts) {
  return scripts.flatMap((script) => {
    let data;
    try {
      data = JSON.parse(script);
    } catch (error) {
      return [`JSON-LD does not parse: ${error.message}`];
    }
    const faults = [];
    if (data["@context"] !== "https://schema.org" || !data["@type"]) {
      faults.push(`JSON-LD without @context or @type: ${script.slice(0, 80)}`);
    }
    const own = page.site.baseUrl + (page.kind === "listed" ? page.address : `/${page.file}`);
    const [language] = (data.inLanguage ?? page.lang).split("-");
    if (data.url && data.url !== own) {
      faults.push(`JSON-LD is about ${data.url} instead of ${own}`);
    }
    if (language !== page.lang) {
      faults.push(`JSON-LD says the language is ${data.inLanguage}`);
    }
    if (data["@type"] === "BreadcrumbList" && data.itemListElement.at(-1).item !== own) {
      faults.push(`the breadcrumbs in JSON-LD end at ${data.itemListElement.at(-1).item}`);
    }
    return faults;
  });
}

/** Text that must be in the other language but is not marked. Names of a few characters may stand. */
function unmarked(texts) {
  return texts.flatMap(({ text, lang, element }) => {
    const chinese = text.match(/[\p{Script=Han}，。、；：]{6,}/u)?.[0];
    const english = text.match(/[A-Za-z’'-]+(?:[ ,]+[A-Za-z’'-]+){4,}/)?.[0];
    if (chinese && !lang.startsWith("zh")) {
      return [`<${element}> is in ${lang || "no language"}, but holds “${chinese}”`];
    }
    if (english && !lang.startsWith("en")) {
      return [`<${element}> is in ${lang || "no language"}, but holds “${english}”`];
    }
    return [];
  });
}

for (const site of Object.values(sites)) {
  describe(`what machines read of the site “${site.name}”`, () => {
    const all = pages(site);
    const framed = all.filter((page) => ["listed", "not-found"].includes(page.kind));

    it("the tags of Chinese government sites are complete", async () => {
      const domain = new URL(site.baseUrl).hostname;
      const findings = [];
      for (const page of framed) {
        const { meta } = await facts(page);
        findings.push(...tagFaults(page, meta, domain).map((fault) => `${page.label}: ${fault}`));
      }
      none(findings, site.name);
    });

    it("JSON-LD parses and is about its page", async () => {
      const findings = [];
      let count = 0;
      for (const page of framed) {
        const { data } = await facts(page);
        count += data.length;
        const faults = [...dataFaults(page, data), ...subjectFaults(page, data)];
        findings.push(...faults.map((fault) => `${page.label}: ${fault}`));
      }
      none(findings, site.name);
      assert.ok(count > framed.length / 2, `there is JSON-LD (${count} times)`);
    });

    it("every page has one h1, a title and a description of its own, and the right language", async () => {
      const findings = [];
      const titles = new Map();
      for (const page of all) {
        const { headings, title, lang, meta } = await facts(page);
        const expected = page.lang === "zh" || page.kind.startsWith("root") ? "zh-CN" : page.lang;
        if (headings.length !== 1 || !headings[0]) {
          findings.push(`${page.label}: ${headings.length} h1: “${headings.join("”, “")}”`);
        }
        if (lang !== expected) {
          findings.push(`${page.label}: lang is “${lang}” instead of “${expected}”`);
        }
        if (!title.trim()) {
          findings.push(`${page.label}: no title`);
        }
        if (page.kind === "listed") {
          const key = `${page.lang} ${title}`;
          if (titles.has(key)) {
            findings.push(`${page.label}: has the same title as ${titles.get(key)}: “${title}”`);
          }
          titles.set(key, page.label);
          if (!meta.some(([name, content]) => name === "description" && content.trim())) {
            findings.push(`${page.label}: no description`);
          }
        }
      }
      none(findings, site.name);
    });

    // The texts of the hostile site are in no language.
    it("text in another language is marked", { skip: site.name === "hostile" }, async () => {
      const findings = [];
      for (const page of all) {
        const { texts } = await facts(page);
        findings.push(...unmarked(texts).map((fault) => `${page.label}: ${fault}`));
      }
      none(findings, site.name);
    });

    it("sitemap and feeds are well formed and complete", async () => {
      const sitemap = await xml(read(site, "sitemap.xml"));
      assert.deepEqual(sitemap, { error: null, root: "urlset", space: "http://www.sitemaps.org/schemas/sitemap/0.9" });
      const feeds = files(site).filter((file) => file.endsWith("/feed.xml"));
      const ofSite = (file) => /^[^/]+\/feed\.xml$/.test(file);
      assert.ok(feeds.some(ofSite) && feeds.some((file) => !ofSite(file)), "the site and its organisations have feeds");
      for (const file of feeds) {
        const text = read(site, file);
        assert.deepEqual(await xml(text), { error: null, root: "feed", space: "http://www.w3.org/2005/Atom" }, file);
        const faults = await inXml(text, (feed) => {
          const child = (parent, name) => [...parent.children].filter((one) => one.localName === name);
          const entries = child(feed.documentElement, "entry");
          const found = [];
          const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
          for (const part of [feed.documentElement, ...entries]) {
            const about = `${part.localName} “${child(part, "title")[0]?.textContent}”`;
            for (const name of ["id", "title", "updated", "author"]) {
              if (child(part, name).length !== 1 || !child(part, name)[0].textContent.trim()) {
                found.push(`${about} has ${child(part, name).length} ${name}`);
              }
            }
            if (!moment.test(child(part, "updated")[0]?.textContent)) {
              found.push(`${about}: updated is no moment of RFC 3339`);
            }
            if (child(part, "link").length === 0) {
              found.push(`${about} has no link`);
            }
          }
          const ids = entries.map((entry) => child(entry, "id")[0]?.textContent);
          if (new Set(ids).size !== ids.length) {
            found.push("two entries have the same id");
          }
          const lang = feed.documentElement.getAttribute("xml:lang");
          return lang ? found : [...found, "the feed does not say its language"];
        });
        // Nothing may have happened that concerns an organisation; something has happened on the site.
        if (ofSite(file) && !text.includes("<entry>")) {
          faults.push("the feed has no entries");
        }
        const own = await inXml(text, (feed) => {
          const child = (name) => [...feed.documentElement.children].filter((one) => one.localName === name);
          const link = (rel) => child("link").find((one) => one.getAttribute("rel") === rel)?.getAttribute("href");
          return [child("id")[0]?.textContent, link("self"), link("alternate")];
        });
        const address = `${site.baseUrl}/${file}`;
        if (own.join() !== [address, address, address.replace(/feed\.xml$/, "")].join()) {
          faults.push(`the feed is not about itself and its page, but about ${own.join(", ")}`);
        }
        none(faults, `${site.name}: ${file}`);
      }
      for (const page of framed) {
        const { feeds: linked } = await facts(page);
        const own = /^\/\w+\/(organisations\/[^/]+|consultations)\/$/.test(page.address) ? [`${page.address}feed.xml`] : [];
        const expected = [`/${page.lang}/feed.xml`, ...own].map((path) => site.base + path);
        assert.deepEqual(linked.map((one) => one.href), expected, page.label);
      }
    });
  });
}
