import { createHash } from 'node:crypto';
import type { Change } from '@refrain/domain';

/**
 * Which changes of each repository this process has looked at for reverts. Kept in memory only: detection may run again
 * without harm, and a process that knows nothing looks at everything once.
 */
export interface DetectionLedger {
  record(connectionId: string, repository: string, changes: readonly Change[]): void;
  /** The repositories whose changes are not those that were looked at last. */
  listOwed(changes: readonly Change[]): { connectionId: string; repository: string }[];
}

export function createDetectionLedger(): DetectionLedger {
  const seen = new Map<string, string>();
  return {
    record(connectionId, repository, changes) {
      seen.set(keyOf(connectionId, repository), digestOf(changes));
    },
    listOwed(changes) {
      const groups = new Map<string, [Change, ...Change[]]>();
      for (const change of changes) {
        const key = keyOf(change.connectionId, change.repository);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [change]);
        else group.push(change);
      }
      return [...groups]
        .filter(([key, group]) => seen.get(key) !== digestOf(group))
        .map(([, [{ connectionId, repository }]]) => ({ connectionId, repository }));
    },
  };
}

function keyOf(connectionId: string, repository: string): string {
  return `${connectionId}/${repository}`;
}

function digestOf(changes: readonly Change[]): string {
  const hash = createHash('sha256');
  for (const line of changes.map(({ id, version }) => `${id} ${version}\n`).sort()) hash.update(line);
  return hash.digest('base64');
}
