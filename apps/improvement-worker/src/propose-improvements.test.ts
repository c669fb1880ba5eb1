import type { Improvement, Pattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createProposeImprovements, type ProposeDeps } from './propose-improvements.ts';
import { pattern, report } from './report-under-test.ts';

const { signal } = new AbortController();

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
