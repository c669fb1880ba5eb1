import { expect, test } from 'vitest';
import { isOfAccount } from './is-of-account.ts';

const connection = { provider: 'github', account: 'acme' } as const;
const eventOf = (name: string) => ({ type: 'github.event.push', payload: { repository: { full_name: name } } });

test.each([
  ['acme/api', true],
  ['ACME/api', true],
  ['evil/api', false],
  ['acme-evil/api', false],
  ['acme/../../user', false],
])('an event of %s is of the account acme: %s', (name, expected) => {
  expect(isOfAccount(connection, eventOf(name))).toBe(expected);
});

test('events without a repository, pulled records and other providers are left to their reader', () => {
  expect(isOfAccount(connection, { type: 'github.event.installation', payload: {} })).toBe(true);
  expect(isOfAccount(connection, { ...eventOf('evil/api'), type: 'github.commit' })).toBe(true);
  expect(isOfAccount({ provider: 'pagerduty', account: 'acme' }, eventOf('evil/api'))).toBe(true);
});
