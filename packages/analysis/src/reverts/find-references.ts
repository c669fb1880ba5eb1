/** What a piece of text names: commits by sha or range, pull requests by number. */
export interface References {
  readonly shas: readonly string[];
  /** As git reads `from..to`; `inclusive` for `from^..to`. */
  readonly ranges: readonly { readonly from: string; readonly to: string; readonly inclusive: boolean }[];
  readonly pulls: readonly { readonly repo: string | null; readonly number: number }[];
}

const sha = '[0-9a-f]{7,40}';
const token = new RegExp(
  [
    `(?<from>\\b${sha})(?<caret>\\^|~1)?\\.{2,3}(?<to>${sha})\\b`,
    `https?://[^\\s/]{1,100}/(?<urlRepo>[\\w.-]{1,100}/[\\w.-]{1,100})/(?:-/)?(?:pull|merge_requests)/(?<urlPull>\\d{1,9})`,
    `/commits?/(?<urlSha>${sha})\\b`,
    `(?<![\\w/.-])(?<repo>[\\w.-]{1,100}/[\\w.-]{1,100})?[#!](?<number>\\d{1,9})\\b`,
    `(?<![\\w/#.-])(?<sha>${sha})\\b(?!['’/-])`,
  ].join('|'),
  'giu',
);

/** Hexadecimal words such as `defaced` are not shas: a short one needs a digit. */
function looksLikeSha(text: string): boolean {
  return text.length === 40 || /\d/u.test(text);
}

/** Finds every commit and pull request that `text` names, in its order. Linear in the length of `text`. */
export function findReferences(text: string): References {
  const shas: string[] = [];
  const ranges: { from: string; to: string; inclusive: boolean }[] = [];
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
      if (looksLikeSha(named)) shas.push(named.toLowerCase());
    } else if (groups.urlPull !== undefined)
      pulls.push({ repo: groups.urlRepo ?? null, number: Number(groups.urlPull) });
    else if (groups.number !== undefined) pulls.push({ repo: groups.repo ?? null, number: Number(groups.number) });
  }
  return { shas, ranges, pulls };
}

export function countReferences(references: References): number {
  return references.shas.length + references.ranges.length + references.pulls.length;
}
