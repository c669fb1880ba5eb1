import { expect, test } from 'vitest';
import type { Schemas } from '../api/refrain.ts';
import { describeNextStep } from './describe-next-step.ts';

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

function describeOf(values: Partial<typeof pattern>) {
  const costliest = { ...pattern, ...values };
  const next = describeNextStep({ byImpact: [costliest], byEpisodes: [{ ...pattern, id: 'p2' }] });
  const { before = '', link = '', after = '' } = next?.step ?? {};
  return `${next?.rank} (${next?.cost}): ${before}[${link}]${after}`;
}

test('the next step names the costliest pattern and what its state asks for', () => {
  expect(describeOf({})).toBe('Costliest pattern (14\u00a0h): Next: [approve or decline its fix].');
  expect(describeOf({ improvement: null })).toContain('Next: [confirm or dismiss it].');
  expect(describeOf({ improvement: null, judgement: 'confirmed' })).toContain('Next: [choose a fix].');
});

test('the next step of a pattern with an open issue leads to the issue', () => {
  const issueUrl = 'https://github.com/acme/api/issues/12';
  expect(describeOf({ improvement: { id: 'i1', state: 'opened', issueUrl } })).toContain(
    'Its issue [acme/api#12] is open.',
  );
  expect(describeOf({ improvement: { id: 'i1', state: 'verified', issueUrl } })).toContain('[Its fix] is verified.');
});

test('the next step names the most frequent pattern if no duration is known', () => {
  expect(describeNextStep(null)).toBeNull();
  expect(describeNextStep({ byImpact: [], byEpisodes: [{ ...pattern, impactHours: null }] })).toMatchObject({
    rank: 'Most frequent pattern',
    cost: '3 episodes',
  });
});
