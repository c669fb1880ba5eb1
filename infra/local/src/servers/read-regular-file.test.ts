import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { readRegularFile } from './read-regular-file.ts';

test('reads a regular file, but not a link, pipe or folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'refrain-read-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const at = (name: string) => join(root, name);
  await writeFile(at('file'), 'text\n');
  await writeFile(at('large'), 'x'.repeat(100_000));
  await symlink(at('file'), at('link'));
  await promisify(execFile)('mkfifo', [at('pipe')]);
  await mkdir(at('folder'));
  expect(await readRegularFile(at('file'))).toBe('text\n');
  expect(await readRegularFile(at('large'))).toBe('x'.repeat(8_192));
  for (const name of ['link', 'pipe', 'folder']) expect(await readRegularFile(at(name))).toBe('');
  expect(await readRegularFile(at('missing'))).toBeNull();
});
