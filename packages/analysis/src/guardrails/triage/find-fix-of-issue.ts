import type { Fix, TrackedIssue } from '@refrain/domain';

/**
 * Returns the fix of an issue that was closed as completed: the last merged pull request that closes the issue, else
 * the last merged one that mentions it, else the closing of the issue.
 * @param former an earlier fix after which the failures came back; only later fixes count
 */
export function findFixOfIssue(
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
