import { cleanMessage } from './clean-message.ts';
import type { References } from './find-references.ts';
import { isListOfReverts, readBody, type Statement } from './read-body.ts';
import { type RevertBranch, readMerge, readRevertBranch } from './read-merge.ts';
import { readSubject, type SubjectReading, splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** All that a commit says about being a revert. */
export interface Claim {
  readonly commit: CommitRecord;
  readonly reading: SubjectReading | null;
  readonly statements: readonly Statement[];
  /** What a revert button's branch name says, of the commit itself, or of the merge that brought it; by itself where it is nothing else. */
  readonly branch: RevertBranch | null;
}

/** What a commit claims to take back; null where nothing in it says so. */
export function readClaim(commit: CommitRecord): Claim | null {
  const merge = readMerge(commit);
  // Each by itself: what follows on the list that a squash makes of its commits would be taken for a part of the last one.
  const messages = [
    cleanMessage(commit.subject, commit.body),
    cleanMessage(commit.pullTitle ?? '', commit.pullText ?? ''),
  ];
  const titles = [commit.subject, merge?.title, commit.pullTitle].filter((title) => title != null);
  const reading = titles.map(readSubject).find((found) => found !== null) ?? null;
  const own = merge?.pull ?? splitOwnNumber(commit.subject).number ?? commit.pr;
  const named = readRevertBranch(merge?.branch ?? (merge === null ? commit.branch : null) ?? null);
  const possible = named?.pull != null && own !== null && named.pull >= own ? null : named;
  const isCalled = reading !== null || possible?.isWhole === true;
  const statements = messages.flatMap((message) => {
    const isList = isListOfReverts(message);
    return readBody(message).filter(({ isStrong, section }) => isCalled || (isStrong && (section === null || isList)));
  });
  const branch = isCalled || statements.length > 0 ? possible : null;
  return reading === null && branch === null && statements.length === 0
    ? null
    : { commit, reading, statements, branch };
}

/** Whether the commit is called a revert, rather than only telling of one in its text. */
export function isCalledRevert({ reading, branch }: Claim): boolean {
  return reading !== null || branch !== null;
}

/**
 * Every reference that the claim makes, the body's first: it is what git and the host write. Where a title names other pull
 * requests than its body, as in `revert: Back out #7` with `Reverts #8`, they are what the target itself took back.
 */
export function referencesOf({ reading, statements }: Claim): References[] {
  const stated = statements.map(({ references }) => references);
  if (reading === null) return stated;
  const numbers = new Set(stated.flatMap(({ pulls }) => pulls.map(({ number }) => number)));
  const { pulls } = reading.references;
  const isInner = numbers.size > 0 && pulls.length > 0 && pulls.every(({ number }) => !numbers.has(number));
  return isInner ? stated : [...stated, reading.references];
}
