import { expect, test } from 'vitest';
import { describeChart } from './describe-chart.ts';

const bars = [
  { label: '2026-W01', value: 1.234 },
  { label: '2026-W02', value: 0 },
];

test('describeChart describes the levels of a bar chart with their ranges', () => {
  const levels = [
    { label: 'usual', value: 2, from: 0, to: 1 },
    { label: 'before', value: 3, from: 0, to: 0 },
  ];
  expect(describeChart({ kind: 'bars', title: '', bars, levels })).toEqual({
    description: 'The line is the usual, 2, the before, 3 (2026-W01 to 2026-W01).',
    columns: ['Week', 'Value'],
    rows: [
      ['2026-W01', '1.2'],
      ['2026-W02', '0'],
    ],
  });
});

test('describeChart returns no description for bars without levels', () => {
  expect(describeChart({ kind: 'bars', title: '', bars, levels: [] })).not.toHaveProperty('description');
});

test('describeChart describes a missing forecast as unknown', () => {
  const rows = [{ label: '90 days', value: null, low: null, high: 0 }];
  const described = describeChart({ kind: 'ranges', title: '', rows });
  expect(described.rows).toEqual([['90 days', 'unknown', 'unknown', '0']]);
  expect(described.description).toMatch(/Unknown: 90 days\.$/u);
});
