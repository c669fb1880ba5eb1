import { type Correction, type CorrectionDecision, type Failure, pickCoarserPrecision } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import type { DuplicateFailure, DuplicateMatch } from './duplicate-match.ts';
import { matchDeployments } from './match-deployments.ts';
import { matchIncidents } from './match-incidents.ts';

interface DeduplicatedFailures {
  readonly duplicates: readonly DuplicateFailure[];
  /** All failures that are not duplicates, each with the content of its duplicates. */
  readonly failures: readonly Failure[];
  /** All corrections, with the ids of duplicates replaced by the ids of their primaries. */
  readonly corrections: readonly Correction[];
}

const maxTextLength = 40_000;

/** Merges duplicates into their primaries, except those that a person has separated. */
export function mergeDuplicateFailures(
  failures: readonly Failure[],
  corrections: readonly Correction[],
): DeduplicatedFailures {
  const separated = new Set(corrections.flatMap(({ decision }) => separatedBy(decision)));
  const duplicates = findDuplicates(failures).filter(
    ({ failureId, duplicateOf }) => !separated.has(pairKey(failureId, duplicateOf)),
  );
  const primaryOf = new Map(duplicates.map(({ failureId, duplicateOf }) => [failureId, duplicateOf]));
  const duplicatesOf = groupBy(
    [...failures].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id }) => {
      const primary = primaryOf.get(id);
      return primary === undefined ? [] : [primary];
    },
  );
  return {
    duplicates,
    failures: failures
      .filter(({ id }) => !primaryOf.has(id))
      .map((failure) => addDuplicateContent(failure, duplicatesOf.get(failure.id) ?? [])),
    corrections:
      duplicates.length === 0
        ? corrections
        : corrections.flatMap((correction) => moveToPrimaries(correction, (id) => primaryOf.get(id) ?? id)),
  };
}

/**
 * Returns a failure with its duplicates' texts appended and with missing fields taken from the duplicates. The title of a
 * failed deployment without a reason gets the reason that its run states.
 */
export function addDuplicateContent(failure: Failure, duplicates: readonly Failure[]): Failure {
  if (duplicates.length === 0) return failure;
  const parts = [failure.text, ...duplicates.flatMap(listParts)].flatMap((part) => part.split('\n\n'));
  const all = [failure, ...duplicates];
  return {
    ...failure,
    title: addReason(failure, duplicates),
    text: [...new Set(parts.map((part) => part.trim()))]
      .filter((part) => part !== '' && part !== failure.title)
      .join('\n\n')
      .slice(0, maxTextLength),
    services: distinct(all.flatMap(({ services }) => services)),
    paths: distinct(all.flatMap(({ paths }) => paths)),
    references: distinct(all.flatMap(({ references }) => references)),
    sha: failure.sha ?? duplicates.find(({ sha }) => sha !== null)?.sha ?? null,
    environment: failure.environment ?? duplicates.find(({ environment }) => environment !== null)?.environment ?? null,
    ...joinTimes(failure, duplicates),
  };
}

/** Returns the title and text of a duplicate, without the title of a run that repeats a line of its log. */
function listParts({ kind, title, text }: Failure): string[] {
  const reason = kind === 'failed_deployment' ? titleWithReason.exec(title)?.[2] : undefined;
  return reason !== undefined && text.includes(reason) ? [text] : [title, text];
}

const titleWithReason = /^([^:]{1,200}): (.+)$/su;

function addReason({ kind, title }: Failure, duplicates: readonly Failure[]): string {
  if (kind !== 'failed_deployment' || titleWithReason.test(title)) return title;
  const reason = duplicates.map((one) => titleWithReason.exec(one.title)?.[2]).find((one) => one !== undefined);
  return reason === undefined ? title : `${title}: ${reason}`;
}

/** Returns a correction about the primary failures instead of their duplicates; empty if it then says nothing. */
export function moveToPrimaries(correction: Correction, primaryOf: (id: string) => string): Correction[] {
  const { decision } = correction;
  switch (decision.kind) {
    case 'must_link':
    case 'cannot_link': {
      const failureIds = distinct(decision.failureIds.map(primaryOf));
      return failureIds.length < 2 ? [] : [{ ...correction, decision: { ...decision, failureIds } }];
    }
    case 'not_a_failure':
    case 'is_a_failure':
    case 'not_change_related':
    case 'statement':
      return [{ ...correction, decision: { ...decision, failureId: primaryOf(decision.failureId) } }];
    case 'rename':
    case 'cause': {
      const { failureId } = decision;
      return failureId === undefined
        ? [correction]
        : [{ ...correction, decision: { ...decision, failureId: primaryOf(failureId) } }];
    }
    case 'link': {
      const failureId = primaryOf(decision.failureId);
      const targetId = decision.type === 'same_episode' ? primaryOf(decision.targetId) : decision.targetId;
      return failureId === targetId ? [] : [{ ...correction, decision: { ...decision, failureId, targetId } }];
    }
    default:
      return [correction];
  }
}

function separatedBy(decision: CorrectionDecision): string[] {
  if (decision.kind === 'cannot_link') return [pairKey(decision.failureIds[0] ?? '', decision.failureIds[1] ?? '')];
  const isSeparated = decision.kind === 'link' && decision.type === 'same_episode' && !decision.right;
  return isSeparated ? [pairKey(decision.failureId, decision.targetId)] : [];
}

function pairKey(a: string, b: string): string {
  return [a, b].sort().join('\n');
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Returns a failure's end and the precision of its times. If the end is unknown, a duplicate's is used. */
function joinTimes({ resolvedAt, precision }: Failure, duplicates: readonly Failure[]) {
  const other = resolvedAt === null ? duplicates.find((one) => one.resolvedAt !== null) : undefined;
  if (other === undefined) return { resolvedAt, precision };
  return { resolvedAt: other.resolvedAt, precision: pickCoarserPrecision(precision, other.precision) };
}

/**
 * Finds failures that several sources report. PagerDuty incidents take precedence over issues, and issues over
 * post-mortems; deployment statuses over Actions runs, and Actions runs over rollbacks.
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

/** Follows matches to the primary. This ends, since each match is earlier than the last one or has a preferred source. */
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
