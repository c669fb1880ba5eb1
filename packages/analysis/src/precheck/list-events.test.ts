import { expect, test } from 'vitest';
import { listEvents } from './list-events.ts';
import { failureOf, instantOf, makeChange } from './testing.ts';

const eventsOf = (...past: Parameters<typeof listEvents>) =>
  listEvents(...past).map(({ kind, change }) => `${kind} ${change.id}`);

test('listEvents lists landed changes and known failures by time, up to asOf', () => {
  const [a, b, c] = [makeChange('a', 1), makeChange('b', 2), makeChange('c', 5)];
  const failures = [failureOf(a, { knownAt: instantOf(3) }), failureOf(b, { knownAt: instantOf(4) })];
  const past = { asOf: instantOf(3), changes: [c, b, a], failures };
  expect(eventsOf(past)).toEqual(['landed a', 'landed b', 'known a']);
  expect(eventsOf({ ...past, asOf: instantOf(9) })).toEqual(['landed a', 'landed b', 'known a', 'known b', 'landed c']);
});

test('listEvents lists the first known failure of a change, never before the change landed', () => {
  const a = makeChange('a', 1);
  const past = { asOf: instantOf(9), changes: [a, a, makeChange('b', 2)] };
  const failures = [5, 0].map((day) => failureOf(a, { id: `${day}`, knownAt: instantOf(day) }));
  expect(eventsOf({ ...past, failures })).toEqual(['landed a', 'known a', 'landed b']);
  expect(eventsOf({ ...past, failures: [failureOf(makeChange('elsewhere', 1))] })).toEqual(['landed a', 'landed b']);
});

test('listEvents omits reverts and keeps reverts of reverts', () => {
  const changes = ['Revert "Seal wagons"', 'Revert "Revert "Seal wagons""'].map((title, at) =>
    makeChange(`${at}`, at, { title }),
  );
  expect(eventsOf({ asOf: instantOf(9), changes, failures: [] })).toEqual(['landed 1']);
});
