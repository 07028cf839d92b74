// Charts: no text lies over another or touches it, none leaves its drawing, and every file is small and whole.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

import { DESKTOP, PHONE, drawn, open } from "../support/browser.mjs";
import { none } from "../support/findings.mjs";
import { differentPages, files, read, sites } from "../support/sites.mjs";

const LIMIT = 15_000;

describe("the texts of charts neither touch nor leave their chart", { concurrency: 3 }, () => {
  for (const page of differentPages().filter((page) => read(page.site, page.file).includes('<svg class="chart'))) {
    it(page.label, async () => {
      const findings = [];
      for (const viewport of [PHONE, DESKTOP]) {
        const found = await open(page, { viewport }, (tab) => tab.evaluate(() => lantu.chartTexts()));
        findings.push(...found.map((finding) => `${viewport.width} px: ${finding}`));
      }
      none(findings, page.label);
    });
  }
});

describe("a chart as a file of its own is small, and its texts are as free", { concurrency: 3 }, () => {
  for (const site of [sites.figures, sites.all]) {
    const charts = files(site).filter((path) => path.endsWith(".svg") && !path.startsWith("assets/"));
    it(`[${site.name}] ${charts.length} files`, async () => {
      assert.ok(charts.length > 20, `there are only ${charts.length} charts`);
      const texts = charts.map((path) => [path, readFileSync(join(site.folder, path), "utf8")]);
      const large = texts.filter(([, svg]) => Buffer.byteLength(svg) > LIMIT);
      const findings = large.map(([path, svg]) => `${path} has ${Buffer.byteLength(svg)} bytes`);
      const found = await drawn(texts, () => lantu.chartTexts());
      none([...findings, ...found], site.name);
    });
  }
});
