import { cleanMessage } from './clean-message.ts';
import type { References } from './find-references.ts';
import { isListOfReverts, readBody, type Statement } from './read-body.ts';
import { type RevertBranch, readMerge, readRevertBranch } from './read-merge.ts';
import { readSubject, type SubjectReading, splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** Everything in a commit that says it is a revert. */
export interface Claim {
  readonly commit: CommitRecord;
  readonly reading: SubjectReading | null;
  readonly statements: readonly Statement[];
  /** The branch of a host's revert button, named by the commit or by the merge that brought it. */
  readonly branch: RevertBranch | null;
}

/** Reads what a commit claims to revert; null if nothing says so. */
export function readClaim(commit: CommitRecord): Claim | null {
  const merge = readMerge(commit);
  // Separate messages: otherwise text after the list of a squash would count as a part of its last commit.
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

/** Returns whether the commit is called a revert, rather than only mentioning one in its text. */
export function isCalledRevert({ reading, branch }: Claim): boolean {
  return reading !== null || branch !== null;
}

/**
 * Returns all references of the claim, those of the body first, since git and the host write them. If the title names
 * other pull requests than the body, as in `revert: Back out #7` with `Reverts #8`, these are what the target itself
 * reverted, and are left out.
 */
export function referencesOf({ reading, statements }: Claim): References[] {
  const stated = statements.map(({ references }) => references);
  if (reading === null) return stated;
  const numbers = new Set(stated.flatMap(({ pulls }) => pulls.map(({ number }) => number)));
  const { pulls } = reading.references;
  const isInner = numbers.size > 0 && pulls.length > 0 && pulls.every(({ number }) => !numbers.has(number));
  return isInner ? stated : [...stated, reading.references];
}
