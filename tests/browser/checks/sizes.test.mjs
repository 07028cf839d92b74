// The theme stays small: readers on slow lines load its style and script before they can read.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

import { sites } from "../support/sites.mjs";

const LIMITS = {
  "assets/style.css": 25_000,
  "assets/figures.css": 8_000,
  "assets/charts.css": 6_000,
  "assets/units.css": 8_000,
  "assets/concepts.css": 3_000,
  "assets/parallel.css": 4_000,
  "assets/consultation.css": 13_000,
  "assets/script.js": 8_000,
  "assets/consultation.js": 3_000,
};

describe("the theme is small", () => {
  for (const [path, limit] of Object.entries(LIMITS)) {
    it(`${path} has at most ${limit} bytes`, () => {
      const { size } = statSync(join(sites.open.folder, path));
      assert.ok(size > 0 && size <= limit, `it has ${size} bytes`);
    });
  }
});
