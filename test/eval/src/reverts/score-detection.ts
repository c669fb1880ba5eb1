import { dayInMs, type Episode, type Failure, hasTimeOfDay } from '@refrain/domain';
import { createRandomStream, listTrueReverts, type Truth } from '@refrain/sample-org';
import { formatFailureId } from '../organisations/parse-organisation.ts';
import { type JoinedRevertScore, type RevertPair, scoreJoinedReverts } from './score-joined-reverts.ts';
import { scoreVerdicts, type VerdictScore } from './score-verdicts.ts';

export interface DetectionScore {
  /** For each true verdict, how many reverts Refrain treats as failures. */
  readonly reverts: VerdictScore;
  /** Scores over pairs of reverts within a day in one repository. The reverts of a stack are one event. */
  readonly sameEvent: JoinedRevertScore;
  /**
   * Shares of post-mortems whose time and precision are parsed right. `day`: post-mortems that state only a date. `minute`: those that
   * state times.
   */
  readonly times: { readonly day: Share; readonly minute: Share };
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

/** Scores the detection that precedes clustering: which reverts are failures, which reverts belong to one event, and the times of incidents. */
export function scoreDetection(
  failures: readonly Failure[],
  episodes: readonly Episode[],
  truth: Truth,
): DetectionScore {
  const known = new Map(failures.map((failure) => [failure.id, failure]));
  const reverts = listTrueReverts(truth).flatMap(({ revert: { id, sameAs }, ...told }) => {
    const names = [id, ...sameAs].map((name) => formatFailureId('reverted_change', name));
    const found = names.flatMap((name) => known.get(name) ?? [])[0];
    return found === undefined ? [] : [{ ...told, found }];
  });
  const labelled = reverts.map(({ verdict, found }) => ({
    verdict,
    repo: found.repository ?? '',
    isCalled: found.isFailure,
  }));
  const eventOf = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((one) => [one, id] as const)));
  return {
    reverts: scoreVerdicts(labelled, createRandomStream('detection')).all,
    sameEvent: scoreJoinedReverts(listPairs(reverts), eventOf),
    times: scoreTimes(known, truth),
  };
}

/** Returns the pairs of reverts in one repository that are less than a day apart. */
function listPairs(reverts: readonly { readonly found: Failure; readonly eventId: string }[]): RevertPair[] {
  return reverts.flatMap((one, at) =>
    reverts
      .slice(at + 1)
      .filter(
        ({ found }) =>
          found.repository === one.found.repository &&
          Math.abs(Date.parse(found.occurredAt) - Date.parse(one.found.occurredAt)) < dayInMs,
      )
      .map((other) => ({ a: one.found.id, b: other.found.id, same: one.eventId === other.eventId })),
  );
}

function scoreTimes(known: ReadonlyMap<string, Failure>, { postMortems }: Truth): DetectionScore['times'] {
  const share = (isTimed: boolean): Share => {
    const own = postMortems.filter(({ precision }) => hasTimeOfDay(precision) === isTimed);
    const right = own.filter(({ failure, precision, startedAt, endedAt }) => {
      const found = known.get(formatFailureId(failure.kind, failure.id));
      return found?.precision === precision && found.occurredAt === startedAt && found.resolvedAt === endedAt;
    });
    return { right: right.length, of: own.length };
  };
  return { day: share(false), minute: share(true) };
}
