import { expect, test } from 'vitest';
import { compareIssues, type IssueWithTruePattern } from './compare-issues.ts';
import type { FoundIssue } from './found-issue.ts';
import { type ExpectedIssue, issueRoles } from './issue-roles.ts';

const comments = {
  held: '<!-- refrain:verdict-1 -->\n### The fix held\n\nHeld.',
  'came back': '<!-- refrain:verdict-2 -->\n### The failure recurred after the fix\n\nCame back.',
  'nothing can be told': '<!-- refrain:verdict-3 -->\n### The fix had no clear effect',
  reply: '<!-- refrain:reply-4 -->\nUnderstood.',
  'asked again': '<!-- refrain:again-5 -->\nThis was closed before.',
  merged: '<!-- refrain:merged-6 -->\nThe same.',
  split: '<!-- refrain:split-7 -->\nA part of it.',
  other: '<!-- refrain:what-8 -->\nSomething.',
};

function issueOf(service: string, truth: ExpectedIssue): FoundIssue {
  return {
    repository: service,
    number: 7,
    patternId: 'p1',
    title: 'Stop it',
    state: truth.state,
    labels: ['refrain'],
    openedAt: '2026-01-06T00:00:00.000Z',
    openSince: '2026-01-06T00:00:00.000Z',
    reopened: truth.reopened,
    body: truth.addedText === undefined ? '- [ ] One' : `- [x] One\n\n${truth.addedText}`,
    comments: [
      { author: 'someone', body: 'Thanks.', at: '2026-01-07T00:00:00.000Z' },
      ...truth.comments.map((kind) => ({ author: 'refrain', body: comments[kind], at: '2026-02-01T00:00:00.000Z' })),
    ],
  };
}
const asWritten: IssueWithTruePattern[] = issueRoles.flatMap(({ theme, service, truth }) =>
  truth === 'no issue' ? [] : [{ issue: issueOf(service, truth), pattern: theme, writes: [] }],
);
const otherwise = (issues: readonly IssueWithTruePattern[]) =>
  compareIssues(issueRoles, issues, 'acme').filter(({ differences }) => differences.length > 0);

test('compareIssues finds no difference if all issues match the truth', () => {
  expect(otherwise(asWritten)).toEqual([]);
});

test.each<[string, (issue: FoundIssue) => FoundIssue]>([
  ['another state', (issue) => ({ ...issue, state: issue.state === 'open' ? 'completed' : 'open' })],
  ['one more reopening', (issue) => ({ ...issue, reopened: issue.reopened + 1 })],
  [
    'one more comment',
    (issue) => ({ ...issue, comments: [...issue.comments, { author: 'refrain', body: comments.other, at: '' }] }),
  ],
  ['another repository', (issue) => ({ ...issue, repository: 'handbook' })],
  ['no label', (issue) => ({ ...issue, labels: [] })],
])('compareIssues finds an issue with %s', (_, change) => {
  for (const [at, { issue, pattern }] of asWritten.entries()) {
    expect(otherwise(asWritten.with(at, { issue: change(issue), pattern, writes: [] }))).toHaveLength(1);
  }
});

test('compareIssues finds issues that are missing, duplicated, unexpected or about no true pattern', () => {
  for (const [at, one] of asWritten.entries()) {
    expect(otherwise(asWritten.toSpliced(at, 1))).toHaveLength(1);
    const second = { ...one, issue: { ...one.issue, openedAt: '2026-05-01T00:00:00.000Z' } };
    expect(otherwise([...asWritten, { ...second, issue: { ...second.issue, state: 'open' } }])).toHaveLength(1);
    const merged = [comments.reply, comments.merged].map((body) => ({ author: 'refrain', body, at: '' }));
    const mergeRequested = { ...second, issue: { ...second.issue, state: 'duplicate' as const, comments: merged } };
    expect(otherwise([...asWritten, mergeRequested])).toEqual([]);
  }
  const [first] = asWritten as [IssueWithTruePattern];
  expect(otherwise([...asWritten, { ...first, pattern: null }])).toMatchObject([{ role: 'no role' }]);
  for (const { theme, truth } of issueRoles) {
    if (truth === 'no issue') expect(otherwise([...asWritten, { ...first, pattern: theme }])).toHaveLength(1);
  }
});

test('compareIssues finds a missing comment, and finds texts and ticked boxes of people that Refrain lost', () => {
  for (const [at, { issue, pattern }] of asWritten.entries()) {
    const role = issueRoles.find(({ theme }) => theme === pattern);
    if (role === undefined || role.truth === 'no issue') continue;
    if (role.truth.comments.length > 0) {
      const silent = { ...issue, comments: issue.comments.slice(0, -1) };
      expect(otherwise(asWritten.with(at, { issue: silent, pattern, writes: [] }))).toHaveLength(1);
    }
    if (role.truth.addedText === undefined) continue;
    for (const body of ['- [x] One', `- [ ] One\n\n${role.truth.addedText}`]) {
      expect(otherwise(asWritten.with(at, { issue: { ...issue, body }, pattern, writes: [] }))).toHaveLength(1);
    }
  }
});

test('each issue role has its own pattern', () => {
  expect(new Set(issueRoles.map(({ theme }) => theme)).size).toBe(issueRoles.length);
  expect(new Set(issueRoles.map(({ name }) => name)).size).toBe(issueRoles.length);
});

test('listWritesWhileSnoozed finds writes to a snoozed issue, except the response to the snooze request', () => {
  const mergeRequested = { author: 'someone', body: '/refrain snooze 90d\nLater.', at: '2026-03-01T10:00:00.000Z' };
  for (const [at, { issue, pattern }] of asWritten.entries()) {
    const snoozed = { ...issue, comments: [...issue.comments, mergeRequested] };
    const withWrites = (...writes: string[]) => otherwise(asWritten.with(at, { issue: snoozed, pattern, writes }));
    expect(withWrites('2026-02-28T03:00:00.000Z', '2026-03-01T10:00:05.000Z', '2026-06-01T03:00:00.000Z')).toEqual([]);
    expect(withWrites('2026-05-29T03:00:00.000Z')).toHaveLength(1);
  }
});
