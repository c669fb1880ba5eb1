import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadSettings } from './load-settings.ts';

test('settings come from a file that is for oneself alone; of any other one it is said what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-settings-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  onTestFinished(() => void delete process.env.REFRAIN_TEST_SETTING);
  const file = join(folder, '.env');
  const complaints: string[] = [];
  const load = () => loadSettings(file, (line) => void complaints.push(line));
  load();
  await writeFile(file, 'REFRAIN_TEST_SETTING=of the file\n', { mode: 0o600 });
  load();
  expect(process.env.REFRAIN_TEST_SETTING).toBe('of the file');
  process.env.REFRAIN_TEST_SETTING = 'of the environment';
  load();
  expect(process.env.REFRAIN_TEST_SETTING).toBe('of the environment');
  expect(complaints).toEqual([]);
  await chmod(file, 0o640);
  load();
  expect(complaints).toEqual([expect.stringContaining(`chmod 600 ${file}`)]);
});
