import {
  type CommitReferences,
  countCommitReferences,
  findCommitReferences,
  toRangeAfterCommit,
} from './find-commit-references.ts';
import { type ParsedCommitMessageBody, parseCommitMessageBody } from './parse-commit-message-body.ts';
import { type ParsedRevertBranchName, parseMergeMessage, parseRevertBranchName } from './parse-merge-message.ts';
import { type ParsedRevertTitle, parseRevertTitle, splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

/** All parts of a commit and its pull request that call the commit a revert. */
export interface RevertClaim {
  readonly commit: CommitRecord;
  readonly reading: ParsedRevertTitle | null;
  readonly statements: readonly RevertStatement[];
  /** The branch that GitHub's revert button created, such as `revert-12-topic`. */
  readonly branch: ParsedRevertBranchName | null;
}

/** Parses the parts of a commit that call it a revert; returns null if there are none. */
export function parseRevertClaim(commit: CommitRecord): RevertClaim | null {
  const merge = parseMergeMessage(commit);
  // Parsed separately, because otherwise the pull request's text would count as part of the last commit in a squash's list.
  const messages = [parseCommitMessageBody(commit.body), parseCommitMessageBody(commit.pullText ?? '')];
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
export function hasRevertTitleOrBranch({ reading, branch }: RevertClaim): boolean {
  return reading !== null || branch !== null;
}

/**
 * Returns the references in the body, then those in the title. If the two name different pull requests, omits those in
 * the title, because git and GitHub generate the body.
 */
export function listRevertClaimReferences({ reading, statements }: RevertClaim): CommitReferences[] {
  const stated = statements.map(({ references }) => references);
  if (reading === null) return stated;
  const numbers = new Set(stated.flatMap(({ pulls }) => pulls.map(({ number }) => number)));
  const { pulls } = reading.references;
  const isInner = numbers.size > 0 && pulls.length > 0 && pulls.every(({ number }) => !numbers.has(number));
  return isInner ? stated : [...stated, reading.references];
}

/** A sentence in the body of a commit that states which commits are reverted. */
interface RevertStatement {
  readonly references: CommitReferences;
  readonly isPartial: boolean;
  /** Whether the sentence says that the reverted change was itself a revert: "…, which reverted #12". */
  readonly isTargetRevert: boolean;
  /** Whether the sentence is reliable: it is on the first line of the body, or in the exact words of git or GitHub. */
  readonly isStrong: boolean;
  /** If the body lists squashed commits: index of the listed commit that contains the sentence; otherwise null. */
  readonly squashIndex: number | null;
}

/** Returns whether all commits in the list of a squash are reverts, so that the squash is a revert too. */
function isListOfReverts(message: ParsedCommitMessageBody): boolean {
  const entries = message.lines.filter((line) => line.startsWith('* ')).map((line) => line.slice(2));
  return message.isSquashList && entries.length > 0 && entries.every((entry) => parseRevertTitle(entry) !== null);
}

const opening =
  /^(?:[-*•]\s+)?(?<self>(?:this|the|it)\s+(?:(?:commit|change|pr|pull request|mr|patch|diff)\s+)?)?(?<how>(?:(?:partial(?:ly)?|partly|effectively|essentially|mostly|manually|fully|completely|temporarily)\s+)?)(?:reverts?|reverting|reverted|is a (?:partial )?revert of|undoes|backs? out|backed out|rolls? back|rolled back|roll-?back of)(?<filler>(?:\s+(?:the|following|commits?|changesets?|merge|(?:pull |merge )?requests?|prs?|mrs?|changes?|in|from|of|revisions?|both|made|these|by|all|everything|reverts?|since|after)\b|\s*:)*)\s*/iu;
/** Matches the line that GitHub's revert button puts into a pull request's description: `Reverts acme/shop#12`. */
const hostLine = /^reverts [\w.-]{1,100}\/[\w.-]{1,100}#\d{1,9}\.?$/iu;
const sentenceEnd =
  /\.(?=\s|$)|,?\s+(?:reversing|which|because|due to|since|as|in favou?r of|that|and (?:adds?|fix))\b|\s[-–—]{1,2}\s/iu;
const maxListLength = 2_000;

function parseRevertBody(message: ParsedCommitMessageBody): readonly RevertStatement[] {
  const { lines, isSquashList } = message;
  const statements: RevertStatement[] = [];
  const first = lines.findIndex((line) => line !== '');
  let section = -1;
  lines.forEach((line, at) => {
    if (isSquashList && line.startsWith('* ')) section += 1;
    const match = opening.exec(line);
    if (match === null) return;
    const text = listAfter(lines, at, match[0].length);
    const end = sentenceEnd.exec(text)?.index ?? text.length;
    const list = text.slice(0, end);
    const { self, how = '', filler = '' } = match.groups ?? {};
    const named = findCommitReferences(list);
    const references = /\b(?:since|after)(?:\s+commit)?$/iu.test(filler) ? toRangeAfterCommit(named) : named;
    if (countCommitReferences(references) === 0 || !startsWithReference(list)) return;
    const namesCommit = references.commits.length + references.ranges.length > 0;
    statements.push({
      references,
      isPartial: /part/iu.test(how) || /partial/iu.test(match[0]),
      isTargetRevert: /\breverts?\b/iu.test(filler) || /\bwhich (?:was a )?revert/iu.test(text.slice(end, end + 60)),
      isStrong: namesCommit
        ? self !== undefined || /commit/iu.test(filler) || references.commits.some(({ sha }) => sha.length === 40)
        : (at === first && how === '') || hostLine.test(line),
      squashIndex: section < 0 ? null : section,
    });
  });
  return statements;
}

function startsWithReference(list: string): boolean {
  return /^[-*\s("“`]*(?:https?:|[\w./-]{0,200}[#!]\d|[0-9a-f]{7})/iu.test(list);
}

/** Returns the text from `column` of line `at` to the end of the paragraph; if empty, the next paragraph. */
function listAfter(lines: readonly string[], at: number, column: number): string {
  let text = (lines[at] ?? '').slice(column);
  let announced = text.trim() === '';
  for (let next = at + 1; next < lines.length && text.length < maxListLength; next += 1) {
    const line = lines[next] ?? '';
    if (line === '' && !announced) break;
    if (line !== '') {
      if (opening.test(line)) break;
      if (/^\* /u.test(line) && findCommitReferences(line).commits.length === 0) break;
      text += ` ${line}`;
      announced = false;
    }
  }
  return text.slice(0, maxListLength).trim();
}
