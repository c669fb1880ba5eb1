import type { Schemas } from '../api/refrain.ts';

type Digest = Schemas['ListedDigest'];

export type DigestRow =
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'quiet'; readonly digests: readonly [Digest, ...Digest[]] };

/** Returns whether a digest has something to say: an episode, or a change of a pattern or a fix. */
function saysSomething({ episodes, changes, fixes }: Digest): boolean {
  return episodes > 0 || fixes > 0 || Object.values(changes).some((patterns) => patterns > 0);
}

/** Folds consecutive digests that have nothing to say into one row for each period. */
export function foldQuietDigests(digests: readonly Digest[]): readonly DigestRow[] {
  const rows: DigestRow[] = [];
  for (const digest of digests) {
    const last = rows.at(-1);
    if (saysSomething(digest)) rows.push({ kind: 'digest', digest });
    else if (last?.kind === 'quiet' && (isSamePeriod(last.digests[0], digest) || isSameScope(last.digests[0], digest)))
      rows[rows.length - 1] = { kind: 'quiet', digests: [...last.digests, digest] };
    else rows.push({ kind: 'quiet', digests: [digest] });
  }
  return rows;
}

export function isSamePeriod({ period: one }: Digest, { period: other }: Digest): boolean {
  return one.kind === other.kind && one.from === other.from;
}

export function isSameScope({ scope: one }: Digest, { scope: other }: Digest): boolean {
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
