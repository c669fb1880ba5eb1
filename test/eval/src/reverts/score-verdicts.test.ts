import { createRandomStream } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { type LabelledRevert, scoreVerdicts } from './score-verdicts.ts';

const labelled = (repo: string, verdict: LabelledRevert['verdict'], called: number, of: number): LabelledRevert[] =>
  Array.from({ length: of }, (_, at) => ({ repo, verdict, isCalled: at < called }));

test('balanced accuracy is the mean of recall and specificity, and ignores unclear reverts', () => {
  const { all } = scoreVerdicts(
    [...labelled('a', 'failure', 8, 10), ...labelled('a', 'planned', 1, 5), ...labelled('a', 'unclear', 2, 7)],
    createRandomStream('scores'),
  );
  expect(all).toEqual({
    failure: { called: 8, of: 10 },
    planned: { called: 1, of: 5 },
    unclear: { called: 2, of: 7 },
    balancedAccuracy: 0.8,
  });
});

test('scoreVerdicts averages over the repositories with at least five failures and five planned reverts', () => {
  const { mean, byRepository } = scoreVerdicts(
    [
      ...[...labelled('a', 'failure', 9, 10), ...labelled('a', 'planned', 2, 10)],
      ...[...labelled('b', 'failure', 5, 5), ...labelled('b', 'planned', 0, 5)],
      ...[...labelled('c', 'failure', 0, 4), ...labelled('c', 'planned', 5, 5)],
    ],
    createRandomStream('mean'),
  );
  expect(mean?.balancedAccuracy).toBeCloseTo((0.85 + 1) / 2);
  expect(mean?.low).toBeLessThan(mean?.balancedAccuracy ?? 0);
  expect(mean?.high).toBeGreaterThan(mean?.balancedAccuracy ?? 1);
  expect(byRepository.c?.balancedAccuracy).toBe(0);
});

test('scoreVerdicts returns no accuracy unless there are both failures and planned reverts', () => {
  expect(scoreVerdicts(labelled('a', 'failure', 1, 9), createRandomStream('none'))).toMatchObject({
    all: { balancedAccuracy: null },
    mean: null,
  });
});
