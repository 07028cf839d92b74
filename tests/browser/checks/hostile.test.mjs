// A site whose every text tries to run a script, to load something from elsewhere, to lead away or to break the page
// (`examples/hostile_site/`): every page is opened as readers open it, and nothing of that happens; the policy of the page
// has nothing to stop. That the policy would stop it is seen on a page that was broken on purpose.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, PHONE, browser } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { files, pages, sites } from "../support/sites.mjs";

const site = sites.hostile;
/** Pages are opened in so many tabs at once. */
const TABS = 4;
/** The only other website from which this one may show pictures. */
const PICTURES = "https://pictures.example.org/";

/** Notices in a page whatever a payload could do. */
function trap() {
  const hits = (globalThis.__hits = []);
  const note = (what) => () => void hits.push(what);
  for (const name of ["hit", "alert", "confirm", "prompt", "print", "open"]) {
    globalThis[name] = note(`${name}() was called`);
  }
  addEventListener("securitypolicyviolation", (event) =>
    hits.push(`the policy had to stop ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
  );
  addEventListener("error", (event) => hits.push(`error: ${event.message ?? event.target?.outerHTML}`), true);
}

/** What of a page is not as it should be. */
function look() {
  const wrong = [...globalThis.__hits];
  for (const part of ["header.site-header", "main#page_main", "footer.site-footer"]) {
    const found = document.querySelectorAll(part);
    const box = found[0]?.getBoundingClientRect();
    if (found.length !== 1 || !(box.width > 100 && box.height > 10)) {
      wrong.push(`${found.length} ${part}`);
    }
  }
  if (document.title.trim() === "") {
    wrong.push("the page has no title");
  }
  const running = [...document.scripts].filter((one) => !one.src && one.type !== "application/ld+json");
  wrong.push(...running.map((one) => `a script in the page: ${one.textContent.slice(0, 60)}`));
  const handlers = document.evaluate("//@*[starts-with(name(), 'on') or name() = 'style']", document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  for (let at = 0; at < handlers.snapshotLength; at += 1) {
    wrong.push(`an attribute ${handlers.snapshotItem(at).name}`);
  }
  // What stays on one line on purpose: units of figures, clauses beside their figures.
  document.querySelectorAll(".area-figures .of-unit, .changed-numbers").forEach((one) => one.remove());
  if (document.documentElement.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll("main *, header *, footer *")].find((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".table-scroll, figure, pre"));
    wrong.push(`it scrolls sideways: ${document.documentElement.scrollWidth} px, ${wide?.outerHTML.slice(0, 160)}`);
  }
  return wrong;
}

/** A tab that notes what leaves the page, and answers in place of other hosts. */
async function newTab(viewport) {
  const context = await (await browser()).newContext({ viewport, reducedMotion: "reduce" });
  await context.addInitScript(trap);
  await context.route((url) => !url.href.startsWith(site.origin), (route) => {
    const url = route.request().url();
    if (url.startsWith(PICTURES)) {
      return route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' });
    }
    tab.seen.push(`request to ${url}`);
    return route.abort();
  });
  const tab = { page: await context.newPage(), seen: [], close: () => context.close() };
  tab.page.on("dialog", (dialog) => (tab.seen.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  tab.page.on("popup", () => tab.seen.push("another window was opened"));
  tab.page.on("pageerror", (error) => tab.seen.push(`exception: ${error.message}`));
  tab.page.on("console", (message) => {
    if (!message.text().includes("status of 404")) {
      tab.seen.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  return tab;
}

/** Does `what` with everything of a list, in several tabs at once. */
async function inTabs(list, viewport, what) {
  const rest = [...list];
  const work = async () => {
    const tab = await newTab(viewport);
    const found = [];
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      tab.seen.length = 0;
      const wrong = [...(await what(tab.page, one)), ...tab.seen];
      found.push(...wrong.map((finding) => `${one.address ?? one}: ${finding}`));
    }
    await tab.close();
    return found;
  };
  return (await Promise.all(Array.from({ length: TABS }, work))).flat();
}

const all = pages(site).filter((page) => page.kind !== "root" && page.kind !== "root-not-found");

describe("hostile texts", { concurrency: 1 }, () => {
  it("run nothing, load nothing and break no page", async () => {
    assert.ok(all.length > 150, `only ${all.length} pages`);
    const found = await inTabs(all, PHONE, async (tab, page) => {
      await tab.goto(page.url, { waitUntil: "load" });
      const wrong = await tab.evaluate(look);
      return tab.url() === page.url ? wrong : [...wrong, `the page led to ${tab.url()}`];
    });
    none(found, "hostile");
  });

  it("run nothing when readers move over them, press them and type", async () => {
    const kinds = /^\/en\/($|plans\/(water-2030|green-city)\/|plans\/green-city-draft-2\/consultation\/(second\/comments\/)?$|organisations\/sample-water\/$)/;
    const some = all.filter((page) => kinds.test(page.address) && !page.address.includes("/comment/"));
    assert.ok(some.length > 8);
    const found = await inTabs(some, DESKTOP, async (tab, page) => {
      await tab.goto(page.url, { waitUntil: "load" });
      await tab.evaluate(() => {
        const events = ["mouseover", "mouseenter", "focus", "toggle", "click"];
        for (const one of document.querySelectorAll("main *, header *, footer *")) {
          const leads = one.closest("a[href], button, summary");
          events.filter((name) => name !== "click" || !leads).forEach((name) => one.dispatchEvent(new Event(name, { bubbles: true })));
          one.focus?.();
        }
        document.querySelectorAll("details").forEach((one) => (one.open = true));
      });
      const box = tab.locator(".finder input[type=search]").first();
      if (await box.isVisible()) {
        await box.fill("<img src=x onerror=hit()>");
      }
      return tab.evaluate(look);
    });
    none(found, "hostile");
  });

  it("run nothing in charts that are opened as files", async () => {
    const charts = files(site).filter((file) => file.endsWith(".svg") && !file.startsWith("files/"));
    assert.ok(charts.length > 20);
    const found = await inTabs(charts, DESKTOP, async (tab, file) => {
      await tab.goto(`${site.origin}/${file.split("/").map(encodeURIComponent).join("/")}`, { waitUntil: "load" });
      const wrong = await tab.evaluate(() => [...globalThis.__hits, ...(document.documentElement.localName === "svg" ? [] : ["it is no drawing"])]);
      const plain = await tab.evaluate(() => getComputedStyle(document.querySelector(".c-p, rect, path")).fill);
      return plain === "rgb(0, 0, 0)" ? [...wrong, "its style does not hold"] : wrong;
    });
    none(found, "charts");
  });

  it("would be stopped by the policy of the page even if they came through", async () => {
    const tab = await newTab(DESKTOP);
    const page = all.find((one) => one.address === "/en/plans/");
    await tab.page.route(page.url, async (route) => {
      const response = await route.fetch();
      const broken =
        '<script>hit()</script><img src="/x.png" onerror="hit()"><p style="color:red" onclick="hit()">x</p>' +
        '<iframe srcdoc="<script>parent.hit()</script>"></iframe><base href="https://foreign.example/">' +
        '<link rel="stylesheet" href="https://foreign.example/x.css"><script src="https://foreign.example/x.js"></script>';
      await route.fulfill({ response, body: (await response.text()).replace("</main>", `${broken}</main>`) });
    });
    await tab.page.goto(page.url, { waitUntil: "load" });
    await tab.page.locator("p[onclick]").click();
    const hits = await tab.page.evaluate(() => globalThis.__hits);
    none(hits.filter((hit) => hit.startsWith("hit()")), "a script ran");
    none(tab.seen.filter((one) => one.startsWith("request to")), "something was loaded");
    for (const part of ["script-src-elem", "script-src-attr", "style-src-attr", "style-src-elem", "base-uri"]) {
      assert.ok(hits.some((hit) => hit.includes(part)), `${part} is not in ${hits.join("\n")}`);
    }
    await tab.close();
  });
});
