export interface TextPiece {
  readonly text: string;
  /** The number of the finding, from 1; null for text without one. */
  readonly finding: number | null;
  /** The offset in the text, in UTF-16 units. */
  readonly start: number;
}

/** Divides a text into pieces with and without a finding. @param findings in the order of the text, not overlapping */
export function markFindings(
  text: string,
  findings: readonly { readonly start: number; readonly end: number }[],
): TextPiece[] {
  let done = 0;
  const pieces: TextPiece[] = [];
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
