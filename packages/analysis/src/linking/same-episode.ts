import { dayInMs, type Evidence, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { byTime } from '../collections/sort-by-time.ts';
import { describeHours } from './describe.ts';

/** Two failures that are one event. */
export interface Edge {
  readonly earlier: Failure;
  readonly later: Failure;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Longest time between two failures of one change. */
const changeSpan = 7 * dayInMs;
/** To make two events one takes a surer cause than to suggest it. */
const minCauseConfidence = 0.7;
const burst = 10 * minuteInMs;
const refire = hourInMs;
const retry = 6 * hourInMs;
/** Longest time that a chain of re-fired alerts or retried deployments may add up to. */
const chainSpan = dayInMs;

/**
 * Failures that one change set off: each with the one before it, within a week of the first.
 * @param groups failures by change, in any order
 */
export function joinByChange(groups: ReadonlyMap<string, readonly { failure: Failure; score: number }[]>): Edge[] {
  return [...groups.values()].flatMap((group) => {
    const sorted = group
      .filter(({ score }) => score >= minCauseConfidence)
      .sort((a, b) => byTime(a.failure, b.failure));
    let start = sorted[0];
    return consecutive(sorted).flatMap(([a, b]) => {
      if (start === undefined || between(start.failure, b.failure) > changeSpan) {
        start = b;
        return [];
      }
      const score = Math.min(a.score, b.score);
      return [
        edge(a.failure, b.failure, score, { signal: 'sha', detail: 'set off by the same change', weight: score }),
      ];
    });
  });
}

/** Incidents of one service that follow one another within minutes, and the same alert fired again within an hour. */
export function joinIncidents(incidents: readonly Failure[]): Edge[] {
  const byService = groupBy(incidents, ({ services }) => new Set(services));
  const byAlert = groupBy(incidents, (failure) => [
    `${[...failure.services].sort().join('\n')}\n${signature(failure.title)}`,
  ]);
  return [
    ...[...byService.values()].flatMap((group) =>
      joinChain(
        group,
        (a, b) => (between(a, b) <= burst ? `same service ${describeHours(between(a, b) / hourInMs)} later` : null),
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

/** Deployments of one repository and environment that fail one after another with no success in between. */
export function joinRetries(
  deployments: readonly Failure[],
  succeededBetween: (a: Failure, b: Failure) => boolean,
): Edge[] {
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
): Edge[] {
  const edges: Edge[] = [];
  let start: Failure | null = null;
  for (const [a, b] of consecutive([...group].sort(byTime))) {
    start ??= a;
    const reason = between(start, b) <= chainSpan ? reasonFor(a, b) : null;
    if (reason === null) start = b;
    else edges.push(edge(a, b, score, { signal, detail: reason, weight: score }));
  }
  return edges;
}

export function edge(a: Failure, b: Failure, score: number, ...evidence: Evidence[]): Edge {
  const [earlier, later] = byTime(a, b) <= 0 ? [a, b] : [b, a];
  return { earlier, later, score, evidence };
}

/** A title without what changes from one firing to the next. */
export function signature(title: string): string {
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
