import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureDataFolder } from './ensure-data-folder.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-data-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a data folder that every user can change is refused with what to do', async () => {
  const folder = await createFolder();
  await expect(ensureDataFolder(folder)).resolves.toBeUndefined();
  await chmod(folder, 0o777);
  await expect(ensureDataFolder(folder)).rejects.toThrow(`Run: chmod o-w ${folder}`);
});

test.runIf(process.getuid?.() === 0)('root may use the data folder of another user', async () => {
  const folder = await createFolder();
  await chown(folder, 65_534, 65_534);
  await expect(ensureDataFolder(folder)).resolves.toBeUndefined();
});
