import { randomUUID } from 'node:crypto';
import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import { createKeyring } from '../encryption/keyring.ts';
import { grepDatabase } from '../testing/grep-database.ts';
import { openRawDatabaseClient, testEncryptionKey } from '../testing/index.ts';
import { insertErasableNames, listTablesWithErasableNames } from '../testing/plant-under-test.ts';
import {
  createPatternForTest,
  createTestChangeDraft,
  createTestConnection,
  createTestDigest,
  createTestFailureDraft,
  createTestParsedRecord,
  createTestProposal,
  openStoreUnderTest,
  readUnprocessedRows,
} from '../testing/store-under-test.ts';

const repository = 'acme/Zebra-Plant';
const before = 'acme/zebra-before';
/** The names of one person; the last one is a login derived from the full name. */
const person = ['Zebulon Quartermain', 'zquartermain', 'zeb@acme.example', 'zebulon-quartermain'];
const text = `Broke ${repository}, see https://github.com/acme/zebra-plant/pull/7. Zebulon Quartermain (zquartermain, zeb@acme.example) looked at ?id=acme%2Fzebra-plant.`;
const keyring = createKeyring(testEncryptionKey);
/** Other processes know of an erasure after about a second, on a busy machine a little later. */
const poll = { timeout: 20_000 };

type World = Awaited<ReturnType<typeof fill>>;

