import type { CompletenessResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPathResponder, startSimulatedApi } from '../api-under-test.ts';
import { createConnectionUnderTest } from '../create-connection-under-test.ts';
import { runProgram } from '../run-under-test.ts';
import { describeGaps, formatShareRoundedDown } from './completeness-report.ts';

const checkedAt = '2026-02-01T00:00:00.000Z';
const day = (on: string, stream: string, existing: number, stored = existing) => ({
  day: on,
  stream,
  existing,
  stored,
  checkedAt,
});
const answer: CompletenessResponse = {
  since: '2026-01-02T00:00:00.000Z',
  until: '2026-02-01T12:00:00.000Z',
  existing: 2_009,
  stored: 2_008,
  gaps: [
    { stream: 'pulls:acme/api', day: '2026-01-05' },
    { stream: 'pulls:acme/api', day: '2025-07-01' },
  ],
  days: [
    day('2026-01-05', 'commits:acme/api', 4),
    day('2026-01-05', 'pulls:acme/api', 5, 4),
    day('2026-01-06', 'commits:acme/api', 2_000),
  ],
  uncompared: ['runs:acme/api'],
};

async function run(...args: string[]) {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const compared = request.method === 'POST' ? { streams: 3 } : answer;
    createPathResponder({
      '/v1/connections': {
        items: [createConnectionUnderTest(), createConnectionUnderTest({ id: 'c2', provider: 'archive' })],
        next: null,
        total: 2,
      },
      '/v1/connections/c1/completeness': compared,
    })(request, response);
  });
  return { ...(await runProgram(api, ['completeness', ...args])), asked };
}

test('completeness lists days with gaps first, then the newest days, and also gaps outside the period', async () => {
  const { out, asked } = await run();
  expect(out).toBe(
    `github acme (c1): 2008 of 2009 existing records from 2026-01-02 to 2026-02-01 are stored (99.9 %).
day         stream            existing  stored  missing  compared
2026-01-05  pulls:acme/api    5         4       1        2026-02-01T00:00:00.000Z
2026-01-06  commits:acme/api  2000      2000    0        2026-02-01T00:00:00.000Z
2026-01-05  commits:acme/api  4         4       0        2026-02-01T00:00:00.000Z
Outside this period: pulls:acme/api: records are missing on 2025-07-01
1 streams have never been compared: runs:acme/api
`,
  );
  expect(asked).toEqual(['GET /v1/connections?limit=200', 'GET /v1/connections/c1/completeness']);
});

test('completeness accepts the first day of the period, prints JSON, and can start a check', async () => {
  const { out, notes, asked } = await run('c1', '--since', '2026-01-02', '--json', '--now');
  expect(JSON.parse(out)).toEqual({ items: [{ connectionId: 'c1', ...answer }] });
  expect(asked.slice(1)).toEqual([
    'GET /v1/connections/c1/completeness?since=2026-01-02T00%3A00%3A00.000Z',
    'POST /v1/connections/c1/completeness',
  ]);
  expect(notes).toBe('3 streams of acme are being compared. Run this command again in a few minutes.\n');
  await expect(run('nope')).rejects.toThrow('There is no connection nope');
});

test('formatShareRoundedDown never rounds a share with missing records to 100 %', () => {
  expect(formatShareRoundedDown(99_999, 100_000)).toBe('99.9 %');
  expect(formatShareRoundedDown(7, 7)).toBe('100 %');
});

test('describeGaps lists the days of each stream, up to the requested number of days and streams', () => {
  const gaps = [
    ...['2026-01-09', '2026-01-08', '2026-01-07'].map((on) => ({ stream: 'a', day: on })),
    { stream: 'b', day: '2026-01-01' },
    { stream: 'c', day: '2026-01-01' },
  ];
  expect(describeGaps(gaps, 2)).toEqual([
    'a: records are missing on 2026-01-09, 2026-01-08 and 1 more days',
    'b: records are missing on 2026-01-01',
    'and 1 more streams',
  ]);
});
