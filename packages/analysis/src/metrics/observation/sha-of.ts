import type { Change } from '@refrain/domain';

/** Returns a key that is equal for records of one commit. A record without a commit has a key of its own. */
export function shaOf({ sha, id }: Pick<Change, 'id' | 'sha'>): string {
  return sha?.toLowerCase() ?? id;
}