/** Creates a database that names the repository and the person in every column that can contain the names. */
async function fill() {
  const { store, query, open } = await openStoreUnderTest();
  const connected = async (provider: 'github' | 'pagerduty', account: string) =>
    (
      await store.connections.ensure({
        provider,
        account,
        baseUrl: `https://${account}.example`,
        credential: 'token',
        webhookSecret: 'secret',
        scope: {
          repositories: [repository, 'acme/checkout'],
          services: [],
          environments: [],
          workflows: [],
          incidentLabels: [],
          postmortemFolders: [`${repository}:docs`],
        },
      })
    ).id;
  const github = await connected('github', 'acme');
  const pager = await connected('pagerduty', 'pages');
  const members = [
    { id: '4711', name: before, state: 'present' as const },
    { id: '4712', name: 'acme/checkout', state: 'present' as const },
  ];
  await store.connections.changeScopeMembers(github, { known: [], members, renames: [] });
  const renamed = members.map((member) => (member.id === '4711' ? { ...member, name: repository } : member));
  await store.connections.changeScopeMembers(github, {
    known: members,
    members: renamed,
    renames: [{ from: before, to: repository }],
  });
  await store.connections.startBackfill(github, [`commits:${repository}`, 'commits:acme/checkout'], null);
  await store.connections.setProblem(github, `commits:${repository}`, `Cannot read ${repository}`);
  await store.retention.addPersonNames(github, ['Zebulon Quartermain', 'Ann Archer']);
  const payload = (of: string) => ({
    repository: of,
    commit: { message: text, author: { name: person[0], email: person[2] } },
  });
  const { newIds } = await store.inbox.storePage(github, {
    records: [
      { type: 'github.commit', deliveryKey: `commit/${repository}/1`, payload: payload(repository) },
      { type: 'github.commit', deliveryKey: 'commit/acme/checkout/1', payload: payload('acme/checkout') },
      { type: 'github.file', deliveryKey: 'file/acme/checkout/zquartermain.md/1', payload: payload('acme/checkout') },
      {
        type: 'github.event.push',
        deliveryKey: 'd1',
        payload: { repository: { id: 4711, full_name: 'acme/of-today' }, text },
      },
      { type: 'github.commit', deliveryKey: `commit/${repository}/2`, payload: payload(repository) },
      { type: 'github.file', deliveryKey: 'file/acme/checkout/zquartermain.md/2', payload: 1 },
    ],
    source: 'pull',
  });
  await store.inbox.applyRecords(
    newIds.slice(4).map((id) => createTestParsedRecord(id, { outcome: 'unreadable', problem: text })),
  );
  await store.inbox.expirePayloads('2999-01-01T00:00:00.000Z', 100);
  await store.inbox.storePage(pager, {
    records: [{ type: 'pagerduty.incident', deliveryKey: 'i1', payload: { text } }],
    source: 'pull',
  });
  const own = { repository, text, url: `https://github.com/${repository}/pull/7` };
  await store.failures.upsert(github, [
    createTestFailureDraft({ ...own, externalId: `${repository}#1` }),
    createTestFailureDraft({ ...own, externalId: `${repository}#2` }),
    createTestFailureDraft({ externalId: 'acme/checkout#1' }),
  ]);
  await store.failures.upsert(pager, [
    createTestFailureDraft({
      externalId: 'P1',
      repository: null,
      text,
      references: [own.url, 'https://example.com'],
      title: text,
    }),
  ]);
  await store.changes.upsert(github, [
    createTestChangeDraft({ ...own, externalId: `${repository}#7` }),
    createTestChangeDraft({ externalId: 'acme/checkout#7', text, branch: 'zquartermain-fix' }),
  ]);
  // The texts are written by SQL, because the store would redact these names.
  await query(`update failure set text = $1 where text <> ''`, [text]);
  const failures = (await store.failures.list({ limit: 10 })).items;
  const idsOf = (of: string | null) => failures.filter((one) => one.repository === of).map(({ id }) => id);
  const [itsFailures, others] = [idsOf(repository), [...idsOf('acme/checkout'), ...idsOf(null)]];
  await group(store, itsFailures, others);
  await query(`insert into catalogue_entry (id, service, repository, origin, source, status, score, evidence)
    values ('c1', 'zebra', '${repository}', 'codeowners', '${repository}:CODEOWNERS', 'suggested', 1, '[]'), ('c2', 'x', 'acme/checkout', 'codeowners', '${repository}:y', 'suggested', 1, '[]')`);
  await store.catalogue.replaceFile(
    { drafts: [], dependencies: [], owners: [{ repository, path: null, teams: ['zquartermain'] }] },
    `${repository}:CODEOWNERS`,
    false,
  );
  const dependencies = [{ service: 'a', dependsOn: 'b', detail: text }];
  await store.catalogue.replaceFile({ drafts: [], owners: [], dependencies }, `${repository}:catalog-info.yaml`, false);
  await query(`insert into completeness (connection_id, stream, day, existing, stored) values ($1, $2, now(), 1, 1)`, [
    github,
    `commits:${repository}`,
  ]);
  await query(
    `insert into pull_check (id, connection_id, repository, number, head_sha, state, failure_ids, score, average_score) values ('pc', $1, $2, 1, 's', 'open', '[]', 1, 1)`,
    [github, repository],
  );
  await store.outbox.markPullRequestsDue([{ connectionId: github, repository, number: 1 }]);
  await query(`insert into detection (connection_id, repository, version) select $1, unnest($2::text[]), '1:2'`, [
    github,
    [repository, 'zquartermain/a', 'zebulon-quartermain/a'],
  ]);
  await store.outbox.beginWrite(github, {
    action: 'comment',
    target: `${repository}#7`,
    content: { body: text },
    why: text,
    by: 'Zebulon Quartermain',
  });
  for (const failureId of failures.map(({ id }) => id))
    await store.corrections.add({ kind: 'statement', failureId, statement: 'resolution', quote: text });
  const tokenName = `of zquartermain, for ${repository}`;
  const user = await store.access.addUser('Zebulon Quartermain', 'triager');
  await store.access.createToken(tokenName, null, { userId: user.id, scopes: ['viewer'] });
  const by = {
    via: 'token',
    userId: user.id,
    name: 'Zebulon Quartermain',
    viaId: 't',
    tokenName,
  } as const;
  await store.access.recordDecision({ by, operation: 'addEntry', subject: { repository } }, { note: text });
  const rename = { kind: 'rename', patternId: 'mixed', name: text } as const;
  await store.corrections.addSet({ decisions: [rename], reason: text }, by);
  await store.operations.addDeadLetter({
    key: 'dead',
    queue: 'ingest',
    name: 'pull-stream',
    payload: { connectionId: github, stream: `commits:${repository}` },
    code: 'not_found',
    problem: text,
    attempts: 1,
  });
  const request = { caller: 'c', key: 'k', content: 'b' };
  const begun = await store.access.beginRequest(request);
  if (begun.state === 'begun')
    await store.access.finishRequest(begun.attempt, request, { status: 200, body: JSON.stringify({ text }) });
  await insertErasableNames(store, query, {
    connectionId: github,
    failureId: others[0] ?? '',
    patternId: 'other',
    text,
    repository: 'zquartermain/tool',
  });
  return { store, query, open, github, pager, itsFailures, others, user };
}

