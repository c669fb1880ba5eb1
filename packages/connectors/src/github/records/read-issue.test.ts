import { defaultConnectionScope } from '@refrain/domain';
import { describe, expect, it, test } from 'vitest';
import { providers } from '../../registry/providers.ts';
import { createIssueBody } from './issue-body.ts';
import { hideChangeReferences } from './read-issue.ts';

const { readRecord } = providers;

const issue = {
  number: 7,
  title: 'Checkout is down, @jdoe is on it',
  body: '<!-- describe it here -->Cards are refused.\nSee https://acme.pagerduty.com/incidents/Q1ABCDEF/timeline and #3.',
  html_url: 'https://github.com/acme/api/issues/7',
  state: 'closed',
  state_reason: 'completed',
  labels: [{ name: 'Incident' }, { name: 'SEV2' }, { name: 'service: checkout' }],
  user: { login: 'reporta' },
  assignees: [{ login: 'jdoe' }],
  created_at: '2024-05-01T10:00:00Z',
  updated_at: '2024-05-01T14:00:00Z',
  closed_at: '2024-05-01T13:00:00Z',
};
const comments = [
  {
    body: 'reporta saw it first; rolled back by annother.',
    user: { login: 'annother' },
    created_at: '2024-05-01T11:00:00Z',
  },
  {
    body: 'Linked to https://github.com/acme/web/issues/9#issuecomment-1',
    user: { login: 'ci', type: 'Bot' },
    created_at: '2024-05-01T12:00:00Z',
  },
];
const readPulled = (more: object = {}, details: object = { comments }) =>
  readRecord('github', {
    type: 'github.issue',
    payload: { repository: 'acme/api', issue: { ...issue, ...more }, ...details },
  });

describe('an issue read from the API', () => {
  it('a pulled issue is an incident with comments, severity, services and references, and with people replaced by roles', () => {
    const events = [
      { event: 'closed', created_at: '2024-05-01T11:00:00Z' },
      { event: 'reopened', created_at: '2024-05-01T12:00:00Z' },
    ];
    expect(readPulled({}, { comments, events }).failures).toEqual([
      {
        kind: 'incident',
        externalId: 'acme/api#issue/7',
        title: 'Checkout is down, responder 1 is on it',
        text: 'Cards are refused.\nSee https://acme.pagerduty.com/incidents/Q1ABCDEF/timeline and #3.\n\nreporter saw it first; rolled back by responder 2.\n\nLinked to https://github.com/acme/web/issues/9#issuecomment-1',
        services: ['checkout'],
        repository: 'acme/api',
        environment: null,
        paths: [],
        sha: null,
        occurredAt: '2024-05-01T10:00:00.000Z',
        resolvedAt: '2024-05-01T13:00:00.000Z',
        precision: 'instant',
        timing: { acknowledgedAt: null, mitigatedAt: null, reopenedAt: ['2024-05-01T12:00:00.000Z'] },
        severity: 'SEV2',
        urgency: null,
        responders: 2,
        references: ['https://acme.pagerduty.com/incidents/Q1ABCDEF', 'https://github.com/acme/web/issues/9'],
        url: issue.html_url,
        version: '2024-05-01T14:00:00.000Z',
        isFailure: true,
        confidence: 1,
      },
    ]);
  });

  it('an open issue is an unresolved incident, and an issue closed as a duplicate is not an incident', () => {
    expect(readPulled({ state: 'open', closed_at: null }).failures).toMatchObject([{ resolvedAt: null, timing: null }]);
    expect(readPulled({ state_reason: 'duplicate' }).failures).toMatchObject([{ isFailure: false }]);
  });

  it('a pull request, or an issue that Refrain opened, is not an incident', () => {
    expect(readPulled({ pull_request: { url: 'x' } }).outcome).toBe('irrelevant');
    expect(readPulled({ body: createIssueBody('pattern-1', 'It has happened four times') }).outcome).toBe('irrelevant');
  });

  it("an issue is an incident even if a stranger copied Refrain's marker into it", () => {
    const body = createIssueBody('pattern-1', 'Payments are lost');
    const author = { author_association: 'NONE', user: { login: 'passer', type: 'User' } };
    expect(readPulled({ body, ...author }).failures).toMatchObject([{ isFailure: true }]);
    expect(readPulled({ body, author_association: 'MEMBER' }).outcome).toBe('irrelevant');
    expect(readPulled({ body, ...author, user: { login: 'refrain[bot]', type: 'Bot' } }).outcome).toBe('irrelevant');
  });

  it('reads an issue with a hostile text within a bounded time', () => {
    const body = '<!--'.repeat(100_000) + 'https://a.test/'.repeat(100_000);
    const started = process.cpuUsage();
    readPulled({ body });
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_500);
  });
});

