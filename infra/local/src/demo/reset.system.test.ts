import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../data-folder-paths.ts';

test('demo --reset deletes the data of an earlier demo and keeps the data of real accounts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-reset-'));
  const [left, real] = [join(folder, 'demo/postgres/left'), join(folder, 'encryption-key')];
  await mkdir(join(left, '..'), { recursive: true });
  await Promise.all([writeFile(left, ''), writeFile(real, '')]);
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(projectFolder, 'infra/local/dist/main.js'), 'demo', '--reset'], {
    env: { PATH, HOME, REFRAIN_DATA_DIR: folder },
    stdio: 'ignore',
  });
  try {
    await expect.poll(() => existsSync(left)).toBe(false);
    expect(existsSync(real)).toBe(true);
  } finally {
    child.kill('SIGINT');
    await once(child, 'exit');
    await rm(folder, { recursive: true });
  }
});
