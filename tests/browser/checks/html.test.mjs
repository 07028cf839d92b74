// Every page is valid HTML by the recommended rules of html-validate.

import { describe, it } from "node:test";

import { HtmlValidate } from "html-validate";

import { none } from "../support/findings.mjs";
import { differentPages, pages, read, sample, sites } from "../support/sites.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Clauses are known by their printed numbers: #3.3.11. HTML allows such ids, CSS selectors alone do not.
    "valid-id": ["error", { relaxed: true }],
    // Both ways of writing are right; the theme writes this one.
    "doctype-style": ["error", { style: "lowercase" }],
    // Telephone numbers stay on one line by the style of `.tel`: special hyphens in them could not be copied.
    "tel-non-breaking": ["error", { ignoreClasses: ["tel"] }],
    // The search narrows the page down while one types; there is nothing to send.
    "wcag/h32": "off",
    // Official documents have long titles, and they are not to be shortened.
    "long-title": "off",
  },
});

describe("every page is valid HTML", () => {
  for (const page of [...differentPages(), ...sample(pages(sites.path))]) {
    it(page.label, async () => {
      const report = await validator.validateString(read(page.site, page.file), page.file);
      const messages = report.results.flatMap((result) => result.messages);
      none(
        messages.map((one) => `${one.ruleId}: ${one.message} (${page.file}:${one.line}:${one.column}, ${one.selector})`),
        page.label,
      );
    });
  }
});
