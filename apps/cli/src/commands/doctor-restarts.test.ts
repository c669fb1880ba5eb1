import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestartLogEntry } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { examineProcessRestarts, explainInstanceStop, readRestartLog } from './doctor-restarts.ts';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const entry = (at: string, event: RestartLogEntry['event'], detail = ''): RestartLogEntry => ({
  at: `2026-03-01T${at}:00.000Z`,
  process: 'PostgreSQL',
  event,
  detail,
});
const crash = (at: string) => [entry(at, 'ended', 'SIGKILL'), entry(at, 'restarted')];

test('doctor reports a process that was restarted once as a note', () => {
  expect(examineProcessRestarts(crash('09:00'), now)).toMatchObject([
    {
      ok: true,
      what: 'PostgreSQL ended once in the last 24 hours (last at 2026-03-01T09:00:00.000Z: SIGKILL) and was restarted',
    },
  ]);
});

test('doctor reports a process that ended three times within the last hour as a problem', () => {
  const entries = ['11:10', '11:20', '11:30'].flatMap(crash);
  expect(examineProcessRestarts(entries, now)).toMatchObject([{ ok: false }]);
  expect(examineProcessRestarts(['09:10', '11:20', '11:30'].flatMap(crash), now)).toMatchObject([{ ok: true }]);
});

test('doctor reports a process that does not run, with its last error', () => {
  const entries = [entry('11:00', 'ended', '1'), entry('11:01', 'start_failed', 'PostgreSQL ended while starting')];
  expect(examineProcessRestarts(entries, now)).toMatchObject([
    {
      ok: false,
      what: expect.stringContaining('and is not running'),
      advice: expect.stringContaining('while starting'),
    },
  ]);
});

test('doctor reports no problem for a process that ended before the last start of Refrain', () => {
  const failed = [entry('11:00', 'ended', '1'), entry('11:01', 'gave_up', '6 times in a row')];
  const started = { ...entry('11:30', 'started'), process: 'Refrain' };
  expect(examineProcessRestarts(failed, now)).toMatchObject([{ ok: false }]);
  expect(examineProcessRestarts([...failed, started], now)).toMatchObject([{ ok: true }]);
  expect(examineProcessRestarts([started, ...failed], now)).toMatchObject([{ ok: false }]);
});

test('doctor omits restarts from more than a day ago', () => {
  expect(examineProcessRestarts(crash('11:00'), now + 24 * 60 * 60 * 1_000)).toEqual([]);
});

test('until a stopped instance runs again, doctor explains why it stopped by itself', () => {
  const failed = [
    entry('11:00', 'start_failed', 'No space left on device'),
    entry('11:01', 'gave_up', '6 times in a row'),
  ];
  expect(explainInstanceStop(failed)).toMatchObject({
    ok: false,
    what: 'Refrain stopped at 2026-03-01T11:01:00.000Z because PostgreSQL failed 6 times in a row',
    advice: expect.stringContaining('No space left on device'),
  });
  expect(explainInstanceStop([...failed, ...crash('11:30')])).toBeNull();
  expect(explainInstanceStop([])).toBeNull();
});

test('doctor skips and reports unparsable lines of the restart log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-restarts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(readRestartLog(folder)).toEqual([]);
  await writeFile(join(folder, 'restarts.jsonl'), `${JSON.stringify(entry('11:00', 'ended', '1'))}\n`);
  expect(readRestartLog(folder)).toHaveLength(1);
  const [ended, restarted] = crash('11:00').map((line) => JSON.stringify(line));
  const path = join(folder, 'restarts.jsonl');
  await writeFile(path, `${ended}\n{"at":"2026-03\n${restarted}\n`);
  expect(examineProcessRestarts(readRestartLog(folder), now)).toMatchObject([
    { ok: true, what: expect.stringContaining('PostgreSQL ended once in the last 24 hours') },
    { ok: true, what: `Line 2 of ${path} is broken and was skipped`, advice: expect.stringContaining('Delete') },
  ]);
  const gaveUp = JSON.stringify(entry('11:01', 'gave_up', '6 times in a row'));
  await writeFile(path, `{"at":1}\n${ended}{\n${gaveUp}\n`);
  expect(explainInstanceStop(readRestartLog(folder))).toMatchObject({
    what: 'Refrain stopped at 2026-03-01T11:01:00.000Z because PostgreSQL failed 6 times in a row',
    advice: expect.stringContaining(`2 lines of ${path} are broken and were skipped; the first is line 1.`),
  });
});
