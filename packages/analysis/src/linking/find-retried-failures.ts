import type { Link } from '@refrain/domain';

/** Finds the failed deployments whose change was deployed again unchanged and then succeeded: it caused and resolved them. */
export function findRetriedFailures(
  links: readonly (Pick<Link, 'type' | 'failureId' | 'targetId'> & Partial<Pick<Link, 'status'>>)[],
): ReadonlySet<string> {
  const valid = links.filter(({ status }) => status !== 'rejected');
  const pairOf = ({ failureId, targetId }: Pick<Link, 'failureId' | 'targetId'>) => `${failureId}\n${targetId}`;
  const deployed = new Set(valid.filter(({ type }) => type === 'caused_by').map(pairOf));
  const retried = valid.filter((link) => link.type === 'resolved_by' && deployed.has(pairOf(link)));
  return new Set(retried.map(({ failureId }) => failureId));
}
