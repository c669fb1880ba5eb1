import { expect, test } from 'vitest';
import { compareStreams } from './compare-streams.ts';

const member = (id: string, name: string, state: 'present' | 'gone' | 'former' = 'present') => ({ id, name, state });
const api = member('1', 'acme/api');

test('pulls all listed streams, and does not refresh a scope whose members are all listed', () => {
  const streams = ['commits:acme/api', 'pulls:acme/api'];
  expect(compareStreams(streams, streams, [api])).toEqual({ wanted: streams, dropped: [], isScopeStale: false });
});

test.each([
  ['a new stream', ['commits:acme/api'], ['commits:acme/api', 'pulls:acme/api'], [api]],
  ['no known member yet', ['commits:acme/api'], ['commits:acme/api'], []],
  ['a former member', ['commits:acme/api'], ['commits:acme/api'], [api, member('2', 'acme/web', 'former')]],
  [
    'a missing repository that is back',
    ['commits:acme/api'],
    ['commits:acme/api'],
    [{ ...api, state: 'gone' as const }],
  ],
])('the scope is stale if the streams show %s', (_case, kept, listed, members) => {
  expect(compareStreams(kept, listed, members).isScopeStale).toBe(true);
});

test('drops unlisted streams of a listed repository, of an unknown repository and of the whole account', () => {
  const kept = ['commits:acme/api', 'issues:acme/api', 'pulls:acme/left', 'incidents'];
  expect(compareStreams(kept, ['commits:acme/api'], [api])).toEqual({
    wanted: ['commits:acme/api'],
    dropped: ['issues:acme/api', 'pulls:acme/left', 'incidents'],
    isScopeStale: true,
  });
});

test('pulls the streams of renamed repositories, and keeps those of missing ones', () => {
  const members = [member('1', 'other/api'), member('PSERVICE', 'checkout', 'gone')];
  const kept = ['commits:other/api', 'incidents:PSERVICE'];
  expect(compareStreams(kept, ['change_events'], members)).toEqual({
    wanted: ['change_events', 'commits:other/api'],
    dropped: [],
    isScopeStale: true,
  });
});
