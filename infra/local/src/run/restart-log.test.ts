import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RestartLogEntry } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { openRestartLog } from './restart-log.ts';

async function openLog() {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-restarts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'restarts.jsonl');
  const lines: string[] = [];
  return {
    path,
    lines,
    open: () =>
      openRestartLog(
        path,
        (line) => lines.push(line),
        () => {},
      ),
  };
}

test('prints that a server hung, and records in the log that it ended', async () => {
  const { path, lines, open } = await openLog();
  open()('PostgreSQL', 'postgres.log')({ type: 'hung', forMs: 30_000, lastLines: ['waiting'], pauseMs: 1_000 });
  expect(lines).toEqual([
    'PostgreSQL did not answer for 30 s and was killed; starting it again in 1 s. (log: postgres.log)',
    '  waiting',
  ]);
  const [, entry] = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  expect(RestartLogEntry.parse(JSON.parse(entry ?? ''))).toMatchObject({
    process: 'PostgreSQL',
    event: 'ended',
    detail: 'did not answer for 30 s',
  });
});

test('refuses a folder in place of the restart log, and says what to do', async () => {
  const { path, open } = await openLog();
  await mkdir(path);
  expect(open).toThrow(`Cannot read ${path} (EISDIR). It is a folder: remove it, or put a file in its place.`);
});

test('reports a restart log that can no longer be written, and still restarts the process', async () => {
  const { path, lines, open } = await openLog();
  const report = open()('Redis', 'redis.log');
  await rm(path);
  await mkdir(path);
  report({ type: 'restarted' });
  expect(lines).toEqual([
    'Redis is running again.',
    `Cannot write ${path} (EISDIR). It is a folder: remove it, or put a file in its place. refrain doctor will not know of this.`,
  ]);
});
