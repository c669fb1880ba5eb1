/** Commits and pull requests that a text names. `repo` is null if the text does not name their repository. */
export interface CommitReferences {
  readonly commits: readonly { readonly repo: string | null; readonly sha: string }[];
  readonly ranges: readonly CommitRange[];
  readonly pulls: readonly { readonly repo: string | null; readonly number: number }[];
}

/** A range of commits in git's notation: `from..to`, or `from^..to` if `inclusive`. */
export interface CommitRange {
  readonly from: string;
  /** The last commit of the range; null if the range ends just before the commit whose message names the range. */
  readonly to: string | null;
  readonly inclusive: boolean;
}

const sha = '[0-9a-f]{7,40}';
const token = new RegExp(
  [
    `(?<from>\\b${sha})(?<caret>\\^|~1)?\\.{2,3}(?<to>${sha})\\b`,
    `https?://[^\\s/]{1,100}/(?<urlRepo>[\\w.-]{1,100}/[\\w.-]{1,100})/(?:-/)?(?:pull|merge_requests)/(?<urlPull>\\d{1,9})`,
    `(?:https?://[^\\s/]{1,100}/(?<shaRepo>[\\w.-]{1,100}/[\\w.-]{1,100})/(?:-/)?)?commits?/(?<urlSha>${sha})\\b`,
    `(?<![\\w/.-])(?<repo>[\\w.-]{1,100}/[\\w.-]{1,100})?[#!](?<number>\\d{1,9})\\b`,
    `(?<![\\w/#.-])(?<sha>${sha})\\b(?!['’/-])`,
  ].join('|'),
  'giu',
);

/** Returns whether a text is a full sha or contains a digit, unlike words such as `defaced`. */
function looksLikeSha(text: string): boolean {
  return text.length === 40 || /\d/u.test(text);
}

export function findCommitReferences(text: string): CommitReferences {
  const commits: { repo: string | null; sha: string }[] = [];
  const ranges: CommitRange[] = [];
  const pulls: { repo: string | null; number: number }[] = [];
  for (const { groups = {} } of text.matchAll(token)) {
    const named = groups.sha ?? groups.urlSha;
    if (groups.from !== undefined && groups.to !== undefined)
      ranges.push({
        from: groups.from.toLowerCase(),
        to: groups.to.toLowerCase(),
        inclusive: groups.caret !== undefined,
      });
    else if (named !== undefined) {
      if (looksLikeSha(named)) commits.push({ repo: groups.shaRepo ?? null, sha: named.toLowerCase() });
    } else if (groups.urlPull !== undefined)
      pulls.push({ repo: groups.urlRepo ?? null, number: Number(groups.urlPull) });
    else if (groups.number !== undefined) pulls.push({ repo: groups.repo ?? null, number: Number(groups.number) });
  }
  return { commits, ranges, pulls };
}

export function countCommitReferences(references: CommitReferences): number {
  return references.commits.length + references.ranges.length + references.pulls.length;
}

/** For "revert to 1a2b3c4": returns the range of all commits after the named one, because these are reverted. */
export function toRangeAfterCommit(references: CommitReferences): CommitReferences {
  const [first] = references.commits;
  if (first === undefined) return references;
  return { ...references, commits: [], ranges: [{ from: first.sha, to: null, inclusive: false }] };
}
