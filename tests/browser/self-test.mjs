// A check that cannot fail is no check. Breaks the sites in many ways, runs all checks, and sees that each
// of the breakages is found:   node self-test.mjs SITES   (`run --self-test` builds the sites)

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [work] = process.argv.slice(2);
const [plan] = readdirSync(join(work, "open/public/zh/plans")).filter((name) => !name.includes("."));
const expected = [];

/** The plan whose page of a kind is the longest: of pages that are alike, the general checks look at that one. */
function longest(lang, kind) {
  const plans = join(work, `all/public/${lang}/plans`);
  const size = (name) => readFileSync(join(plans, name, kind, "index.html")).length;
  const all = readdirSync(plans).filter((name) => existsSync(join(plans, name, kind, "index.html")));
  return all.reduce((one, other) => (size(other) > size(one) ? other : one));
}

/** What breaks a page here is just what its policy would stop. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>\n/;

/** Changes a file, and notes what the checks must then say. */
function change(file, edit, ...findings) {
  const path = join(work, file);
  const old = readFileSync(path, "utf8").replace(POLICY, "");
  const now = edit(old);
  if (now === old) {
    throw new Error(`nothing was changed in ${file}; it should lead to ${findings.join(" and ")}`);
  }
  writeFileSync(path, now);
  expected.push(...findings);
}

/** Puts `html` at the end of the main part of a page. */
const addTo = (site, file, html, ...findings) =>
  change(`${site}/public/${file}/index.html`, (page) => page.replace("</main>", `${html}</main>`), ...findings);
const add = (file, ...rest) => addTo("open", file, ...rest);
/** The same for the site of which the general checks look at every page. */
const addToAll = (file, ...rest) => addTo("all", file, ...rest);

const replace = (file, from, to, ...findings) => change(file, (text) => text.replace(from, to), ...findings);

/** A finding on the page at `address`, anywhere below its heading in the report. */
const onSite = (site, address, text) => new RegExp(`\\[${site}\\] ${address}[^[]*?${text}`);
const on = (address, text) => onSite("open", address, text);
const onAll = (address, text) => onSite("all", address, text);

// every-page
addToAll("zh/about", `<div style="width: 2000px">宽</div>`, onAll("/zh/about/", "360×740 light: the page is \\d+ px wide"), onAll("/zh/about/", "1280×900 light: [^\\n]*ends at 2\\d\\d\\d px"));
addToAll("en/about", `<img src="/missing.png" alt="">`, onAll("/en/about/", "console error: Failed to load"), onAll("/en/about/", "status 404: .*missing.png"));
addToAll("en/about", `<img src="http://elsewhere.example/x.png" alt="">`, onAll("/en/about/", "request to another origin"), onAll("/en/about/", "failed request: http://elsewhere"));
addToAll("en/about", `<script>console.warn("hm"); null.x;</script>`, onAll("/en/about/", "console warning: hm"), onAll("/en/about/", "exception in a script"));
addToAll("zh/accessibility", `<img src="/assets/icon.svg"><p style="color: #aaa; background: #fff">这行字太淡</p>`,
  onAll("/zh/accessibility/", "360×740 light: axe image-alt"), onAll("/zh/accessibility/", "360×740 dark: axe color-contrast"));
