import { dayInMs } from '@refrain/domain';
import { calibrateRisk, priorCalibration, type RiskCalibration, type RiskOutcome } from './calibrate-risk-score.ts';
import { listEvents } from './list-events.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';
import { createPrecheckState, type PrecheckState, type RiskEstimate } from './precheck-state.ts';
import { maxRanked } from './rank-risk-score.ts';
import { type ReadChange, readChange } from './read-change.ts';

/** The state, the calibration and the recent scores at a moment. */
export interface PrecheckKnowledge {
  readonly state: PrecheckState;
  readonly calibrate: RiskCalibration;
  /** The scores of the latest changes, each as of before the change landed. */
  readonly riskScores: readonly number[];
}

/** Called for each scored change with what was known before it landed. */
export type Visit = (change: PastChange, read: ReadChange, weighed: RiskEstimate, known: PrecheckKnowledge) => void;

/** How many of the latest changes are scored. */
const maxWeighed = 3_000;
/** After this time almost all failures are known. */
const outcomeAfterMs = 14 * dayInMs;
/** The calibration is refitted after this many outcomes. */
const calibratedEvery = 250;

interface PendingOutcome extends Pick<RiskEstimate, 'riskScore' | 'usual'> {
  readonly at: number;
  readonly number: number;
}

/**
 * Walks through the history in the order in which it became known, so that each visit sees only what was known at that
 * time.
 * @param weighed how many of the latest changes to score
 */
export function walkHistory(past: PrecheckHistory, visit: Visit = () => {}, weighed = maxWeighed): PrecheckKnowledge {
  const events = listEvents(past);
  const landings = events.filter(({ kind }) => kind === 'landed').length;
  const state = createPrecheckState();
  const numbers = new Map<string, number>();
  const riskScores: number[] = [];
  const outcomes: RiskOutcome[] = [];
  const pending: PendingOutcome[] = [];
  let calibrate = priorCalibration;
  let nextPending = 0;

  function closeUntil(now: number): void {
    for (let next = pending[nextPending]; next !== undefined && next.at + outcomeAfterMs <= now; ) {
      outcomes.push({ riskScore: next.riskScore, usual: next.usual, hasFailed: state.hasFailed(next.number) });
      if (outcomes.length % calibratedEvery === 0) calibrate = calibrateRisk(outcomes);
      nextPending += 1;
      next = pending[nextPending];
    }
  }

  for (const { kind, at, change } of events) {
    closeUntil(at);
    if (kind === 'known') {
      state.markFailed(numbers.get(change.id) ?? -1, at);
      continue;
    }
    const read = readChange(change);
    if (numbers.size >= landings - weighed) {
      const own = state.weigh(read, at);
      visit(change, read, own, { state, calibrate, riskScores });
      riskScores.push(own.riskScore);
      if (riskScores.length > maxRanked) riskScores.shift();
      pending.push({ at, number: numbers.size, riskScore: own.riskScore, usual: own.usual });
    }
    numbers.set(change.id, state.addChange(change, read, at));
  }
  closeUntil(Date.parse(past.asOf));
  return { state, calibrate, riskScores };
}
