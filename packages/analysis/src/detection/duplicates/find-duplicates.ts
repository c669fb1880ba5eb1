import type { Failure } from '@refrain/domain';
import type { Duplicate, Match } from './duplicate.ts';
import { matchDeployments } from './match-deployments.ts';
import { matchIncidents } from './match-incidents.ts';

/**
 * Finds failures that several sources report. The primary of an incident is its PagerDuty record, then its issue, then
 * its post-mortem; that of a deployment is its statuses, then its Actions run, then its rollback. Two failures of one
 * source are duplicates only if two connections read one record, or if they are attempts of one Actions run.
 * @returns sorted by `failureId`, independent of the input's order
 */
export function findDuplicates(failures: readonly Failure[]): Duplicate[] {
  const sorted = failures.filter(({ isFailure }) => isFailure).sort((a, b) => (a.id < b.id ? -1 : 1));
  const targets = new Map<string, string>();
  for (const { from, to } of [...matchRecords(sorted), ...matchDeployments(sorted), ...matchIncidents(sorted)])
    if (!targets.has(from.id) && from.id !== to.id) targets.set(from.id, to.id);
  return sorted.flatMap(({ id }) => {
    const first = targets.get(id);
    return first === undefined ? [] : [{ failureId: id, duplicateOf: follow(first, targets) }];
  });
}

/** Follows matches to the primary; the chain ends, since each step leads to a better source or an earlier record. */
function follow(first: string, targets: ReadonlyMap<string, string>): string {
  let at = first;
  for (let next = targets.get(at); next !== undefined; next = targets.get(at)) at = next;
  return at;
}

/** Matches equal records that two connections to the same account read. */
function matchRecords(sorted: readonly Failure[]): Match[] {
  const known = new Map<string, Failure>();
  return sorted.flatMap((failure) => {
    const { kind, externalId, url, occurredAt, connectionId } = failure;
    const key = [kind, externalId, url ?? '', occurredAt].join('\n');
    const other = known.get(key);
    if (other === undefined) known.set(key, failure);
    return other === undefined || other.connectionId === connectionId ? [] : [{ from: failure, to: other }];
  });
}
