import type { Fix, TrackedIssue } from '@refrain/domain';

/**
 * What was put in place when an issue was closed as completed: of the merged pull requests that say they end it, the last;
 * else of those that name it; else that people closed it.
 * @param former what was put in place before and did not last: only what came after it counts; null where nothing was
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
