import { type Improvement, ImprovementPolicy, type MentioningPullRequest, type TrackedIssue } from '@refrain/domain';
import { expect, test } from 'vitest';
import { deriveImprovementUpdates } from './derive-improvement-updates.ts';

const policy = ImprovementPolicy.parse({});
type Known = Pick<Improvement, 'state' | 'issueState' | 'fix'>;
const opened: Known = { state: 'opened', issueState: 'open', fix: null };
const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const pull = (change: Partial<MentioningPullRequest> = {}): MentioningPullRequest => ({
  repository: 'acme/api',
  number: 9,
  url: 'https://x.example/9',
  closes: true,
  isOpen: false,
  mergedAt: at(5),
  ...change,
});

function updatesOf(known: Known, change: Partial<TrackedIssue> = {}) {
  const issue: TrackedIssue = {
    repository: 'acme/api',
    number: 1,
    url: 'https://x.example/1',
    state: 'open',
    closedAt: null,
    labels: ['refrain'],
    isAssigned: false,
    pulls: [],
    comments: [],
    ...change,
  };
  return deriveImprovementUpdates(known, issue, policy);
}

test('deriveImprovementUpdates changes nothing if the issue is unchanged', () => {
  expect(updatesOf(opened)).toEqual({ issueState: 'open' });
});

test.each([
  ['assigned', { isAssigned: true }],
  ['labelled', { labels: ['Refrain: Accepted'] }],
  ['with an open pull request', { pulls: [pull({ isOpen: true, mergedAt: null })] }],
])('deriveImprovementUpdates sets an opened improvement to accepted while its issue is %s', (_what, change) => {
  expect(updatesOf(opened, change)).toMatchObject({ state: 'accepted' });
  const accepted: Known = { ...opened, state: 'accepted' };
  expect(updatesOf(accepted, change)).toEqual({ issueState: 'open' });
  expect(updatesOf(accepted)).toMatchObject({ state: 'opened' });
});

test.each([
  ['closed as not planned', { state: 'not_planned', closedAt: at(6) }],
  ['closed as a duplicate', { state: 'duplicate', closedAt: at(6) }],
  ['labelled as not systemic', { labels: ['refrain: not systemic'] }],
] as const)('deriveImprovementUpdates declines an improvement once if its issue is %s', (_what, change) => {
  const updates = updatesOf(opened, change);
  expect(updates).toMatchObject({ state: 'declined' });
  expect(updatesOf({ ...opened, state: 'declined', issueState: updates.issueState }, change).state).toBeUndefined();
});

test('deriveImprovementUpdates accepts a pull request as the fix even if it is found after the issue was closed, unless another fix is known', () => {
  const closed = { state: 'completed', closedAt: at(7) } as const;
  const alone: Known = {
    state: 'fixed',
    issueState: 'completed',
    fix: { url: null, mergedAt: at(7), deployedAt: null },
  };
  expect(updatesOf(alone, closed)).toEqual({ issueState: 'completed' });
  const linked = { ...closed, pulls: [pull()] };
  expect(updatesOf(alone, linked)).toMatchObject({
    state: 'fixed',
    fix: { url: 'https://x.example/9', mergedAt: at(5) },
  });
  const known: Known = { ...alone, fix: { url: 'first', mergedAt: at(4), deployedAt: at(6) } };
  expect(updatesOf(known, linked)).toEqual({ issueState: 'completed' });
  expect(updatesOf({ ...alone, state: 'verified' }, linked)).toEqual({ issueState: 'completed' });
});

test('deriveImprovementUpdates leaves an improvement that was proposed again unchanged until its issue changes', () => {
  const again: Known = { ...opened, state: 'proposed', issueState: 'not_planned' };
  expect(updatesOf(again, { state: 'not_planned', closedAt: at(6) })).toEqual({ issueState: 'not_planned' });
  expect(updatesOf(again)).toMatchObject({ state: 'opened', issueState: 'open' });
  expect(updatesOf(again, { isAssigned: true })).toMatchObject({ state: 'accepted' });
  expect(updatesOf(again, { state: 'duplicate', closedAt: at(6) })).toMatchObject({ state: 'declined' });
  expect(updatesOf(again, { state: 'completed', closedAt: at(7) })).toMatchObject({ state: 'fixed' });
});

test('deriveImprovementUpdates takes the last pull request that closes the issue as the fix, else the last pull request that mentions the issue', () => {
  const closed = { state: 'completed', closedAt: at(7) } as const;
  const pulls = [
    pull({ number: 3, url: 'early', mergedAt: at(3) }),
    pull({ number: 5, url: 'late' }),
    pull({ number: 6, url: 'named', closes: false, mergedAt: at(6) }),
  ];
  expect(updatesOf(opened, { ...closed, pulls })).toMatchObject({
    state: 'fixed',
    fix: { url: 'late', mergedAt: at(5), deployedAt: null },
  });
  expect(updatesOf(opened, { ...closed, pulls: pulls.slice(2) })).toMatchObject({ fix: { url: 'named' } });
  expect(updatesOf(opened, closed)).toMatchObject({ state: 'fixed', fix: { url: null, mergedAt: at(7) } });
});

test('deriveImprovementUpdates changes nothing if the fix and its deployment are already known', () => {
  const fix = { url: 'late', mergedAt: at(5), deployedAt: at(6) };
  const fixed: Known = { state: 'fixed', issueState: 'completed', fix };
  expect(updatesOf(fixed, { state: 'completed', closedAt: at(7), pulls: [pull({ url: 'late' })] })).toEqual({
    issueState: 'completed',
  });
});

test('deriveImprovementUpdates sets a declined, fixed or verified improvement to opened if people reopen its issue', () => {
  for (const state of ['declined', 'fixed', 'verified'] as const) {
    expect(updatesOf({ ...opened, state, issueState: 'completed' })).toMatchObject({ state: 'opened' });
  }
});

test('deriveImprovementUpdates marks an improvement that recurred as fixed only after a later fix', () => {
  const former = { url: 'late', mergedAt: at(5), deployedAt: at(6) };
  const recurred: Known = { state: 'recurred', issueState: 'open', fix: former };
  expect(updatesOf(recurred, { isAssigned: true })).toEqual({ issueState: 'open' });
  const closed = { state: 'completed', closedAt: at(20), pulls: [pull({ url: 'late' })] } as const;
  expect(updatesOf(recurred, closed)).toMatchObject({ state: 'fixed', fix: { url: null, mergedAt: at(20) } });
  const again = [...closed.pulls, pull({ url: 'again', mergedAt: at(19) })];
  expect(updatesOf(recurred, { ...closed, pulls: again })).toMatchObject({ fix: { url: 'again', deployedAt: null } });
});