async function group(store: Store, its: readonly string[], others: readonly string[]): Promise<void> {
  const members = (ids: readonly string[]) =>
    ids.map((failureId) => ({ failureId, confidence: 1, evidence: [{ signal: 'words', detail: text, weight: 1 }] }));
  const quote = { id: 'whole', name: text, lesson: text, repositories: [repository] };
  await store.patterns.writeClustering({
    episodes: [...its, ...others].map((id) => ({ id, failureIds: [id] })),
    patterns: [
      { pattern: createPatternForTest(quote), members: members(its.slice(0, 1)) },
      { pattern: createPatternForTest({ id: 'mixed' }), members: members([...its.slice(1), ...others.slice(0, 1)]) },
      { pattern: createPatternForTest({ id: 'other' }), members: members(others.slice(1)) },
    ],
    lineage: [{ patternId: 'mixed', relatedPatternId: 'whole', kind: 'split_from' }],
    inputVersion: 'v',
  });
  const report = (id: string, said: string): PatternReport => ({
    pattern: createPatternForTest({ id, lesson: said }),
    members: [],
    links: [],
    coverage: { failures: 4, inPatterns: 4 },
    asOf: '2026-02-01T00:00:00.000Z',
  });
  for (const id of ['whole', 'mixed']) await store.reports.ensure(id, report(id, 'quoted of it'));
  await store.reports.ensure('other', report('other', text));
  const source = { ref: 'P1', kind: 'pattern', id: 'mixed', at: null, title: 'quoted of it', url: null } as const;
  const { document } = createTestDigest();
  await store.reports.ensureDigest(createTestDigest({ document: { ...document, sources: [source] } }));
  await store.reports.ensureDigest(
    createTestDigest({ episodes: 9, document: { ...document, lead: { text, refs: [], method: null } } }),
  );
  await store.improvements.ensure('whole', createTestProposal({ repository }));
  await store.improvements.ensure('other', createTestProposal({ title: text }));
  await store.changes.replaceLinks([
    {
      type: 'same_episode',
      failureId: others[0] ?? '',
      targetId: its[0] ?? '',
      score: 1,
      evidence: [{ signal: 'words', detail: text, weight: 1 }],
      status: 'suggested',
    },
  ]);
}

async function doAll(store: Store, id: string): Promise<void> {
  for (;;) {
    const left = await store.retention.continueErasure(id);
    if (left === 'wait') await new Promise((resolve) => setTimeout(resolve, 200));
    if (left === 'last') return store.retention.finishErasure(id);
  }
}

const grep = ({ query }: World, texts: readonly string[]) => grepDatabase(query, keyring, texts);
/** Lists the tables in which any of the texts occurs, in plain text or encrypted. */
const grepTables = async (world: World, texts: readonly string[]) => [
  ...new Set((await grep(world, texts)).map((place) => place.split('.')[0])),
];

