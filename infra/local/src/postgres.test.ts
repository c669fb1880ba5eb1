import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasCluster, startPostgres } from './postgres.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-cluster-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a cluster that cannot be read does not count as missing', async () => {
  const folder = await createFolder();
  expect(await hasCluster(folder)).toBe(false);
  const cluster = join(folder, 'cluster');
  await symlink(cluster, cluster);
  const refusal = { code: 'misconfigured', message: expect.stringContaining(`Cannot read ${cluster} (ELOOP).`) };
  await expect(hasCluster(folder)).rejects.toMatchObject(refusal);
  await expect(startPostgres({ dataDir: folder, throwaway: true })).rejects.toMatchObject(refusal);
  expect(await readdir(folder)).toEqual(['cluster']);
});

test('startPostgres refuses to start if mustExist is set and there is no database', async () => {
  const folder = await createFolder();
  await expect(startPostgres({ dataDir: folder, mustExist: true })).rejects.toMatchObject({ code: 'conflict' });
  expect(await readdir(folder)).toEqual([]);
});
