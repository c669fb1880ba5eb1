import { randomUUID } from 'node:crypto';
import { type ChangeDraft, createDecider } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import type { RepositoryRename } from '../names/former-names.ts';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  createTestParsedRecord,
  createTestProposal,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';
import type { ScopeMember } from './scope-members.ts';

const { store, query } = await openStoreUnderTest();

// A rename changes the references in all connections of a store.
beforeEach(async () => {
  for (const { id } of await store.connections.list()) await store.connections.remove(id);
});

/** Creates a connection with a pull request, a failed deployment and a stream of the repository `acme/api`. */
async function startHistory() {
  const { id } = await createTestConnection(store, randomUUID());
  await change(id, [member('1', 'acme/api')]);
  await store.connections.startBackfill(id, ['pulls:acme/api'], null);
  await arrive(id, [pull('acme/api', 12)], [deployment('acme/api', 42)]);
  return id;
}

const member = (id: string, name: string, state: 'present' | 'gone' = 'present') => ({ id, name, state });
const pull = (repository: string, number: number, draft: Partial<ChangeDraft> = {}) =>
  createTestChangeDraft({
    repository,
    number,
    externalId: `${repository}#${number}`,
    url: `https://github.com/${repository}/pull/${number}`,
    ...draft,
  });
const deployment = (repository: string, number: number) =>
  createTestFailureDraft({
    kind: 'failed_deployment',
    repository,
    externalId: `${repository}#deployment/${number}`,
    url: `https://github.com/${repository}/deployments/${number}`,
    references: [`https://github.com/${repository}/actions/runs/7`],
  });

/** Stores and applies a webhook with these changes and failures. */
async function arrive(
  connectionId: string,
  changes: readonly ChangeDraft[],
  failures: readonly ReturnType<typeof createTestFailureDraft>[] = [],
): Promise<void> {
  const { newIds } = await store.inbox.storePage(connectionId, {
    records: [createTestRecord(randomUUID())],
    source: 'webhook',
  });
  await store.inbox.applyRecords([createTestParsedRecord(newIds[0], { changes, failures })]);
}

async function rowsOf(connectionId: string) {
  const all = [...(await store.changes.listAll()), ...(await store.failures.listAll())];
  return all
    .filter((row) => row.connectionId === connectionId)
    .map(({ id, externalId, repository, url, title }) => ({ id, externalId, repository, url, title }))
    .sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}
const namesOf = async (connectionId: string) => (await rowsOf(connectionId)).map(({ externalId }) => externalId);
const idsOf = async (connectionId: string) =>
  new Map((await rowsOf(connectionId)).map(({ externalId, id }) => [externalId, id]));

async function change(
  connectionId: string,
  members: readonly ScopeMember[],
  renames: readonly RepositoryRename[] = [],
) {
  return store.connections.changeScopeMembers(connectionId, {
    known: await store.connections.listScopeMembers(connectionId),
    members,
    renames,
  });
}
const rename = (connectionId: string, from: string, to: string) =>
  change(connectionId, [member('1', to)], [{ from, to }]);

test('failures, changes and streams of a renamed repository get the new name and keep their ids', async () => {
  const id = await startHistory();
  const before = await idsOf(id);
  await rename(id, 'acme/api', 'acme/core');
  expect(await rowsOf(id)).toEqual([
    {
      id: before.get('acme/api#12'),
      externalId: 'acme/core#12',
      repository: 'acme/core',
      url: 'https://github.com/acme/core/pull/12',
      title: 'Bound the pool',
    },
    {
      id: before.get('acme/api#deployment/42'),
      externalId: 'acme/core#deployment/42',
      repository: 'acme/core',
      url: 'https://github.com/acme/core/deployments/42',
      title: 'Checkout answers 502',
    },
  ]);
  const [failure] = (await store.failures.listAll()).filter(({ connectionId }) => connectionId === id);
  expect(failure?.references).toEqual(['https://github.com/acme/core/actions/runs/7']);
  expect((await store.connections.listStreams(id)).map(({ stream }) => stream)).toEqual(['pulls:acme/core']);
});

test('a later record under the former or new name updates the same row, and the newest version wins', async () => {
  const id = await startHistory();
  const before = await idsOf(id);
  await rename(id, 'acme/api', 'acme/core');
  await arrive(id, [pull('acme/core', 12, { title: 'Newer', version: '2026-01-03T00:00:00.000Z' })]);
  await arrive(id, [pull('acme/api', 12, { title: 'Older', version: '2026-01-02T12:00:00.000Z' })]);
  await arrive(id, [pull('acme/api', 13)]);
  const rows = await rowsOf(id);
  expect(rows.map(({ externalId, title }) => [externalId, title])).toEqual([
    ['acme/core#12', 'Newer'],
    ['acme/core#13', 'Bound the pool'],
    ['acme/core#deployment/42', 'Checkout answers 502'],
  ]);
  expect(rows[0]?.id).toBe(before.get('acme/api#12'));
});

