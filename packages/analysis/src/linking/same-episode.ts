import { dayInMs, type Evidence, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { compareByTime } from '../collections/sort-by-time.ts';
import type { ChangeIndex } from './change-index.ts';
import { formatElapsedHours } from './describe.ts';
import { findRevertingChange } from './find-change-of-failure.ts';
import type { SuggestedLink } from './link-decisions.ts';
import type { NamedChange } from './named-changes.ts';

export interface FailureJoin {
  readonly earlier: Failure;
  readonly later: Failure;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

const changeSpan = 7 * dayInMs;
/** Minimum confidence of each link for joining failures by a common cause. Suggesting a cause requires less. */
const minCauseConfidence = 0.7;
const burst = 10 * minuteInMs;
const refire = hourInMs;
const retry = 6 * hourInMs;
/** Maximum duration of a chain of repeated alerts or retried deployments. */
const chainSpan = dayInMs;

/** Joins failures that one change caused, each with the previous one, within a week of the first failure. */
export function joinFailuresByCause(
  groups: ReadonlyMap<string, readonly { failure: Failure; score: number }[]>,
): FailureJoin[] {
  return [...groups.values()].flatMap((group) => {
    const sorted = group
      .filter(({ score }) => score >= minCauseConfidence)
      .sort((a, b) => compareByTime(a.failure, b.failure));
    let start = sorted[0];
    return consecutive(sorted).flatMap(([a, b]) => {
      if (start === undefined || between(start.failure, b.failure) > changeSpan) {
        start = b;
        return [];
      }
      const score = Math.min(a.score, b.score);
      return [joinFailuresByOneSignal(a.failure, b.failure, score, 'sha', 'set off by the same change')];
    });
  });
}

/** Joins incidents of one service that began within minutes, and repetitions of an alert within an hour. */
export function joinIncidentsOfOneService(incidents: readonly Failure[]): FailureJoin[] {
  const byService = groupBy(incidents, ({ services }) => new Set(services));
  const byAlert = groupBy(incidents, (failure) => [
    `${[...failure.services].sort().join('\n')}\n${normaliseAlertTitle(failure.title)}`,
  ]);
  return [
    ...[...byService.values()].flatMap((group) =>
      joinChain(
        group,
        (a, b) =>
          between(a, b) <= burst ? `same service ${formatElapsedHours(between(a, b) / hourInMs)} later` : null,
        'service',
        0.7,
      ),
    ),
    ...[...byAlert.values()].flatMap((group) =>
      joinChain(
        group,
        (a, b) => (sinceEnd(a, b) <= refire ? 'the same alert again within the hour' : null),
        'words',
        0.85,
      ),
    ),
  ];
}

export function joinRetriedDeployments(
  deployments: readonly Failure[],
  succeededBetween: (a: Failure, b: Failure) => boolean,
): FailureJoin[] {
  const groups = groupBy(deployments, (failure) => [`${failure.repository}\n${failure.environment}`]);
  return [...groups.values()].flatMap((group) =>
    joinChain(
      group,
      (a, b) => (between(a, b) <= retry && !succeededBetween(a, b) ? 'failed again before any success' : null),
      'time',
      0.75,
    ),
  );
}

function joinChain(
  group: readonly Failure[],
  reasonFor: (a: Failure, b: Failure) => string | null,
  signal: string,
  score: number,
): FailureJoin[] {
  const edges: FailureJoin[] = [];
  let start: Failure | null = null;
  for (const [a, b] of consecutive([...group].sort(compareByTime))) {
    start ??= a;
    const reason = between(start, b) <= chainSpan ? reasonFor(a, b) : null;
    if (reason === null) start = b;
    else edges.push(joinFailuresByOneSignal(a, b, score, signal, reason));
  }
  return edges;
}

export function createFailureJoin(a: Failure, b: Failure, score: number, ...evidence: Evidence[]): FailureJoin {
  const [earlier, later] = compareByTime(a, b) <= 0 ? [a, b] : [b, a];
  return { earlier, later, score, evidence };
}

export function joinFailuresByOneSignal(
  a: Failure,
  b: Failure,
  score: number,
  signal: string,
  detail: string,
): FailureJoin {
  return createFailureJoin(a, b, score, { signal, detail, weight: score });
}

/** Returns a title without numbers and punctuation, which change between repetitions of an alert. */
export function normaliseAlertTitle(title: string): string {
  return title
    .slice(0, 300)
    .toLowerCase()
    .replace(/[\d.:%#-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function between(a: Failure, b: Failure): number {
  return Math.abs(Date.parse(b.occurredAt) - Date.parse(a.occurredAt));
}

function sinceEnd(a: Failure, b: Failure): number {
  return (
    Date.parse(b.occurredAt) -
    Math.max(
      Date.parse(a.occurredAt),
      Math.min(Date.parse(a.resolvedAt ?? a.occurredAt), Date.parse(a.occurredAt) + chainSpan),
    )
  );
}

function consecutive<T>(sorted: readonly T[]): [T, T][] {
  return sorted.slice(1).map((value, at) => [sorted[at] as T, value]);
}

/** Minimum confidence that a revert resolved an incident, for joining the two. */
const minResolutionConfidence = 0.8;

/**
 * Joins incidents with the reverts that resolved them, because a revert that answers an incident is no second occurrence of the failure.
 * @param links suggested links of incidents
 * @param failures incidents and reverts that count as failures
 */
export function joinIncidentsResolvedByReverts(
  links: readonly Pick<SuggestedLink, 'type' | 'failureId' | 'targetId' | 'score'>[],
  failures: readonly Failure[],
  index: ChangeIndex,
): FailureJoin[] {
  const incidents = new Map(failures.flatMap((one) => (one.kind === 'incident' ? [[one.id, one] as const] : [])));
  const reverts = new Map(
    failures.flatMap((failure) => {
      const own = failure.kind === 'reverted_change' ? findRevertingChange(failure, index) : null;
      return own === null ? [] : [[own.head.id, failure] as const];
    }),
  );
  return links.flatMap(({ type, failureId, targetId, score }) => {
    const [incident, revert] = [incidents.get(failureId), reverts.get(targetId)];
    return type === 'resolved_by' && score >= minResolutionConfidence && incident !== undefined && revert !== undefined
      ? [joinFailuresByOneSignal(incident, revert, score, 'sha', 'the revert resolved the incident')]
      : [];
  });
}

/** Matches incident ids that contain both letters and digits, since logs contain many plain numbers. */
const incidentId = /\b(?=[A-Z\d-]{0,20}[A-Z])(?=[A-Z\d-]{0,20}\d)[A-Z\d][A-Z\d-]{4,20}\b/gu;
const span = 7 * dayInMs;

/** An incident that names more changes than this is skipped, since its text probably contains a pasted list. */
const maxNamed = 3;

/** Joins incidents with the reverts that their texts name, and other failures with the incidents that they name. */
export function joinMentionedFailures(
  failures: readonly Failure[],
  namedBy: ReadonlyMap<string, readonly NamedChange[]>,
  index: ChangeIndex,
  revertOf: ReadonlyMap<string, Failure>,
): FailureJoin[] {
  const counted = new Set(failures.map(({ id }) => id));
  const isNear = (a: Failure, b: Failure): boolean =>
    Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt)) <= span;
  const incidents = new Map(
    failures.filter(({ kind }) => kind === 'incident').map((failure) => [failure.externalId.toLowerCase(), failure]),
  );
  return failures.flatMap((failure) => {
    if (failure.kind === 'incident') {
      const named = namedBy.get(failure.id) ?? [];
      if (named.length > maxNamed) return [];
      return named.flatMap(({ unit, reference }) => {
        const revert = revertOf.get(unit.key);
        if (revert === undefined || !counted.has(revert.id) || !isNear(failure, revert)) return [];
        return [joinFailuresByOneSignal(failure, revert, 0.9, 'reference', `the incident names ${reference}`)];
      });
    }
    const own = findRevertingChange(failure, index);
    const text = `${failure.title}\n${failure.text}\n${own?.head.text ?? ''}`.slice(0, 20_000);
    return [...text.matchAll(incidentId)].flatMap(([word]) => {
      const incident = incidents.get(word.toLowerCase());
      if (incident === undefined || !isNear(incident, failure)) return [];
      return [joinFailuresByOneSignal(failure, incident, 0.9, 'reference', `names the incident ${word}`)];
    });
  });
}
