import type { Change } from '@refrain/domain';

/** By what two records of one commit are told to be the same; a record without a commit is one by itself. */
export function shaOf({ sha, id }: Pick<Change, 'id' | 'sha'>): string {
  return sha?.toLowerCase() ?? id;
}
