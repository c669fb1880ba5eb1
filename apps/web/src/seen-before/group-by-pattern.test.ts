import { expect, test } from 'vitest';
import { groupByPattern } from './group-by-pattern.ts';

const match = (name: string, id: string | null = null) => ({ name, pattern: id === null ? null : { id } });
const namesOf = (matches: readonly { readonly name: string }[]) => matches.map(({ name }) => name).join('');

test('groupByPattern shows three failures of each pattern and folds the others', () => {
  const matches = [match('a', 'p'), match('b'), match('c', 'p'), match('d', 'p'), match('e', 'p'), match('f')];
  const groups = groupByPattern(matches).map(({ shown, folded }) => [namesOf(shown), namesOf(folded)]);
  expect(groups).toEqual([
    ['acd', 'e'],
    ['b', ''],
    ['f', ''],
  ]);
});
