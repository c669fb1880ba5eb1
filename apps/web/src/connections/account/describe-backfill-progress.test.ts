import { expect, test } from 'vitest';
import {
  describeBackfillProgress,
  describeIngestThroughput,
  groupStreamsByKind,
  isBackfillInProgress,
} from './describe-backfill-progress.ts';
import { describeStream } from './describe-stream.ts';

const stream = (name: string, state: 'done' | 'failed', records: number) => ({
  stream: name,
  state,
  records,
  expected: null,
  problem: null,
});
const streams = [stream('pulls:acme/api', 'done', 3), stream('commits:acme/api', 'failed', 1)];
const progress = {
  connectionId: 'c1',
  since: null,
  state: 'running',
  syncedAt: null,
  records: 250,
  expected: 1_000,
  pending: 12,
  perSecond: 34.5,
  secondsLeft: 130,
  streams,
} as const;

const describe = (change: object) => describeBackfillProgress({ ...progress, streams, ...change });

test('describeBackfillProgress describes each state of a backfill in a sentence', () => {
  expect(describe({ state: 'none' })).toBe('No history has been imported yet.');
  expect(describe({})).toBe('Importing history: 250 of about 1,000 records (25\u00a0%), full history.');
  expect(describe({ expected: 250 })).toContain('(99\u00a0%)');
  expect(describe({ expected: null })).toBe('Importing history: 250 records so far, full history.');
  expect(describe({ state: 'done', since: '2026-05-04T12:00:00.000Z' })).toBe(
    'History since 4 May 2026 has been imported.',
  );
  expect(describe({ state: 'failed' })).toBe('1 of 2 streams failed.');
});

test('describeIngestThroughput shows the rate only during a backfill, and the pending records even after the backfill', () => {
  expect(describeIngestThroughput({ ...progress, streams })).toBe(
    '35 records per second · about 2 min left · 12 records to process',
  );
  const done = { ...progress, streams, state: 'done' } as const;
  expect([describeIngestThroughput(done), isBackfillInProgress(done)]).toEqual(['12 records to process', true]);
  expect(isBackfillInProgress({ ...done, pending: 0 })).toBe(false);
});

test('describeStream names streams by their kind of record, and groupStreamsByKind counts them by kind', () => {
  expect(['pulls:acme/api', 'incidents', 'odd_one:x:y'].map(describeStream)).toEqual([
    'Pull requests of acme/api',
    'Incidents',
    'odd one of x:y',
  ]);
  expect(groupStreamsByKind(streams)).toEqual([
    { kind: 'Commits', streams: 1, done: 0, failed: 1, records: 1 },
    { kind: 'Pull requests', streams: 1, done: 1, failed: 0, records: 3 },
  ]);
});
