import { dayInMs, type FailureDraft, type Measurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startReclusteringUnderTest } from '../cluster/recluster-under-test.ts';
import { createWriteDigestHandler, createWriteDigestsHandler, readDigestRecords } from './write-digests.ts';

const { signal } = new AbortController();

function incident(externalId: string, occurredAt: string, fields: Partial<FailureDraft>): FailureDraft {
  return {
    kind: 'incident',
    externalId,
    title: `Down: ${externalId}`,
    text: '',
    services: [],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt,
    resolvedAt: null,
    precision: 'instant',
    severity: null,
    url: null,
    version: occurredAt,
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
    ...fields,
  };
}

async function startDigests() {
  const { store, recluster } = await startReclusteringUnderTest();
  const { id } = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  return {
    store,
    /** Re-clusters and marks the first analysis as done, like the reconciler when all proposals are published. */
    analyse: async () => {
      await recluster();
      await store.patterns.recordFirstAnalysis();
    },
    recluster,
    upsert: (...failures: FailureDraft[]) => store.failures.upsert(id, failures),
    write: (laterMs = 0) => createWriteDigestsHandler({ store, now: () => Date.now() + laterMs })({}, signal),
  };
}

async function startWithIncidents() {
  const opened = await startDigests();
  await opened.upsert(
    incident('a', '2026-02-24T10:00:00.000Z', { services: ['checkout'] }),
    incident('b', '2026-02-25T10:00:00.000Z', { repository: 'acme/mail' }),
    incident('old', '2024-02-25T10:00:00.000Z', { services: ['retired'] }),
    incident('calm', '2025-09-10T10:00:00.000Z', { services: ['nothing-lately'] }),
    incident('new', '2026-03-03T10:00:00.000Z', {}),
  );
  await opened.store.catalogue.replaceFile(
    { drafts: [], dependencies: [], owners: [{ repository: 'acme/mail', path: null, teams: ['post'] }] },
    'acme/mail:CODEOWNERS',
    false,
  );
  return opened;
}

test('writes no digest before the first analysis is done', async () => {
  const { store, recluster, upsert, write } = await startDigests();
  await upsert(incident('a', '2026-02-24T10:00:00.000Z', {}));
  await write();
  await recluster();
  await write();
  expect(await store.reports.listDigests({ limit: 10 })).toMatchObject({ items: [], total: 0 });
});

test('writes no digest if there are no failures', async () => {
  const { store, analyse, write } = await startDigests();
  await analyse();
  await write();
  expect(await store.reports.listDigests({ limit: 10 })).toMatchObject({ items: [] });
});

test('writes digests of the organisation, each service and each team once, after the end of a week and a month', async () => {
  const { store, analyse, write } = await startWithIncidents();
  await write();
  await analyse();
  const account = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  await write();
  await store.connections.startBackfill(account.id, ['pulls'], null);
  await write();
  expect(await store.reports.listDigests({ limit: 1 })).toMatchObject({ items: [] });
  await store.connections.remove(account.id);
  for (let run = 0; run < 2; run += 1) await write();
  const { items } = await store.reports.listDigests({ limit: 20 });
  expect(
    items.map(({ scope, period, episodes }) => [period.kind, 'name' in scope ? scope.name : '', episodes]).sort(),
  ).toEqual([
    ...[
      ['month', '', 2],
      ['month', 'checkout', 1],
      ['month', 'post', 1],
    ],
    ...[
      ['week', '', 2],
      ['week', 'checkout', 1],
      ['week', 'post', 1],
    ],
  ]);
  expect(items.map(({ title }) => title)).toContain('Team post: Feb 2026');
});

test('writes a digest again a day later if its counts have grown, but publishes no second event', async () => {
  const { store, upsert, analyse, write } = await startWithIncidents();
  await analyse();
  await write();
  const after = await store.events.findLastPosition();
  const wholeWeek = async () => {
    const { items } = await store.reports.listDigests({
      scope: 'organisation',
      period: 'week',
      snapshots: 'all',
      limit: 10,
    });
    return items.map(({ episodes }) => episodes);
  };
  await write(dayInMs);
  expect(await wholeWeek()).toEqual([2]);
  await upsert(incident('late', '2026-02-26T10:00:00.000Z', { services: ['checkout'] }));
  await analyse();
  await write();
  expect(await wholeWeek()).toEqual([2]);
  for (let run = 0; run < 2; run += 1) {
    await write(dayInMs);
    expect(await wholeWeek()).toEqual([3, 2]);
  }
  const { items } = await store.reports.listDigests({ scope: 'team', snapshots: 'all', limit: 10 });
  expect(items.map(({ episodes }) => episodes)).toEqual([1, 1]);
  expect((await store.events.list({ after, types: ['digest_written'], limit: 10 })).length).toBe(0);
});

test('reads the episodes again only after a new measurement', async () => {
  const { store, upsert, analyse, write } = await startWithIncidents();
  await analyse();
  await write();
  let read = 0;
  const listTitledEpisodes: typeof store.reports.listTitledEpisodes = (period) => {
    read += 1;
    return store.reports.listTitledEpisodes(period);
  };
  const watched = { ...store, reports: { ...store.reports, listTitledEpisodes } };
  const writeAgain = createWriteDigestsHandler({ store: watched, now: () => Date.now() + 3 * dayInMs });
  for (let run = 0; run < 3; run += 1) await writeAgain({}, signal);
  expect(read).toBe(1);
  await upsert(incident('later', '2026-02-27T10:00:00.000Z', { services: ['checkout'] }));
  await analyse();
  for (let run = 0; run < 2; run += 1) await writeAgain({}, signal);
  expect(read).toBe(2);
});

test('writes a requested digest of any period once', async () => {
  const { store, analyse } = await startWithIncidents();
  await analyse();
  const wanted = {
    scope: { kind: 'service', name: 'retired' },
    period: { kind: 'month', from: '2024-02-01T00:00:00.000Z', until: '2024-03-01T00:00:00.000Z' },
  } as const;
  for (let run = 0; run < 2; run += 1) await createWriteDigestHandler({ store })(wanted, signal);
  const { items } = await store.reports.listDigests({ scope: 'service', name: 'retired', limit: 10 });
  expect(items).toMatchObject([{ title: 'retired: Feb 2024', episodes: 1 }]);
});

test('digests omit a dismissed pattern and its improvement, but count the episodes of the pattern', async () => {
  const { store, upsert, analyse } = await startDigests();
  const readSource = async () => {
    const { source } = await readDigestRecords(store, (await store.reports.findMeasurement()) as Measurement);
    return [source.patterns.length, source.improvements.length, source.episodes.length];
  };
  const text = 'Connection pool of the checkout exhausted, requests time out waiting for a connection';
  await upsert(
    ...[5, 6, 7].map((day) => incident(`pool ${day}`, `2026-01-0${day}T10:00:00.000Z`, { title: text, text })),
  );
  await analyse();
  const [pattern] = await store.patterns.listAll();
  const patternId = pattern?.id ?? '';
  await store.improvements.ensure(patternId, { repository: null, title: 'Bound the pool' });
  const [patterns, , episodes] = await readSource();
  expect(await readSource()).toEqual([patterns, 1, episodes]);
  const { id: correctionId } = await store.corrections.add({ kind: 'pattern', patternId, right: false });
  await analyse();
  expect(await readSource()).toEqual([Number(patterns) - 1, 0, episodes]);
  expect((await store.patterns.listMembers(patternId)).length).toBeGreaterThan(0);
  await store.corrections.remove(correctionId);
  await analyse();
  expect(await readSource()).toEqual([patterns, 1, episodes]);
});