test('erasing a repository removes its data from every table, even from encrypted values, and later data are not stored', async () => {
  const world = await fill();
  const { store, github, pager, others } = world;
  const names = [repository, before, 'acme/of-today', 'acme%2Fzebra-plant'];
  expect(await grepTables(world, names)).toEqual(await listTablesWithErasableNames(world.query, 'repository'));
  const preview = await store.retention.previewErasure({ kind: 'repository', name: before });
  expect(preview.names.map((name) => name.toLowerCase()).sort()).toEqual([before, repository.toLowerCase()].sort());
  expect(preview.rows).toMatchObject({
    failure: 4,
    change: 2,
    'patterns that are deleted': 1,
    'patterns that are clustered again': 1,
  });
  expect(await grepTables(world, names)).toEqual(await listTablesWithErasableNames(world.query, 'repository'));

  const asked = await store.retention.requestErasure({ kind: 'repository', name: before }, 'ann');
  const event = {
    type: 'github.event.push',
    deliveryKey: 'd2',
    payload: { repository: { id: 4711, full_name: 'acme/of-today' } },
  };
  // New records of the repository are already rejected, although nothing was deleted yet.
  await expect
    .poll(async () => {
      const record = { ...event, deliveryKey: randomUUID() };
      return (await store.inbox.storeDeliveries([{ connectionId: github, record }])).newIds;
    }, poll)
    .toEqual([]);
  expect((await store.inbox.storeDeliveries([{ connectionId: github, record: event }])).newIds).toEqual([]);
  await doAll(store, asked.id);
  expect(await grep(world, names)).toEqual([]);
  expect(await store.retention.findErasure(asked.id)).toMatchObject({
    state: 'done',
    rows: { failure: expect.any(Number), report: 3 },
  });
  expect(await store.retention.readErasedNames(asked.id)).toEqual([]);
  // Texts that quote the repository's data are deleted too. The rows of other repositories stay.
  expect(await grep(world, ['quoted of it'])).toEqual([]);
  expect((await store.failures.list({ limit: 10 })).items.map(({ id }) => id).sort()).toEqual([...others].sort());
  expect((await store.failures.find(others[1] ?? ''))?.text).toContain(
    'Broke [erased], see https://github.com/[erased]/pull/7',
  );
  expect((await store.connections.find(github))?.scope.repositories).toEqual(['acme/checkout']);
  const waiting = await store.inbox.listUnprocessed(10, '2999-01-01T00:00:00.000Z');
  const rows = await readUnprocessedRows(
    store,
    waiting.map(({ id }) => id),
  );
  expect(rows.map(({ deliveryKey }) => deliveryKey).sort()).toEqual([
    'commit/acme/checkout/1',
    'file/acme/checkout/zquartermain.md/1',
    'i1',
  ]);

  // Data of the repository arrive again in every possible way.
  await store.inbox.storePage(github, {
    records: [{ type: 'github.commit', deliveryKey: 'again', payload: { repository } }, event],
    source: 'pull',
  });
  await store.inbox.storePage(pager, {
    records: [{ type: 'pagerduty.incident', deliveryKey: 'i2', payload: { text } }],
    source: 'pull',
  });
  await store.failures.upsert(github, [createTestFailureDraft({ repository, externalId: `${repository}#9` })]);
  await store.failures.upsert(pager, [createTestFailureDraft({ repository: null, externalId: 'P2', text })]);
  await store.connections.startBackfill(github, [`commits:${repository}`, 'commits:acme/checkout'], null);
  await store.connections.ensureStreams(github, [`pulls:${repository}`]);
  const known = await store.connections.listScopeMembers(github);
  await store.connections.changeScopeMembers(github, {
    known,
    members: [...known, { id: '4711', name: 'acme/of-today', state: 'present' }],
    renames: [],
  });
  expect(await grep(world, names)).toEqual([]);
  expect(await store.retention.isErased('acme/else', '4711')).toBe(true);

  await store.retention.liftErasure(asked.id);
  await expect
    .poll(async () => {
      await store.connections.ensureStreams(github, [`pulls:${repository}`]);
      return store.connections.findStream(github, `pulls:${repository}`);
    }, poll)
    .not.toBeNull();
});

test('erasing a person removes their names from every table, even from encrypted values, and the names are not stored again', async () => {
  const world = await fill();
  const { store, github, pager, others, user, open } = world;
  expect(await grepTables(world, person)).toEqual(await listTablesWithErasableNames(world.query, 'person'));
  const subject = { kind: 'person' as const, names: person };
  const preview = await store.retention.previewErasure(subject);
  expect(preview.rows).toMatchObject({ app_user: 1, person_name: 1, api_token: 1 });
  const asked = await store.retention.requestErasure(subject, 'Zebulon Quartermain');
  expect(asked.requestedBy).toBe('someone');
  // After a worker was killed, another one repeats the last batch.
  for (let nth = 0; nth < 8; nth += 1) await store.retention.continueErasure(asked.id);
  await doAll(open(), asked.id);
  expect(await grep(world, person)).toEqual([]);
  expect(await store.access.findUser(user.id)).toMatchObject({ name: 'a former user', email: null, isDisabled: true });
  const comesBack = {
    signInMethod: 'github' as const,
    subject: 'https://github.com 77',
    role: 'admin' as const,
    refusal: null,
  };
  const [name = ''] = person;
  for (const one of [
    { name, email: null },
    { name: 'Z. Q.', email: person.find((each) => each.includes('@')) ?? '' },
  ])
    await expect(open().access.ensureSignedInUser({ ...comesBack, ...one }, 'viewer')).rejects.toMatchObject({
      code: 'forbidden',
    });
  // An admin cannot add the erased person as a user either.
  const { access } = open();
  for (const again of [() => access.addUser(name, 'viewer'), () => access.changeUser(user.id, { name })])
    await expect(again()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('erase list') });
  expect(await grep(world, person)).toEqual([]);
  expect((await store.failures.find(others[1] ?? ''))?.text).toContain('someone (someone, someone) looked');

  const record = (key: string) => ({
    type: 'github.commit',
    deliveryKey: key,
    payload: { repository: 'acme/checkout', commit: { message: text, author: { name: person[0] } } },
  });
  await store.retention.addPersonNames(github, ['Zebulon Quartermain']);
  const page = { records: [record('file/acme/checkout/zquartermain.md/1'), record('new')], source: 'pull' as const };
  expect(
    await store.inbox.findKnownKeys(
      github,
      page.records.map(({ deliveryKey }) => deliveryKey),
    ),
  ).toEqual(new Set(['file/acme/checkout/zquartermain.md/1']));
  await store.inbox.storePage(github, page);
  await store.failures.upsert(pager, [createTestFailureDraft({ repository: null, externalId: 'P2', text })]);
  expect(await grep(world, person)).toEqual([]);
});

