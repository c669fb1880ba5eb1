import { expect, test } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { readFieldProblems } from './field-problems.ts';

const fields = ['minEpisodes', 'quietOutside', 'label', 'notesFrom'] as const;
const read = (detail: string, status = 400) => readFieldProblems(new ApiProblem(status, detail), fields);

test('readFieldProblems assigns each validation message to its field and rephrases it for users', () => {
  expect(
    read(
      'Cannot read the body: minEpisodes: Too small: expected number to be >=2; quietOutside.timeZone: has to be a time zone, as Europe/Berlin; notesFrom: Invalid email address; label: has to be another label than the two others: each says something else of an issue',
    ),
  ).toEqual({
    minEpisodes: 'Has to be at least 2.',
    quietOutside: 'Has to be a time zone, as Europe/Berlin.',
    notesFrom: 'Has to be an e-mail address.',
    label: 'Has to be another label than the two others: each says something else of an issue.',
  });
});

test('readFieldProblems assigns a sentence that names one field to this field', () => {
  expect(read('The `label` has to be https.')).toEqual({ label: 'Has to be https.' });
  expect(read('The `other` has to be https.')).toEqual({});
});

test('readFieldProblems returns nothing for unknown fields and for errors other than 400', () => {
  expect(read('Cannot read the body: other: is wrong')).toEqual({});
  expect(read('label: x', 500)).toEqual({});
  expect(readFieldProblems(new Error('label: x'), fields)).toEqual({});
});
