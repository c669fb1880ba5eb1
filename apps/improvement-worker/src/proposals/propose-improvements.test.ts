import { type Improvement, ImprovementPolicy, type PatternJudgement, type PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { approvedImprovement, examplePattern, exampleReport } from '../report-under-test.ts';
import { createProposeImprovementsHandler, type ProposeImprovementsDeps } from './propose-improvements.ts';

const silent: ProposeImprovementsDeps['producer'] = { enqueue: async () => {}, enqueueMany: async () => {} };

const { signal } = new AbortController();
const policy = ImprovementPolicy.parse({ minPeopleHours: 0, fallbackRepository: 'acme/platform' });

function reportOf(episodes: number): PatternReport {
  const at = (place: number) => new Date(Date.parse(exampleReport.asOf) - place * 86_400_000).toISOString();
  const members = Array.from({ length: episodes }, (_, place) => ({
    failureId: `f${place}`,
    episodeId: `e${place}`,
    repository: null,
    services: [],
    occurredAt: at(place),
  }));
  return { ...exampleReport, members: members as unknown as PatternReport['members'] };
}

async function propose(
  episodes: number,
  state: Improvement['state'] = 'proposed',
  mode: 'propose' | 'auto' = 'propose',
) {
  const said: unknown[] = [];
  const asked: unknown[] = [];
  const store = {
    reports: { findLatest: async () => ({ report: reportOf(episodes) }) },
    catalogue: { listAll: async () => [] },
    changes: { findMany: async () => [] },
    improvements: {
      findPolicy: async () => ({ policy: { ...policy, mode } }),
      ensure: async (_patternId: string, proposal: unknown) => void said.push(proposal),
      withdraw: async (patternId: string) => void said.push(`withdraw ${patternId}`),
      findByPattern: async () => ({ ...approvedImprovement, state }),
    },
  } as unknown as ProposeImprovementsDeps['store'];
  const producer: ProposeImprovementsDeps['producer'] = {
    ...silent,
    enqueue: async (name, payload) => void asked.push([name, payload]),
  };
  await createProposeImprovementsHandler({ store, producer })({ patternIds: ['p1'] }, signal);
  return { said, asked };
}

test('proposes an improvement with a reason for a pattern that meets the policy, and withdraws it later if the pattern no longer does', async () => {
  expect(await propose(3)).toEqual({
    said: [
      {
        repository: 'acme/platform',
        title: `${examplePattern.name}: find the root cause`,
        guardrailId: null,
        peopleHours: null,
        reason: '3 episodes in the last 365 days.',
      },
    ],
    asked: [],
  });
  expect((await propose(2)).said).toEqual(['withdraw p1']);
});

test('a new report of a pattern updates its open issue even if the pattern no longer meets the policy', async () => {
  for (const state of ['opened', 'accepted', 'recurred'] as const) {
    expect((await propose(2, state)).asked).toEqual([['ensure-issue', { improvementId: 'i1' }]]);
  }
  expect((await propose(3, 'declined')).asked).toEqual([]);
});

test('proposes a declined improvement again only if its pattern has become significantly more frequent', async () => {
  const asked: unknown[] = [];
  const reconsider = async (daysAgo: number) => {
    const stateSince = new Date(Date.parse(exampleReport.asOf) - daysAgo * 86_400_000).toISOString();
    const store = {
      reports: { findLatest: async () => ({ report: reportOf(6) }) },
      catalogue: { listAll: async () => [] },
      improvements: {
        findPolicy: async () => ({ policy }),
        findByPattern: async () => ({ ...approvedImprovement, state: 'declined', stateSince }),
        transition: async (_id: string, transition: unknown) => void asked.push(transition),
      },
    } as unknown as ProposeImprovementsDeps['store'];
    await createProposeImprovementsHandler({ store, producer: silent })({ patternIds: ['p1'] }, signal);
  };
  await reconsider(2);
  expect(asked).toEqual([]);
  await reconsider(20);
  expect(asked).toEqual([
    { state: 'proposed', reason: expect.stringMatching(/^It was declined\. There have been 5 episodes/u) },
  ]);
});

test('enqueues one approval job for all proposals in the mode auto', async () => {
  expect((await propose(3, 'proposed', 'auto')).asked).toEqual([['approve-by-policy', {}]]);
});

test('withdraws the proposal of a dismissed pattern, and does not repeat a declined proposal of such a pattern', async () => {
  const said: unknown[] = [];
  const judge = async (judgement: PatternJudgement, state: Improvement['state']) => {
    said.length = 0;
    const dismissed = { ...reportOf(6), pattern: { ...examplePattern, judgement, confidence: 0.1 } };
    const stateSince = new Date(Date.parse(exampleReport.asOf) - 20 * 86_400_000).toISOString();
    const store = {
      reports: { findLatest: async () => ({ report: dismissed }) },
      catalogue: { listAll: async () => [] },
      changes: { findMany: async () => [] },
      improvements: {
        findPolicy: async () => ({ policy }),
        ensure: async () => void said.push('ensure'),
        withdraw: async () => void said.push('withdraw'),
        transition: async () => void said.push('turn'),
        findByPattern: async () => ({ ...approvedImprovement, state, stateSince }),
      },
    } as unknown as ProposeImprovementsDeps['store'];
    await createProposeImprovementsHandler({ store, producer: silent })({ patternIds: ['p1'] }, signal);
    return [...said];
  };
  expect(await judge('dismissed', 'proposed')).toEqual(['withdraw']);
  expect(await judge('confirmed', 'proposed')).toEqual(['ensure']);
  expect(await judge('dismissed', 'declined')).toEqual([]);
  expect(await judge('confirmed', 'declined')).toEqual(['turn']);
});
