// Links of all sites:
// - every address of the site in a page, feed, sitemap or robots.txt exists, and so does the place in it;
// - ids that other elements name exist; no id stands twice;
// - the language switch leads to the same page in the other language, whose switch leads back;
// - canonical and hreflang addresses are the page's own and agree between the languages;
// - readers can reach every page from the home page, and sitemap.xml lists every page;
// - the page at the root leads to the first language.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { browser } from "../support/browser.mjs";
import { facts, inXml } from "../support/facts.mjs";
import { none } from "../support/findings.mjs";
import { files, pages, read, sitemap, sites } from "../support/sites.mjs";

/**
 * Where `href` on `page` leads: `{ file, fragment, address }` within the site, `null` outside it. Links
 * are resolved on the web, as the finished site will have them.
 */
function target(page, href) {
  const { site } = page;
  if (href.startsWith("#")) {
    return { file: page.file, fragment: decodeURIComponent(href.slice(1)), address: page.address };
  }
  const url = new URL(href, site.baseUrl + page.address);
  const inside = `${url.origin}${url.pathname}`;
  if (url.origin !== new URL(site.baseUrl).origin) {
    return null;
  }
  if (!inside.startsWith(`${site.baseUrl}/`)) {
    return { file: null, fragment: "", address: url.pathname };
  }
  const address = decodeURIComponent(inside.slice(site.baseUrl.length));
  const file = (address.endsWith("/") ? `${address}index.html` : address).slice(1);
  return { file, fragment: decodeURIComponent(url.hash.slice(1)), address };
}

/** Says what is wrong with a link; nothing if it is alive. */
async function fault(page, href, byFile, existing) {
  let goal;
  try {
    goal = target(page, href);
  } catch {
    return `“${href}” is no address`;
  }
  if (goal === null) {
    return /^(https?|mailto|tel):/i.test(href) ? null : `“${href}” is of an unknown kind`;
  }
  if (!existing.has(goal.file)) {
    return `“${href}” leads to ${goal.file ?? goal.address}, which does not exist`;
  }
  const there = byFile.get(goal.file);
  if (goal.fragment && there && !(await facts(there)).ids.includes(goal.fragment)) {
    return `“${href}” leads to #${goal.fragment}, which ${goal.file} does not have`;
  }
  return null;
}

