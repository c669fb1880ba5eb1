import { expect, test } from 'vitest';
import { groupGapsByDay, sumCountsByDay, summariseCompleteness } from './describe-completeness.ts';

const answer = { since: '', until: '', existing: 10, stored: 10, gaps: [], days: [], uncompared: [] };
const gap = { stream: 'incidents', day: '2026-01-02' };

test.each([
  [{}, 'No gaps'],
  [{ uncompared: ['incidents'] }, 'No gaps so far. 1 more check will run automatically.'],
  [{ existing: 0, stored: 0, uncompared: ['incidents'] }, 'The first automatic check is pending'],
  [{ existing: 0, stored: 0 }, 'No records in 30 days'],
  [{ stored: 9 }, '1 record missing. Refrain imports missing records automatically.'],
  [
    { gaps: [gap, { ...gap, stream: 'change_events' }] },
    'Gaps on 1 day. Refrain imports missing records automatically.',
  ],
])('summariseCompleteness describes %j as “%s”', (change, summary) => {
  expect(summariseCompleteness({ ...answer, ...change })).toBe(summary);
});

test('sumCountsByDay and groupGapsByDay combine all streams by day, newest day first', () => {
  const day = { stream: 'incidents', day: '2026-01-01', existing: 2, stored: 1, checkedAt: '' };
  expect(sumCountsByDay([day, { ...day, stream: 'change_events' }, { ...day, day: '2026-01-03' }])).toEqual([
    { day: '2026-01-03', existing: 2, stored: 1 },
    { day: '2026-01-01', existing: 4, stored: 2 },
  ]);
  expect(groupGapsByDay([{ ...gap, day: '2026-01-01' }, gap])).toEqual([
    { day: '2026-01-02', streams: ['incidents'] },
    { day: '2026-01-01', streams: ['incidents'] },
  ]);
});
