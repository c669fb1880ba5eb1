import { expect, test } from 'vitest';
import { countPatterns } from './count-patterns.ts';

test('countPatterns counts the failures of each pattern, most first, and omits failures without a pattern', () => {
  const failures = [
    { patternId: 'a', patternName: 'Disk full' },
    { patternId: null, patternName: null },
    { patternId: 'b', patternName: 'Pool exhausted' },
    { patternId: 'b', patternName: 'Pool exhausted' },
  ];
  expect(countPatterns(failures)).toEqual([
    { id: 'b', name: 'Pool exhausted', failures: 2 },
    { id: 'a', name: 'Disk full', failures: 1 },
  ]);
});