test("the second run of an erasure's steps waits for transactions that began before all processes knew of the erasure", async () => {
  const { store, query, databaseUrl } = await openStoreUnderTest();
  const stopped = await openRawDatabaseClient(databaseUrl);
  try {
    await stopped.query('begin');
    await stopped.query('select now()');
    const { id } = await store.retention.requestErasure({ kind: 'repository', name: 'acme/x' }, 'ann');
    await query(`update erasure set requested_at = requested_at - interval '3 seconds'`);
    while ((await store.retention.continueErasure(id)) !== 'wait');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await store.retention.continueErasure(id)).toBe('wait');
    await stopped.query('rollback');
    await stopped.query('begin');
    await stopped.query('select now()');
    expect(await store.retention.continueErasure(id)).toBe('more');
  } finally {
    await stopped.end();
  }
});

test('erasing the owner of imported repositories is refused, and a running erasure cannot be lifted', async () => {
  const { store, query } = await openStoreUnderTest();
  await store.connections.ensure({
    provider: 'github',
    account: 'ann-archer',
    baseUrl: null,
    credential: 'token',
    webhookSecret: null,
    scope: null,
  });
  const owner = { kind: 'person' as const, names: ['Ann-Archer'] };
  await expect(store.retention.previewErasure(owner)).rejects.toMatchObject({ code: 'conflict' });
  await expect(store.retention.requestErasure(owner, 'ann')).rejects.toThrow(/owner of imported repositories/u);
  const { id } = await store.retention.requestErasure({ kind: 'repository', name: 'acme/x' }, 'ann');
  await expect(store.retention.liftErasure(id)).rejects.toMatchObject({ code: 'conflict' });
  await expect(store.retention.liftErasure('nothing')).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.retention.listPendingErasures()).toEqual([id]);
  // Only a hash of the name is stored.
  const marks = await query('select * from erased_mark');
  expect(JSON.stringify(marks)).not.toContain('acme');
});

test('erasing a person is refused if the name is also an enum value or field name of Refrain', async () => {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'own-words');
  await store.connections.ensureStreams(id, ['incidents']);
  await query(`insert into connection_problem values ('${id}', 'webhook', 'It is missing')`);
  for (const name of ['link', 'propose', 'Not a failure', 'notesFrom', 'webhook', 'incidents', 'github'])
    await expect(
      store.retention.requestErasure({ kind: 'person', names: ['Ann Archer', name] }, 'ann'),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`“${name}” is also a word that Refrain itself uses`),
    });
});

test('erasing a repository or person in the policy is refused until the policy is changed', async () => {
  const { store, query } = await openStoreUnderTest();
  const policy = JSON.stringify({ mode: 'propose', fallbackRepository: 'acme/board', notesFrom: 'ann@acme.example' });
  await query(`insert into improvement_policy (policy, decided_by) values ('${policy}', 'ann')`);
  const message = 'The policy contains the name in fallbackRepository. Change the policy first';
  await expect(store.retention.previewErasure({ kind: 'repository', name: 'acme/board' })).rejects.toThrow(message);
  await expect(store.retention.requestErasure({ kind: 'person', names: ['ann@acme.example'] }, 'a')).rejects.toThrow(
    'notesFrom',
  );
});

test('erasing a person keeps rows whose id contains the name, and disables no other user', async () => {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'ids');
  const [local] = await store.access.listUsers();
  const other = await store.access.addUser('Ann Archer', 'viewer');
  const own = await store.access.addUser('Ann', 'viewer');
  await query(`update app_user set id = 'usr_ann_7' where id = '${other.id}'`);
  const asked = await store.retention.requestErasure({ kind: 'person', names: ['Ann'] }, 'somebody');
  await doAll(store, asked.id);
  expect((await store.access.findUser('usr_ann_7'))?.isDisabled).toBe(false);
  expect((await store.access.findUser(own.id))?.isDisabled).toBe(true);
  expect(await store.access.findUser(local?.id ?? '')).not.toBeNull();
  expect(await store.connections.find(id)).not.toBeNull();
});
