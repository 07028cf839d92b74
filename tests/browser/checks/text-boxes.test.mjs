// Text has room: on a phone and on a desktop, no text is cut off, none sticks out of its table cell, tag,
// button or link, and no text lies over other text. With folded parts open, and in long lines of a font
// larger by a quarter, which is what a missing font or a reader's own size amounts to.

import { describe, it } from "node:test";

import { DESKTOP, PHONE, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { differentPages } from "../support/sites.mjs";

describe("no text is cut off or lies over other text", { concurrency: 3 }, () => {
  for (const page of differentPages()) {
    it(page.label, async () => {
      const findings = [];
      for (const viewport of [PHONE, DESKTOP]) {
        const found = await open(page, { viewport }, (tab) =>
          tab.evaluate(() => {
            const look = () => [...lantu.cutOff(), ...lantu.overlaps()];
            const folded = look();
            document.querySelectorAll("details").forEach((one) => (one.open = true));
            const unfolded = look();
            document.documentElement.style.fontSize = "125%";
            const larger = [...look(), ...lantu.tooWide()].map((finding) => `with text at 125 %: ${finding}`);
            return [...folded, ...unfolded, ...larger];
          }),
        );
        findings.push(...[...new Set(found)].map((finding) => `${viewport.width} px: ${finding}`));
      }
      none(findings, page.label);
    });
  }
});
