/** Consecutive sources as a sentence cites them; `first` equals `last` for a single one. */
export interface RefRange {
  readonly first: string;
  readonly last: string;
}

/** Joins consecutive refs in the given order: E1, E2, E3, C1 becomes E1 to E3, C1. */
export function joinRefs(refs: readonly string[]): RefRange[] {
  const ranges: RefRange[] = [];
  for (const ref of refs) {
    const last = ranges.at(-1);
    if (last !== undefined && follows(last.last, ref)) ranges[ranges.length - 1] = { first: last.first, last: ref };
    else ranges.push({ first: ref, last: ref });
  }
  return ranges;
}

/** Formats a range as `E1` or `E1–E3`. */
export function formatRefs({ first, last }: RefRange): string {
  return first === last ? first : `${first}–${last}`;
}

/** Returns the anchor of a source within the page. */
export function anchorOf(ref: string): string {
  return `ref-${ref.toLowerCase()}`;
}

function follows(ref: string, next: string): boolean {
  return ref[0] === next[0] && Number(next.slice(1)) === Number(ref.slice(1)) + 1;
}

/** Tells whether a table cell contains only the ref of a source. */
export function isRef(text: string): boolean {
  return /^[A-Z]\d{1,6}$/u.test(text);
}
