/** Returns the total length that the spans cover, counting overlaps once. */
export function lengthOfUnionOfSpans(spans: readonly { readonly start: number; readonly end: number }[]): number {
  let length = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    length += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return length;
}
