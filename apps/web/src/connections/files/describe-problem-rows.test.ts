import { expect, test } from 'vitest';
import { describeProblemRows } from './describe-problem-rows.ts';

test.each([
  [{ example: '"some day"', rows: 1, lines: [5] }, '1 row: line 5 ("some day")'],
  [{ example: null, rows: 2, lines: [5, 8] }, '2 rows: lines 5 and 8'],
  [
    { example: '"some day"', rows: 12, lines: [5, 6, 7, 8, 9, 10] },
    '12 rows: lines 5 ("some day"), 6, 7, 8, 9 and 7 more',
  ],
])('describeProblemRows of %j', (problem, described) => {
  expect(describeProblemRows(problem)).toBe(described);
});
