import type { Change } from '@refrain/domain';

/** Returns a key of the record's commit, or the record's own id if the commit is unknown. */
export function commitKeyOf({ sha, id }: Pick<Change, 'id' | 'sha'>): string {
  return sha?.toLowerCase() ?? id;
}
