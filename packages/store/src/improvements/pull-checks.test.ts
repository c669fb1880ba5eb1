import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import {
  createTestChangeDraft,
  createTestFailureDraft,
  createTestParsedRecord,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';
import type { PullRequestLocation } from './pull-checks.ts';

const { store } = await openStoreUnderTest();

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];

interface Checked {
  readonly outbox: Store['outbox'];
  readonly connectionId: string;
  wanted(number: number, headSha?: string): Parameters<Store['outbox']['addCheck']>[0];
  place(number: number): PullRequestLocation;
  shown(checkRunId: number): { readonly checkRunId: number; readonly url: string };
}

/** Creates a connection with a repository that no other test uses. */
async function openRepository(repository: string, { connections, outbox }: Store = store): Promise<Checked> {
  const { id: connectionId } = await connections.ensure({
    provider: 'github',
    account: repository,
    baseUrl: 'https://api.github.com',
    scope: null,
    credential: 'ghp_example',
    webhookSecret: null,
  });
  const place = (number: number) => ({ connectionId, repository, number });
  return {
    outbox,
    connectionId,
    place,
    /** Each check names a pattern whose id is the repository's name. */
    wanted: (number, headSha = a) => ({
      ...place(number),
      headSha,
      patternId: repository,
      failureIds: ['f1'],
      score: 0.3,
      averageScore: 0.05,
    }),
    shown: (checkRunId) => ({ checkRunId, url: `https://github.com/${repository}/runs/${checkRunId}` }),
  };
}

/** Creates a check, records it as shown, and dismisses it. */
async function dismiss({ outbox, connectionId, wanted, shown }: Checked, number: number): Promise<string> {
  const id = (await outbox.addCheck(wanted(number))) ?? '';
  await outbox.recordCheck(id, shown(number));
  await outbox.dismissCheck(connectionId, id, number);
  return id;
}

/** Creates a check of an unmerged pull request and records it as shown. */
async function withdraw({ outbox, wanted, shown }: Checked, number: number): Promise<void> {
  const id = (await outbox.addCheck(wanted(number))) ?? '';
  await outbox.recordCheck(id, shown(number));
  await outbox.recordUndoneCheck(shown(number).url);
}

test('a pull request gets one check per commit, and only one of several workers begins the check', async () => {
  const { outbox, wanted, place, shown } = await openRepository('acme/once');
  const asked = await Promise.all([1, 2, 3].map(() => outbox.addCheck(wanted(1))));
  const id = asked[0] ?? '';
  expect(new Set(asked)).toEqual(new Set([id]));
  const begun = await Promise.all([1, 2, 3].map(() => outbox.beginCheck(id, a)));
  expect(begun.filter((is) => is)).toHaveLength(1);
  expect(await outbox.addCheck(wanted(1))).toBeNull();
  await outbox.resetCheck(id, b);
  expect(await outbox.addCheck(wanted(1))).toBeNull();
  await outbox.resetCheck(id, a);
  expect(await outbox.addCheck(wanted(1))).toBe(id);
  await outbox.recordCheck(id, shown(7));
  expect(await outbox.addCheck(wanted(1))).toBeNull();
  expect(await outbox.addCheck(wanted(1, b))).toBe(id);
  expect(await outbox.beginCheck(id, a)).toBe(false);
  expect(await outbox.findCheck(place(1))).toMatchObject({ check: { state: 'pending', url: null }, checkRunId: null });
});

test('Refrain responds once to the dismissal of a check, and the check is never due again', async () => {
  const { outbox, connectionId, wanted, place, shown } = await openRepository('acme/unhelpful');
  await outbox.addCheck(wanted(1));
  const id = (await outbox.addCheck(wanted(2))) ?? '';
  await outbox.beginCheck(id, a);
  expect(await outbox.dismissCheck('another', id, 8)).toBeNull();
  // The button of a check works even if GitHub's response to the creation of the check was lost.
  expect(await outbox.dismissCheck(connectionId, id, 8)).toEqual(place(2));
  expect(await outbox.dismissCheck(connectionId, id, 8)).toEqual(place(2));
  await outbox.recordCheck(id, shown(8));
  expect(await outbox.findCheck(place(2))).toMatchObject({ check: { state: 'unhelpful' }, checkRunId: 8 });
  await outbox.completeRerequest(id);
  expect(await outbox.dismissCheck(connectionId, id, 8)).toBeNull();
  expect(await outbox.addCheck(wanted(2, c))).toBeNull();
  const { repository } = place(2);
  const states = (await outbox.listChecksOfPattern(repository, repository)).map(({ state }) => state);
  expect(states.sort()).toEqual(['pending', 'unhelpful']);
});

test('a check is unfinished if it is pending or a person has requested a rerun', async () => {
  // A new store is needed, because `listUnfinishedChecks` covers the whole store.
  const { store } = await openStoreUnderTest();
  const { outbox, connectionId, wanted, place, shown } = await openRepository('acme/api', store);
  await outbox.addCheck(wanted(1, b));
  expect(await outbox.listUnfinishedChecks(9)).toEqual([place(1)]);
  const id = (await outbox.addCheck(wanted(7))) ?? '';
  await outbox.recordCheck(id, shown(9));
  expect(await outbox.listUnfinishedChecks(9)).toEqual([place(1)]);
  expect(await outbox.rerequestChecks(connectionId, { id })).toEqual([place(7)]);
  expect(await outbox.rerequestChecks(connectionId, { headSha: a })).toEqual([place(7)]);
  expect(await outbox.rerequestChecks('another', { headSha: a })).toEqual([]);
  expect(await outbox.listUnfinishedChecks(9)).toEqual([place(7), place(1)]);
  expect(await outbox.findCheck(place(7))).toMatchObject({ isRerunRequested: true });
  await outbox.completeRerequest(id);
  expect(await outbox.findCheck(place(7))).toMatchObject({ isRerunRequested: false, checkRunId: 9 });
  await outbox.recordUndoneCheck(shown(9).url);
  expect(await outbox.findCheck(place(7))).toMatchObject({ check: { state: 'unhelpful' }, checkRunId: null });
  expect(await outbox.listUnfinishedChecks(9)).toEqual([place(1)]);
});

