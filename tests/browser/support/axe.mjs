// axe-core, the accessibility rules of WCAG 2.2 A and AA and its own advice.

import { AXE } from "./server.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules about colours, which take more time than all others. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on the page that `tab` shows, folded parts included, in sentences; by all rules, by all `without` some, or
 * `only` by some. The page is one of a site that `server.mjs` serves.
 */
export async function axe(tab, { only, without = [] } = {}) {
  if (!(await tab.evaluate(() => "axe" in globalThis))) {
    await tab.addScriptTag({ url: new URL(AXE, tab.url()).href });
  }
  const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: TAGS };
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const violations = await tab.evaluate(async (chosen) => {
    for (const folded of document.querySelectorAll("details")) {
      folded.open = true;
    }
    const options = { ...chosen, resultTypes: ["violations"] };
    return (await globalThis.axe.run(document, options)).violations.map((violation) => ({
      rule: violation.id,
      help: violation.help,
      nodes: violation.nodes.map((node) => ({
        target: node.target.join(" "),
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; "),
      })),
    }));
  }, { runOnly, rules });
  return violations.flatMap(({ rule, help, nodes }) => {
    const shown = nodes.slice(0, 5).map((node) => `axe ${rule} (${help}): ${node.target}: ${node.why}`);
    return nodes.length > 5 ? [...shown, `axe ${rule}: and ${nodes.length - 5} more places`] : shown;
  });
}
