// Takes a picture of every page that looks different, on a phone and on a desktop, light and dark, and
// prints the long pages. For people to look at; checks nothing.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { LOOKS, browser, open } from "./support/browser.mjs";
import { differentPages } from "./support/sites.mjs";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

const jobs = differentPages().flatMap((page) => LOOKS.map((look) => ({ page, look })));

async function work() {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { page, look } = job;
    const address = page.file.replace(/(\/?index)?\.html$/, "").replaceAll("/", "_") || "root";
    const name = `${page.site.name}-${address}-${look.viewport.width}-${look.colorScheme}`;
    await open(page, look, async (tab) => {
      await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      if (page.site.name === "open" && look.viewport.width === 1280 && look.colorScheme === "light") {
        await tab.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
      }
    });
  }
}

await Promise.all([work(), work(), work()]);
await (await browser()).close();
console.log(`Pictures of every page are in ${folder}.`);
process.exit(0);
