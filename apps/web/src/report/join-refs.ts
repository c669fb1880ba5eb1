/** Joins consecutive refs: E1, E2, E3, C1 becomes `E1–E3` and `C1`. Each range has its first ref. */
export function joinRefs(refs: readonly string[]): readonly { readonly first: string; readonly label: string }[] {
  const ranges: { first: string; last: string }[] = [];
  for (const ref of refs) {
    const range = ranges.at(-1);
    if (range !== undefined && follows(range.last, ref)) range.last = ref;
    else ranges.push({ first: ref, last: ref });
  }
  return ranges.map(({ first, last }) => ({ first, label: first === last ? first : `${first}–${last}` }));
}

function follows(ref: string, next: string): boolean {
  return ref.charAt(0) === next.charAt(0) && Number(next.slice(1)) === Number(ref.slice(1)) + 1;
}
