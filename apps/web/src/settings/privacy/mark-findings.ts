export interface Marked {
  readonly text: string;
  /** Number of the finding, from 1; null for what is between two. */
  readonly finding: number | null;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
}

/** A text in pieces, those that a finding is about with its number. @param findings in the order of the text, none over another */
export function markFindings(
  text: string,
  findings: readonly { readonly start: number; readonly end: number }[],
): Marked[] {
  let done = 0;
  const pieces: Marked[] = [];
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
