export interface TextSegment {
  readonly text: string;
  /** Number of the finding, starting at 1; null for text without a finding. */
  readonly finding: number | null;
  readonly start: number;
}

/** Divides a text into segments with and without a finding. @param findings in text order, without overlap */
export function splitTextAtFindings(
  text: string,
  findings: readonly { readonly start: number; readonly end: number }[],
): TextSegment[] {
  let done = 0;
  const pieces: TextSegment[] = [];
  const add = (end: number, finding: number | null) => {
    if (end > done) pieces.push({ text: text.slice(done, end), finding, start: done });
    done = Math.max(done, end);
  };
  findings.forEach(({ start, end }, at) => {
    add(start, null);
    add(end, at + 1);
  });
  add(text.length, null);
  return pieces;
}
