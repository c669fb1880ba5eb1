/** How long at least one of the spans was on, in ms: no time is counted twice, and no pause between. */
export function lengthOfUnion(spans: readonly { readonly start: number; readonly end: number }[]): number {
  let length = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    length += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return length;
}