replace("path/public/zh/about/index.html", "</main>", `<img src="/assets/icon.svg" alt=""></main>`, /\[path\] \/zh\/about\/[^[]*?status 404/, /“\/assets\/icon.svg” leads to \/assets\/icon.svg, which does not exist/);

addToAll(`zh/plans/${plan}/responsibilities`, `<div style="width: 380px">宽</div>`, onAll(`/zh/plans/${plan}/responsibilities/`, "320 px: the page is \\d+ px wide"));
replace("figures/public/en/plans/shapes/responsibilities/index.html", "</main>", `<style>.duties td { display: table-cell !important }</style></main>`,
  /\[figures\] \/en\/plans\/shapes\/responsibilities\/[^[]*?390 px: [^\n]*td[^\n]* is no card/);

// html
addToAll("zh/site-map", `<div><span></div><p style="margin: 0">x</p>`, onAll("/zh/site-map/", "close-order"), onAll("/zh/site-map/", "no-inline-style"));

// links
addToAll("en/accessibility", `<a href="/en/nowhere/">x</a><a href="#nowhere">x</a><a href="javascript:1">x</a><p id="page_main" aria-labelledby="gone"></p>`,
  /\/en\/accessibility\/: “\/en\/nowhere\/” leads to en\/nowhere\/index.html, which does not exist/, /“#nowhere” leads to #nowhere/, /“javascript:1” is of an unknown kind/, onAll("/en/accessibility/", "1280×900 light: axe target-size"), /the id “page_main” stands twice/, /names the id “gone”/);
replace("before/public/zh/about/index.html", /(<a href="\/en\/)about\/(" lang="en" hreflang)/, "$1accessibility/$2", /\[before\] \/zh\/about\/: the switch to en leads to \/en\/accessibility\//);
replace("before/public/en/about/index.html", /rel="canonical" href="[^"]*"/, `rel="canonical" href="https://lantu.example/zh/about/"`, /\[before\] \/en\/about\/: canonical is/);
replace("before/public/en/about/index.html", /<link rel="alternate" hreflang="x-default"[^>]*>/, "", /\[before\] \/en\/about\/: hreflang is/);
replace("before/public/zh/404.html", /<meta name="robots"[^>]*>/, "", /\[before\] \/zh\/no\/such\/page\/: a page for wrong addresses or for comments/);
replace("before/public/zh/feed.xml", "/consultation/#draft", "/consultation/#gone", /zh\/feed.xml: .*leads to #gone/);
replace("before/public/en/organisations/langfang-science/feed.xml", "/consultation/#draft", "/consultation/#gone", /en\/organisations\/langfang-science\/feed.xml: .*leads to #gone/);
replace("starter/public/robots.txt", "Sitemap", "Sidemap", /Sitemap: https:\/\/www.example.org\/sitemap.xml/);
replace("starter/public/sitemap.xml", /<url>\s*<loc>[^<]*\/en\/about\/<\/loc>.*?<\/url>/s, "", /✖ sitemap.xml lists every page once, but not those for comments/);
for (const file of readdirSync(join(work, "closed/public/en"), { recursive: true }).filter((one) => one.endsWith("index.html"))) {
  const path = join(work, "closed/public/en", file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/<a href="\/en\/accessibility\/"/g, "<a"));
}
expected.push(/\[closed\] \/en\/accessibility\/: no link leads here/);
replace("starter/public/index.html", /http-equiv="refresh"/, `name="refresh"`, /✖ the page at the root leads to the first language/);

// script
add("zh/plans", `<p id="late" hidden>迟到</p><script>document.getElementById("late").hidden = false;</script>`, on("/zh/plans/", "only with the script: “迟到”"));
replace("open/public/assets/script.js", "writeText(link.href)", `writeText("x")`, /✖ a click on the link of a clause copies its address \(en\)/);
replace("open/public/assets/script.js", "twin.hash = location.hash", "location.hash", /✖ the language switch keeps the clause \(zh\)/);
replace("open/public/assets/script.js", "twin.search = location.search", "location.search", /✖ the language switch keeps the unit \(en\)/);
replace(`open/public/zh/plans/${plan}/consultation/index.html`, new RegExp(`href="/zh/plans/${plan}/"( aria-current="page")?>`, "g"), "hidden>", /✖ one gets from the home page to a clause and to its twin by clicks/);
replace("open/public/assets/script.js", `addEventListener("click", () => {`, `addEventListener("click", (event) => { event.preventDefault();`, /✖ the click still leads to the clause where nothing can be copied/);

// pending
replace("pending/public/en/plans/water/index.html", `<h2 lang="zh-CN">`, "<h2>", /✖ every text is marked with its language \(water\/\)/, /en: “一、目标”/);
replace("pending/public/en/plans/water/index.html", `<section class="clause" id="2.2">`, `<section class="clause" id="2.3">`, /✖ both languages have the same clauses, and lead to each other \(water\)/);
replace("pending/public/en/plans/water-draft/index.html", /<p class="note">[^<]*<\/p>/, "", /✖ the page of the text says so, and only in the language that is late \(water-draft\)/);

// finder
const duties = (lang) => `${lang}/plans/${plan}/responsibilities`;
replace("open/public/en/organisations/index.html", `role="search" hidden`, `role="search"`, /✖ without the script there is none, and everything is shown \(en\)/, /\/en\/organisations\/: a search that does nothing is shown/);
replace(`open/public/${duties("zh")}/index.html`, /(id="task-1" data-units="[^"]*) langfang-finance/, "$1", /langfang-finance: shows [^\n]* instead of task-1,/, /task-1 names [^\n]*, but is found by/);
add(duties("zh"), `<style>.findable-group[hidden] { display: table-row-group !important }</style>`, /langfang-finance: without its rows or its heading: [^\n]*tbody/);
replace(`open/public/${duties("en")}/index.html`, /(data-units="[^"]*) langfang-county-governments/g, "$1", /✖ a member of a group finds the rows of the group \(en\)/);
replace(`open/public/${duties("en")}/index.html`, `data-found="%s`, `data-found="0`, /says “0 of \d+ shown” of \d+ out of \d+/);
add(duties("zh"), `<script>history.replaceState = () => {};</script>`, /✖ the unit stands in the address[^\n]* \(zh\)/);
add(duties("en"), `<script>history.replaceState(null, "", location.pathname + location.hash);</script>`, /\?unit=[\w-]+: shows task-1, /);
replace("open/public/assets/script.js", `addEventListener("click", (event) => reveal(`, `addEventListener("dblclick", (event) => reveal(`, /✖ a link to a row shows it[^\n]* \(zh\)/, /task-\d+ is not shown the second time/);
replace("open/public/assets/script.js", /reveal\(location\.hash\);(\s*\}\s*)$/, "$1", /✖ an address with a row shows it[^\n]* \(zh\)/, /task-\d+ is not shown at once/);
replace("open/public/assets/script.js", "words.value.toLowerCase()", "words.value", /✖ words leave the rows that have all of them, in any case \(en\)/, /finance: shows nothing instead of task-/);
add("zh/areas", `<style>:is(.findable, .findable-group)[hidden] { display: block !important }</style>`, on("/zh/areas/", "shows [^\\n]*, [^\\n]* instead of"));
replace("open/public/en/areas/index.html", `<button type="reset"`, `<button type="button"`, /✖ words leave the names that have them, and the button shows all again: \/en\/areas\//);
replace("open/public/assets/script.js", "unit.focus(", "void (", /✖ a row of the duty matrix narrows the table down to its unit \(zh\)/, /the focus is at the unit that was chosen/);
replace("starter/public/zh/plans/green-travel-2024-2026/responsibilities/index.html", /(<div id="unit-[^]*?)href="#task-/, `$1href="#page_table" id="x`, /\[starter\] \/zh\/plans\/[^[]*? has [^\n]*, but task-[^\n]* name it/);

// keyboard
add(duties("en"), `<style>.c-go a:focus-visible { stroke: none !important }</style>`, on(`/${duties("en")}/ at 360 px`, "a “[^”]+” does not show that it has the focus"));
replace("open/public/en/site-map/index.html", `id="page_main"`, `id="main"`, on("/en/site-map/", "'#page_main' !== '#main'|\\+ '#page_main'|#page_main"));
add("en/plans", `<style>main a:focus { outline: none !important; box-shadow: none !important }</style><p><a href="/en/" tabindex="3">x</a></p>`, on("/en/plans/ at 360 px", "has a positive tabindex"), on("/en/plans/ at 1280 px", "does not show that it has the focus"), on("/en/plans/ at 360 px", "press 1 reaches"));
replace("open/public/zh/site-map/index.html", /<a class="skip"/, `<a hidden class="skip"`, /✖ \[open\] \/zh\/site-map\/[^✖]*'#page_main'/);

// print
add(`zh/plans/${plan}/targets`, `<style>@media print { nav { display: block !important } h2 { display: none } }</style><div style="width: 900px">x</div><div style="width: 90px; overflow-x: auto"><p style="width: 300px">x</p></div>`,
  on(`/zh/plans/${plan}/targets/ printed`, "nav[^\\n]* is printed"), on(`/zh/plans/${plan}/targets/ printed`, "the page is 9\\d\\d px wide"), on(`/zh/plans/${plan}/targets/ printed`, "h2[^\\n]* is not printed"), on(`/zh/plans/${plan}/targets/ printed`, "would have to be scrolled"));

add(duties("zh"), `<style>@media print { thead { display: table-row-group !important } .findable { break-inside: auto !important } .finder { display: flex !important } }</style>`,
  on(`/${duties("zh")}/ printed`, "thead[^\\n]* is not repeated"), on(`/${duties("zh")}/ printed`, "tr#task-1[^\\n]* breaks inside"), on(`/${duties("zh")}/ printed`, "form.finder[^\\n]* is printed"));

// every-page: text has room
addToAll(`en/plans/${longest("en", "responsibilities")}/responsibilities`, `<p style="overflow: hidden; width: 60px; white-space: nowrap">long long long long</p><p style="margin: 9em 0 0">under under</p><p style="position: relative; margin: -1.8em 0 0">over over</p><table style="table-layout: fixed; width: 60px"><tbody><tr><td style="padding: 0; overflow-wrap: normal">Unbreakablelongword</td></tr></tbody></table>`,
  onAll(`/en/plans/${longest("en", "responsibilities")}/responsibilities/`, "360×740 light: [^\\n]*text is cut off by p"), onAll(`/en/plans/${longest("en", "responsibilities")}/responsibilities/`, "1280×900 light: [^\\n]*“under under” lies over [^\\n]*“over over”"), onAll(`/en/plans/${longest("en", "responsibilities")}/responsibilities/`, "1280×900 light: [^\\n]*text sticks out of td"));

// tags
replace("path/public/zh/index.html", /<meta name="SiteName"[^>]*>/, "", /\[path\] \/zh\/: the tag SiteName is there 0 times/);
replace("path/public/en/index.html", /<meta name="ColumnType" content="[^"]*">/, `<meta name="ColumnType" content=" ">`, /\[path\] \/en\/: the tag ColumnType is there 1 times: “ ”/);
replace(`path/public/zh/plans/${plan}/index.html`, /(name="PubDate" content="[\d-]+) 00:00/, "$1", /PubDate “[\d-]+” is not YYYY-MM-DD HH:MM/);
replace(`path/public/zh/plans/${plan}/index.html`, `<script type="application/ld+json">{`, `<script type="application/ld+json">{,`, /JSON-LD does not parse/);
replace("path/public/en/about/index.html", /"item":"[^"]*\/en\/about\/"/, `"item":"x"`, /the breadcrumbs in JSON-LD end at x/);
replace("path/public/en/about/index.html", `<html lang="en">`, `<html lang="fr">`, /lang is “fr” instead of “en”/);
replace("path/public/en/about/index.html", "</main>", `<h1>x</h1><p>这是一段没有标明语言的中文</p></main>`, /\[path\] \/en\/about\/: 2 h1/, /holds “这是一段没有标明语言的中文”/);
replace("path/public/zh/about/index.html", "</main>", `<p>This is plainly a sentence in English.</p></main>`, /holds “This is plainly a sentence in English”/);
replace("path/public/zh/site-map/index.html", /<title>[^<]*<\/title>/, "<title></title>", /\[path\] \/zh\/site-map\/: no title/);
replace("path/public/en/feed.xml", "</entry>", "", /en\/feed.xml/);
replace("closed/public/zh/organisations/langfang-science/feed.xml", /rel="self"([^>]*)science\/feed/, `rel="self"$1science/food`, /closed: zh\/organisations\/langfang-science\/feed.xml[^[]*?the feed is not about itself and its page/);
replace("before/public/zh/organisations/langfang-science/index.html", /<link rel="alternate" type="application\/atom\+xml"[^>]*science\/feed.xml">/, "", /✖ sitemap and feeds are well formed and complete[^✖]*?\[before\] \/zh\/organisations\/langfang-science\//);
change("figures/public/zh/feed.xml", (feed) => feed.replaceAll(/<entry>[^]*?<\/entry>/g, ""), /figures: zh\/feed.xml[^[]*?the feed has no entries/);
replace("path/public/zh/areas/langfang/index.html", `"@type":"AdministrativeArea"`, `"@type":"Place"`, /\[path\] \/zh\/areas\/langfang\/: no JSON-LD about what the page is about/);
replace("starter/public/zh/feed.xml", /<updated>[^<]*<\/updated>/, "<updated>today</updated>", /updated is no moment of RFC 3339/);

// sizes
change("open/public/assets/style.css", (css) => `${css}/*${"x".repeat(25_000)}*/`, /✖ assets\/style.css has at most 25000 bytes/);
change("open/public/assets/script.js", (js) => `${js}/*${"x".repeat(8_000)}*/`, /✖ assets\/script.js has at most 8000 bytes/);

change("open/public/assets/figures.css", (css) => `${css}/*${"x".repeat(8_000)}*/`, /✖ assets\/figures.css has at most 8000 bytes/);
change("open/public/assets/charts.css", (css) => `${css}/*${"x".repeat(6_000)}*/`, /✖ assets\/charts.css has at most 6000 bytes/);
change("open/public/assets/consultation.css", (css) => `${css}/*${"x".repeat(13_000)}*/`, /✖ assets\/consultation.css has at most 13000 bytes/);
change("open/public/assets/consultation.js", (js) => `${js}/*${"x".repeat(3_000)}*/`, /✖ assets\/consultation.js has at most 3000 bytes/);
change("open/public/assets/units.css", (css) => `${css}/*${"x".repeat(8_000)}*/`, /✖ assets\/units.css has at most 8000 bytes/);

change("open/public/assets/parallel.css", (css) => `${css}/*${"x".repeat(4_000)}*/`, /✖ assets\/parallel.css has at most 4000 bytes/);

// parallel
const parallel = (lang) => `open/public/${lang}/plans/${plan}/parallel/index.html`;
replace(parallel("zh"), `class="swap"`, "", /✖ the order is chosen by keyboard[^\n]* \(zh\)/, /✖ on paper[^\n]* \(zh\)/);
replace(parallel("en"), `id="3.1.1"`, `id="3.1.01"`, /✖ every clause of the text is there[^\n]* \(en\)/);
replace(parallel("en"), `<div lang="zh-CN">`, "<div>", /✖ both languages are marked[^\n]* \(en\)/);
replace(parallel("zh"), "</main>", `<style>.pair.single { align-items: end } @media (max-width: 40rem) { .pair { grid-template-columns: 1fr 1fr !important } }</style></main>`,
  /✖ texts stand in rows on a desktop \(zh\)/, /✖ one language stands above the other on a phone \(zh\)/);

// charts
replace(`all/public/en/plans/${longest("en", "progress")}/progress/index.html`, /(<svg class="chart[^]*?)<\/svg>/, `$1<text x="10" y="30">over over</text><text x="12" y="31">under under</text><text x="340" y="60">out of the chart</text></svg>`,
  onAll(`/en/plans/${longest("en", "progress")}/progress/`, "360 px: [^\\n]*“over over” lies over “under under”"), onAll(`/en/plans/${longest("en", "progress")}/progress/`, "1280 px: [^\\n]*“out of the chart” leaves the chart"));
change(`all/public/zh/plans/${plan}/progress/overview.svg`, (svg) => `${svg}<!--${"x".repeat(15_000)}-->`, /zh\/plans\/[^/]*\/progress\/overview.svg has \d+ bytes/);
replace(`all/public/en/plans/${plan}/responsibilities/duty-matrix.svg`, "</svg>", `<text x="10" y="30">over over</text><text x="12" y="31">under under</text></svg>`, /duty-matrix.svg: [^\n]*“over over” lies over “under under”/);
replace(`figures/public/en/plans/shapes/progress/overview.svg`, "</svg>", "", /overview.svg: it is not well formed/);

// states
replace(`closed/public/en/plans/${plan}/consultation/index.html`, "</main>", `<p><a href="mailto:office@example.org">x</a></p></main>`, /the closed one offers none/);

// consultation
const called = (path) => `consultations/public/${path}`;
const water = (lang) => called(`${lang}/plans/water-saving-draft/consultation`);
replace(called("assets/consultation.js"), "if (now >= Date.parse(closes))", "if (false)",
  /✖ zh plans\/water-saving-draft\/ at 2026-04-15T16:00:00Z: closed/, /✖ a page that stays open while the deadline passes says so \(en\)/);
replace(`${water("zh")}/draft/comment/2.1/index.html`, /mailto:water/g, "mailto:fire", /comment\/2.1\/: goes to another address than water\+plan@example.org/);
replace(`${water("en")}/draft/comment/2.1/index.html`, /subject=%5Bwater/g, "subject=%5Bfire", /comment\/2.1\/: the subject does not begin with \[water-saving-draft 2.1\]/);
replace(`${water("en")}/draft/comment/2.2/index.html`, /%0D%0A/g, "%0A", /comment\/2.2\/: lines do not end as in mails/);
replace(`${water("en")}/draft/comment/2.1/index.html`, `data-copy="page_text"`, `data-copy="page_about"`, /✖ addresses and texts can be copied \(en\)/);
replace(`${water("zh")}/index.html`, /(class="qr"[^]*?<path) d="/, `$1 data-d="`, /water-saving-draft\/consultation\/ in dark: the code says undefined/);
replace(called("en/plans/parks-draft/consultation/draft/deadline.ics"), "DTSTART:20260605", "DTSTART:20260606", /en\/plans\/parks-draft\/[^\n]*: it closes on 2026-06-06 instead of 2026-06-05/);
replace(called("zh/plans/parks-draft/consultation/draft/deadline.ics"), "TRIGGER:-P1D", "TRIGGER:P1D", /zh\/plans\/parks-draft\/[^\n]*: the reminder comes -1440 minutes before/);
replace(called("zh/consultations/deadlines.ics"), /\r\n/g, "\n", /zh\/consultations\/deadlines.ics: lines that do not end with CRLF/);
replace(`${water("zh")}/draft/comment/2.1/index.html`, "</main>", `<style>@media print { .about { display: block !important } }</style></main>`, /✖ zh 2.1\/ \(/);
const comments = (lang) => called(`${lang}/plans/green-city-draft-2/consultation/second/comments/index.html`);
replace(comments("en"), `id="comment-5" data-units="3.2.4"`, `id="comment-5" data-units="3.2.5"`, /✖ a clause leaves the comments that name it, and stands in the address \(en\)/);
replace(called("zh/plans/green-city/changes/index.html"), "#comment-12", "#comment-13", /✖ every change leads to the comments behind it, and every comment to its changes \(zh\)/);
replace(called("en/plans/green-city/changes/index.html"), /<ins><span class="visually-hidden">/g, "<ins><span>", /✖ what was taken out and put in is told without seeing it, and both texts are whole \(en\)/);

// hostile: these pages have no policy any more, so that what runs is seen to run
const hostile = (file) => `hostile/public/${file}/index.html`;
replace(hostile("en/about"), "</main>", `<img src="/none.png" onerror="hit()"></main>`, /\/en\/about\/: hit\(\) was called/, /\/en\/about\/: an attribute onerror/);
replace(hostile("zh/about"), "</main>", `<script src="https://foreign.example/x.js"></script></main>`, /\/zh\/about\/: request to https:\/\/foreign.example\/x.js/);
replace(hostile("zh/areas"), `<main id="page_main"`, `<main id="main"`, /\/zh\/areas\/: 0 main#page_main/);
replace(hostile("en/areas"), "</main>", `<div style="width:900px">x</div></main>`, /\/en\/areas\/: it scrolls sideways: 9\d\d px/);
replace(hostile("en/organisations/sample-water"), "</main>", `<p onmouseover="alert(1)">x</p></main>`, /\/en\/organisations\/sample-water\/: alert\(\) was called/);
replace(hostile("en/plans"), "</main>", `<p>x</p></main>`, /✖ would be stopped by the policy of the page even if they came through/);
replace("hostile/public/en/plans/water-2035/progress/overview.svg", "</svg>", "<script>hit()</script></svg>", /overview.svg: hit\(\) was called/);

// forced-colours
add(`zh/plans/${plan}/consultation`, `<p class="tag" style="background: #ff0; color: #000; border: 0">色</p><style>@media (forced-colors: active) { main { forced-color-adjust: none; color: #fff; background: #fff } }</style>`,
  on(`/zh/plans/${plan}/consultation/`, "p.tag[^\\n]* is set apart by its background alone"), on(`/zh/plans/${plan}/consultation/`, "- axe color-contrast"));

const start = new URL("start.mjs", import.meta.url).pathname;
const folder = new URL("checks/", import.meta.url).pathname;
const checks = readdirSync(folder).map((name) => join(folder, name));
const result = spawnSync(process.execPath, [start, work, ...checks], {
  encoding: "utf8",
  maxBuffer: 1e9,
  env: { ...process.env, LANTU_ALL_FINDINGS: "1" },
});
const report = result.stdout + result.stderr;
const output = new URL("output/", import.meta.url).pathname;
mkdirSync(output, { recursive: true });
writeFileSync(join(output, "self-test.txt"), report);
const unseen = expected.filter((finding) => !finding.test(report));
if (result.status === 0 || unseen.length > 0) {
  console.error(`The checks ended with ${result.status}. Not found (see ${output}self-test.txt):`);
  unseen.forEach((finding) => console.error(`  ${finding}`));
  process.exit(1);
}
console.log(`All ${expected.length} findings of the broken sites were made.`);
