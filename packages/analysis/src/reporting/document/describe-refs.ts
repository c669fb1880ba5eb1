/** A range of refs (short names of sources), such as E1 to E3. For a single ref, `first` and `last` are equal. */
export interface SourceRefRange {
  readonly first: string;
  readonly last: string;
}

/** Joins consecutive refs to ranges: E1, E2, E3, C1 becomes E1 to E3 and C1. */
export function joinSourceRefs(refs: readonly string[]): SourceRefRange[] {
  const ranges: SourceRefRange[] = [];
  for (const ref of refs) {
    const last = ranges.at(-1);
    if (last !== undefined && follows(last.last, ref)) ranges[ranges.length - 1] = { first: last.first, last: ref };
    else ranges.push({ first: ref, last: ref });
  }
  return ranges;
}

/** Formats a range of refs, such as `E1` or `E1–E3`. */
export function formatSourceRefRange({ first, last }: SourceRefRange): string {
  return first === last ? first : `${first}–${last}`;
}

export function formatSourceAnchor(ref: string): string {
  return `ref-${ref.toLowerCase()}`;
}

function follows(ref: string, next: string): boolean {
  return ref[0] === next[0] && Number(next.slice(1)) === Number(ref.slice(1)) + 1;
}
