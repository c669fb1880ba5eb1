import type { Schemas } from '../api/refrain.ts';

type Digest = Schemas['ListedDigest'];

export type DigestRow =
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'quiet'; readonly digests: readonly [Digest, ...Digest[]] };

/** A service or team with fewer episodes in a period is listed only if a pattern or a fix changed. */
const minEpisodes = 3;

/** Returns whether a digest has something to say: a change of a pattern or a fix, or several episodes. */
function saysSomething({ scope, episodes, changes, fixes }: Digest): boolean {
  const isMuch = episodes >= (scope.kind === 'organisation' ? 1 : minEpisodes);
  return isMuch || fixes > 0 || Object.values(changes).some((patterns) => patterns > 0);
}

/**
 * Folds digests that have nothing to say: those of one period into one row below the others, and consecutive ones of the same
 * scope into one row.
 */
export function foldQuietDigests(digests: readonly Digest[]): readonly DigestRow[] {
  const rows: DigestRow[] = [];
  for (const ofPeriod of groupByPeriod(digests)) {
    const [first, ...others] = ofPeriod.filter((digest) => !saysSomething(digest));
    rows.push(...ofPeriod.filter(saysSomething).map((digest) => ({ kind: 'digest' as const, digest })));
    if (first === undefined) continue;
    const last = rows.at(-1);
    if (last?.kind === 'quiet' && [...last.digests, ...others].every((digest) => isSameScope(first, digest)))
      rows[rows.length - 1] = { kind: 'quiet', digests: [...last.digests, first, ...others] };
    else rows.push({ kind: 'quiet', digests: [first, ...others] });
  }
  return rows;
}

function groupByPeriod(digests: readonly Digest[]): readonly (readonly Digest[])[] {
  const groups = new Map<string, Digest[]>();
  for (const digest of digests) {
    const key = `${digest.period.kind} ${digest.period.from}`;
    groups.set(key, [...(groups.get(key) ?? []), digest]);
  }
  return [...groups.values()];
}

export function isSamePeriod({ period: one }: Digest, { period: other }: Digest): boolean {
  return one.kind === other.kind && one.from === other.from;
}

function isSameScope({ scope: one }: Digest, { scope: other }: Digest): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const firstOf = (row: DigestRow) => (row.kind === 'digest' ? row.digest : row.digests[0]);

export const keyOfRow = (row: DigestRow) => `${row.kind} ${firstOf(row).id}`;
export const periodOf = (row: DigestRow) => firstOf(row).period;

/** Returns whether the row is the first one of its period. */
export function startsPeriod(rows: readonly DigestRow[], at: number): boolean {
  const [before, row] = [rows[at - 1], rows[at]];
  return row !== undefined && (before === undefined || !isSamePeriod(firstOf(before), firstOf(row)));
}
