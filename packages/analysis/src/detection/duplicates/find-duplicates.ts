import type { Failure } from '@refrain/domain';
import type { Duplicate, Match } from './duplicate.ts';
import { matchDeployments } from './match-deployments.ts';
import { matchIncidents } from './match-incidents.ts';

/**
 * Finds the failures that are one and the same, told by several sources: an incident by PagerDuty, by an issue and by its
 * post-mortem; a failed deployment by its statuses, by the Actions run behind it and by its rollback. The first source of
 * each row is the primary. Failures of one source are never the same, unless two connections read the same record, or they
 * are attempts of one Actions run.
 * What is no failure has no part in it: a rollback stays one, though the run of the same commit was only a trial.
 * @returns by `failureId`; the same for any order of the failures
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

/** Every step leads to a source that is told before, or to an earlier attempt or id of the same, so that each chain ends. */
function follow(first: string, targets: ReadonlyMap<string, string>): string {
  let at = first;
  for (let next = targets.get(at); next !== undefined; next = targets.get(at)) at = next;
  return at;
}

/** The same record, read through two connections to one account. */
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
