import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ensureSecret } from './secret-file.ts';
import { isRoot, runAsOrdinaryUser } from './user-under-test.ts';

async function createPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'password');
}

test('ensureSecret creates a secret once, and only the owner can read the file', async () => {
  const path = await createPath();
  const secret = await ensureSecret(path, 24);
  expect(secret).toMatch(/^[\da-f]{48}$/u);
  expect(await ensureSecret(path, 24)).toBe(secret);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('ensureSecret refuses a folder in place of a secret, and says what to do', async () => {
  const path = await createPath();
  await mkdir(path);
  await expect(ensureSecret(path, 24)).rejects.toThrow(
    `Cannot read ${path} (EISDIR). It is a folder: remove it, or put a file in its place.`,
  );
});

test.runIf(isRoot)('ensureSecret refuses a secret that it cannot read or create, and says what to do', async () => {
  const path = await createPath();
  const other = join(dirname(path), 'other');
  await ensureSecret(path, 24);
  await chmod(dirname(path), 0o755);
  await runAsOrdinaryUser(async () => {
    await expect(ensureSecret(path, 24)).rejects.toThrow(
      `Cannot read ${path} (EACCES). Make it readable for this user: chmod 600 ${path}`,
    );
    await expect(ensureSecret(other, 24)).rejects.toThrow(
      `Cannot write ${other} (EACCES). Make it and its folder writable for this user.`,
    );
  });
});

test('ensureSecret refuses an empty file or a named pipe in place of a secret, and says what to do', async () => {
  const [empty, pipe] = [await createPath(), await createPath()];
  await writeFile(empty, '');
  await promisify(execFile)('mkfifo', [pipe]);
  for (const path of [empty, pipe]) {
    await expect(ensureSecret(path, 24)).rejects.toThrow(`${path} is empty or not a regular file. Restore it`);
  }
});
