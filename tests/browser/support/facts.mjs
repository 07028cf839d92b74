// What the HTML of a page says, read by the browser's own parser without opening the page.

import { browser } from "./browser.mjs";
import { read } from "./sites.mjs";

let parser;

async function tab() {
  parser ??= browser().then((one) => one.newPage());
  return parser;
}

const known = new Map();

/** Facts about a page, see `collect`; each page is read once. */
export function facts(page) {
  const key = `${page.site.name} ${page.file}`;
  if (!known.has(key)) {
    // As one text: what passes between browser and checks is slow by its many parts.
    const collected = tab().then((one) => one.evaluate(collect, read(page.site, page.file)));
    known.set(key, collected.then(JSON.parse));
  }
  return known.get(key);
}

/**
 * Of pages, so many that every look of an element stands on one of them: its name, its classes and its own style, within those
 * of its parent. The pages with the most looks come first. What the styles of the site do to one element they do to all of the
 * same look.
 */
export async function covering(list) {
  const looks = await Promise.all(list.map(async (page) => ({ page, own: (await facts(page)).looks })));
  looks.sort((one, other) => other.own.length - one.own.length);
  const seen = new Set();
  const isNew = ({ own }) => {
    const before = seen.size;
    own.forEach((look) => seen.add(look));
    return seen.size > before;
  };
  return looks.filter(isNew).map(({ page }) => page);
}

/** Whether a text is well-formed XML, and what its root element is. */
export async function xml(text) {
  return (await tab()).evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "application/xml");
    const error = parsed.querySelector("parsererror");
    return { error: error && error.textContent, root: parsed.documentElement.localName, space: parsed.documentElement.namespaceURI };
  }, text);
}

/** Calls `look` in the browser with a parsed XML document. */
export async function inXml(text, look) {
  return (await tab()).evaluate(
    ([source, code]) => {
      const call = new Function(`return (${code})`)();
      return call(new DOMParser().parseFromString(source, "application/xml"));
    },
    [text, look.toString()],
  );
}

function collect(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = (selector) => [...page.querySelectorAll(selector)];
  const link = (one) => ({
    href: one.getAttribute("href"),
    text: one.textContent.trim().replace(/\s+/g, " "),
    lang: one.getAttribute("lang"),
    hreflang: one.getAttribute("hreflang"),
  });
  const inherited = (element) => element.closest("[lang]")?.getAttribute("lang") ?? "";
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { data, parentElement: element } = walker.currentNode;
    if (data.trim() && !element.closest("script, style")) {
      texts.push({ text: data.trim().replace(/\s+/g, " "), lang: inherited(element), element: element.localName });
    }
  }
  const look = (one) => `${one.localName} ${one.getAttribute("class") ?? ""} ${one.getAttribute("style") ?? ""}`;
  return JSON.stringify({
    looks: [...new Set(all("body *").map((one) => `${look(one.parentElement)} > ${look(one)}`))],
    lang: page.documentElement.getAttribute("lang"),
    title: page.title,
    ids: all("[id]").map((one) => one.id),
    links: all("a[href], area[href]").map(link),
    switches: all("header a[hreflang]").map(link),
    sources: all("[src], link[href], [srcset], object[data]").map((one) => ({
      url: one.getAttribute("src") ?? one.getAttribute("href") ?? one.getAttribute("data") ?? one.getAttribute("srcset"),
      rel: one.getAttribute("rel"),
    })),
    canonical: all("link[rel=canonical]").map((one) => one.getAttribute("href")),
    alternates: all("link[rel=alternate][hreflang]").map(link),
    feeds: all("link[rel=alternate][type='application/atom+xml']").map(link),
    refresh: all("meta[http-equiv=refresh i]").map((one) => one.content),
    meta: all("meta[name]").map((one) => [one.name, one.content]),
    headings: all("h1").map((one) => one.textContent.trim()),
    data: all("script[type='application/ld+json']").map((one) => one.textContent),
    labelled: all("[aria-labelledby], [aria-describedby], [aria-controls], label[for]").flatMap((one) =>
      ["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap((attribute) =>
        (one.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean),
      ),
    ),
    texts,
  });
}