test.each([
  ['newer', '2026-01-05T00:00:00.000Z', 'By webhook'],
  ['older', '2026-01-01T00:00:00.000Z', 'Bound the pool'],
])('a %s row that was stored under the new name before the rename is merged', async (_case, version, title) => {
  const id = await startHistory();
  const before = await idsOf(id);
  await arrive(id, [pull('acme/core', 12, { title: 'By webhook', version }), pull('acme/core', 13)]);
  const early = (await idsOf(id)).get('acme/core#13');
  await rename(id, 'acme/api', 'acme/core');
  const rows = await rowsOf(id);
  expect(rows.map(({ externalId }) => externalId)).toEqual(['acme/core#12', 'acme/core#13', 'acme/core#deployment/42']);
  expect(rows[0]).toMatchObject({ id: before.get('acme/api#12'), title });
  expect(rows[1]?.id).toBe(early);
  await arrive(id, [pull('acme/core', 13), pull('acme/core', 12)]);
  expect(await rowsOf(id)).toEqual(rows);
});

test('a decision about a merged row applies to the remaining row', async () => {
  const id = await startHistory();
  await arrive(id, [], [deployment('acme/core', 42)]);
  const before = await idsOf(id);
  const stays = before.get('acme/api#deployment/42');
  await store.corrections.add({ kind: 'not_a_failure', failureId: before.get('acme/core#deployment/42') ?? '' });
  await rename(id, 'acme/api', 'acme/core');
  expect((await store.corrections.list()).at(-1)?.decision).toEqual({ kind: 'not_a_failure', failureId: stays });
});

test('after a rename, a correction about failure titles in the repository refers to the new name', async () => {
  const id = await startHistory();
  const decision = { kind: 'title_template', template: 'drain * for maintenance', areFailures: false } as const;
  await store.corrections.add({ ...decision, repository: 'acme/api' });
  await rename(id, 'acme/api', 'acme/core');
  const decisions = (await store.corrections.list({ kind: 'title_template' })).map((one) => one.decision);
  expect(decisions).toEqual([{ ...decision, repository: 'acme/core' }]);
});

test('a repository that takes the former name of another one gets rows of its own', async () => {
  const id = await startHistory();
  const before = await idsOf(id);
  await change(id, [member('1', 'acme/core'), member('2', 'acme/api')], [{ from: 'acme/api', to: 'acme/core' }]);
  await arrive(id, [pull('acme/api', 12, { title: 'Of the other' })], [deployment('acme/api', 42)]);
  await arrive(id, [pull('acme/core', 12)]);
  expect((await rowsOf(id)).map(({ externalId, title }) => [externalId, title])).toEqual([
    ['acme/api#12', 'Of the other'],
    ['acme/api#deployment/42', 'Checkout answers 502'],
    ['acme/core#12', 'Bound the pool'],
    ['acme/core#deployment/42', 'Checkout answers 502'],
  ]);
  const after = await idsOf(id);
  expect(after.get('acme/core#12')).toBe(before.get('acme/api#12'));
  expect(new Set(after.values()).size).toBe(4);

  await change(id, [member('1', 'acme/core'), member('2', 'acme/new')], [{ from: 'acme/api', to: 'acme/new' }]);
  await arrive(id, [pull('acme/new', 12, { title: 'Of the other' }), pull('acme/core', 12)]);
  expect(await namesOf(id)).toEqual([
    'acme/core#12',
    'acme/core#deployment/42',
    'acme/new#12',
    'acme/new#deployment/42',
  ]);
  expect((await idsOf(id)).get('acme/new#12')).toBe(after.get('acme/api#12'));
});

test('a payload is assigned to the repository that had the name when the payload arrived', async () => {
  const id = await startHistory();
  const { newIds } = await store.inbox.storePage(id, {
    records: [createTestRecord('late to be read')],
    source: 'webhook',
  });
  await change(id, [member('1', 'acme/core'), member('2', 'acme/api')], [{ from: 'acme/api', to: 'acme/core' }]);
  await store.inbox.applyRecords([
    createTestParsedRecord(newIds[0], { changes: [pull('acme/api', 12), pull('acme/api', 13)] }),
  ]);
  expect(await namesOf(id)).toEqual(['acme/core#12', 'acme/core#13', 'acme/core#deployment/42']);
});

