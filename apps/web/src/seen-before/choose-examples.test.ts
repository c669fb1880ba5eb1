import { expect, test } from 'vitest';
import { chooseExamples } from './choose-examples.ts';

const failure = (title: string, patternId: string | null, isFailure = true) => ({ title, patternId, isFailure });

test('chooseExamples prefers failures of different patterns, and then takes the newest others', () => {
  const failures = [
    failure('Disk full', null),
    failure('Planned revert', 'p9', false),
    failure('Pool exhausted', 'p1'),
    failure('Pool of checkout exhausted', 'p1'),
    failure('Certificate expired', 'p2'),
  ];
  expect(chooseExamples(failures, 3)).toEqual(['Pool exhausted', 'Certificate expired', 'Disk full']);
  expect(chooseExamples(failures, 1)).toEqual(['Pool exhausted']);
  expect(chooseExamples([], 3)).toEqual([]);
});
