import { expect, test } from 'vitest';
import { listHistoryEvents } from './replay-history.ts';
import { createPastChange, createPastFailure, toInstantOfHistoryDay } from './testing.ts';

const eventsOf = (...past: Parameters<typeof listHistoryEvents>) =>
  listHistoryEvents(...past).map(({ kind, change }) => `${kind} ${change.id}`);

test('listHistoryEvents lists landed changes and known failures by time, up to asOf', () => {
  const [a, b, c] = [createPastChange('a', 1), createPastChange('b', 2), createPastChange('c', 5)];
  const failures = [
    createPastFailure(a, { knownAt: toInstantOfHistoryDay(3) }),
    createPastFailure(b, { knownAt: toInstantOfHistoryDay(4) }),
  ];
  const past = { asOf: toInstantOfHistoryDay(3), changes: [c, b, a], failures };
  expect(eventsOf(past)).toEqual(['landed a', 'landed b', 'known a']);
  expect(eventsOf({ ...past, asOf: toInstantOfHistoryDay(9) })).toEqual([
    'landed a',
    'landed b',
    'known a',
    'known b',
    'landed c',
  ]);
});

test('listHistoryEvents lists the first known failure of a change, never before the change landed', () => {
  const a = createPastChange('a', 1);
  const past = { asOf: toInstantOfHistoryDay(9), changes: [a, a, createPastChange('b', 2)] };
  const failures = [5, 0].map((day) => createPastFailure(a, { id: `${day}`, knownAt: toInstantOfHistoryDay(day) }));
  expect(eventsOf({ ...past, failures })).toEqual(['landed a', 'known a', 'landed b']);
  expect(eventsOf({ ...past, failures: [createPastFailure(createPastChange('elsewhere', 1))] })).toEqual([
    'landed a',
    'landed b',
  ]);
});

test('listHistoryEvents omits reverts and keeps reverts of reverts', () => {
  const changes = ['Revert "Seal wagons"', 'Revert "Revert "Seal wagons""'].map((title, at) =>
    createPastChange(`${at}`, at, { title }),
  );
  expect(eventsOf({ asOf: toInstantOfHistoryDay(9), changes, failures: [] })).toEqual(['landed 1']);
});
