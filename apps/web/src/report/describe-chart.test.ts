import { expect, test } from 'vitest';
import { describeChart } from './describe-chart.ts';

const bars = [
  { label: '2026-W01', value: 1.234 },
  { label: '2026-W02', value: 0 },
];

test('bars tell their levels, and over which of them each goes', () => {
  const levels = [
    { label: 'usual', value: 2, from: 0, to: 1 },
    { label: 'before', value: 3, from: 0, to: 0 },
  ];
  expect(describeChart({ kind: 'bars', title: '', bars, levels })).toEqual({
    says: 'The line: usual, 2, before, 3 (2026-W01 to 2026-W01).',
    columns: ['Week', 'Figure'],
    rows: [
      ['2026-W01', '1.2'],
      ['2026-W02', '0'],
    ],
  });
});

test('without levels there is no line to tell of', () => {
  expect(describeChart({ kind: 'bars', title: '', bars, levels: [] })).not.toHaveProperty('says');
});

test('what is not forecast is not told as zero', () => {
  const rows = [{ label: '90 days', value: null, low: null, high: 0 }];
  const described = describeChart({ kind: 'ranges', title: '', rows });
  expect(described.rows).toEqual([['90 days', 'not known', 'not known', '0']]);
  expect(described.says).toMatch(/Not known: 90 days\.$/u);
});
