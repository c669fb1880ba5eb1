import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestConnection,
  createTestEpisode,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';
import type { FailureListOptions } from './list-failures.ts';

const { store } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'acme');
const { id: otherId } = await createTestConnection(store, 'other');

const drafts: Readonly<Record<string, Partial<FailureDraft>>> = {
  grouped: {
    occurredAt: '2026-01-01T00:00:00.000Z',
    resolvedAt: '2026-01-01T02:00:00.000Z',
    services: ['checkout', 'cart'],
  },
  arrived: { occurredAt: '2026-01-02T00:00:00.000Z', kind: 'failed_deployment', environment: 'staging' },
  alone: {
    occurredAt: '2026-01-03T00:00:00.000Z',
    resolvedAt: '2026-01-03T00:30:00.000Z',
    repository: 'acme/cart',
    services: [],
    title: 'The disk of cart is full',
  },
  toggle: {
    occurredAt: '2026-01-04T00:00:00.000Z',
    resolvedAt: '2026-01-05T00:00:00.000Z',
    precision: 'day',
    isFailure: false,
    environment: null,
    services: [],
  },
};
await store.failures.upsert(
  connectionId,
  Object.entries(drafts).map(([externalId, draft]) => createTestFailureDraft({ ...draft, externalId })),
);
await store.failures.upsert(otherId, [
  createTestFailureDraft({ externalId: 'elsewhere', occurredAt: '2026-01-05T00:00:00.000Z' }),
]);
const ids = new Map((await store.failures.listAll()).map(({ externalId, id }) => [externalId, id]));
const idOf = (name: string) => ids.get(name) ?? '';
await store.patterns.writeClustering({
  episodes: [
    { id: 'e1', failureIds: [idOf('grouped'), idOf('toggle')] },
    { id: 'e2', failureIds: [idOf('alone')] },
  ],
  patterns: [
    {
      pattern: createPatternForTest({ id: 'p1' }),
      members: [{ failureId: idOf('grouped'), confidence: 1, evidence: [] }],
    },
  ],
  lineage: [],
  inputVersion: 'v',
});
await store.patterns.assignNewFailures([
  { failureId: idOf('arrived'), patternId: 'p1', confidence: 0.5, evidence: [] },
]);
await store.reports.writeObservations({
  changes: [],
  episodes: [
    createTestEpisode({ id: 'e1', services: ['checkout', 'cart', 'search'], failureIds: [idOf('grouped')] }),
    createTestEpisode({ id: 'e2', services: ['checkout', 'warehouse'], failureIds: [idOf('alone')] }),
  ],
});

async function names(listing: Partial<FailureListOptions>): Promise<string[]> {
  const { items, total, next } = await store.failures.list({ limit: 10, ...listing });
  expect([total, next]).toEqual([items.length, null]);
  return items.map(({ externalId }) => externalId);
}

test.each<[Partial<FailureListOptions>, string[]]>([
  [{}, ['elsewhere', 'toggle', 'alone', 'arrived', 'grouped']],
  [{ order: 'asc' }, ['grouped', 'arrived', 'alone', 'toggle', 'elsewhere']],
  [{ sort: 'duration' }, ['grouped', 'alone', 'elsewhere', 'toggle', 'arrived']],
  [{ sort: 'duration', order: 'asc' }, ['arrived', 'toggle', 'elsewhere', 'alone', 'grouped']],
  [{ kind: 'failed_deployment' }, ['arrived']],
  [{ connectionId: otherId }, ['elsewhere']],
  [{ service: 'cart' }, ['grouped']],
  [{ service: 'car' }, []],
  [{ service: 'warehouse' }, ['alone']],
  [{ service: 'search' }, []],
  [{ repository: 'acme/cart' }, ['alone']],
  [{ environment: 'staging' }, ['arrived']],
  [{ patternId: 'p1' }, ['arrived', 'grouped']],
  [{ patternId: 'p1', isProvisional: true }, ['arrived']],
  [{ episodeIds: ['e1', 'nope'] }, ['toggle', 'grouped']],
  [{ episodeIds: ['e1', 'e2'], unassigned: true }, ['alone']],
  [{ episodeIds: ['nope'] }, []],
  [{ isProvisional: false }, ['elsewhere', 'toggle', 'alone', 'grouped']],
  [{ unassigned: true }, ['elsewhere', 'alone']],
  [{ unassigned: false }, ['arrived', 'grouped']],
  [{ since: '2026-01-02T00:00:00.000Z', until: '2026-01-04T00:00:00.000Z' }, ['alone', 'arrived']],
  [{ query: 'DISK full' }, ['alone']],
  [{ service: 'checkout', environment: 'production', unassigned: true }, ['elsewhere', 'alone']],
])('the filter %j lists the failures %j', async (listing, expected) => {
  expect(await names(listing)).toEqual(expected);
});

test.each([
  ['asc', 'occurredAt'],
  ['desc', 'occurredAt'],
  ['asc', 'duration'],
  ['desc', 'duration'],
] as const)(
  'in order %s by %s, the pages list every failure once, and each page has the total',
  async (order, sort) => {
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.failures.list>> = await store.failures.list({
        limit: 2,
        order,
        sort,
        ...(after === null ? {} : { after }),
      });
      expect(page.total).toBe(5);
      listed.push(...page.items.map(({ externalId }) => externalId));
      after = page.next;
    } while (after !== null);
    expect(listed).toEqual(await names({ order, sort }));
  },
);

test('a listed failure has the services of its episode only if it names none', async () => {
  const { items } = await store.failures.list({ limit: 10 });
  const listed = new Map(items.map(({ externalId, episodeServices }) => [externalId, episodeServices]));
  expect(listed.get('alone')).toEqual(['checkout', 'warehouse']);
  expect(listed.get('grouped')).toEqual([]);
  expect(await store.failures.find(idOf('alone'))).toMatchObject({ episodeServices: ['checkout', 'warehouse'] });
});

test('the failure list refuses a cursor of the opposite sort order', async () => {
  const { next } = await store.failures.list({ limit: 1 });
  await expect(store.failures.list({ limit: 1, order: 'asc', after: next ?? '' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('failures are found by names that are too long for an index', async () => {
  const { store } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'long names');
  const long = 'e'.repeat(10_000);
  await store.failures.upsert(id, [
    createTestFailureDraft({ externalId: 'short' }),
    createTestFailureDraft({ externalId: 'long', environment: long, repository: long, services: [long] }),
  ]);
  for (const filter of [{ environment: long }, { repository: long }, { service: long }]) {
    const { items, total, next } = await store.failures.list({ limit: 10, ...filter });
    expect([items.map(({ externalId }) => externalId), total, next]).toEqual([['long'], 1, null]);
  }
});

test('a list of failures cuts long texts, and a single failure has its whole text', async () => {
  const { store: own } = await openStoreUnderTest();
  const { id } = await createTestConnection(own, 'long');
  await own.failures.upsert(id, [createTestFailureDraft({ externalId: 'long', text: 'x'.repeat(5_000) })]);
  const [listed] = (await own.failures.list({ limit: 1 })).items;
  expect(listed?.text).toBe('x'.repeat(2_000));
  expect((await own.failures.find(listed?.id ?? ''))?.text).toHaveLength(5_000);
});
