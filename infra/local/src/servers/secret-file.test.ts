import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ensureSecret } from './secret-file.ts';

async function createPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'password');
}

test('a secret is created once, readable by its owner alone', async () => {
  const path = await createPath();
  const secret = await ensureSecret(path, 24);
  expect(secret).toMatch(/^[\da-f]{48}$/u);
  expect(await ensureSecret(path, 24)).toBe(secret);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('an empty file and a named pipe are refused with what to do', async () => {
  const [empty, pipe] = [await createPath(), await createPath()];
  await writeFile(empty, '');
  await promisify(execFile)('mkfifo', [pipe]);
  for (const path of [empty, pipe]) {
    await expect(ensureSecret(path, 24)).rejects.toThrow(`${path} is empty or no regular file. Restore it`);
  }
});