for (const site of Object.values(sites)) {
  describe(`links of the site “${site.name}”`, () => {
    const all = pages(site);
    const byFile = new Map(all.map((page) => [page.file, page]));
    const existing = new Set(files(site));
    const check = (page, href) => fault(page, href, byFile, existing);

    it("every link, anchor, picture, style and script is alive", async () => {
      const findings = [];
      let count = 0;
      for (const page of all) {
        const { links, sources, ids, labelled, canonical, alternates, refresh } = await facts(page);
        const refreshes = refresh.map((content) => content.replace(/^.*url=/i, ""));
        const hrefs = [
          ...links.map((one) => one.href),
          ...sources.map((one) => one.url),
          ...canonical,
          ...alternates.map((one) => one.href),
          ...refreshes,
        ];
        count += hrefs.length;
        for (const href of new Set(hrefs)) {
          const finding = await check(page, href);
          if (finding) {
            findings.push(`${page.label}: ${finding}`);
          }
        }
        const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
        findings.push(...twice.map((id) => `${page.label}: the id “${id}” stands twice`));
        const missing = labelled.filter((id) => !ids.includes(id));
        findings.push(...missing.map((id) => `${page.label}: an element names the id “${id}”, which is not there`));
      }
      none(findings, `dead links of the site “${site.name}”`);
      assert.ok(count > 10 * all.length, `only ${count} links were found: the check has gone blind`);
    });

    it("every address in sitemap.xml, the feeds and robots.txt is alive", async () => {
      const findings = [];
      const root = { site, address: "/" };
      const xmls = [...existing].filter((file) => file.endsWith(".xml"));
      assert.ok(xmls.length >= 3, "there are a sitemap and a feed for each language");
      for (const file of xmls) {
        const addresses = await inXml(read(site, file), (xml) =>
          [...xml.querySelectorAll("loc, id, [href]")].map((one) => one.getAttribute("href") ?? one.textContent),
        );
        assert.ok(addresses.length > 1, `${file} has addresses`);
        // Something that happened on a day and has no address of its own has a name instead (RFC 4151).
        const name = new RegExp(`^tag:${new URL(site.baseUrl).hostname},\\d{4}-\\d\\d-\\d\\d:/`);
        for (const address of addresses.filter((one) => !name.test(one))) {
          const finding = address.startsWith(site.baseUrl)
            ? await check(root, address)
            : `“${address}” is not an address of ${site.baseUrl}`;
          if (finding) {
            findings.push(`${file}: ${finding}`);
          }
        }
      }
      none(findings, `dead addresses of the site “${site.name}”`);
      const robots = read(site, "robots.txt");
      assert.match(robots, /^User-agent: \*$/im);
      assert.deepEqual(robots.match(/^Sitemap: .*$/gim), [`Sitemap: ${site.baseUrl}/sitemap.xml`]);
    });

    it("the language switch leads to the twin of the page and back", async () => {
      const findings = [];
      for (const page of all.filter((one) => ["listed", "unlisted", "not-found"].includes(one.kind))) {
        const here = await facts(page);
        if (here.switches.length === 0) {
          findings.push(`${page.label}: no language switch`);
        }
        for (const one of here.switches) {
          const goal = target(page, one.href);
          const expected = page.file.replace(/^[^/]+/, one.hreflang.split("-")[0]);
          const twin = goal && byFile.get(goal.file);
          if (!twin || goal.file !== expected) {
            findings.push(`${page.label}: the switch to ${one.hreflang} leads to ${one.href} instead of ${expected}`);
            continue;
          }
          const there = await facts(twin);
          const back = there.switches.map((other) => target(twin, other.href)?.file);
          if (!back.includes(page.file)) {
            findings.push(`${page.label}: the switch of ${twin.label} does not lead back, but to ${back}`);
          }
          if (there.lang !== one.hreflang || one.lang !== one.hreflang) {
            findings.push(`${page.label}: the switch says ${one.lang}/${one.hreflang}, its goal is in ${there.lang}`);
          }
        }
      }
      none(findings, `language switches of the site “${site.name}”`);
    });

    it("canonical and hreflang addresses are right and agree", async () => {
      const findings = [];
      for (const page of all) {
        const { canonical, alternates, meta } = await facts(page);
        if (page.kind.includes("not-found") || page.kind === "unlisted") {
          const robots = meta.find(([name]) => name === "robots")?.[1] ?? "";
          if (canonical.length + alternates.length > 0 || !robots.includes("noindex")) {
            findings.push(`${page.label}: a page for wrong addresses or for comments must not be listed by search engines`);
          }
          continue;
        }
        const first = all[0].lang;
        const own = page.kind === "root" ? `/${first}/` : page.address;
        if (canonical.join() !== site.baseUrl + own) {
          findings.push(`${page.label}: canonical is “${canonical}” instead of ${site.baseUrl}${own}`);
        }
        const shown = alternates.map((one) => `${one.hreflang} ${one.href}`).sort();
        const languages = [...new Set(all.filter((one) => one.kind === "listed").map((one) => one.lang))];
        const tail = own.replace(/^\/[^/]+/, "");
        const tag = (lang) => (lang === "zh" ? "zh-CN" : lang);
        const expected = [
          ...languages.map((lang) => `${tag(lang)} ${site.baseUrl}/${lang}${tail}`),
          `x-default ${site.baseUrl}/${first}${tail}`,
        ].sort();
        if (shown.join() !== expected.join()) {
          findings.push(`${page.label}: hreflang is [${shown.join(", ")}] instead of [${expected.join(", ")}]`);
        }
      }
      none(findings, `canonical and hreflang of the site “${site.name}”`);
    });

    it("sitemap.xml lists every page once, but not those for comments", () => {
      const listed = sitemap(site).map((url) => url.slice(site.baseUrl.length));
      const unlisted = new Set(all.filter((page) => page.kind === "unlisted").map((page) => page.file));
      const made = [...existing].filter((file) => file.endsWith("/index.html") && !unlisted.has(file));
      assert.deepEqual([...listed].sort(), made.map((file) => `/${file.replace(/index\.html$/, "")}`).sort());
    });

    it("readers reach every page from the home page of their language, without the site map", async () => {
      const listed = all.filter((page) => page.kind === "listed");
      const findings = [];
      for (const lang of new Set(listed.map((page) => page.lang))) {
        const reached = new Set();
        const next = [byFile.get(`${lang}/index.html`)];
        while (next.length > 0) {
          const page = next.pop();
          if (reached.has(page) || page.lang !== lang) {
            continue;
          }
          reached.add(page);
          if (page.address.endsWith("/site-map/")) {
            continue;
          }
          const { links } = await facts(page);
          const goals = links.map((one) => byFile.get(target(page, one.href)?.file));
          next.push(...goals.filter((goal) => goal?.kind === "listed"));
        }
        const lost = listed.filter((page) => page.lang === lang && !reached.has(page));
        findings.push(...lost.map((page) => `${page.label}: no link leads here`));
      }
      none(findings, `pages of the site “${site.name}” that cannot be reached`);
    });

    it("the page at the root leads to the first language", async () => {
      const tab = await (await browser()).newPage();
      await tab.goto(`${site.origin}${site.base}/`);
      await tab.waitForURL(`${site.origin}${site.base}/${all[0].lang}/`, { timeout: 5000 });
      await tab.context().close().catch(() => {});
      const root = byFile.get("index.html");
      const offered = (await facts(root)).links.map((one) => target(root, one.href)?.file);
      for (const lang of new Set(all.filter((page) => page.kind === "listed").map((page) => page.lang))) {
        assert.ok(offered.includes(`${lang}/index.html`), `the root offers ${lang}`);
      }
    });
  });
}
