import { dayInMs } from '@refrain/domain';
import { asBelieved, calibrateLean, type LeanCalibration, type SettledLean } from './calibrate-risk-score.ts';
import { listEvents } from './list-events.ts';
import type { PastChange, PrecheckPast } from './precheck.ts';
import { createPrecheckState, type PrecheckState, type Weighed } from './precheck-state.ts';
import { mostRanked } from './rank-risk-score.ts';
import { type ReadChange, readChange } from './read-change.ts';

/** What is known at a moment. */
export interface Known {
  readonly state: PrecheckState;
  readonly calibrate: LeanCalibration;
  /** Leans of the latest changes, each as it was before the change landed. */
  readonly leans: readonly number[];
}

/** Called for each change whose lean is looked at, with what was known before it landed. */
export type Visit = (change: PastChange, read: ReadChange, weighed: Weighed, known: Known) => void;

/** Changes whose lean is looked at, the latest. */
const mostWeighed = 3_000;
/** Almost all failures are known by then. */
const settledAfter = 14 * dayInMs;
/** Outcomes after which the calibration is learnt anew. */
const calibratedEvery = 250;

interface Unsettled extends Pick<Weighed, 'lean' | 'usual'> {
  readonly at: number;
  readonly number: number;
}

/**
 * Goes through the past in the order in which it became known. At each moment nothing later counts, so that what is found on the way
 * is what would have been said then.
 * @param weighed how many of the latest changes to look at
 */
export function walkPast(past: PrecheckPast, visit: Visit = () => {}, weighed = mostWeighed): Known {
  const events = listEvents(past);
  const landings = events.filter(({ kind }) => kind === 'landed').length;
  const state = createPrecheckState();
  const numbers = new Map<string, number>();
  const leans: number[] = [];
  const settled: SettledLean[] = [];
  const unsettled: Unsettled[] = [];
  let calibrate = asBelieved;
  let nextUnsettled = 0;

  function settleUntil(now: number): void {
    for (let next = unsettled[nextUnsettled]; next !== undefined && next.at + settledAfter <= now; ) {
      settled.push({ lean: next.lean, usual: next.usual, hasFailed: state.hasFailed(next.number) });
      if (settled.length % calibratedEvery === 0) calibrate = calibrateLean(settled);
      nextUnsettled += 1;
      next = unsettled[nextUnsettled];
    }
  }

  for (const { kind, at, change } of events) {
    settleUntil(at);
    if (kind === 'known') {
      state.know(numbers.get(change.id) ?? -1, at);
      continue;
    }
    const read = readChange(change);
    if (numbers.size >= landings - weighed) {
      const own = state.weigh(read, at);
      visit(change, read, own, { state, calibrate, leans });
      leans.push(own.lean);
      if (leans.length > mostRanked) leans.shift();
      unsettled.push({ at, number: numbers.size, lean: own.lean, usual: own.usual });
    }
    numbers.set(change.id, state.take(change, read, at));
  }
  settleUntil(Date.parse(past.asOf));
  return { state, calibrate, leans };
}
