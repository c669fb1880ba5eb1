import { expect, test } from 'vitest';
import { compareScope } from './compare-scope.ts';

const member = (id: string, name: string, state: 'present' | 'gone' | 'former' = 'present') => ({ id, name, state });
const nobody = new Map<string, string | null>();

test('a listed repository becomes a member of the scope', () => {
  expect(compareScope([], [{ id: '1', name: 'acme/api' }], nobody)).toEqual({
    members: [member('1', 'acme/api')],
    renames: [],
  });
});

test('an id listed under another name is a rename, whatever its stored state', () => {
  for (const state of ['present', 'gone', 'former'] as const) {
    expect(compareScope([member('1', 'acme/api', state)], [{ id: '1', name: 'acme/core' }], nobody)).toEqual({
      members: [member('1', 'acme/core')],
      renames: [{ from: 'acme/api', to: 'acme/core' }],
    });
  }
});

test.each([
  ['nowhere', null, member('1', 'acme/api', 'gone'), []],
  ['elsewhere', 'other/api', member('1', 'other/api'), [{ from: 'acme/api', to: 'other/api' }]],
  ['under its old name', 'acme/api', member('1', 'acme/api'), []],
  ['under the name of another member', 'acme/web', member('1', 'acme/api', 'gone'), []],
])('compares an unlisted member of the scope that is now %s', (_case, place, expected, renames) => {
  const present = [{ id: '2', name: 'acme/web' }];
  const found = compareScope([member('1', 'acme/api')], present, new Map([['1', place]]));
  expect(found).toEqual({ members: [member('2', 'acme/web'), expected], renames });
});

test('an unlisted member of the scope stays if its name was not looked up, and a former member is dropped', () => {
  const known = [member('1', 'acme/api'), member('2', 'acme/old', 'gone'), member('3', 'acme/left', 'former')];
  expect(compareScope(known, [], nobody)).toEqual({ members: known.slice(0, 2), renames: [] });
});

test('a new repository under the old name does not hide a rename', () => {
  const present = [
    { id: '2', name: 'acme/api' },
    { id: '1', name: 'acme/core' },
  ];
  expect(compareScope([member('1', 'acme/api')], present, nobody).renames).toEqual([
    { from: 'acme/api', to: 'acme/core' },
  ]);
});

test('sorts a chain of renames, and breaks a cycle with a temporary name', () => {
  const known = [member('1', 'a'), member('2', 'b'), member('3', 'c')];
  const chain = [
    { id: '1', name: 'b' },
    { id: '2', name: 'c' },
    { id: '3', name: 'd' },
  ];
  expect(compareScope(known, chain, nobody).renames).toEqual([
    { from: 'c', to: 'd' },
    { from: 'b', to: 'c' },
    { from: 'a', to: 'b' },
  ]);
  const ring = [
    { id: '1', name: 'b' },
    { id: '2', name: 'c' },
    { id: '3', name: 'a' },
  ];
  expect(compareScope(known, ring, nobody).renames).toEqual([
    { from: 'a', to: 'a~1' },
    { from: 'c', to: 'a' },
    { from: 'b', to: 'c' },
    { from: 'a~1', to: 'b' },
  ]);
});
