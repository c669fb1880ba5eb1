import { groupBy } from '../collections/group-by.ts';
import { findWarning, type PrecheckOptions, type PrecheckSnapshot } from './find-warning.ts';
import { isPlainRevert } from './is-plain-revert.ts';
import type { PrecheckChange, PrecheckFinding, PrecheckHistory } from './precheck.ts';
import { readChange } from './read-change.ts';
import { walkHistory } from './replay-history.ts';

/** The history as an immutable index. Later knowledge needs a new index. */
export type PrecheckIndex = PrecheckSnapshot;

/** Indexes a history. 100,000 changes take some tens of seconds; each check after that takes milliseconds. */
export function createPrecheckIndex(past: PrecheckHistory): PrecheckIndex {
  return { known: walkHistory(past), failures: listFailures(past), now: Date.parse(past.asOf) };
}

/**
 * Returns a warning if the words, files and recency of a change resemble those of earlier failed changes more than
 * nearly all changes do. Returns null if it does not, if the change is a revert, or if too little history is known.
 * Pure and deterministic.
 */
export function precheckChange(
  index: PrecheckIndex,
  change: PrecheckChange,
  options: PrecheckOptions = {},
): PrecheckFinding | null {
  if (isPlainRevert(change.title)) return null;
  const read = readChange(change);
  return findWarning(index, read, index.known.state.weigh(read, index.now), options);
}

/** The result of a check on a past change at the moment when it landed. */
export interface ReplayedCheck {
  readonly changeId: string;
  /** Log-odds of failure relative to the base rate. */
  readonly riskScore: number;
  readonly finding: PrecheckFinding | null;
}

/**
 * Checks every change of the past as of the moment when it landed, oldest first. Used to evaluate the check on a user's
 * own history.
 * @param latest how many of the latest changes to check; earlier ones are only learnt from
 */
export function replayPrecheck(past: PrecheckHistory, options: PrecheckOptions = {}, latest?: number): ReplayedCheck[] {
  const failures = listFailures(past);
  const replayed: ReplayedCheck[] = [];
  walkHistory(
    past,
    (change, read, weighed, known) => {
      const index = { known, failures, now: Date.parse(change.occurredAt) };
      replayed.push({
        changeId: change.id,
        riskScore: weighed.riskScore,
        finding: findWarning(index, read, weighed, options),
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
