import { expect, test } from 'vitest';
import { listStaleIssues } from './list-stale-issues.ts';

const repository = { full_name: 'acme/api' };

test.each([
  ['github.event.issues', { issue: { number: 7 }, repository }],
  ['github.event.issue_comment', { issue: { number: 7, pull_request: null }, repository }],
])('the event %s names a stale issue', (type, payload) => {
  expect(listStaleIssues({ type, payload })).toEqual([{ repository: 'acme/api', number: 7 }]);
});

test.each([
  ['github.event.issue_comment', { issue: { number: 7, pull_request: { url: 'x' } }, repository }],
  ['github.event.push', { issue: { number: 7 }, repository }],
  ['github.issue', { issue: { number: 7 }, repository }],
  ['github.event.issues', { issue: { number: '7' }, repository }],
  ['github.event.issues', null],
])('the record %s with %j names no stale issue', (type, payload) => {
  expect(listStaleIssues({ type, payload })).toEqual([]);
});
