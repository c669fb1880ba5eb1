import { minuteInMs } from '@refrain/domain';
import type { RepositoryVersion } from '@refrain/store';

/**
 * Which changes of each repository this process has looked at for reverts and rollbacks. Kept in memory only: detection may run again
 * without harm, and a process that knows nothing looks at everything once.
 */
export interface DetectionLedger {
  /** Notes that the repositories were looked at as they were at these versions. */
  record(versions: readonly RepositoryVersion[]): void;
  /**
   * The repositories whose changes are not those that were looked at last.
   * @param isMoving whether more of a repository is coming in just now: it is looked at every few minutes then
   */
  listOwed(
    versions: readonly RepositoryVersion[],
    isMoving: (repository: OwnedRepository) => boolean,
  ): OwnedRepository[];
}

export interface OwnedRepository {
  readonly connectionId: string;
  readonly repository: string;
}

const whileMovingMs = 5 * minuteInMs;

/** @param now milliseconds since 1970 */
export function createDetectionLedger(now: () => number): DetectionLedger {
  const seen = new Map<string, { readonly version: string; readonly at: number }>();
  return {
    record(versions) {
      for (const one of versions) seen.set(keyOf(one), { version: one.version, at: now() });
    },
    listOwed(versions, isMoving) {
      return versions
        .filter((one) => {
          const last = seen.get(keyOf(one));
          if (last === undefined) return true;
          return last.version !== one.version && (!isMoving(one) || now() - last.at >= whileMovingMs);
        })
        .map(({ connectionId, repository }) => ({ connectionId, repository }));
    },
  };
}

function keyOf({ connectionId, repository }: OwnedRepository): string {
  return `${connectionId}/${repository}`;
}
