import { expect, test } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { readFieldProblems } from './field-problems.ts';

const fields = ['minEpisodes', 'quietOutside', 'label', 'notesFrom'] as const;
const read = (detail: string, status = 400) => readFieldProblems(new ApiProblem(status, detail), fields);

test('readFieldProblems assigns each validation message to its field and rephrases it for users', () => {
  expect(
    read(
      'Cannot read the body: minEpisodes: Too small: expected number to be >=2; quietOutside.timeZone: must be a time zone, such as Europe/Berlin; notesFrom: Invalid email address; label: must differ from the other two labels, because each has its own meaning',
    ),
  ).toEqual({
    minEpisodes: 'Must be at least 2.',
    quietOutside: 'Must be a time zone, such as Europe/Berlin.',
    notesFrom: 'Must be an e-mail address.',
    label: 'Must differ from the other two labels, because each has its own meaning.',
  });
});

test('readFieldProblems assigns an error message that names one field to that field', () => {
  expect(read('The `label` has to be https.')).toEqual({ label: 'Has to be https.' });
  expect(read('The `other` has to be https.')).toEqual({});
});

test('readFieldProblems returns no messages for unknown fields and for errors other than HTTP 400', () => {
  expect(read('Cannot read the body: other: is wrong')).toEqual({});
  expect(read('label: x', 500)).toEqual({});
  expect(readFieldProblems(new Error('label: x'), fields)).toEqual({});
});
