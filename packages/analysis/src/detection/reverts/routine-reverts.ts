import { dayInMs } from '@refrain/domain';
import type { Revert } from './revert.ts';
import { findTitleTemplates, parseTitleWords } from './title-template.ts';

export interface RevertWithTitle {
  readonly revert: Revert;
  /** Title of the reverted change. */
  readonly title: string;
  /** Time of the revert in milliseconds since 1970. */
  readonly at: number;
}

/** A revert is routine if reverts on at least this number of other days have similar titles. */
const minOthers = 4;
/** Similar reverts do not count as routine if more than this share of them state that the change did harm. */
const maxHarmedShare = 0.2;
const confidence = 0.75;

/** Judges unclear reverts as planned if changes with similar titles, such as "Drain <host>", are reverted regularly. */
export function judgeRoutineReverts(reverts: readonly RevertWithTitle[]): Revert[] {
  const counted = reverts.filter(({ revert }) => revert.hasLanded && !revert.isRevertOfRevert);
  const kinds = [...findTitleTemplates(counted.map(({ title }) => parseTitleWords(title))).values()];
  const kindOf = new Map(
    kinds.flatMap((positions) => {
      const own = positions.map((at) => counted[at] as RevertWithTitle);
      const kind = {
        reverts: own.length,
        harmed: own.filter(({ revert: { verdict, evidence } }) => verdict === 'failure' && evidence.length > 0).length,
        times: own.map(({ at }) => at).sort((a, b) => a - b),
      };
      return own.map(({ revert }) => [revert, kind] as const);
    }),
  );
  return reverts.map(({ revert, at }) => {
    const kind = kindOf.get(revert);
    if (kind === undefined || !isUndecided(revert)) return revert;
    const isRoutine = countApart(kind.times, at) >= minOthers && kind.harmed <= maxHarmedShare * kind.reverts;
    return isRoutine ? { ...revert, verdict: 'planned', isFailure: false, confidence, evidence: [] } : revert;
  });
}

function isUndecided({ verdict, evidence, hasLanded, isRevertOfRevert }: Revert): boolean {
  return hasLanded && !isRevertOfRevert && (verdict === 'unclear' || (verdict === 'failure' && evidence.length === 0));
}

/** Counts times at least a day apart from `own` and from each other. Retries on one day are not a routine. */
function countApart(times: readonly number[], own: number): number {
  let [count, last] = [0, Number.NEGATIVE_INFINITY];
  for (const at of times) {
    if (at - last < dayInMs || Math.abs(at - own) < dayInMs) continue;
    count += 1;
    last = at;
  }
  return count;
}
