import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureDataFolder } from './ensure-data-folder.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-data-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('refuses a data folder that every user can change, and says what to do', async () => {
  const folder = await createFolder();
  await expect(ensureDataFolder(folder)).resolves.toBeUndefined();
  await chmod(folder, 0o777);
  await expect(ensureDataFolder(folder)).rejects.toThrow(`Run: chmod go-w ${folder}`);
});

test.skipIf(process.getuid?.() === 0)('removes a group’s permission to change a user’s data folder', async () => {
  const folder = await createFolder();
  await chmod(folder, 0o775);
  await ensureDataFolder(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
});

test.runIf(process.getuid?.() === 0)('root refuses a data folder that another user or a group can change', async () => {
  const folder = await createFolder();
  await chmod(folder, 0o775);
  await expect(ensureDataFolder(folder)).rejects.toThrow('Other users of this machine can change the data folder');
  await chmod(folder, 0o755);
  await chown(folder, 65_534, 65_534);
  await expect(ensureDataFolder(folder)).rejects.toThrow(
    `The data folder ${folder} belongs to another user, who could have put files there. Run Refrain as that user, or set REFRAIN_DATA_DIR to a folder that root owns.`,
  );
});
