import { expect, test } from 'vitest';
import { createProblemGroups } from './group-problems.ts';

test('rows with the same problem are one group with the first lines and the first example', () => {
  const groups = createProblemGroups();
  const unreadable = (example: string) => ({ problem: 'its date cannot be read', example });
  groups.add({ line: 1, skipped: 'it has no date' });
  for (let line = 2; line < 14; line += 1) {
    groups.add({ line, skipped: `its date "${line}" cannot be read`, shared: unreadable(`"${line}"`) });
  }
  expect(groups.result()).toEqual([
    { problem: 'its date cannot be read', example: '"2"', rows: 12, lines: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
    { problem: 'it has no date', example: null, rows: 1, lines: [1] },
  ]);
});

test('only the first 200 problems are listed', () => {
  const groups = createProblemGroups();
  for (let line = 1; line <= 201; line += 1) groups.add({ line, skipped: `problem ${line}` });
  groups.add({ line: 202, skipped: 'problem 1' });
  expect(groups.result()).toHaveLength(200);
  expect(groups.result()[0]).toMatchObject({ problem: 'problem 1', rows: 2 });
});
