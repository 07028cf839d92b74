// Paper: the long pages as A4. Neither navigation nor search is printed, nothing is wider than the sheet, no
// text is cut off, and all the text is there. Tables repeat their header on every sheet and break between rows.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { longestPage, pageAt, planPath, sites } from "../support/sites.mjs";

const A4_WIDTH = Math.round((210 / 25.4) * 96);

/** The margins at the sides that `@page` asks for, in px; 0 where it asks for none. */
function sideMargins() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const inMedia = rules.flatMap((rule) => (rule.media?.mediaText.includes("print") ? [...rule.cssRules] : []));
  const page = [...rules, ...inMedia].findLast((rule) => rule instanceof CSSPageRule);
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.position = "absolute";
  probe.style.margin = page?.style.margin ?? "0";
  const { marginLeft, marginRight } = getComputedStyle(probe);
  probe.remove();
  return parseFloat(marginLeft) + parseFloat(marginRight);
}

/** Headings, tables and paragraphs; not navigation, and not the call that leads to the consultation. */
function noteWhatIsToRead() {
  const parts = document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6, th, td, caption, p, dd)");
  globalThis.toRead = [...parts].filter(
    (one) => lantu.isVisible(one) && !one.closest("nav, .call") && (one.localName !== "p" || !one.querySelector("a")),
  );
}

describe("long pages on paper", { concurrency: 2 }, () => {
  for (const lang of ["zh", "en"]) {
    const parts = ["", "parallel/", "targets/", "responsibilities/", "consultation/"];
    const ofPlan = parts.map((part) => pageAt(sites.open, `/${lang}${planPath()}${part}`));
    const about = ["organisations", "areas"].map((list) => longestPage(sites.open, lang, list));
    for (const page of [...ofPlan, ...about]) {
      it(page.label, async () => {
        await open(page, {}, async (tab) => {
          await tab.evaluate(noteWhatIsToRead);
          const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
          const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
          assert.ok(sheets.length > 0, "the PDF has sheets");
          for (const [, width, height] of sheets) {
            assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `a sheet of ${width} × ${height} pt is A4`);
          }

          await tab.emulateMedia({ media: "print" });
          const margins = await tab.evaluate(sideMargins);
          const width = Math.floor(A4_WIDTH - margins);
          await tab.setViewportSize({ width, height: 1000 });
          const found = await tab.evaluate((limit) => {
            const shown = [...document.querySelectorAll("nav, button, .finder, [class*='skip'], [class*='permalink']")];
            const isPrinted = (one) => lantu.isVisible(one) && one.getClientRects().length > 0;
            return {
              navigation: shown.filter(isPrinted).map((one) => `${lantu.name(one)} is printed`),
              wide: lantu.tooWide(limit),
              cut: lantu.cutOff(),
              over: lantu.overlaps(),
              boxes: [...document.querySelectorAll("main *")]
                .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible")
                .filter((one) => !lantu.isForScreenReaders(one))
                .map((one) => `${lantu.name(one)} would have to be scrolled to be read`),
              heads: [...document.querySelectorAll("thead")]
                .filter((one) => getComputedStyle(one).display !== "table-header-group")
                .map((one) => `${lantu.name(one)} is not repeated on every sheet`),
              rows: [...document.querySelectorAll("tbody tr")]
                .filter((one) => getComputedStyle(one).breakInside !== "avoid")
                .map((one) => `${lantu.name(one)} breaks inside`),
              missing: globalThis.toRead.filter((one) => !isPrinted(one)).map((one) => `${lantu.name(one)} is not printed`),
            };
          }, width);
          none(
            [...found.navigation, ...found.wide, ...found.cut, ...found.over, ...found.boxes, ...found.heads, ...found.rows, ...found.missing],
            `${page.label} printed on A4 (${width} px between the margins)`,
          );
          assert.ok(margins > 30, `the sheet has margins (${margins} px at the sides together)`);
        });
      });
    }
  }
});
