import { expect, test } from 'vitest';
import { captureAppError } from '../testing.ts';
import { providers } from './providers.ts';

const { readRecord, findMember, listStaleStreams, listStaleIssues } = providers;

const at = '2026-03-02T03:00:00Z';

/** Names that would make a request reach a different resource, because they change its path or query. */
const names = ['../user', 'acme/..', 'acme/api/../../user', 'acme/api?page=2', 'acme/api#1', 'acme/%2e%2e', 'acme', ''];

test.each(names)(
  'finds no repository, stream, issue or pull request in an event about the repository %j',
  (full_name) => {
    const repository = { id: 5, full_name, default_branch: 'main' };
    const pull_request = { number: 7, state: 'open' };
    const payload = {
      action: 'opened',
      repository,
      issue: { number: 7 },
      pull_request,
      ref: 'refs/heads/main',
      commits: [],
    };
    for (const event of ['push', 'pull_request', 'issues', 'issue_comment', 'workflow_run']) {
      const record = { type: `github.event.${event}`, payload };
      expect(findMember('github', record)).toBeNull();
      expect(listStaleStreams('github', record)).toEqual([]);
      expect(listStaleIssues('github', record)).toEqual([]);
      expect(providers.get('github').checks?.findChangedPull(record)).toBeNull();
    }
  },
);

test.each(names)('rejects a push to the repository %j', async (full_name) => {
  const payload = { ref: 'refs/heads/main', commits: [], repository: { full_name, default_branch: 'main' } };
  const record = { type: 'github.event.push', payload };
  expect((await captureAppError(() => readRecord('github', record))).code).toBe('invalid_input');
});

const ids = ['../users', 'Q1/../../users', 'Q1?include=all', 'Q1#1', 'Q1%2Fnotes', '..', 'Q 1', 'Q'.repeat(61), ''];
const eventOf = (data: object) => ({ event: { event_type: 'incident.triggered', occurred_at: at, data } });

test.each(ids)('rejects an event about the incident %j, and finds no triggered incident in it', async (id) => {
  const service = { id: 'S1', summary: 'Checkout' };
  const payload = eventOf({ type: 'incident', id, title: 'Checkout fails', created_at: at, service });
  const record = { type: 'pagerduty.event.incident.triggered', payload };
  expect(providers.get('pagerduty').incidentNotes?.findTriggered(record)).toBeNull();
  expect((await captureAppError(() => readRecord('pagerduty', record))).code).toBe('invalid_input');
});

test.each(ids)('marks no incident as stale for an event about the incident %j', (id) => {
  const note = {
    type: 'pagerduty.event.incident.annotated',
    payload: eventOf({ type: 'incident_note', incident: { id } }),
  };
  expect(readRecord('pagerduty', note).staleFailures).toEqual([]);
  const merge = { type: 'merge_resolve_reason', incident: { id } };
  const html_url = 'https://acme.pagerduty.com/incidents/Q1';
  const payload = eventOf({ type: 'incident', id: 'Q1', title: 'x', created_at: at, html_url, resolve_reason: merge });
  const { staleFailures, failures } = readRecord('pagerduty', { type: 'pagerduty.event.incident.resolved', payload });
  expect(staleFailures?.map(({ externalId }) => externalId)).toEqual(['Q1']);
  expect(failures).toMatchObject([{ externalId: 'Q1', references: [] }]);
});

test.each(ids)('marks no stream as stale for an event about the service %j', (id) => {
  const payload = eventOf({ type: 'incident', id: 'Q1', service: { id } });
  expect(listStaleStreams('pagerduty', { type: 'pagerduty.event.incident.triggered', payload })).toEqual(['incidents']);
});
