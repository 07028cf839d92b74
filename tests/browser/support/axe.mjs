// axe-core, the accessibility rules of WCAG 2.2 A and AA and its own advice.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Enough where only the colours are others than in a look that all rules have seen. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on the page that `tab` shows, folded parts included, in sentences; by all rules or by
 * some.
 */
export async function axe(tab, rules) {
  await tab.evaluate(SOURCE);
  const violations = await tab.evaluate(async (only) => {
    for (const folded of document.querySelectorAll("details")) {
      folded.open = true;
    }
    const options = { runOnly: only, resultTypes: ["violations"] };
    return (await globalThis.axe.run(document, options)).violations.map((violation) => ({
      rule: violation.id,
      help: violation.help,
      nodes: violation.nodes.map((node) => ({
        target: node.target.join(" "),
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; "),
      })),
    }));
  }, rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS });
  return violations.flatMap(({ rule, help, nodes }) => {
    const shown = nodes.slice(0, 5).map((node) => `axe ${rule} (${help}): ${node.target}: ${node.why}`);
    return nodes.length > 5 ? [...shown, `axe ${rule}: and ${nodes.length - 5} more places`] : shown;
  });
}
