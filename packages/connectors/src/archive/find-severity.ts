const headLines = 40;
const lineLength = 300;
/** Matches `| Severity | SEV1 |`, `**Severity:** P2` and `Priority: high`. */
const labelled =
  /^[|>*\s-]{0,8}(?:severity|sev(?: level)?|priority|impact level)[*\s]{0,4}[:|][*|\s]{0,4}((?:sev(?:erity)?|p|s)[- ]?\d|critical|blocker|major|minor|high|medium|moderate|low)\b/imu;

/** Returns the labelled severity near the start of a Markdown text, as written; undefined without one. */
export function findLabelledSeverity(body: string): string | undefined {
  const lines = body.split('\n', headLines).map((line) => line.slice(0, lineLength));
  return lines.flatMap((line) => labelled.exec(line)?.[1] ?? [])[0];
}
