import { expect, test } from 'vitest';
import { describeKeyFigures } from './describe-key-figures.ts';

const figures = {
  episodes: 12,
  changes: 300,
  medianHours: 1.5,
  impactHours: 52,
  unassigned: 0,
  unassignedHours: 0,
  fixesVerified: 3,
  fixesRecurred: 1,
};

test('each key figure has its value and the value of the period before', () => {
  const before = {
    ...figures,
    episodes: 16,
    medianHours: 2,
    impactHours: null,
    unassigned: 0,
    unassignedHours: 0,
    fixesVerified: 1,
    fixesRecurred: 1,
  };
  expect(describeKeyFigures(figures, before, 'falling', 5)).toEqual([
    { label: 'Episodes', value: '12', note: '16 before, down 25\u00a0%' },
    { label: 'Median duration', value: '1 h 30 min', note: '2 h before' },
    { label: 'Total impact', value: '52\u00a0h', note: '' },
    { label: 'Fixes verified', value: '3 of 4', note: '1 of 2 before' },
  ]);
});

test('key figures without a value say why, and are not compared without a period before', () => {
  const empty = {
    episodes: 0,
    changes: 0,
    medianHours: null,
    impactHours: null,
    unassigned: 0,
    unassignedHours: 0,
    fixesVerified: 0,
    fixesRecurred: 0,
  };
  expect(describeKeyFigures(empty, null, null, 0).map(({ value, note }) => [value, note])).toEqual([
    ['0', ''],
    ['–', 'No duration is recorded'],
    ['–', 'No duration is recorded'],
  ]);
});

test('without a verdict on a fix, the last figure counts the improvements that need review', () => {
  const unmeasured = { ...figures, fixesVerified: 0, fixesRecurred: 0 };
  expect(describeKeyFigures(unmeasured, null, null, 19).at(-1)).toEqual({
    label: 'Improvements to decide on',
    value: '19',
    note: 'Proposed fixes that need review, of any period',
  });
});

test('a change in the number of episodes that the test does not confirm is described as normal variation', () => {
  const [episodes] = describeKeyFigures(figures, { ...figures, episodes: 16 }, 'no_clear_change', 0);
  expect(episodes?.note).toBe('16 before, down 25\u00a0%, which may be chance');
});
