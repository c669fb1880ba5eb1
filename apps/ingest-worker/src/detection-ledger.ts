import type { RepositoryVersion } from '@refrain/store';

/**
 * Which changes of each repository this process has looked at for reverts and rollbacks. Kept in memory only: detection may run again
 * without harm, and a process that knows nothing looks at everything once.
 */
export interface DetectionLedger {
  /** Notes that the repositories were looked at as they were at these versions. */
  record(versions: readonly RepositoryVersion[]): void;
  /** The repositories whose changes are not those that were looked at last. */
  listOwed(versions: readonly RepositoryVersion[]): { connectionId: string; repository: string }[];
}

export function createDetectionLedger(): DetectionLedger {
  const seen = new Map<string, string>();
  return {
    record(versions) {
      for (const one of versions) seen.set(keyOf(one), one.version);
    },
    listOwed(versions) {
      return versions
        .filter((one) => seen.get(keyOf(one)) !== one.version)
        .map(({ connectionId, repository }) => ({ connectionId, repository }));
    },
  };
}

function keyOf({ connectionId, repository }: RepositoryVersion): string {
  return `${connectionId}/${repository}`;
}
