import { splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

/** The parsed message of a merge commit, as GitHub and other hosts generate it. */
export interface Merge {
  readonly pull: number | null;
  readonly branch: string | null;
  /** The title of the pull request, from the first line of the body. */
  readonly title: string | null;
  /** Whether `git pull` made the merge. Then the merged commits were already on the default branch. */
  readonly isPull: boolean;
}

const gitHub = /^Merge pull request #(?<pull>\d{1,9}) from (?:[^\s/]{1,100}[/:])?(?<branch>\S{1,250})/u;
const bitbucket = /^Merged? (?:pull request|in) (?<branch>\S{1,250}) \(pull request #(?<pull>\d{1,9})\)/u;
/** Matches the merges that bots of large projects make: `Auto merge of #12 - someone:branch, r=other`. */
const bot = /^(?:Auto|Rollup) merge of #(?<pull>\d{1,9}) - [^:\s]{1,100}:(?<branch>[^\s,]{1,250})/u;
const azure = /^Merged PR (\d{1,9}): (.+)/u;
const branchOnly = /^Merged? (?:remote-tracking )?(?:branch(?:es)?|tag) ['"]?([^'"\s]{1,250})['"]?/u;
const gitLabRequest = /^See merge request \S{0,200}!(\d{1,9})/u;

/** Parses a merge commit's message; returns null if the commit is not a merge. */
export function parseMergeMessage(commit: Pick<CommitRecord, 'subject' | 'body' | 'parents'>): Merge | null {
  const { subject } = commit;
  const lines = commit.body.slice(0, 5_000).split('\n');
  const title =
    lines
      .find((line) => line.trim() !== '')
      ?.replace(/\s+/gu, ' ')
      .trim()
      .slice(0, 1_000) ?? null;
  for (const pattern of [gitHub, bitbucket, bot]) {
    const { pull, branch = null } = pattern.exec(subject)?.groups ?? {};
    if (pull !== undefined) return { pull: Number(pull), branch, title, isPull: false };
  }
  const titled = azure.exec(subject);
  if (titled !== null) return { pull: Number(titled[1]), branch: null, title: titled[2] ?? null, isPull: false };
  const plain = branchOnly.exec(subject);
  if (plain !== null) {
    const request = lines.map((line) => gitLabRequest.exec(line)?.[1]).find((number) => number !== undefined);
    return {
      pull: request === undefined ? null : Number(request),
      branch: (plain[1] ?? '').replace(/^(?:origin|upstream)\//u, ''),
      title: request === undefined ? null : title,
      isPull: /['"]? of \S/u.test(subject.slice(plain[0].length)) && !/ into /u.test(subject),
    };
  }
  return commit.parents.length > 1 ? { pull: null, branch: null, title: null, isPull: false } : null;
}

/** Returns the number of the pull request that contains a commit, if the commit's message states it. */
export function findStatedPullRequestNumber(commit: CommitRecord): number | null {
  return parseMergeMessage(commit)?.pull ?? splitOffPullRequestNumber(commit.subject).number;
}

/** The parsed name of a branch that GitHub's revert button creates, such as `revert-12-topic`. */
export interface ParsedRevertBranchName {
  readonly pull: number | null;
  /** Abbreviated sha of the reverted commit, if the button was pressed on the page of a commit. */
  readonly sha: string | null;
  /** Number of nested reverts: 2 for `revert-13-revert-12-topic`. */
  readonly depth: number;
  /** Whether `revert-…` begins a path segment. False for `fix-revert-12-crash`, which need not be a revert. */
  readonly isWhole: boolean;
}

/** Parses the name of a branch if it contains `revert-<number or sha>`; returns null for any other name. */
export function parseRevertBranchName(branch: string | null): ParsedRevertBranchName | null {
  const name = (branch ?? '').slice(0, 250);
  let rest = name.replace(/^.{0,100}?(?=revert-(?:pr-)?(?:\d|[0-9a-f]{8}))/iu, '');
  const isWhole = rest === name || name[name.length - rest.length - 1] === '/';
  let pull: number | null = null;
  let sha: string | null = null;
  let depth = 0;
  for (; depth < 10; depth += 1) {
    const match = /^revert-(?:pr-)?(?:(\d{1,7})(?=-|$)|([0-9a-f]{8,40})(?=-|$))-?/iu.exec(rest);
    if (match === null) break;
    if (depth === 0) {
      pull = match[1] === undefined ? null : Number(match[1]);
      sha = match[2]?.toLowerCase() ?? null;
    }
    rest = rest.slice(match[0].length);
  }
  return depth === 0 ? null : { pull, sha, depth, isWhole };
}

/** Returns whether a branch is long-lived, such as `develop`, so that its commits count as landed. */
export function isLongLivedBranch(branch: string | null): boolean {
  return (
    branch !== null &&
    /^(?:main|master|trunk|dev|develop|development|staging|next|canary|stable|production|release(?:[/-].*)?)$/iu.test(
      branch,
    )
  );
}
