import { expect, test } from 'vitest';
import { formatComparison, toComparisonJson } from './format-comparison.ts';
import type { MethodComparison } from './method-comparison.ts';

const comparison: MethodComparison = {
  task: 'cluster',
  data: 'some.jsonl',
  records: 30,
  figures: [
    { key: 'f1', title: 'B³ F1', better: 'more', digits: 3 },
    { key: 'seconds', title: 'seconds', better: 'less', digits: 1 },
    { key: 'groups', title: 'groups', better: null, digits: 0 },
  ],
  product: [{ method: 'refrain', values: { f1: 0.81236, seconds: 12.34, groups: 7 } }],
  baselines: [
    { method: 'dbscan', values: { f1: 0.7, seconds: 1, groups: 1200 } },
    { method: 'average', values: { f1: 1, seconds: null, groups: 3 } },
  ],
  goals: [
    { figure: 'f1', value: 0.8 },
    { figure: 'seconds', value: 1 },
  ],
  notes: ['A note.'],
};

test('formatComparison writes a row for Refrain, for each baseline, for the best baseline and for the goals', () => {
  expect(formatComparison(comparison)).toBe(
    [
      'cluster: some.jsonl, 30 records',
      '                   B³ F1  seconds  groups',
      '  ───────────────────────────────────────',
      '  refrain           .812     12.3       7',
      '  ───────────────────────────────────────',
      '  dbscan            .700      1.0    1200',
      '  average          1.000                3',
      '  ───────────────────────────────────────',
      '  best baseline    1.000      1.0',
      '  goal            ≥ .800    ≤ 1.0',
      '                 reached   missed',
      '  A note.',
    ].join('\n'),
  );
});

test('formatComparison omits the row of the best baseline if there is only one baseline, and the goals if there are none', () => {
  const [, ...lines] = formatComparison({
    ...comparison,
    baselines: comparison.baselines.slice(0, 1),
    goals: [],
    notes: [],
  }).split('\n');
  expect(lines.map((line) => line.trim().split(' ')[0]?.slice(0, 7))).toEqual([
    'B³',
    '───────',
    'refrain',
    '───────',
    'dbscan',
  ]);
});

test('toComparisonJson returns the comparison as JSON', () => {
  expect(toComparisonJson(comparison)).toEqual({
    task: 'cluster',
    data: 'some.jsonl',
    records: 30,
    product: { refrain: { f1: 0.8124, seconds: 12.34, groups: 7 } },
    baselines: {
      dbscan: { f1: 0.7, seconds: 1, groups: 1200 },
      average: { f1: 1, seconds: null, groups: 3 },
    },
    bestBaseline: { f1: 1, seconds: 1, groups: null },
    goals: [
      { figure: 'f1', value: 0.8, reached: true },
      { figure: 'seconds', value: 1, reached: false },
    ],
    notes: ['A note.'],
  });
});
