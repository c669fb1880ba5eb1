import { dayInMs } from '@refrain/domain';
import { asBelieved, calibrateRisk, type RiskCalibration, type RiskOutcome } from './calibrate-risk-score.ts';
import { listEvents } from './list-events.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';
import { createPrecheckState, type PrecheckState, type Weighed } from './precheck-state.ts';
import { maxRanked } from './rank-risk-score.ts';
import { type ReadChange, readChange } from './read-change.ts';

/** What is known at a moment. */
export interface Known {
  readonly state: PrecheckState;
  readonly calibrate: RiskCalibration;
  /** Leans of the latest changes, each as it was before the change landed. */
  readonly riskScores: readonly number[];
}

/** Called for each change whose lean is looked at, with what was known before it landed. */
export type Visit = (change: PastChange, read: ReadChange, weighed: Weighed, known: Known) => void;

/** Changes whose lean is looked at, the latest. */
const maxWeighed = 3_000;
/** Almost all failures are known by then. */
const outcomeAfterMs = 14 * dayInMs;
/** Outcomes after which the calibration is learnt anew. */
const calibratedEvery = 250;

interface PendingOutcome extends Pick<Weighed, 'riskScore' | 'usual'> {
  readonly at: number;
  readonly number: number;
}

/**
 * Goes through the past in the order in which it became known. At each moment nothing later counts, so that what is found on the way
 * is what would have been said then.
 * @param weighed how many of the latest changes to look at
 */
export function walkHistory(past: PrecheckHistory, visit: Visit = () => {}, weighed = maxWeighed): Known {
  const events = listEvents(past);
  const landings = events.filter(({ kind }) => kind === 'landed').length;
  const state = createPrecheckState();
  const numbers = new Map<string, number>();
  const riskScores: number[] = [];
  const settled: RiskOutcome[] = [];
  const unsettled: PendingOutcome[] = [];
  let calibrate = asBelieved;
  let nextUnsettled = 0;

  function closeUntil(now: number): void {
    for (let next = unsettled[nextUnsettled]; next !== undefined && next.at + outcomeAfterMs <= now; ) {
      settled.push({ riskScore: next.riskScore, usual: next.usual, hasFailed: state.hasFailed(next.number) });
      if (settled.length % calibratedEvery === 0) calibrate = calibrateRisk(settled);
      nextUnsettled += 1;
      next = unsettled[nextUnsettled];
    }
  }

  for (const { kind, at, change } of events) {
    closeUntil(at);
    if (kind === 'known') {
      state.know(numbers.get(change.id) ?? -1, at);
      continue;
    }
    const read = readChange(change);
    if (numbers.size >= landings - weighed) {
      const own = state.weigh(read, at);
      visit(change, read, own, { state, calibrate, riskScores });
      riskScores.push(own.riskScore);
      if (riskScores.length > maxRanked) riskScores.shift();
      unsettled.push({ at, number: numbers.size, riskScore: own.riskScore, usual: own.usual });
    }
    numbers.set(change.id, state.take(change, read, at));
  }
  closeUntil(Date.parse(past.asOf));
  return { state, calibrate, riskScores };
}
