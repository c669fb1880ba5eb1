import { expect, test } from 'vitest';
import { findNamedRepository } from './find-named-repository.ts';

const repository = { id: 5, full_name: 'acme/api' };

test('returns the repository of an event', () => {
  expect(findNamedRepository({ type: 'github.event.push', payload: { repository } })).toEqual({
    id: '5',
    name: 'acme/api',
  });
});

test.each([
  ['github.commit', { repository }],
  ['github.event.push', { repository: 'acme/api' }],
  ['github.event.installation', { installation: {} }],
  ['github.event.push', null],
])('finds no repository in %s with %j', (type, payload) => {
  expect(findNamedRepository({ type, payload })).toBeNull();
});
