import { expect, test } from 'vitest';
import { describeAnalysisStep, describeWork } from './describe-work.ts';

const idle = { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0, isPaused: false };
const status = { failures: 834, pending: 0, queues: { ingest: idle, analysis: { ...idle, active: 1 } } };

test('while records are pending, the step of the analysis is the import, with the number of records left', () => {
  expect(describeWork({ ...status, pending: 17 })).toBe('Refrain is importing records…');
  expect(describeAnalysisStep({ ...status, pending: 17 })).toBe(
    'Step 1 of 2: reading the imported records. 17 records left.',
  );
});

test('while the import fetches records and none is pending, the step of the analysis is still the import', () => {
  const fetching = { ...status, queues: { ingest: { ...idle, waiting: 3 } } };
  expect(describeWork(fetching)).toBe('Refrain is importing records…');
  expect(describeAnalysisStep(fetching)).toBe('Step 1 of 2: importing records.');
});

test('after the import, the step of the analysis is the search for patterns', () => {
  expect(describeWork(status)).toBe('Updating patterns…');
  expect(describeAnalysisStep(status)).toBe('Step 2 of 2: finding patterns in 834 failures and writing their reports.');
});
