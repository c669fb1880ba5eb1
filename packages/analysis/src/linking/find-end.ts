import { dayInMs, type Evidence, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import type { Affinity } from './affinity.ts';
import type { ChangeIndex, Unit } from './change-index.ts';
import { describeHours, round } from './find-cause.ts';
import type { NamedChange } from './named-changes.ts';

export interface EndCandidate {
  readonly unit: Unit;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

const before = 3 * hourInMs;
const after = 20 * minuteInMs;
const least = 0.5;
const backward = /^(?:\S{1,30}:\s*)?(?:revert|roll[ -]?back|back[ -]?out|undo)|\b(?:roll[ -]?back|reverts?)\b/iu;

/** The change that ended an incident: taken in the right place, after its start and close to its resolution. Null where none is clear. */
export function findEnd(
  failure: Failure,
  cause: Unit | null,
  context: {
    readonly index: ChangeIndex;
    readonly affinities: readonly Affinity[];
    readonly named: readonly NamedChange[];
    /** Keys of the units that take back a unit. */
    readonly revertedBy: ReadonlyMap<string, ReadonlySet<string>>;
    readonly isRejected: (unit: Unit) => boolean;
  },
): EndCandidate | null {
  if (failure.resolvedAt === null) return null;
  const start = Date.parse(failure.occurredAt);
  const end = Date.parse(failure.resolvedAt);
  const from = Math.max(start, end - before);
  const repositories = new Set([
    ...(cause === null ? [] : [cause.repository]),
    ...(failure.repository === null ? [] : [failure.repository]),
    ...context.affinities.filter(({ score }) => score >= 0.5).map(({ repository }) => repository),
  ]);
  const candidates: EndCandidate[] = [];
  for (const repository of repositories) {
    for (const { at, change, unit } of context.index.between(repository, from, end + after, 20)) {
      if (change.succeeded === false || unit.key === cause?.key || context.isRejected(unit)) continue;
      const takesBack = cause !== null && context.revertedBy.get(cause.key)?.has(unit.key) === true;
      const isBackward =
        backward.test(change.title) || (change.kind === 'deployment' && isOlder(unit, change.occurredAt));
      const isNamed = context.named.some((entry) => entry.unit.key === unit.key);
      const hours = Math.abs(end - at) / hourInMs;
      const signs: Evidence[] = [
        {
          signal: 'time',
          detail: `${describeHours(hours)} ${at <= end ? 'before' : 'after'} the resolution`,
          weight: 0.35 * Math.exp(-hours),
        },
      ];
      if (takesBack) signs.push({ signal: 'sha', detail: 'takes back the change that caused it', weight: 0.5 });
      else if (isBackward) signs.push({ signal: 'words', detail: 'a rollback', weight: 0.3 });
      if (isNamed) signs.push({ signal: 'reference', detail: 'named by the incident', weight: 0.4 });
      if (unit.repository === cause?.repository)
        signs.push({ signal: 'service', detail: `same repository as the cause`, weight: 0.15 });
      const score = round(
        Math.min(
          1,
          signs.reduce((sum, { weight }) => sum + weight, 0),
        ),
      );
      if (score >= least)
        candidates.push({ unit, score, evidence: signs.map((sign) => ({ ...sign, weight: round(sign.weight) })) });
    }
  }
  candidates.sort((a, b) => b.score - a.score || (a.unit.key < b.unit.key ? -1 : 1));
  return candidates[0] ?? null;
}

/** A deployment of a commit that had been deployed or merged well before: going back to it. */
function isOlder(unit: Unit, deployedAt: string): boolean {
  const first = unit.records[0];
  return (
    first !== undefined &&
    Date.parse(deployedAt) - Date.parse(first.occurredAt) > 6 * hourInMs &&
    first.kind === 'deployment'
  );
}

/** The deployment that went through after one of the same repository and environment had failed. Null where none did within a day. */
export function findRetry(failure: Failure, index: ChangeIndex): EndCandidate | null {
  if (failure.repository === null) return null;
  const start = Date.parse(failure.occurredAt);
  const succeeded = index
    .between(failure.repository, start + 1, start + dayInMs, 200)
    .filter(
      ({ change }) =>
        change.kind === 'deployment' && change.succeeded === true && change.environment === failure.environment,
    );
  const first = succeeded.at(-1);
  if (first === undefined) return null;
  const detail = `the next deployment that went through, ${describeHours((first.at - start) / hourInMs)} later`;
  return { unit: first.unit, score: 0.7, evidence: [{ signal: 'time', detail, weight: 0.7 }] };
}
