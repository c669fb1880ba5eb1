import { expect, test } from 'vitest';
import { findWorstCountedSeverity } from './find-worst-counted-severity.ts';

const find = (counted: Readonly<Record<string, number>>) =>
  findWorstCountedSeverity(Object.entries(counted).map(([severity, episodes]) => ({ severity, episodes })));

test('a higher severity precedes a more frequent one', () => {
  expect(find({ minor: 9, critical: 2, major: 5 })).toEqual({ severity: 'critical', episodes: 2 });
  expect(find({ P3: 4, P2: 1 })).toEqual({ severity: 'P2', episodes: 1 });
});

test('of equally high severities, the most frequent one is the worst', () => {
  expect(find({ P1: 1, critical: 3 })).toEqual({ severity: 'critical', episodes: 3 });
});

test('without a severity, none is the worst', () => {
  expect(find({})).toBeNull();
});
