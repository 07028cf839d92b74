// How a check fails: with every finding, each on a line that says where it is.

const LIMIT = process.env.LANTU_ALL_FINDINGS ? Infinity : 40;

/** Fails where there are findings; the first forty are printed, or all that the self-test looks through. */
export function none(findings, about) {
  if (findings.length === 0) {
    return;
  }
  const shown = findings.slice(0, LIMIT).map((finding) => `  - ${finding}`);
  const rest = findings.length > shown.length ? [`  … and ${findings.length - shown.length} more`] : [];
  const error = new Error([`${findings.length} findings: ${about}`, ...shown, ...rest].join("\n"));
  error.stack = error.message; // where it was thrown helps nobody
  throw error;
}
