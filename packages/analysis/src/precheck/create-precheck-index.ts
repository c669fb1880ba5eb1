import { groupBy } from '../collections/group-by.ts';
import { extractChangeTerms } from './extract-change-terms.ts';
import { findChangeWarning, type PrecheckOptions, type PrecheckSnapshot } from './find-change-warning.ts';
import type { CheckedChange, PrecheckFinding, PrecheckHistory } from './precheck.ts';
import { isRevertOfOriginalChange, trainPrecheckModel } from './replay-history.ts';

/** Indexes a history. 100,000 changes take some tens of seconds; each check then takes milliseconds. */
export function createPrecheckIndex(past: PrecheckHistory): PrecheckSnapshot {
  return { known: trainPrecheckModel(past), failures: listFailures(past), now: Date.parse(past.asOf) };
}

/** Returns a warning if a change resembles failed changes more than nearly all other changes do; otherwise null. */
export function precheckChange(
  index: PrecheckSnapshot,
  change: CheckedChange,
  options: PrecheckOptions = {},
): PrecheckFinding | null {
  if (isRevertOfOriginalChange(change.title)) return null;
  const read = extractChangeTerms(change);
  return findChangeWarning(index, read, index.known.state.estimateRisk(read, index.now), options);
}

export interface ReplayedPrecheck {
  readonly changeId: string;
  readonly riskScore: number;
  readonly finding: PrecheckFinding | null;
}

/**
 * Checks each of the `latest` past changes with only what was known when it landed, to measure how good the checks are.
 */
export function replayPrecheck(
  past: PrecheckHistory,
  options: PrecheckOptions = {},
  latest?: number,
): ReplayedPrecheck[] {
  const failures = listFailures(past);
  const replayed: ReplayedPrecheck[] = [];
  trainPrecheckModel(
    past,
    (change, read, weighed, known) => {
      const index = { known, failures, now: Date.parse(change.occurredAt) };
      replayed.push({
        changeId: change.id,
        riskScore: weighed.riskScore,
        finding: findChangeWarning(index, read, weighed, options),
      });
    },
    latest,
  );
  return replayed;
}

function listFailures({ failures }: PrecheckHistory): PrecheckSnapshot['failures'] {
  const sorted = [...failures].sort((a, b) => Date.parse(a.knownAt) - Date.parse(b.knownAt) || (a.id < b.id ? -1 : 1));
  return groupBy(sorted, ({ changeId }) => [changeId]);
}
