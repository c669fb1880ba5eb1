import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openProcessLog } from './process-log.ts';

function logPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'api.log');
}

test('reads only the end of a long log', async () => {
  const path = logPath();
  const log = openProcessLog(path);
  log.close();
  appendFileSync(path, 'early\n');
  appendFileSync(path, `${'x'.repeat(1_000)}\n`.repeat(100));
  appendFileSync(path, 'late\n');
  const lines = await log.lastLines(1_000);
  expect(lines.at(-1)).toBe('late');
  expect(lines.length).toBeLessThan(70);
});

test('reads a log from its beginning if it was emptied since the start', async () => {
  const path = logPath();
  appendFileSync(path, 'of an earlier start\n');
  const log = openProcessLog(path);
  log.close();
  truncateSync(path);
  appendFileSync(path, 'new\n');
  expect(await log.lastLines(5)).toEqual(['new']);
});

test('renames a log of more than 50 MB at the next start', () => {
  const path = logPath();
  appendFileSync(path, '');
  truncateSync(path, 60 * 1024 * 1024);
  openProcessLog(path).close();
  expect(statSync(path).size).toBe(0);
  expect(statSync(`${path}.1`).size).toBe(60 * 1024 * 1024);
});
