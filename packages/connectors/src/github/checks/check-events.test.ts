import { describe, expect, it } from 'vitest';
import { findChangedPullRequest, findCheckRerunRequest, findUnhelpfulCheck } from './check-events.ts';

const click = {
  action: 'requested_action',
  requested_action: { identifier: 'unhelpful' },
  check_run: { id: 5, external_id: 'check-1' },
};

describe('findUnhelpfulCheck', () => {
  it('returns the check that a person marked as unhelpful', () => {
    expect(findUnhelpfulCheck({ type: 'github.event.check_run', payload: click })).toEqual({
      id: 'check-1',
      checkRunId: 5,
    });
  });

  it.each([
    ['github.event.check_run', { ...click, action: 'completed' }],
    ['github.event.check_run', { ...click, requested_action: { identifier: 'other' } }],
    ['github.event.check_run', { ...click, check_run: { id: 5, external_id: '' } }],
    ['github.event.check_suite', click],
    ['github.event.check_run', null],
  ])('findUnhelpfulCheck returns null for a record %s with the payload %j', (type, payload) => {
    expect(findUnhelpfulCheck({ type, payload })).toBeNull();
  });
});

describe('findCheckRerunRequest', () => {
  const check_suite = { head_sha: 'abc' };
  it.each([
    ['github.event.check_run', { ...click, action: 'rerequested' }, { id: 'check-1' }],
    ['github.event.check_suite', { action: 'rerequested', check_suite }, { headSha: 'abc' }],
    ['github.event.check_suite', { action: 'requested', check_suite }, null],
    ['github.event.check_run', click, null],
    ['github.event.push', { action: 'rerequested', check_suite }, null],
  ])('findCheckRerunRequest for a record %s with the payload %j returns %j', (type, payload, expected) => {
    expect(findCheckRerunRequest({ type, payload })).toEqual(expected);
  });
});

describe('findChangedPullRequest', () => {
  const payload = {
    action: 'opened',
    pull_request: { number: 7, state: 'open' },
    repository: { full_name: 'acme/api' },
  };

  it.each(['opened', 'reopened', 'synchronize', 'edited', 'ready_for_review'])(
    'returns an open pull request that is %s',
    (action) => {
      expect(findChangedPullRequest({ type: 'github.event.pull_request', payload: { ...payload, action } })).toEqual({
        repository: 'acme/api',
        number: 7,
      });
    },
  );

  it.each([
    ['github.event.pull_request', { ...payload, action: 'labeled' }],
    ['github.event.pull_request', { ...payload, pull_request: { number: 7, state: 'closed' } }],
    ['github.event.pull_request', { ...payload, pull_request: { number: 2 ** 31, state: 'open' } }],
    ['github.event.pull_request', { ...payload, repository: { full_name: 'x'.repeat(9_000) } }],
    ['github.pull_request', payload],
    ['github.event.pull_request', 'no object'],
  ])('findChangedPullRequest of %s with %j returns null', (type, told) => {
    expect(findChangedPullRequest({ type, payload: told })).toBeNull();
  });
});
