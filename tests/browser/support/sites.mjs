// The sites under test and their pages. `run` builds the sites; `start.mjs` serves them and says by the
// environment where they are.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * @typedef {object} Site
 * @property {string} name    all, before, open, closed, starter, path, pending, figures, consultations, hostile
 * @property {string} day     the day for which it was built
 * @property {string} folder  the finished files
 * @property {string} base    what comes before every address: "" or "/plans"
 * @property {string} baseUrl the address that the site will have on the web
 * @property {string} origin  where it is served now
 */

/** @type {Record<string, Site>} */
export const sites = JSON.parse(process.env.LANTU_SITES ?? "{}");

export const read = (site, path) => readFileSync(join(site.folder, path), "utf8");

/** Every file of a site, seen from its folder. */
export function files(site) {
  const all = readdirSync(site.folder, { recursive: true });
  return all
    .map((path) => relative(site.folder, join(site.folder, path)))
    .filter((path) => statSync(join(site.folder, path)).isFile())
    .sort();
}

/** The addresses in `sitemap.xml`, as the web will know them. */
export function sitemap(site) {
  const found = read(site, "sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g);
  return Array.from(found, ([, address]) => address.replaceAll("&amp;", "&"));
}

/** A page as the checks see it. */
function makePage(site, kind, file, address) {
  const url = site.origin + site.base + address;
  return { site, kind, file, address, url, lang: file.split("/")[0], label: `[${site.name}] ${address}` };
}

/** The pages for comments, which are there until a consultation has closed and are not in the sitemap. */
const COMMENT = /\/consultation\/[^/]+\/comment\/([^/]+\/)?index\.html$/;

/**
 * Every page: those of the sitemap, and those that it does not list. `kind` is "listed", "unlisted", "not-found",
 * "root" (leads to a language) or "root-not-found". Pages for wrong addresses are asked for by a wrong
 * address, deep below, where a relative link would break.
 */
export function pages(site) {
  if (!known.has(site)) {
    known.set(site, listPages(site));
  }
  return known.get(site);
}

/** Sites do not change while they are checked, and are asked for their pages many times. */
const known = new Map();

function listPages(site) {
  const listed = sitemap(site).map((url) => {
    const address = decodeURIComponent(url.slice(site.baseUrl.length));
    return makePage(site, "listed", `${address.slice(1)}index.html`, address);
  });
  const languages = [...new Set(listed.map((page) => page.lang))];
  const comments = files(site).filter((file) => COMMENT.test(file));
  return [
    ...listed,
    ...comments.map((file) => makePage(site, "unlisted", file, `/${file.replace(/index\.html$/, "")}`)),
    ...languages.map((lang) => makePage(site, "not-found", `${lang}/404.html`, `/${lang}/no/such/page/`)),
    makePage(site, "root", "index.html", "/"),
    makePage(site, "root-not-found", "404.html", "/no/such/page/"),
  ];
}

/**
 * The pages that look different: those of all plans, those of one plan that change when its consultation opens and
 * closes, all of the starter site, of the site of figures the home page, those about progress, all of the plan whose
 * charts are at their limits, and one area beside sixty, and of the site of consultations those about consultations and
 * changes. Of pages of which there are many alike, these are the longest and the shortest: see `sample`. Those of the
 * site below a path look like the rest.
 */
export function differentPages() {
  const { all, open, before, closed, starter, pending, figures, consultations } = sites;
  const called = /^\/(zh|en)\/($|consultations\/$|plans\/[^/]+\/(consultation\/)?$)/;
  const moving = [open, before, closed].flatMap((site) => pages(site).filter((page) => called.test(page.address)));
  const special = /^\/(zh|en)\/($|missing-figures\/|areas\/(west|district-21)\/|plans\/(shapes\/|[^/]+\/progress\/))/;
  const ofFigures = pages(figures).filter((page) => special.test(page.address));
  const aboutCalls = /^\/(zh|en)\/($|consultations\/|plans\/(green-city[^/]*\/$|[^/]+\/(consultation|changes)\/))/;
  const ofCalls = pages(consultations).filter((page) => aboutCalls.test(page.address));
  const lists = [pages(all), pages(starter), ofCalls].map(sample);
  const late = pages(pending).filter((page) => /^\/en\/plans\/water(-draft)?\/($|parallel\/|changes\/)/.test(page.address));
  return [...lists.flat(), ...moving, ...ofFigures, ...late];
}

/** What a page is one of many of: the pages of a language about organisations, about areas, about concepts, about the
 * indicators of plans, for comments on clauses, and of each other kind that every plan has. Every text is looked at. */
function manyAlike(page) {
  const [, lang, list, ofPlan] = /^\/(\w+)\/(?:(organisations|areas|concepts)\/[^/]+\/$|plans\/[^/]+\/(.+))?/.exec(page.address) ?? [];
  if (page.kind === "unlisted") return `comments in ${lang}`;
  if (list) return `${list} in ${lang}`;
  return ofPlan && `${ofPlan.replace(/^(targets|consultation)\/[^/]+\//, "one of $1/")} in ${lang}`;
}

/** A list of pages with only the longest and the shortest of those that are alike. */
export function sample(list) {
  const kept = new Set();
  for (const group of new Set(list.map(manyAlike).filter(Boolean))) {
    const size = (page) => read(page.site, page.file).length;
    const sorted = list.filter((page) => manyAlike(page) === group).sort((one, other) => size(one) - size(other));
    [0, sorted.length - 1].forEach((at) => kept.add(sorted[at]));
  }
  return list.filter((page) => !manyAlike(page) || kept.has(page));
}

/** One page of a site by its address. */
export function pageAt(site, address) {
  const page = pages(site).find((one) => one.address === address);
  if (!page) {
    throw new Error(`the site “${site.name}” has no page ${address}`);
  }
  return page;
}

/** The longest page about one organisation or one area: `list` is `organisations` or `areas`. */
export function longestPage(site, lang, list) {
  const about = pages(site).filter((page) => page.address.startsWith(`/${lang}/${list}/`) && page.address !== `/${lang}/${list}/`);
  return about.reduce((one, other) => (read(site, other.file).length > read(site, one.file).length ? other : one));
}

/** The plan that the checks look at closely: the one of the repository's own site that has pages of every kind. */
export function planPath() {
  const consultation = /^\/zh(\/plans\/[^/]+\/)consultation\/$/;
  closelySeen ??= pages(sites.open)
    .map((page) => consultation.exec(page.address)?.[1])
    .find(Boolean);
  return closelySeen;
}

let closelySeen;
