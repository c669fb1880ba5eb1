import type { Digest } from '@refrain/domain';

/** Whether two digests of one scope and period count the same, of as many accounts: else one of them is of a fuller picture. */
export function isCountedEqually(one: Digest, other: Digest): boolean {
  return JSON.stringify(countsOf(one)) === JSON.stringify(countsOf(other));
}

function countsOf({ episodes, episodesBefore, changes, changesBefore, completeness, patterns }: Digest) {
  return [
    ...[episodes, episodesBefore, changes, changesBefore, completeness.accounts],
    patterns.map((pattern) => [pattern.patternId, pattern.episodes, pattern.episodesBefore]),
  ];
}
