import { expect, test } from 'vitest';
import type { BenchFigure } from './bench.ts';
import { benches } from './benches.ts';
import { listBenchTableRows, writeBenchTable } from './table.ts';

const figures: BenchFigure[] = [
  {
    what: 'an answer',
    at: 'whole.p99Ms',
    unit: 'ms',
    better: 'less',
    goal: 'goal.p99Ms',
    floor: { at: 'floor.p99Ms', what: 'nothing done' },
  },
  { what: 'rate', at: 'rate', unit: '/s', better: 'more', goal: 100 },
  { what: 'lost', at: 'lost', unit: '', better: 'less', goal: 0 },
];

test('the table lists each figure with its floor and its goal', () => {
  const result = { whole: { p99Ms: 12 }, floor: { p99Ms: 8 }, goal: { p99Ms: 20 }, rate: 99, lost: 0 };
  const rows = listBenchTableRows({ name: 'api', figures }, result);
  expect(rows).toMatchObject([
    { measured: 12, floor: 8, ratio: 1.5, goal: 20, isMet: true },
    { measured: 99, floor: null, ratio: null, goal: 100, isMet: false },
    { measured: 0, goal: 0, isMet: true },
  ]);
  expect(writeBenchTable(rows)).toBe(
    [
      '| bench | figure | measured | floor | ratio | goal |',
      '| --- | --- | --- | --- | --- | --- |',
      '| api | an answer | 12 ms | 8 ms (nothing done) | 1.5 | 20 ms |',
      '| api | rate | 99/s |  |  | 100/s missed |',
      '| api | lost | 0 |  |  | 0 |',
      '',
    ].join('\n'),
  );
});

test('a figure missing from the result neither meets nor misses its goal', () => {
  const rows = listBenchTableRows({ name: 'api', figures }, { goal: { p99Ms: 20 }, rate: null });
  expect(writeBenchTable(rows)).toContain('| api | rate | none |  |  | 100/s |\n');
  expect(rows).toMatchObject([
    { measured: null, ratio: null, isMet: null },
    { measured: null, isMet: null },
    { measured: null, isMet: null },
  ]);
});

test('each benchmark has at least one figure and a unique name', () => {
  expect(new Set(benches.map(({ name }) => name)).size).toBe(benches.length);
  for (const { name, figures } of benches) expect([name, figures.length]).not.toEqual([name, 0]);
});
