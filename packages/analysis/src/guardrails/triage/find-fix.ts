import type { Fix, TrackedIssue } from '@refrain/domain';

/**
 * Returns the fix of an issue closed as completed: the last merged pull request that closes it, otherwise the last that
 * mentions it, otherwise the closing itself.
 * @param former the earlier fix that did not last; only later ones count. Null if there was none
 */
export function findFix(
  { pulls, closedAt }: Pick<TrackedIssue, 'pulls' | 'closedAt'>,
  former: Pick<Fix, 'mergedAt'> | null,
): Omit<Fix, 'deployedAt'> | null {
  const merged = pulls.flatMap(({ url, mergedAt, closes }) =>
    mergedAt === null || (former !== null && mergedAt <= former.mergedAt) ? [] : [{ url, mergedAt, closes }],
  );
  const resolution = merged.filter(({ closes }) => closes);
  const [last] = (resolution.length > 0 ? resolution : merged).sort((a, b) => (a.mergedAt < b.mergedAt ? 1 : -1));
  if (last !== undefined) return { url: last.url, mergedAt: last.mergedAt };
  return closedAt === null ? null : { url: null, mergedAt: closedAt };
}