test('swapping the names of two repositories twice, or renaming one back, restores all rows', async () => {
  const id = await startHistory();
  await arrive(id, [pull('acme/web', 12, { title: 'Of the web' })]);
  const before = await rowsOf(id);
  const members = [member('1', 'acme/web'), member('2', 'acme/api')];
  const swap = [
    { from: 'acme/api', to: 'acme/api~1' },
    { from: 'acme/web', to: 'acme/api' },
    { from: 'acme/api~1', to: 'acme/web' },
  ];
  await change(id, members, swap);
  expect((await rowsOf(id)).map(({ externalId, title }) => [externalId, title])).toEqual([
    ['acme/api#12', 'Of the web'],
    ['acme/web#12', 'Bound the pool'],
    ['acme/web#deployment/42', 'Checkout answers 502'],
  ]);
  await change(id, members, swap);
  expect(await rowsOf(id)).toEqual(before);
  await arrive(id, [pull('acme/api', 12), pull('acme/web', 12, { title: 'Of the web' })], [deployment('acme/api', 42)]);
  expect(await rowsOf(id)).toEqual(before);
  await rename(id, 'acme/api', 'acme/core');
  await rename(id, 'acme/core', 'acme/api');
  expect(await rowsOf(id)).toEqual(before);
  await arrive(id, [pull('acme/api', 12), pull('acme/core', 12)], [deployment('acme/core', 42)]);
  expect(await rowsOf(id)).toEqual(before);
});

test("a change of case in a repository's name is a rename", async () => {
  const id = await startHistory();
  const before = await idsOf(id);
  await rename(id, 'acme/api', 'acme/API');
  await arrive(id, [pull('acme/api', 12), pull('acme/API', 12)]);
  expect(await namesOf(id)).toEqual(['acme/API#12', 'acme/API#deployment/42']);
  expect((await idsOf(id)).get('acme/API#12')).toBe(before.get('acme/api#12'));
});

test('when two concurrent syncs find the same rename, only one applies the rename', async () => {
  const id = await startHistory();
  const known = await store.connections.listScopeMembers(id);
  const look = { known, members: [member('1', 'acme/core')], renames: [{ from: 'acme/api', to: 'acme/core' }] };
  expect(
    await Promise.all([store.connections.changeScopeMembers(id, look), store.connections.changeScopeMembers(id, look)]),
  ).toEqual(expect.arrayContaining([true, false]));
  expect(await namesOf(id)).toEqual(['acme/core#12', 'acme/core#deployment/42']);
});

test('repeating a rename of a repository changes nothing', async () => {
  const id = await startHistory();
  await rename(id, 'acme/api', 'acme/core');
  const once = await rowsOf(id);
  await rename(id, 'acme/api', 'acme/core');
  expect(await rowsOf(id)).toEqual(once);
});

test('a rename applies to a long history completely, including rows that are written at the same time', async () => {
  const id = await startHistory();
  const many = Array.from({ length: 1_300 }, (_, index) => pull('acme/api', 100 + index));
  await arrive(id, many);
  const before = await idsOf(id);
  await Promise.all([
    rename(id, 'acme/api', 'acme/core'),
    arrive(
      id,
      many.slice(0, 50).map((draft) => ({ ...draft, version: '2026-02-01T00:00:00.000Z' })),
    ),
    arrive(id, [pull('acme/api', 5_000), pull('acme/core', 5_001)]),
  ]);
  const after = await idsOf(id);
  expect(after.size).toBe(before.size + 2);
  for (const [name, rowId] of before) expect(after.get(name.replace('acme/api', 'acme/core'))).toBe(rowId);
});

test('renaming a repository updates scopes, improvements, the catalogue and references in other connections', async () => {
  const id = await startHistory();
  const own = randomUUID();
  const pager = await createTestConnection(store, `pager-${own}`);
  const issue = 'https://github.com/acme/api/issues/7';
  const incident = createTestFailureDraft({ externalId: `PD-${own}`, repository: null, references: [issue] });
  await store.failures.upsert(pager.id, [incident]);
  await store.catalogue.add({ service: `pay-${own}`, repository: 'acme/api', path: null, environment: null });
  await query(
    `update connection set scope = scope || '{"repositories": ["ACME/api", "acme/a*"], "postmortemFolders": ["acme/api:docs/pm"]}' where id = $1`,
    [id],
  );
  await query(
    `insert into pattern (id, name, lesson, terms, cause, trigger, services, repositories, confidence, incidents,
       failed_deployments, reverted_changes, episodes, harm, first_at, last_at, fingerprint)
     values ($1, '', '', '[]', 'unknown', 'unknown', '[]', '[]', 1, 0, 0, 0, 0, 0, now(), now(), '')`,
    [`p-${own}`],
  );
  const improvement = await store.improvements.ensure(
    `p-${own}`,
    createTestProposal({ repository: 'acme/api', title: 'Bound it' }),
  );
  await store.improvements.approve(improvement.id, {}, createDecider('session', 'a person'));
  await store.improvements.recordIssue(improvement.id, { repository: 'acme/api', number: 7, url: issue });

  await rename(id, 'acme/api', 'acme/core');
  expect((await store.connections.find(id))?.scope).toMatchObject({
    repositories: ['acme/core', 'acme/a*'],
    postmortemFolders: ['acme/core:docs/pm'],
  });
  const moved = 'https://github.com/acme/core/issues/7';
  expect(await store.improvements.find(improvement.id)).toMatchObject({ repository: 'acme/core', issueUrl: moved });
  expect((await store.catalogue.list({ service: `pay-${own}`, limit: 9 })).items).toMatchObject([
    { repository: 'acme/core', status: 'confirmed' },
  ]);
  const references = async () =>
    (await store.failures.listAll()).find(({ connectionId }) => connectionId === pager.id)?.references;
  expect(await references()).toEqual([moved]);
  await store.failures.upsert(pager.id, [{ ...incident, version: '2027-01-01T00:00:00.000Z' }]);
  expect(await references()).toEqual([moved]);
});

