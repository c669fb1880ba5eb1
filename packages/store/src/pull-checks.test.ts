import { expect, test } from 'vitest';
import { changeDraft, connect, failureDraft, openStoreUnderTest, record, settledRecord } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const { pullChecks } = store;
const { id: connectionId } = await connect(store, 'acme');

const wanted = (number: number, headSha = 'a'.repeat(40)) => ({
  ...{ connectionId, repository: 'acme/api', number, headSha },
  ...{ patternId: 'p1', failureIds: ['f1'], score: 0.3, usual: 0.05 },
});
const place = (number: number) => ({ connectionId, repository: 'acme/api', number });

test('a pull request is owed one check at each commit, whoever asks at the same time', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => pullChecks.owe(wanted(1))));
  expect(new Set(asked).size).toBe(1);
  const [id] = asked;
  await pullChecks.begin(id ?? '');
  expect(await pullChecks.owe(wanted(1))).toBeNull();
  await pullChecks.owed(id ?? '');
  expect(await pullChecks.owe(wanted(1))).toBe(id);
  await pullChecks.show(id ?? '', { checkRunId: 7, url: 'https://github.com/acme/api/runs/7' });
  expect(await pullChecks.owe(wanted(1))).toBeNull();
  expect(await pullChecks.owe(wanted(1, 'b'.repeat(40)))).toBe(id);
  expect(await pullChecks.find(place(1))).toMatchObject({ check: { state: 'owed', url: null }, checkRunId: null });
});

test('found unhelpful it stays so, is answered once, and is owed no more', async () => {
  const id = (await pullChecks.owe(wanted(2))) ?? '';
  expect(await pullChecks.dismiss(connectionId, id)).toBeNull();
  await pullChecks.show(id, { checkRunId: 8, url: 'https://github.com/acme/api/runs/8' });
  expect(await pullChecks.dismiss('another', id)).toBeNull();
  expect(await pullChecks.dismiss(connectionId, id)).toEqual(place(2));
  expect(await pullChecks.dismiss(connectionId, id)).toEqual(place(2));
  await pullChecks.close(id);
  expect(await pullChecks.dismiss(connectionId, id)).toBeNull();
  expect(await pullChecks.owe(wanted(2, 'c'.repeat(40)))).toBeNull();
  expect((await pullChecks.listOf('p1', 'acme/api')).map(({ state }) => state).sort()).toEqual(['owed', 'unhelpful']);
  expect(await pullChecks.listOf(null, 'acme/api')).toEqual([]);
});

test('they are listed newest first, by page and by what they are', async () => {
  const first = await pullChecks.list({ limit: 1 });
  expect(first.items.map(({ number }) => number)).toEqual([2]);
  const second = await pullChecks.list({ limit: 1, ...(first.next === null ? {} : { after: first.next }) });
  expect(second.items.map(({ number }) => number)).toEqual([1]);
  expect((await pullChecks.list({ limit: 9, state: 'unhelpful' })).items).toHaveLength(1);
  expect((await pullChecks.list({ limit: 9, repository: 'acme/web' })).items).toEqual([]);
});

test('what became of a pull request stands with it', async () => {
  const outcomes = async () =>
    (await pullChecks.list({ limit: 9 })).items.map(({ number, outcome }) => [number, outcome]);
  const { newIds } = await store.inbox.storePage(connectionId, { records: [record('merged')], source: 'webhook' });
  const merged = [1, 2].map((number) =>
    changeDraft({ number, repository: 'acme/api', externalId: `acme/api#${number}`, sha: String(number) }),
  );
  const failures = [failureDraft({ externalId: 'PD9' })];
  await store.inbox.settle([settledRecord(newIds[0], { changes: merged, failures })]);
  const [failed] = (await store.changes.listAll()).filter(({ number }) => number === 2);
  const [failure] = await store.failures.listAll();
  const link = { type: 'caused_by', failureId: failure?.id ?? '', targetId: failed?.id ?? '' } as const;
  await store.links.replaceAll([{ ...link, score: 0.4, evidence: [], status: 'suggested' }]);
  expect(await outcomes()).toEqual([
    [2, 'merged'],
    [1, 'merged'],
  ]);
  await store.links.replaceAll([{ ...link, score: 0.8, evidence: [], status: 'suggested' }]);
  await pullChecks.owe(wanted(3));
  expect(await outcomes()).toEqual([
    [3, 'not_merged'],
    [2, 'failed'],
    [1, 'merged'],
  ]);
});

test('a renamed repository keeps them', async () => {
  const member = (name: string) => [{ id: '1', name, state: 'present' as const }];
  await store.scope.change(connectionId, { known: [], members: member('acme/api'), renames: [] });
  const renames = [{ from: 'acme/api', to: 'acme/core' }];
  await store.scope.change(connectionId, { known: member('acme/api'), members: member('acme/core'), renames });
  expect(await pullChecks.find({ ...place(2), repository: 'acme/core' })).not.toBeNull();
});
