import type { Connection, FileCheckResponse } from '@refrain/domain';

/**
 * Returns the archive that has most of the ids, if it has at least half of them. Such a file was probably imported before under
 * another archive name.
 */
export async function findOtherArchive(
  archives: readonly Pick<Connection, 'id' | 'account'>[],
  ids: readonly string[],
  findStoredIds: (connectionId: string, ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<FileCheckResponse['sameIdsIn']> {
  const found = await Promise.all(
    archives.map(async ({ id, account }) => ({ archive: account, records: (await findStoredIds(id, ids)).size })),
  );
  const [most] = found.sort((a, b) => b.records - a.records);
  return most !== undefined && most.records > 0 && 2 * most.records >= ids.length ? most : null;
}
