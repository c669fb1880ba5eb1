import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copySecret } from './back-up.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a secret is copied to a new file that only its owner can read', async () => {
  const folder = await createFolder();
  await writeFile(join(folder, 'from'), 'secret');
  expect(await copySecret(join(folder, 'from'), join(folder, 'to'))).toBe(true);
  expect(await readFile(join(folder, 'to'), 'utf8')).toBe('secret');
  expect((await stat(join(folder, 'to'))).mode & 0o777).toBe(0o600);
  expect(await copySecret(join(folder, 'missing'), join(folder, 'other'))).toBe(false);
});

test('a secret replaces no file and follows no link, since another user may have planted them', async () => {
  const folder = await createFolder();
  const [from, planted, link] = ['from', 'planted', 'link'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(from, 'secret');
  await writeFile(planted, 'kept', { mode: 0o666 });
  await symlink(planted, link);
  await expect(copySecret(from, planted)).rejects.toThrow('EEXIST');
  await expect(copySecret(from, link)).rejects.toThrow('EEXIST');
  await expect(copySecret(link, join(folder, 'copy'))).rejects.toThrow('ELOOP');
  expect(await readFile(planted, 'utf8')).toBe('kept');
});
