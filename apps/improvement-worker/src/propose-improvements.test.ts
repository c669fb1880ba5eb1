import type { Improvement, Pattern, PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createProposeImprovements, type ProposeDeps } from './propose-improvements.ts';

const { signal } = new AbortController();
const pattern: Pattern = {
  id: 'p1',
  name: 'Checkout times out',
  lesson: 'The system lets demand outgrow what is provided.',
  terms: [],
  cause: 'capacity',
  trigger: 'traffic',
  services: [],
  repositories: [],
  confidence: 0.9,
  kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
  episodes: 3,
  firstAt: '2026-01-01T00:00:00.000Z',
  lastAt: '2026-01-28T00:00:00.000Z',
};
const report: PatternReport = {
  pattern,
  members: [],
  links: [],
  coverage: { failures: 3, inPatterns: 3 },
  asOf: pattern.lastAt,
};
async function propose(change: Partial<Pattern>, state: Improvement['state'] = 'proposed') {
  const proposals: unknown[] = [];
  const asked: unknown[] = [];
  const store = {
    reports: { findLatest: async () => ({ report }) },
    patterns: { find: async () => ({ ...pattern, ...change }) },
    changes: { findMany: async () => [] },
    improvements: {
      ensure: async (_patternId: string, proposal: unknown) => {
        proposals.push(proposal);
        return { id: 'i1', state } as Improvement;
      },
    },
  } as unknown as ProposeDeps['store'];
  const producer: ProposeDeps['producer'] = { enqueue: async (name, payload) => void asked.push([name, payload]) };
  const handle = createProposeImprovements({ store, producer, fallbackRepository: 'acme/platform' });
  await handle({ patternIds: ['p1'] }, signal);
  return { proposals, asked };
}

test('only a pattern that recurs surely enough is proposed', async () => {
  expect(await propose({})).toEqual({
    proposals: [{ repository: 'acme/platform', title: 'Stop the recurrence: Checkout times out' }],
    asked: [],
  });
  expect((await propose({ episodes: 2 })).proposals).toEqual([]);
  expect((await propose({ confidence: 0.49 })).proposals).toEqual([]);
});

test('an open issue follows its pattern', async () => {
  expect((await propose({}, 'opened')).asked).toEqual([['ensure-issue', { improvementId: 'i1' }]]);
});
