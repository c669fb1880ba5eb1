import type { FailureIdBucket, FailureVersion } from '@refrain/store';

/** Tracks which versions of failures are in the search index, grouped in buckets that can be compared with the store. */
export interface IndexedVersions {
  size(): number;
  /** Returns the buckets that differ from the index, including those that became empty. */
  listChanged(buckets: readonly FailureIdBucket[]): string[];
  /** Compares the index with the stored versions in `buckets`. Returns the failures to put into the index and to drop from it. */
  compare(buckets: readonly string[], versions: readonly FailureVersion[]): { put: FailureVersion[]; drop: string[] };
  /** Stores which failures were put into the index, and which were dropped from it. */
  note(put: readonly FailureVersion[], drop: readonly string[]): void;
  markSynced(buckets: readonly string[], listed: readonly FailureIdBucket[]): void;
}

/** A bucket contains the failures whose ids begin with the same two characters, which are its name. */
const bucketOf = (id: string) => id.slice(0, 2);

export function createIndexedVersions(): IndexedVersions {
  const digests = new Map<string, string>();
  const versionsOf = new Map<string, Map<string, string>>();
  let size = 0;

  return {
    size: () => size,
    listChanged(buckets) {
      const present = new Set(buckets.map(({ bucket }) => bucket));
      const moved = buckets.filter(({ bucket, digest }) => digests.get(bucket) !== digest).map(({ bucket }) => bucket);
      return [...moved, ...[...digests.keys()].filter((bucket) => !present.has(bucket))];
    },
    compare(buckets, versions) {
      const stored = new Set(versions.map(({ id }) => id));
      return {
        put: versions.filter(({ id, version }) => versionsOf.get(bucketOf(id))?.get(id) !== version),
        drop: buckets.flatMap((bucket) => [...(versionsOf.get(bucket)?.keys() ?? [])].filter((id) => !stored.has(id))),
      };
    },
    note(put, drop) {
      for (const { id, version } of put) {
        const versions = versionsOf.get(bucketOf(id)) ?? new Map<string, string>();
        if (!versions.has(id)) size += 1;
        versionsOf.set(bucketOf(id), versions.set(id, version));
      }
      for (const id of drop) if (versionsOf.get(bucketOf(id))?.delete(id)) size -= 1;
    },
    markSynced(buckets, listed) {
      const current = new Map(listed.map(({ bucket, digest }) => [bucket, digest]));
      for (const bucket of buckets) {
        const digest = current.get(bucket);
        if (digest === undefined) digests.delete(bucket);
        else digests.set(bucket, digest);
      }
    },
  };
}
