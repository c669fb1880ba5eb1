import type { Digest } from '@refrain/domain';

/** Tells whether two digests of one scope and period have equal counts. Records that arrive late change the counts. */
export function haveEqualDigestCounts(one: Digest, other: Digest): boolean {
  return JSON.stringify(countsOf(one)) === JSON.stringify(countsOf(other));
}

function countsOf({ episodes, episodesBefore, changes, changesBefore, completeness, patterns }: Digest) {
  return [
    ...[episodes, episodesBefore, changes, changesBefore, completeness.accounts],
    patterns.map((pattern) => [pattern.patternId, pattern.episodes, pattern.episodesBefore]),
  ];
}
