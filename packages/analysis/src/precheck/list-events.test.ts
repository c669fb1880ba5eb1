import { expect, test } from 'vitest';
import { listEvents } from './list-events.ts';
import { failureOf, instantOf, makeChange } from './testing.ts';

const told = (...past: Parameters<typeof listEvents>) =>
  listEvents(...past).map(({ kind, change }) => `${kind} ${change.id}`);

test('changes land and failures become known in the order of time, up to the moment', () => {
  const [a, b, c] = [makeChange('a', 1), makeChange('b', 2), makeChange('c', 5)];
  const failures = [failureOf(a, { knownAt: instantOf(3) }), failureOf(b, { knownAt: instantOf(4) })];
  const past = { asOf: instantOf(3), changes: [c, b, a], failures };
  expect(told(past)).toEqual(['landed a', 'landed b', 'known a']);
  expect(told({ ...past, asOf: instantOf(9) })).toEqual(['landed a', 'landed b', 'known a', 'known b', 'landed c']);
});

test('a change fails once, when that was first known, and never before it landed', () => {
  const a = makeChange('a', 1);
  const past = { asOf: instantOf(9), changes: [a, a, makeChange('b', 2)] };
  const failures = [5, 0].map((day) => failureOf(a, { id: `${day}`, knownAt: instantOf(day) }));
  expect(told({ ...past, failures })).toEqual(['landed a', 'known a', 'landed b']);
  expect(told({ ...past, failures: [failureOf(makeChange('elsewhere', 1))] })).toEqual(['landed a', 'landed b']);
});

test('reverts are no background, and reverts of reverts are', () => {
  const changes = ['Revert "Seal wagons"', 'Revert "Revert "Seal wagons""'].map((title, at) =>
    makeChange(`${at}`, at, { title }),
  );
  expect(told({ asOf: instantOf(9), changes, failures: [] })).toEqual(['landed 1']);
});
