import { expect, test } from 'vitest';
import { describeNextStep } from './describe-next-step.ts';

const task = {
  kind: 'approve',
  patternId: 'p1',
  name: 'Pool runs dry',
  episodes: 3,
  impactHours: 14.1,
  lastAt: '2026-05-01T00:00:00.000Z',
  improvement: { id: 'i1', title: 'Bound the pool' },
} as const;
const worst = (id: string) => ({ byImpact: [{ id }], byEpisodes: [] }) as never;

test('the next step names the pattern of the most urgent task and what it cost', () => {
  expect(describeNextStep(task, worst('p1'))).toEqual({
    step: 'decide on the fix for “Pool runs dry”',
    reason: 'the costliest pattern: 14\u00a0h',
  });
  expect(describeNextStep(task, worst('p2')).reason).toBe('14\u00a0h of impact in this period');
});

test('the next step counts the episodes of a pattern without known durations', () => {
  expect(describeNextStep({ ...task, kind: 'returned', impactHours: null, improvement: null }, null)).toEqual({
    step: 'find out why “Pool runs dry” returned',
    reason: '3 episodes in this period',
  });
});
