import { dayInMs } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import { parseRevertTitle } from '../detection/reverts/parse-revert-title.ts';
import {
  type ChangeOutcome,
  calibrateRiskScore,
  priorCalibration,
  type RiskCalibration,
} from './calibrate-risk-score.ts';
import { type ChangeTerms, extractChangeTerms } from './extract-change-terms.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';
import { createPrecheckState, type PrecheckState, type RiskEstimate } from './precheck-state.ts';
import { maxRankedChanges } from './rank-risk-score.ts';

export interface PrecheckModel {
  readonly state: PrecheckState;
  readonly calibrate: RiskCalibration;
  /** Risk scores of the latest changes, oldest first, each computed just before the change landed */
  readonly riskScores: readonly number[];
}

/** Called for each scored change with what was known just before the change landed. */
type ScoredChangeVisitor = (change: PastChange, read: ChangeTerms, weighed: RiskEstimate, known: PrecheckModel) => void;

const maxWeighed = 3_000;
/** A change counts as successful if no failure became known within this time after it landed. */
const outcomeAfterMs = 14 * dayInMs;
/** Number of new outcomes after which the calibration is refitted */
const calibratedEvery = 250;

interface PendingOutcome extends Pick<RiskEstimate, 'riskScore' | 'averageScore'> {
  readonly at: number;
  readonly number: number;
}

/** Processes the events of a history in chronological order, and scores the last `weighed` changes. */
export function trainPrecheckModel(
  past: PrecheckHistory,
  visit: ScoredChangeVisitor = () => {},
  weighed = maxWeighed,
): PrecheckModel {
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

/** An event in the history of a change: the change landed (`landed`), or its failure became known (`known`). */
interface HistoryEvent {
  readonly kind: 'known' | 'landed';
  readonly at: number;
  readonly change: PastChange;
}

/** Number of latest changes that are kept. Older changes without a failure hardly affect a risk score. */
const latestChanges = 20_000;

/**
 * Lists, in chronological order, when changes landed and when they first failed. Omits reverts, and old changes without
 * a failure.
 */
export function listHistoryEvents({ asOf, changes, failures }: PrecheckHistory): HistoryEvent[] {
  const end = Date.parse(asOf);
  const failed = new Map<string, number>();
  for (const { changeId, knownAt } of failures) {
    const at = Date.parse(knownAt);
    if (at <= end) failed.set(changeId, Math.min(at, failed.get(changeId) ?? end));
  }
  const landed = [...new Map(changes.map((change) => [change.id, change])).values()]
    .map((change): HistoryEvent => ({ kind: 'landed', at: Date.parse(change.occurredAt), change }))
    .filter(({ at, change }) => at <= end && !isRevertOfOriginalChange(change.title))
    .sort(inOrder);
  const events = landed
    .filter(({ change }, at) => at >= landed.length - latestChanges || failed.has(change.id))
    .flatMap((event): HistoryEvent[] => {
      const knownAt = failed.get(event.change.id);
      if (knownAt === undefined) return [event];
      // Dates a failure after the landing of its change even if two providers' clocks disagree.
      return [event, { kind: 'known', at: Math.max(knownAt, event.at + 1), change: event.change }];
    });
  return events.filter(({ at }) => at <= end).sort(inOrder);
}

/** Sorts by time. In a tie, failures come first, so that changes that land at that moment are checked against them. */
function inOrder(a: HistoryEvent, b: HistoryEvent): number {
  return a.at - b.at || compareStrings(a.kind, b.kind) || compareStrings(a.change.id, b.change.id);
}

const maxTitleLength = 500;

/** Tells whether a change reverts another. False for a revert of a revert, because that reintroduces the change. */
export function isRevertOfOriginalChange(title: string): boolean {
  return (parseRevertTitle(title.slice(0, maxTitleLength).replace(/\s+/gu, ' '))?.depth ?? 0) % 2 === 1;
}
