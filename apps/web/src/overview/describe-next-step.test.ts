import { expect, test } from 'vitest';
import type { Schemas } from '../api/refrain.ts';
import { findWorstSingleFailure, listNextSteps } from './describe-next-step.ts';

const pattern: Schemas['WorstPattern'] = {
  id: 'p1',
  name: 'Pool runs dry',
  services: [],
  repositories: [],
  episodes: 3,
  impactHours: 14.1,
  judgement: null,
  improvement: { id: 'i1', state: 'proposed', issueUrl: null },
};

const task: Schemas['OverviewTask'] = {
  kind: 'returned',
  patternId: 'p9',
  name: 'Disk runs full',
  episodes: 2,
  impactHours: 3,
  lastAt: '2026-05-01T00:00:00.000Z',
  judgement: null,
  improvement: { id: 'i9', state: 'proposed' },
};

const listOf = (values: Partial<typeof pattern>, tasks: readonly (typeof task)[] = []) =>
  listNextSteps({
    worst: { byImpact: [{ ...pattern, ...values }], byEpisodes: [{ ...pattern, id: 'p2' }], unassigned: [] },
    tasks: [...tasks],
  }).map(
    ({ rank, cost, news, step: { before, link, after } }) => `${rank} (${cost}): ${news}${before}[${link}]${after}`,
  );

const describeOf = (values: Partial<typeof pattern>) => listOf(values).join();

test('the next step names the costliest pattern and what its state asks for', () => {
  expect(describeOf({})).toBe('Costliest pattern (14\u00a0h): Next: [approve or decline its proposal].');
  expect(describeOf({ improvement: null })).toContain('Next: [confirm or dismiss it].');
  expect(describeOf({ improvement: null, judgement: 'confirmed' })).toContain('Next: [choose a fix].');
});

test('the next step of a pattern with an open issue leads to the issue', () => {
  const issueUrl = 'https://github.com/acme/api/issues/12';
  expect(describeOf({ improvement: { id: 'i1', state: 'opened', issueUrl } })).toContain(
    'Its issue [acme/api#12] is open.',
  );
  expect(describeOf({ improvement: { id: 'i1', state: 'verified', issueUrl } })).toContain(
    '[Its improvement] is verified.',
  );
});

test('the costliest pattern is said to have returned', () => {
  expect(listOf({}, [{ ...task, patternId: 'p1' }])).toEqual([
    'Costliest pattern (14\u00a0h): It has returned.Next: [approve or decline its proposal].',
  ]);
});

test('another pattern that returned is named after the costliest one, but one that only waits for approval is not', () => {
  expect(listOf({}, [{ ...task, kind: 'approve' }, task])).toEqual([
    'Costliest pattern (14\u00a0h): Next: [approve or decline its proposal].',
    'Also returned (3\u00a0h): Next: [approve or decline its proposal].',
  ]);
  expect(listOf({}, [{ ...task, kind: 'approve' }])).toHaveLength(1);
});

test('a failure in no pattern is named if it lasted longer than the impact of every pattern', () => {
  const longest = { failureId: 'f1', title: 'Site down', services: [], repositories: [], startedAt: '', hours: 20 };
  const worst = { byImpact: [pattern], byEpisodes: [], unassigned: [longest] };
  expect(findWorstSingleFailure(worst)).toBe(longest);
  expect(findWorstSingleFailure({ ...worst, unassigned: [{ ...longest, hours: 3 }] })).toBeNull();
  expect(findWorstSingleFailure(null)).toBeNull();
});

test('the most frequent pattern is named if no duration is known', () => {
  expect(listNextSteps({ worst: null, tasks: [] })).toEqual([]);
  const worst = { byImpact: [], byEpisodes: [{ ...pattern, impactHours: null }], unassigned: [] };
  expect(listNextSteps({ worst, tasks: [] })).toMatchObject([{ rank: 'Most frequent pattern', cost: '3 episodes' }]);
});
