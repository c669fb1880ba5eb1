import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createApiClient } from '../api-client.ts';
import { runProgram } from '../run-under-test.ts';

const cwd = await mkdtemp(join(tmpdir(), 'refrain-import-'));
afterAll(() => rm(cwd, { recursive: true }));
await writeFile(join(cwd, 'log.csv'), 'title,start\nLamp is out,2026-01-01\nBell is silent,some day\n');

const api = createApiClient({ url: 'http://127.0.0.1:9', token: 'rfr_test' });
const dryRun = ['import', 'log.csv', '--dry-run', '--rejected'];

test('import --rejected saves the rows that cannot be imported with the reason, and overwrites no file', async () => {
  await runProgram(api, [...dryRun, 'rejected.csv'], { cwd });
  const [header, row] = (await readFile(join(cwd, 'rejected.csv'), 'utf8')).split('\r\n');
  expect(header).toBe('\uFEFFimport_problem,title,start');
  expect(row).toMatch(/^"Line 3: its ""created"" date ""some day"" cannot be read: .*",Bell is silent,some day$/u);
  await expect(runProgram(api, [...dryRun, 'log.csv'], { cwd })).rejects.toThrow(
    'log.csv exists already. Choose another file for --rejected.',
  );
});
