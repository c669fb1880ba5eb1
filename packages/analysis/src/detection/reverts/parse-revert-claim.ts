import type { CommitReferences } from './find-commit-references.ts';
import { type ParsedRevertBranchName, parseMergeMessage, parseRevertBranchName } from './parse-merge-message.ts';
import { parseMessageBody } from './parse-message-body.ts';
import { isListOfReverts, parseRevertBody, type RevertStatement } from './parse-revert-body.ts';
import { type ParsedRevertTitle, parseRevertTitle, splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

/** All parts of a commit and its pull request that call the commit a revert. */
export interface RevertClaim {
  readonly commit: CommitRecord;
  readonly reading: ParsedRevertTitle | null;
  readonly statements: readonly RevertStatement[];
  /**
   * The branch that GitHub's revert button created, such as `revert-12-topic`, if the commit or its merge names one.
   */
  readonly branch: ParsedRevertBranchName | null;
}

/** Parses the parts of a commit that call it a revert; returns null if there are none. */
export function parseRevertClaim(commit: CommitRecord): RevertClaim | null {
  const merge = parseMergeMessage(commit);
  // Body and pull request text stay separate. Otherwise the text would count as part of the last commit in the list of
  // a squash.
  const messages = [parseMessageBody(commit.body), parseMessageBody(commit.pullText ?? '')];
  const titles = [commit.subject, merge?.title, commit.pullTitle].filter((title) => title != null);
  const reading = titles.map(parseRevertTitle).find((found) => found !== null) ?? null;
  const own = merge?.pull ?? splitOffPullRequestNumber(commit.subject).number ?? commit.pr;
  const named = parseRevertBranchName(merge?.branch ?? (merge === null ? commit.branch : null) ?? null);
  const possible = named?.pull != null && own !== null && named.pull >= own ? null : named;
  const isCalled = reading !== null || possible?.isWhole === true;
  const statements = messages.flatMap((message) => {
    const isList = isListOfReverts(message);
    return parseRevertBody(message).filter(
      ({ isStrong, squashIndex: section }) => isCalled || (isStrong && (section === null || isList)),
    );
  });
  const branch = isCalled || statements.length > 0 ? possible : null;
  return reading === null && branch === null && statements.length === 0
    ? null
    : { commit, reading, statements, branch };
}

/** Returns whether the title or the branch calls the commit a revert. A statement in the body is not enough. */
export function isCalledRevert({ reading, branch }: RevertClaim): boolean {
  return reading !== null || branch !== null;
}

/**
 * Returns the references in the body, then those in the title; the body is more reliable, since git and GitHub generate
 * it. If the two name different pull requests, as in `revert: Back out #7` with the body `Reverts #8`, those of the
 * title are omitted.
 */
export function listClaimReferences({ reading, statements }: RevertClaim): CommitReferences[] {
  const stated = statements.map(({ references }) => references);
  if (reading === null) return stated;
  const numbers = new Set(stated.flatMap(({ pulls }) => pulls.map(({ number }) => number)));
  const { pulls } = reading.references;
  const isInner = numbers.size > 0 && pulls.length > 0 && pulls.every(({ number }) => !numbers.has(number));
  return isInner ? stated : [...stated, reading.references];
}
