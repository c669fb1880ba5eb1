import { expect, test } from 'vitest';
import { findRepositoryOfEvent, isRecordOfAccount, listStaleIssues } from './stored-events.ts';

const repository = { id: 5, full_name: 'acme/api' };

test('returns the repository of an event', () => {
  expect(findRepositoryOfEvent({ type: 'github.event.push', payload: { repository } })).toEqual({
    id: '5',
    name: 'acme/api',
  });
});

test.each([
  ['github.commit', { repository }],
  ['github.event.push', { repository: 'acme/api' }],
  ['github.event.installation', { installation: {} }],
  ['github.event.push', null],
])('finds no repository in a record %s with the payload %j', (type, payload) => {
  expect(findRepositoryOfEvent({ type, payload })).toBeNull();
});

const eventOf = (name: string) => ({ type: 'github.event.push', payload: { repository: { full_name: name } } });

test.each([
  ['acme/api', true],
  ['ACME/api', true],
  ['evil/api', false],
  ['acme-evil/api', false],
  ['acme/../../user', false],
])('an event of the repository %s belongs to the account acme: %s', (name, expected) => {
  expect(isRecordOfAccount('acme', eventOf(name))).toBe(expected);
});

test('an event without a repository belongs to the account, and so does a pulled record of any repository', () => {
  expect(isRecordOfAccount('acme', { type: 'github.event.installation', payload: {} })).toBe(true);
  expect(isRecordOfAccount('acme', { ...eventOf('evil/api'), type: 'github.commit' })).toBe(true);
});

test.each([
  ['github.event.issues', { issue: { number: 7 }, repository }],
  ['github.event.issue_comment', { issue: { number: 7, pull_request: null }, repository }],
])('a record %s names a stale issue', (type, payload) => {
  expect(listStaleIssues({ type, payload })).toEqual([{ repository: 'acme/api', number: 7 }]);
});

test.each([
  ['github.event.issue_comment', { issue: { number: 7, pull_request: { url: 'x' } }, repository }],
  ['github.event.push', { issue: { number: 7 }, repository }],
  ['github.issue', { issue: { number: 7 }, repository }],
  ['github.event.issues', { issue: { number: '7' }, repository }],
  ['github.event.issues', null],
])('a record %s with the payload %j names no stale issue', (type, payload) => {
  expect(listStaleIssues({ type, payload })).toEqual([]);
});
