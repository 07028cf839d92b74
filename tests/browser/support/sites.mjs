// The sites under test and their pages. `run` builds the sites; `start.mjs` serves them and says by the
// environment where they are.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * @typedef {object} Site
 * @property {string} name    before, open, closed, starter, path, figures
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

/**
 * Every page: those of the sitemap, and those that it does not list. `kind` is "listed", "not-found",
 * "root" (leads to a language) or "root-not-found". Pages for wrong addresses are asked for by a wrong
 * address, deep below, where a relative link would break.
 */
export function pages(site) {
  const listed = sitemap(site).map((url) => {
    const address = decodeURIComponent(url.slice(site.baseUrl.length));
    return makePage(site, "listed", `${address.slice(1)}index.html`, address);
  });
  const languages = [...new Set(listed.map((page) => page.lang))];
  return [
    ...listed,
    ...languages.map((lang) => makePage(site, "not-found", `${lang}/404.html`, `/${lang}/no/such/page/`)),
    makePage(site, "root", "index.html", "/"),
    makePage(site, "root-not-found", "404.html", "/no/such/page/"),
  ];
}

/**
 * The pages that look different: all of the open consultation, those of the other two states that are not
 * the same as in the open one, all of the starter site, and of the site of figures the home page, those about
 * progress and all of the plan whose charts are at their limits. Those of the site below a path look like the
 * rest.
 */
export function differentPages() {
  const { open, before, closed, starter, figures } = sites;
  const changed = (site) => pages(site).filter((page) => read(site, page.file) !== read(open, page.file));
  const special = /^\/(zh|en)\/($|missing-figures\/|plans\/(shapes\/|[^/]+\/progress\/))/;
  const ofFigures = pages(figures).filter((page) => special.test(page.address));
  return [...pages(open), ...changed(before), ...changed(closed), ...pages(starter), ...ofFigures];
}

/** One page of a site by its address. */
export function pageAt(site, address) {
  const page = pages(site).find((one) => one.address === address);
  if (!page) {
    throw new Error(`the site “${site.name}” has no page ${address}`);
  }
  return page;
}

/** The plan that the checks look at closely: the first one of the repository's own site. */
export function planPath() {
  const address = pages(sites.open).map((page) => page.address);
  return address.find((one) => /^\/zh\/plans\/[^/]+\/$/.test(one)).slice("/zh".length);
}
