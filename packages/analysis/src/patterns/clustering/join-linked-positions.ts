/** A group joins a linked group as a whole if the links name at least this share of it. */
const minNamedShare = 0.5;

/**
 * Joins the positions that people linked, after clustering without the links: linked positions move to the group that
 * contains most of them. A group that the links name in large part moves as a whole, so that later failures of two
 * merged patterns stay together. All other positions stay where they are.
 * @param groups disjoint groups that contain every position, as clustered with the same `apart`
 * @param together disjoint sets of positions that must be in one group
 * @param apart pairs that must not be in one group; none of them is within a set of `together`
 */
export function joinLinkedPositions(
  groups: readonly (readonly number[])[],
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
): number[][] {
  const joined = groups.map((group) => new Set(group));
  for (const linked of together) {
    const target = new Set(linked);
    const touched = joined
      .map((group) => ({ group, named: linked.filter((position) => group.has(position)).length }))
      .filter(({ named }) => named > 0)
      .sort((a, b) => b.named - a.named || b.group.size - a.group.size);
    const allowed = touched.filter(({ group }) => !apart.some((pair) => isSplitBy(pair, group, target)));
    for (const [at, { group, named }] of allowed.entries()) {
      const isWanted = at === 0 || named >= minNamedShare * group.size;
      if (!isWanted || apart.some((pair) => isSplitBy(pair, group, target))) continue;
      for (const position of group) target.add(position);
    }
    for (const group of joined) for (const position of target) group.delete(position);
    joined.push(target);
  }
  return joined
    .filter(({ size }) => size > 0)
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}

/** Tells whether joining two groups would put a pair of separated positions into one group. */
function isSplitBy(
  [a, b]: readonly [number, number],
  group: ReadonlySet<number>,
  target: ReadonlySet<number>,
): boolean {
  return (group.has(a) && target.has(b)) || (group.has(b) && target.has(a));
}
