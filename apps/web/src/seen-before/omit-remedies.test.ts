import { expect, test } from 'vitest';
import { omitRemedies } from './omit-remedies.ts';

const remedies = 'At least 10 of 12 episodes were resolved by a rollback.';

test.each([
  [`Migrations lock tables. ${remedies} The resolution of 3 May was: “Cancelled it.”`, remedies],
  [`Migrations lock tables. The resolution of 3 May was: “Cancelled it.”`, null],
])('omitRemedies keeps the sentences of a lesson around the remedies: “%s”', (lesson, own) => {
  expect(omitRemedies({ lesson, remedies: own })).toBe(
    'Migrations lock tables. The resolution of 3 May was: “Cancelled it.”',
  );
});

test('omitRemedies returns nothing if only the remedies are known', () => {
  expect(omitRemedies({ lesson: remedies, remedies })).toBe('');
});
