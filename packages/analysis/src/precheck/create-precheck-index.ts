import { groupBy } from '../collections/group-by.ts';
import { findWarning, type PrecheckOptions, type PrecheckSnapshot } from './find-warning.ts';
import { isPlainRevert } from './is-plain-revert.ts';
import type { PrecheckChange, PrecheckFinding, PrecheckHistory } from './precheck.ts';
import { readChange } from './read-change.ts';
import { walkHistory } from './replay-history.ts';

/** The past, ready to be asked. It never changes: what comes to be known later makes a new one. */
export type PrecheckIndex = PrecheckSnapshot;

/** Reads the past: of 100,000 changes in some tens of seconds, so that each check after that takes milliseconds. */
export function createPrecheckIndex(past: PrecheckHistory): PrecheckIndex {
  return { known: walkHistory(past), failures: listFailures(past), now: Date.parse(past.asOf) };
}

/**
 * Whether a change resembles what earlier failures grew from, more than nearly all changes do, by its words, its files and how lately
 * that was; null where it does not, where it is a revert, and where too little is known to say so. Pure and deterministic.
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

/** What was found, or would have been, of a change before it landed. */
export interface Replayed {
  readonly changeId: string;
  /** Log-odds of failing against what is usual. */
  readonly riskScore: number;
  readonly finding: PrecheckFinding | null;
}

/**
 * What would have been said of each change of the past when it landed, oldest first: the check is judged by this on a user's own past.
 * @param latest how many changes; the rest is only taken in
 */
export function replayPrecheck(past: PrecheckHistory, options: PrecheckOptions = {}, latest?: number): Replayed[] {
  const failures = listFailures(past);
  const replayed: Replayed[] = [];
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