describe('an issue event', () => {
  const readEvent = (action: string, more: object = {}, issueMore: object = {}, scope = defaultConnectionScope) => {
    const payload = { action, issue: { ...issue, ...issueMore }, repository: { full_name: 'acme/api' }, ...more };
    return readRecord('github', { type: 'github.event.issues', payload }, scope);
  };

  it('an issue event counts as older than a pulled record of the same time', () => {
    expect(readEvent('closed').failures).toMatchObject([{ version: '2024-05-01T13:59:59.999Z' }]);
    expect(readEvent('reopened', {}, { state: 'open' }).failures).toMatchObject([
      { resolvedAt: null, timing: { reopenedAt: ['2024-05-01T14:00:00.000Z'] } },
    ]);
  });

  it('an issue event without an incident label is irrelevant', () => {
    expect(readEvent('opened', {}, { labels: [{ name: 'bug' }] }).outcome).toBe('irrelevant');
    expect(readEvent('opened', {}, {}, { ...defaultConnectionScope, incidentLabels: [] }).outcome).toBe('irrelevant');
  });

  it('an event that removes the incident label withdraws the incident', () => {
    const bug = { labels: [{ name: 'bug' }] };
    expect(readEvent('unlabeled', { label: { name: 'incident' } }, bug).failures).toMatchObject([{ isFailure: false }]);
    expect(readEvent('unlabeled', { label: { name: 'docs' } }, bug).outcome).toBe('irrelevant');
  });

  it.each(['deleted', 'transferred'])(
    'withdraws an incident that was %s, although its update time does not change',
    (action) => {
      const [gone] = readEvent(action).failures;
      expect(gone?.isFailure).toBe(false);
      expect(Date.parse(gone?.version ?? '')).toBeGreaterThan(Date.parse(readPulled().failures[0]?.version ?? ''));
    },
  );

  it('an issue event includes a created comment, but not a deleted one', () => {
    const [comment] = comments;
    const payload = { action: 'created', issue, comment, repository: { full_name: 'acme/api' } };
    const read = (action: string) =>
      readRecord('github', { type: 'github.event.issue_comment', payload: { ...payload, action } }).failures[0]?.text;
    expect(read('created')).toContain('rolled back by');
    expect(read('deleted')).not.toContain('rolled back by');
  });

  it.each([
    ['NONE', false, false],
    ['CONTRIBUTOR', false, false],
    ['MEMBER', false, true],
    ['NONE', true, true],
  ])(
    'an issue of an author with the association %s (private repository: %s) may refer to changes and other failures: %s',
    (association, isPrivate, names) => {
      const author = { author_association: association, title: 'Checkout fails since #12' };
      const hidden = 'Since acme/api#<!-- x -->12, #\u000013, 1a2b3c4 and https://github.com/acme/api/pull/14';
      const payload = {
        action: 'opened',
        issue: { ...issue, ...author, body: `${hidden}; see https://github.com/acme/web/issues/9` },
        repository: { full_name: 'acme/api', private: isPrivate },
      };
      const [failure] = readRecord('github', { type: 'github.event.issues', payload }).failures;
      const told = names
        ? [
            'Checkout fails since #12',
            'Since acme/api#12, #13, 1a2b3c4 and https://github.com/acme/api/pull/14; see https://github.com/acme/web/issues/9',
          ]
        : ['Checkout fails since …', 'Since acme/api…, …, … and … see …'];
      expect([failure?.title, failure?.text]).toEqual(told);
      expect(failure?.references).toEqual(names ? ['https://github.com/acme/web/issues/9'] : []);
    },
  );

  it('ignores references by a bot without write access to a public repository', () => {
    const comment = { ...comments[1], author_association: 'NONE' };
    const payload = { action: 'created', issue, comment, repository: { full_name: 'acme/api', private: false } };
    const [failure] = readRecord('github', { type: 'github.event.issue_comment', payload }).failures;
    expect(failure?.text).toContain('Linked to …');
    expect(failure?.references).toEqual(['https://acme.pagerduty.com/incidents/Q1ABCDEF']);
  });

  it('omits the comment of a stranger in a public repository', () => {
    const read = (association: string, isPrivate: boolean) => {
      const comment = { ...comments[0], author_association: association };
      const payload = { action: 'created', issue, comment, repository: { full_name: 'acme/api', private: isPrivate } };
      return readRecord('github', { type: 'github.event.issue_comment', payload }).failures[0];
    };
    expect(read('MEMBER', false)?.text).toContain('rolled back by');
    expect(read('NONE', true)?.text).toContain('rolled back by');
    expect(read('NONE', false)?.text).not.toContain('rolled back by');
    expect(read('NONE', false)?.responders).toBe(1);
  });
});

test.each([
  ['Since #12 checkout fails', 'Since … checkout fails'],
  ['Since acme/api#12, web!3 and PR (#4)', 'Since acme/api…, web… and PR (…)'],
  ['See https://github.com/acme/api/pull/12.', 'See …'],
  ['Broken by 1a2b3c4 or commit/1A2B3C4D5', 'Broken by … or commit/…'],
  ['All of 1a2b3c4..5d6e7f8 and 1a2b3c4^..5d6e7f8', 'All of …..… and …^..…'],
  [`By ${'a'.repeat(40)}`, 'By …'],
  ['A defaced façade, 500 errors in 2 zones at 10:04', 'A defaced façade, 500 errors in 2 zones at 10:04'],
])('hideChangeReferences replaces %j by %j', (text, hidden) => {
  expect(hideChangeReferences(text)).toBe(hidden);
});

test('hideChangeReferences takes bounded time for a hostile text', () => {
  for (const part of ['https://', '#1', 'a', 'abcdef ', '1a2b3c4.', '!#']) {
    const started = process.cpuUsage();
    hideChangeReferences(part.repeat(60_000 / part.length));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
  }
});
