import { dayInMs } from '@refrain/domain';
import {
  type ChangeOutcome,
  calibrateRiskScore,
  priorCalibration,
  type RiskCalibration,
} from './calibrate-risk-score.ts';
import { type ChangeTerms, extractChangeTerms } from './extract-change-terms.ts';
import { listHistoryEvents } from './list-history-events.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';
import { createPrecheckState, type PrecheckState, type RiskEstimate } from './precheck-state.ts';
import { maxRankedChanges } from './rank-risk-score.ts';

export interface LearntPrecheckModel {
  readonly state: PrecheckState;
  readonly calibrate: RiskCalibration;
  /** Risk scores of the latest changes, oldest first, each computed just before the change landed */
  readonly riskScores: readonly number[];
}

/** Called for each scored change with what was known just before the change landed. */
export type ScoredChangeVisitor = (
  change: PastChange,
  read: ChangeTerms,
  weighed: RiskEstimate,
  known: LearntPrecheckModel,
) => void;

/** Default number of latest changes that are scored */
const maxWeighed = 3_000;
/** A change counts as successful if no failure became known within this time after it landed. */
const outcomeAfterMs = 14 * dayInMs;
/** Number of new outcomes after which the calibration is refitted */
const calibratedEvery = 250;

interface PendingOutcome extends Pick<RiskEstimate, 'riskScore' | 'averageScore'> {
  readonly at: number;
  readonly number: number;
}

/**
 * Learns from changes and failures in the order in which they became known, and scores each change by what was known
 * before.
 * @param weighed number of latest changes to score
 */
export function learnFromHistory(
  past: PrecheckHistory,
  visit: ScoredChangeVisitor = () => {},
  weighed = maxWeighed,
): LearntPrecheckModel {
  const events = listHistoryEvents(past);
  const landings = events.filter(({ kind }) => kind === 'landed').length;
  const state = createPrecheckState();
  const numbers = new Map<string, number>();
  const riskScores: number[] = [];
  const outcomes: ChangeOutcome[] = [];
  const pending: PendingOutcome[] = [];
  let calibrate = priorCalibration;
  let nextPending = 0;

  function addOutcomesUntil(now: number): void {
    for (let next = pending[nextPending]; next !== undefined && next.at + outcomeAfterMs <= now; ) {
      outcomes.push({
        riskScore: next.riskScore,
        averageScore: next.averageScore,
        hasFailed: state.hasFailed(next.number),
      });
      if (outcomes.length % calibratedEvery === 0) calibrate = calibrateRiskScore(outcomes);
      nextPending += 1;
      next = pending[nextPending];
    }
  }

  for (const { kind, at, change } of events) {
    addOutcomesUntil(at);
    if (kind === 'known') {
      state.markFailed(numbers.get(change.id) ?? -1, at);
      continue;
    }
    const read = extractChangeTerms(change);
    if (numbers.size >= landings - weighed) {
      const own = state.estimateRisk(read, at);
      visit(change, read, own, { state, calibrate, riskScores });
      riskScores.push(own.riskScore);
      if (riskScores.length > maxRankedChanges) riskScores.shift();
      pending.push({ at, number: numbers.size, riskScore: own.riskScore, averageScore: own.averageScore });
    }
    numbers.set(change.id, state.addChange(change, read, at));
  }
  addOutcomesUntil(Date.parse(past.asOf));
  return { state, calibrate, riskScores };
}
