import { expect, test } from 'vitest';
import { isRecordOfAccount } from './is-record-of-account.ts';

const eventOf = (name: string) => ({ type: 'github.event.push', payload: { repository: { full_name: name } } });

test.each([
  ['acme/api', true],
  ['ACME/api', true],
  ['evil/api', false],
  ['acme-evil/api', false],
  ['acme/../../user', false],
])('an event of %s belongs to the account acme: %s', (name, expected) => {
  expect(isRecordOfAccount('acme', eventOf(name))).toBe(expected);
});

test('an event without a repository and a pulled record belong to the account', () => {
  expect(isRecordOfAccount('acme', { type: 'github.event.installation', payload: {} })).toBe(true);
  expect(isRecordOfAccount('acme', { ...eventOf('evil/api'), type: 'github.commit' })).toBe(true);
});
