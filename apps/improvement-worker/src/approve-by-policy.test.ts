import { randomUUID } from 'node:crypto';
import { deciderBy, ImprovementPolicy } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { createApproveByPolicy } from './approve-by-policy.ts';
import { pattern } from './report-under-test.ts';

const { store } = await openStoreUnderTest();

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const patterns = ids.map((id) => ({ pattern: { ...pattern, id }, members: [] }));
await store.patterns.writeGrouping({ episodes: [], patterns, lineage: [], inputVersion: randomUUID() });
const { signal } = new AbortController();

/** @param meanwhile what people do between the list of proposals and the first approval */
async function approveAll(settings: object, meanwhile = async () => {}): Promise<string[]> {
  await store.policies.decide(ImprovementPolicy.parse({ mode: 'auto', ...settings }), 'the test');
  const asked: string[] = [];
  const producer = { enqueue: async (_name: string, payload: object) => void asked.push(JSON.stringify(payload)) };
  const { policies, improvements } = store;
  const listForPolicy = async (most: number) => {
    const listed = await improvements.listForPolicy(most);
    await meanwhile();
    return listed;
  };
  const overtaken = { policies, improvements: { ...improvements, listForPolicy } };
  const approve = createApproveByPolicy({ store: overtaken, producer, now: Date.now });
  // Two workers at once.
  await Promise.all([approve({}, signal), approve({}, signal)]);
  return asked;
}

async function patternsIn(state: 'proposed' | 'approved'): Promise<string[]> {
  const { items } = await store.improvements.list({ state, limit: 50 });
  return items.map(({ patternId }) => patternId).sort();
}

test('the costliest are approved first, within the caps, however many workers do so at once', async () => {
  for (const [place, id] of ids.slice(0, 5).entries()) {
    await store.improvements.ensure(id, {
      ...{
        repository: id === 'e' ? null : `acme/${id}`,
        title: id,
        guardrailId: id === 'e' ? null : 'a-guardrail',
        reason: null,
      },
      peopleHours: id === 'a' ? null : place,
    });
  }
  expect(await approveAll({ mode: 'propose' })).toEqual([]);
  expect(await approveAll({ mostPerWeek: 2 })).toHaveLength(2);
  expect(await patternsIn('approved')).toEqual(['c', 'd']);
  expect(await approveAll({ mostPerWeek: 2 })).toEqual([]);
  expect(await approveAll({ mostPerWeek: 9, mostOpen: 3 })).toHaveLength(1);
  expect(await patternsIn('proposed')).toEqual(['a', 'e']);
});

test('what a person asked to leave for later is left, and what has no repository', async () => {
  const { id = '' } = (await store.improvements.findByPattern('a')) ?? {};
  await store.improvements.turn(id, { snoozedUntil: new Date(Date.now() + 60_000).toISOString() });
  expect(await approveAll({ mostPerWeek: 9 })).toEqual([]);
  await store.improvements.turn(id, { snoozedUntil: new Date(Date.now() - 60_000).toISOString() });
  expect(await approveAll({ mostPerWeek: 9 })).toHaveLength(1);
  expect(await patternsIn('proposed')).toEqual(['e']);
});

test('what was declined and has become clearly more frequent is asked about again, on the issue that it has', async () => {
  const { improvements } = store;
  const { id } = await improvements.ensure('f', { repository: 'acme/f', title: 'f', guardrailId: 'a-guardrail' });
  await improvements.approve(id, {}, deciderBy('session', 'a person'));
  await improvements.recordIssue(id, { repository: 'acme/f', number: 7, url: 'https://github.com/acme/f/issues/7' });
  await improvements.turn(id, { state: 'declined', issueState: 'not_planned' });
  expect(await approveAll({ mostPerWeek: 9 })).toEqual([]);
  await improvements.turn(id, { state: 'proposed', reason: 'It was declined. It comes more often.' });
  expect(await approveAll({ mostPerWeek: 9 })).toEqual([JSON.stringify({ improvementId: id })]);
  expect(await improvements.find(id)).toMatchObject({
    ...{ state: 'approved', issueNumber: 7, approvedBy: 'the policy' },
    reason: 'It was declined. It comes more often.',
  });
});

test('what a person declines, leaves for later or has withdrawn meanwhile is not approved, and holds up no other', async () => {
  const { improvements } = store;
  const propose = async (id: string, peopleHours: number) => {
    const proposal = { repository: `acme/${id}`, title: id, guardrailId: 'a-guardrail', peopleHours };
    return (await improvements.ensure(id, proposal)).id;
  };
  const [withdrawn, declined, later, wanted] = await Promise.all(
    ['g', 'h', 'i', 'j'].map((id, place) => propose(id, 9 - place)),
  );
  const snoozedUntil = new Date(Date.now() + 60_000).toISOString();
  const decide = async () => {
    await improvements.withdraw('g');
    await improvements.turn(declined ?? '', { state: 'declined' });
    await improvements.turn(later ?? '', { snoozedUntil });
  };
  expect(await approveAll({ mostPerWeek: 9 }, decide)).toEqual([JSON.stringify({ improvementId: wanted })]);
  expect(await improvements.find(withdrawn ?? '')).toBeNull();
  expect(await improvements.find(declined ?? '')).toMatchObject({ state: 'declined' });
  expect(await improvements.find(later ?? '')).toMatchObject({ state: 'proposed', snoozedUntil });
});