test('when streams of a renamed repository collide, the one that reaches further back keeps its completeness state', async () => {
  const id = await startHistory();
  await store.connections.startBackfill(id, ['pulls:acme/core'], '2026-01-01T00:00:00.000Z');
  await store.connections.startBackfill(id, ['runs:acme/api'], '2026-01-01T00:00:00.000Z');
  await store.connections.startBackfill(id, ['runs:acme/core'], null);
  await store.completeness.recordDays(id, [{ stream: 'pulls:acme/api', day: '2026-01-01', existing: 2, stored: 1 }]);
  await store.connections.setProblem(id, 'pulls:acme/api', 'It is hidden');
  await rename(id, 'acme/api', 'acme/core');
  const streams = await store.connections.listStreams(id);
  expect(streams.map(({ stream, since }) => [stream, since])).toEqual([
    ['pulls:acme/core', null],
    ['runs:acme/core', null],
  ]);
  expect(await store.completeness.listGaps(id)).toEqual([{ stream: 'pulls:acme/core', day: '2026-01-01' }]);
  expect(await store.connections.listProblems(id)).toEqual([]);
});

test('a record that was stored under the former name of a repository is known under the present name', async () => {
  const id = await startHistory();
  await store.inbox.storePage(id, { records: [createTestRecord('pull/acme/api/12/2026')], source: 'pull' });
  await rename(id, 'acme/api', 'acme/core');
  const keys = ['pull/acme/core/12/2026', 'pull/acme/core/13/2026'];
  expect(await store.inbox.findKnownKeys(id, keys)).toEqual(new Set(keys.slice(0, 1)));
});

test('a name that a repository had between two syncs is a former name, even if the event arrives after the sync', async () => {
  const id = await startHistory();
  await store.connections.learnScopeNames(id, [{ id: '1', name: 'acme/between' }]);
  await arrive(id, [pull('acme/between', 13)]);
  expect(await namesOf(id)).toEqual(['acme/api#12', 'acme/api#13', 'acme/api#deployment/42']);
  await change(id, [member('1', 'acme/core')], [{ from: 'acme/api', to: 'acme/core' }]);
  await store.connections.learnScopeNames(id, [{ id: '1', name: 'acme/between' }]);
  await arrive(id, [pull('acme/between', 14)]);
  expect(await namesOf(id)).toEqual(['acme/core#12', 'acme/core#13', 'acme/core#14', 'acme/core#deployment/42']);
});

test('a repository whose new name first appeared in an event is renamed by the next sync', async () => {
  const id = await startHistory();
  await store.connections.learnScopeNames(id, [{ id: '1', name: 'acme/core' }]);
  await arrive(id, [pull('acme/core', 13)]);
  await change(id, [member('1', 'acme/core')], [{ from: 'acme/api', to: 'acme/core' }]);
  await arrive(id, [pull('acme/core', 14), pull('acme/api', 15)]);
  expect(await namesOf(id)).toEqual([
    'acme/core#12',
    'acme/core#13',
    'acme/core#14',
    'acme/core#15',
    'acme/core#deployment/42',
  ]);
});

test('an event can neither give a repository the name of another one, nor rename a repository out of scope', async () => {
  const id = await startHistory();
  await change(id, [member('1', 'acme/api'), member('2', 'acme/web')]);
  await store.connections.learnScopeNames(id, [
    { id: '1', name: 'acme/web' },
    { id: '9', name: 'acme/stranger' },
  ]);
  await arrive(id, [pull('acme/web', 13), pull('acme/stranger', 14)]);
  expect(await namesOf(id)).toEqual(['acme/api#12', 'acme/api#deployment/42', 'acme/stranger#14', 'acme/web#13']);
});