test('checks are listed newest first and page by page, and can be filtered by state and repository', async () => {
  // A new store is needed, because `listChecks` covers the whole store.
  const { store } = await openStoreUnderTest();
  const { outbox, ...rest } = await openRepository('acme/api', store);
  await outbox.addCheck(rest.wanted(1));
  await dismiss({ outbox, ...rest }, 2);
  await withdraw({ outbox, ...rest }, 7);
  const first = await outbox.listChecks({ limit: 1 });
  expect(first.items.map(({ number }) => number)).toEqual([7]);
  const second = await outbox.listChecks({ limit: 1, ...(first.next === null ? {} : { after: first.next }) });
  expect(second.items.map(({ number }) => number)).toEqual([2]);
  expect((await outbox.listChecks({ limit: 9, state: 'unhelpful' })).items).toHaveLength(2);
  expect((await outbox.listChecks({ limit: 9, repository: 'acme/web' })).items).toEqual([]);
});

test('a check reports whether its pull request caused a failure', async () => {
  const checked = await openRepository('acme/outcome');
  const { outbox, connectionId, wanted } = checked;
  await outbox.addCheck(wanted(1));
  await dismiss(checked, 2);
  await withdraw(checked, 7);
  const { repository } = wanted(1);
  const outcomes = async () =>
    new Map((await outbox.listChecks({ repository, limit: 9 })).items.map(({ number, outcome }) => [number, outcome]));
  const { newIds } = await store.inbox.storePage(connectionId, {
    records: [createTestRecord('merged')],
    source: 'webhook',
  });
  const left = { repository, sha: 'left by 2' };
  const changes = [
    createTestChangeDraft({ ...left, number: 1, externalId: `${repository}#1`, sha: 'left by 1' }),
    createTestChangeDraft({ ...left, number: 2, externalId: `${repository}#2` }),
    createTestChangeDraft({ ...left, kind: 'commit', externalId: `${repository}@left` }),
  ];
  await store.inbox.applyRecords([
    createTestParsedRecord(newIds[0], { changes, failures: [createTestFailureDraft({ externalId: 'PD9' })] }),
  ]);
  const [failure] = (await store.failures.list({ connectionId, limit: 9 })).items;
  const stored = await store.changes.listByRepository(connectionId, repository);
  const causedBy = async (externalId: string, score: number) => {
    const targetId = stored.find((change) => change.externalId === externalId)?.id ?? '';
    const link = { type: 'caused_by', failureId: failure?.id ?? '', targetId } as const;
    await store.changes.replaceLinks([{ ...link, score, evidence: [], status: 'suggested' }]);
    return outcomes();
  };
  const unlikely = await causedBy(`${repository}#2`, 0.4);
  expect([1, 2, 7].map((number) => unlikely.get(number))).toEqual(['merged', 'merged', 'not_merged']);
  for (const externalId of [`${repository}#2`, `${repository}@left`]) {
    const likely = await causedBy(externalId, 0.8);
    expect([1, 2, 7].map((number) => likely.get(number))).toEqual(['merged', 'failed', 'not_merged']);
  }
});

test('a renamed repository keeps its checks, but only the newer one if a pull request has checks under both names', async () => {
  const checked = await openRepository('acme/former');
  const { outbox, connectionId, wanted, place } = checked;
  for (const number of [1, 2, 7]) await outbox.addCheck(wanted(number));
  const member = (name: string) => [{ id: '1', name, state: 'present' as const }];
  const [former, present] = [place(1).repository, 'acme/present'];
  await store.connections.changeScopeMembers(connectionId, { known: [], members: member(former), renames: [] });
  // An event contains the repository's new name before a sync has found it.
  await store.connections.learnScopeNames(connectionId, [{ id: '1', name: present }]);
  const known = await outbox.findCheck(place(2));
  expect(known).not.toBeNull();
  expect(await outbox.findCheck({ ...place(2), repository: present })).toEqual(known);
  const renames = [{ from: former, to: present }];
  const id = await outbox.addCheck({ ...wanted(11), repository: present });
  await store.connections.changeScopeMembers(connectionId, {
    known: member(former),
    members: member(present),
    renames,
  });
  for (const number of [1, 2, 7, 11]) {
    expect(await outbox.findCheck({ ...place(number), repository: present })).not.toBeNull();
  }
  expect((await outbox.findCheck({ ...place(11), repository: present }))?.check.id).toBe(id);
  // Another repository takes the former name and has pull requests of the same numbers.
  await store.connections.changeScopeMembers(connectionId, {
    known: member(present),
    members: [...member(present), { id: '2', name: former, state: 'present' }],
    renames: [],
  });
  expect(await outbox.addCheck(wanted(2))).not.toBeNull();
});
