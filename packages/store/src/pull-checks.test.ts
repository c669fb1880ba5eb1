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

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const shown = (checkRunId: number) => ({ checkRunId, url: `https://github.com/acme/api/runs/${checkRunId}` });

test('a pull request is owed one check at each commit, and of those who begin it at once one does', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => pullChecks.owe(wanted(1))));
  const [id = ''] = asked;
  expect(new Set(asked)).toEqual(new Set([id]));
  const begun = await Promise.all([1, 2, 3].map(() => pullChecks.begin(id ?? '', a)));
  expect(begun.filter((is) => is)).toHaveLength(1);
  expect(await pullChecks.owe(wanted(1))).toBeNull();
  await pullChecks.takeBack(id ?? '', b);
  expect(await pullChecks.owe(wanted(1))).toBeNull();
  await pullChecks.takeBack(id ?? '', a);
  expect(await pullChecks.owe(wanted(1))).toBe(id);
  await pullChecks.show(id ?? '', shown(7));
  expect(await pullChecks.owe(wanted(1))).toBeNull();
  expect(await pullChecks.owe(wanted(1, b))).toBe(id);
  expect(await pullChecks.begin(id ?? '', a)).toBe(false);
  expect(await pullChecks.find(place(1))).toMatchObject({ check: { state: 'owed', url: null }, checkRunId: null });
});

test('found unhelpful it stays so, is answered once, and is owed no more', async () => {
  const id = (await pullChecks.owe(wanted(2))) ?? '';
  await pullChecks.begin(id, a);
  expect(await pullChecks.dismiss('another', id, 8)).toBeNull();
  // Its button works also where the answer to its writing never came.
  expect(await pullChecks.dismiss(connectionId, id, 8)).toEqual(place(2));
  expect(await pullChecks.dismiss(connectionId, id, 8)).toEqual(place(2));
  await pullChecks.show(id, shown(8));
  expect(await pullChecks.find(place(2))).toMatchObject({ check: { state: 'unhelpful' }, checkRunId: 8 });
  await pullChecks.answer(id);
  expect(await pullChecks.dismiss(connectionId, id, 8)).toBeNull();
  expect(await pullChecks.owe(wanted(2, c))).toBeNull();
  expect((await pullChecks.listOf('p1', 'acme/api')).map(({ state }) => state).sort()).toEqual(['owed', 'unhelpful']);
});

test('what is owed or to be answered is unfinished', async () => {
  expect(await pullChecks.listUnfinished(9)).toEqual([place(1)]);
  const id = (await pullChecks.owe(wanted(7))) ?? '';
  await pullChecks.show(id, shown(9));
  expect(await pullChecks.listUnfinished(9)).toEqual([place(1)]);
  expect(await pullChecks.askAgain(connectionId, { id })).toEqual([place(7)]);
  expect(await pullChecks.askAgain(connectionId, { headSha: a })).toEqual([place(7)]);
  expect(await pullChecks.askAgain('another', { headSha: a })).toEqual([]);
  expect(await pullChecks.listUnfinished(9)).toEqual([place(7), place(1)]);
  expect(await pullChecks.find(place(7))).toMatchObject({ isAskedAgain: true });
  await pullChecks.answer(id);
  expect(await pullChecks.find(place(7))).toMatchObject({ isAskedAgain: false, checkRunId: 9 });
  await pullChecks.withdraw(shown(9).url);
  expect(await pullChecks.find(place(7))).toMatchObject({ check: { state: 'unhelpful' }, checkRunId: null });
  expect(await pullChecks.listUnfinished(9)).toEqual([place(1)]);
});

test('they are listed newest first, by page and by what they are', async () => {
  const first = await pullChecks.list({ limit: 1 });
  expect(first.items.map(({ number }) => number)).toEqual([7]);
  const second = await pullChecks.list({ limit: 1, ...(first.next === null ? {} : { after: first.next }) });
  expect(second.items.map(({ number }) => number)).toEqual([2]);
  expect((await pullChecks.list({ limit: 9, state: 'unhelpful' })).items).toHaveLength(2);
  expect((await pullChecks.list({ limit: 9, repository: 'acme/web' })).items).toEqual([]);
});

test('what became of a pull request stands with it', async () => {
  const outcomes = async () =>
    new Map((await pullChecks.list({ limit: 9 })).items.map(({ number, outcome }) => [number, outcome]));
  const { newIds } = await store.inbox.storePage(connectionId, { records: [record('merged')], source: 'webhook' });
  const left = { repository: 'acme/api', sha: 'left by 2' };
  const changes = [
    changeDraft({ ...left, number: 1, externalId: 'acme/api#1', sha: 'left by 1' }),
    changeDraft({ ...left, number: 2, externalId: 'acme/api#2' }),
    changeDraft({ ...left, kind: 'commit', externalId: 'acme/api@left' }),
  ];
  await store.inbox.settle([settledRecord(newIds[0], { changes, failures: [failureDraft({ externalId: 'PD9' })] })]);
  const [failure] = await store.failures.listAll();
  const stored = await store.changes.listAll();
  const causedBy = async (externalId: string, score: number) => {
    const targetId = stored.find((change) => change.externalId === externalId)?.id ?? '';
    const link = { type: 'caused_by', failureId: failure?.id ?? '', targetId } as const;
    await store.links.replaceAll([{ ...link, score, evidence: [], status: 'suggested' }]);
    return outcomes();
  };
  const unlikely = await causedBy('acme/api#2', 0.4);
  expect([1, 2, 7].map((number) => unlikely.get(number))).toEqual(['merged', 'merged', 'not_merged']);
  for (const face of ['acme/api#2', 'acme/api@left']) {
    const likely = await causedBy(face, 0.8);
    expect([1, 2, 7].map((number) => likely.get(number))).toEqual(['merged', 'failed', 'not_merged']);
  }
});

test('under a former name it is the same one; renamed, the newer of two of one number stays', async () => {
  const member = (name: string) => [{ id: '1', name, state: 'present' as const }];
  await store.scope.change(connectionId, { known: [], members: member('acme/api'), renames: [] });
  // Told of under a name that no look has found yet.
  await store.scope.learnNames(connectionId, [{ id: '1', name: 'acme/core' }]);
  const known = await pullChecks.find(place(2));
  expect(await pullChecks.find({ ...place(2), repository: 'acme/core' })).toEqual(known);
  const renames = [{ from: 'acme/api', to: 'acme/core' }];
  const under = { ...wanted(11), repository: 'acme/core' };
  const id = await pullChecks.owe(under);
  await store.scope.change(connectionId, { known: member('acme/api'), members: member('acme/core'), renames });
  for (const number of [1, 2, 7, 11]) {
    expect(await pullChecks.find({ ...place(number), repository: 'acme/core' })).not.toBeNull();
  }
  expect((await pullChecks.find({ ...place(11), repository: 'acme/core' }))?.check.id).toBe(id);
  // The freed name is another repository's, whose numbers begin anew.
  await store.scope.change(connectionId, {
    known: member('acme/core'),
    members: [...member('acme/core'), { id: '2', name: 'acme/api', state: 'present' }],
    renames: [],
  });
  expect(await pullChecks.owe(wanted(2))).not.toBeNull();
});
