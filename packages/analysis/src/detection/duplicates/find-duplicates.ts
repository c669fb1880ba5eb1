import type { Failure } from '@refrain/domain';
import type { DuplicateFailure, DuplicateMatch } from './duplicate-failure.ts';
import { matchDeployments } from './match-deployments.ts';
import { matchIncidents } from './match-incidents.ts';

/**
 * Finds failures that several sources report, and the primary of each. PagerDuty incidents take precedence over issues,
 * and issues over post-mortems; deployment statuses over Actions runs, and Actions runs over rollbacks. Failures of one
 * source are duplicates only if two connections read one record, or if they are attempts of one Actions run.
 * @returns duplicates sorted by `failureId`, independent of the order of the input
 */
export function findDuplicates(failures: readonly Failure[]): DuplicateFailure[] {
  const sorted = failures.filter(({ isFailure }) => isFailure).sort((a, b) => (a.id < b.id ? -1 : 1));
  const targets = new Map<string, string>();
  for (const { from, to } of [...matchRecords(sorted), ...matchDeployments(sorted), ...matchIncidents(sorted)])
    if (!targets.has(from.id) && from.id !== to.id) targets.set(from.id, to.id);
  return sorted.flatMap(({ id }) => {
    const first = targets.get(id);
    return first === undefined ? [] : [{ failureId: id, duplicateOf: follow(first, targets) }];
  });
}

/** Follows matches to the primary. Cannot loop, since each match is earlier or of a source with precedence. */
function follow(first: string, targets: ReadonlyMap<string, string>): string {
  let at = first;
  for (let next = targets.get(at); next !== undefined; next = targets.get(at)) at = next;
  return at;
}

/** Matches copies of one record that two connections to the same account read. */
function matchRecords(sorted: readonly Failure[]): DuplicateMatch[] {
  const known = new Map<string, Failure>();
  return sorted.flatMap((failure) => {
    const { kind, externalId, url, occurredAt, connectionId } = failure;
    const key = [kind, externalId, url ?? '', occurredAt].join('\n');
    const other = known.get(key);
    if (other === undefined) known.set(key, failure);
    return other === undefined || other.connectionId === connectionId ? [] : [{ from: failure, to: other }];
  });
}
