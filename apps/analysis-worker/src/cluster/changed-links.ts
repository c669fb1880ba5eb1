import { isDeepStrictEqual } from 'node:util';
import type { Link } from '@refrain/domain';

/** Lists the failures whose links were added, removed or changed between two clusterings, so that their reports are outdated. */
export function listFailuresWithChangedLinks(before: readonly Link[], after: readonly Link[]): Set<string> {
  const old = new Map(before.map((link) => [keyOf(link), link]));
  const changed = new Set<string>();
  for (const link of after) {
    const known = old.get(keyOf(link));
    old.delete(keyOf(link));
    if (!isDeepStrictEqual(known, link)) changed.add(link.failureId);
  }
  for (const { failureId } of old.values()) changed.add(failureId);
  return changed;
}

function keyOf({ type, failureId, targetId }: Link): string {
  return `${type} ${failureId} ${targetId}`;
}
