import { randomUUID } from 'node:crypto';
import { createDecider, ImprovementPolicy } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { examplePattern } from '../report-under-test.ts';
import { createApproveByPolicyHandler } from './approve-by-policy.ts';

const { signal } = new AbortController();

async function openImprovements(...ids: string[]) {
  const { store } = await openStoreUnderTest();
  const patterns = ids.map((id) => ({ pattern: { ...examplePattern, id }, members: [] }));
  await store.patterns.writeClustering({ episodes: [], patterns, lineage: [], inputVersion: randomUUID() });
  return {
    improvements: store.improvements,
    propose: async (id: string, peopleHours: number | null) => {
      const proposal = { repository: `acme/${id}`, title: id, guardrailId: 'a-guardrail', peopleHours };
      return (await store.improvements.ensure(id, proposal)).id;
    },
    async approveAll(settings: object, between = async () => {}): Promise<string[]> {
      await store.improvements.setPolicy(ImprovementPolicy.parse({ mode: 'auto', ...settings }), 'the test');
      const enqueued: string[] = [];
      const producer = {
        enqueue: async (_name: string, payload: object) => void enqueued.push(JSON.stringify(payload)),
      };
      const { improvements } = store;
      const listForPolicy = async (most: number) => {
        const listed = await improvements.listForPolicy(most);
        await between();
        return listed;
      };
      const overtaken = { improvements: { ...improvements, listForPolicy } };
      const approve = createApproveByPolicyHandler({ store: overtaken, producer, now: Date.now });
      await Promise.all([approve({}, signal), approve({}, signal)]);
      return enqueued;
    },
    async patternsIn(state: 'proposed' | 'approved'): Promise<string[]> {
      const { items } = await store.improvements.list({ state, limit: 50 });
      return items.map(({ patternId }) => patternId).sort();
    },
  };
}

test('two concurrent workers approve the proposals for the most expensive patterns first, within the caps', async () => {
  const { improvements, propose, approveAll, patternsIn } = await openImprovements('a', 'b', 'c', 'd', 'e');
  await propose('a', null);
  await propose('b', 1);
  await propose('c', 2);
  await propose('d', 3);
  await improvements.ensure('e', { repository: null, title: 'e', guardrailId: null, reason: null, peopleHours: 4 });
  expect(await approveAll({ mode: 'propose' })).toEqual([]);
  expect(await approveAll({ maxPerWeek: 2 })).toHaveLength(2);
  expect(await patternsIn('approved')).toEqual(['c', 'd']);
  expect(await approveAll({ maxPerWeek: 2 })).toEqual([]);
  expect(await approveAll({ maxPerWeek: 9, maxOpen: 3 })).toHaveLength(1);
  expect(await patternsIn('proposed')).toEqual(['a', 'e']);
});

test('does not approve improvements that a person snoozed or that have no repository', async () => {
  const { improvements, propose, approveAll, patternsIn } = await openImprovements('a', 'e');
  const id = await propose('a', null);
  await improvements.ensure('e', { repository: null, title: 'e', guardrailId: null, reason: null, peopleHours: 4 });
  await improvements.transition(id, { snoozedUntil: new Date(Date.now() + 600_000).toISOString() });
  expect(await approveAll({ maxPerWeek: 9 })).toEqual([]);
  await improvements.transition(id, { snoozedUntil: new Date(Date.now() - 60_000).toISOString() });
  expect(await approveAll({ maxPerWeek: 9 })).toHaveLength(1);
  expect(await patternsIn('proposed')).toEqual(['e']);
});

test('the policy approves a declined improvement that is proposed again, and keeps its issue', async () => {
  const { improvements, propose, approveAll } = await openImprovements('f');
  const id = await propose('f', null);
  await improvements.approve(id, {}, createDecider('session', 'a person'));
  await improvements.recordIssue(id, { repository: 'acme/f', number: 7, url: 'https://github.com/acme/f/issues/7' });
  await improvements.transition(id, { state: 'declined', issueState: 'not_planned' });
  expect(await approveAll({ maxPerWeek: 9 })).toEqual([]);
  await improvements.transition(id, { state: 'proposed', reason: 'It was declined. It comes more often.' });
  expect(await approveAll({ maxPerWeek: 9 })).toEqual([JSON.stringify({ improvementId: id })]);
  expect(await improvements.find(id)).toMatchObject({
    state: 'approved',
    issueNumber: 7,
    approvedBy: 'the policy',
    reason: 'It was declined. It comes more often.',
  });
});

test('skips proposals that are declined, snoozed or withdrawn during the run, and approves the others', async () => {
  const { improvements, propose, approveAll } = await openImprovements('g', 'h', 'i', 'j');
  const [withdrawn, declined, later, wanted] = await Promise.all(
    ['g', 'h', 'i', 'j'].map((id, place) => propose(id, 9 - place)),
  );
  const snoozedUntil = new Date(Date.now() + 600_000).toISOString();
  const decide = async () => {
    await improvements.withdraw('g');
    await improvements.transition(declined ?? '', { state: 'declined' });
    await improvements.transition(later ?? '', { snoozedUntil });
  };
  expect(await approveAll({ maxPerWeek: 9 }, decide)).toEqual([JSON.stringify({ improvementId: wanted })]);
  expect(await improvements.find(withdrawn ?? '')).toBeNull();
  expect(await improvements.find(declined ?? '')).toMatchObject({ state: 'declined' });
  expect(await improvements.find(later ?? '')).toMatchObject({ state: 'proposed', snoozedUntil });
});
