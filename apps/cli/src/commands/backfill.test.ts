import type { BackfillProgress } from '@refrain/domain';
import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { describeBackfill, followBackfill } from './backfill.ts';

const progress = (fields: Partial<BackfillProgress>): BackfillProgress => ({
  connectionId: 'c1',
  since: null,
  syncedAt: null,
  state: 'running',
  records: 0,
  expected: null,
  pending: 0,
  perSecond: null,
  secondsLeft: null,
  streams: [],
  ...fields,
});

async function followThrough(steps: readonly BackfillProgress[], stillMs = 60_000) {
  let asked = 0;
  const api = await startSimulatedApi((_request, response) => {
    sendJson(response, 200, steps[Math.min(asked, steps.length - 1)]);
    asked += 1;
  });
  const notes: string[] = [];
  const terminal = { out: () => {}, note: (text: string) => void notes.push(text), interactive: false };
  const result = await followBackfill(terminal, api, [{ id: 'c1' }], { pauseMs: 1, lineMs: 0, stillMs });
  return { result, notes, asked };
}

test('backfill waits until all records are ingested and processed', async () => {
  const done = progress({ state: 'done', records: 3, expected: 3 });
  const { result, notes, asked } = await followThrough([
    progress({ records: 1, expected: 3, pending: 1 }),
    progress({ state: 'done', records: 3, expected: 3, pending: 2 }),
    done,
  ]);
  expect(asked).toBe(3);
  expect(result).toEqual([done]);
  expect(notes).toEqual([
    '1 of about 3 records · 1 to parse\n',
    '3 of about 3 records · 2 to parse\n',
    '3 of about 3 records · 0 to parse\n',
  ]);
});

test('backfill ends when a stream fails', async () => {
  const { result } = await followThrough([progress({}), progress({ state: 'failed' })]);
  expect(result).toEqual([progress({ state: 'failed' })]);
});

test('backfill warns if there is no progress', async () => {
  const still = progress({ records: 5, expected: 9, pending: 5 });
  const steps = [...Array<BackfillProgress>(30).fill(still), progress({ state: 'done', records: 9 })];
  const { notes } = await followThrough(steps, 10);
  expect(notes.filter((note) => note.includes('that the workers are running')).length).toBeGreaterThan(0);
  expect((await followThrough(steps)).notes.join('')).not.toContain('that the workers are running');
});

test('backfill prints the rate and the remaining time that the API returns', async () => {
  const running = progress({ records: 30, expected: 100, pending: 2, perSecond: 5.2, secondsLeft: 13.4 });
  const { notes } = await followThrough([running, progress({ state: 'done', records: 100 })]);
  expect(notes[0]).toBe('30 of about 100 records · 5/s · about 14 s left · 2 to parse\n');
});

test('the description of a backfill lists its failed streams', () => {
  const stream = { stream: 'pulls:acme/api', state: 'failed', records: 2, expected: null } as const;
  const streams = [
    { ...stream, problem: 'No access: renew the token.' },
    { ...stream, stream: 'x', problem: null },
  ];
  expect(describeBackfill(progress({ state: 'failed', records: 4, streams }))).toBe(
    'c1: failed, 4 records from 2 streams\n  pulls:acme/api: No access: renew the token.\n  x: the reason is unknown',
  );
});
