import { expect, test } from 'vitest';
import { namedRepository } from './named-repository.ts';

const repository = { id: 5, full_name: 'acme/api' };

test('a webhook names the repository that it tells of', () => {
  expect(namedRepository('github', { type: 'github.event.push', payload: { repository } })).toEqual({
    id: '5',
    name: 'acme/api',
  });
});

test.each([
  ['github', 'github.commit', { repository }],
  ['github', 'github.event.push', { repository: 'acme/api' }],
  ['github', 'github.event.installation', { installation: {} }],
  ['github', 'github.event.push', null],
  ['pagerduty', 'github.event.push', { repository }],
] as const)('%s %s with %j names none', (provider, type, payload) => {
  expect(namedRepository(provider, { type, payload })).toBeNull();
});
