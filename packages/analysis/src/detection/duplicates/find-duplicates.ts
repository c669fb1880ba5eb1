import type { Failure } from '@refrain/domain';
import type { Duplicate, Match } from './duplicate.ts';
import { matchDeployments } from './match-deployments.ts';
import { matchIncidents } from './match-incidents.ts';

/**
 * Finds failures that several sources report: an incident by PagerDuty, by an issue and by its post-mortem; a failed
 * deployment by its statuses, by the Actions run behind it and by its rollback. In each list the first source gives the
 * primary. Two failures of one source are duplicates only if two connections read the same record, or if they are
 * attempts of one Actions run. Records that are not failures are left out: a rollback stays a failure even if the run
 * of the same commit was only a trial.
 * @returns sorted by `failureId`, independent of the order of the failures
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

/**
 * Follows the steps to the primary. Each step leads to a source of higher rank, or to an earlier attempt or lower id of
 * the same rank, so the chain ends.
 */
function follow(first: string, targets: ReadonlyMap<string, string>): string {
  let at = first;
  for (let next = targets.get(at); next !== undefined; next = targets.get(at)) at = next;
  return at;
}

/** Matches the same record read through two connections to one account. */
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
