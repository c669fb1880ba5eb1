import type { Membership, Pattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
  type StoreUnderTest,
} from '../testing/store-under-test.ts';
import type { ClusteringResult } from './write-clustering.ts';

function membersOf(failureIds: readonly string[], indices: readonly number[]): Membership[] {
  return indices.map((index) => ({
    failureId: failureIds[index] ?? '',
    confidence: 0.1 * (index + 1),
    evidence: [{ signal: 'words', detail: 'pool, timeout', weight: 0.5 }],
  }));
}

/** Opens a separate store with six failures, because a clustering replaces all patterns of a store. */
async function openSixFailures() {
  const { store, open, query } = await openStoreUnderTest();
  const { id: connectionId } = await createTestConnection(store, 'acme');
  await store.failures.upsert(
    connectionId,
    ['1', '2', '3', '4', '5', '6'].map((externalId) => createTestFailureDraft({ externalId })),
  );
  const failureIds = (await store.failures.listAll()).map(({ id }) => id);
  await store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion: 'empty' });
  return {
    store,
    open,
    query,
    connectionId,
    failureIds,
    members: (...indices: number[]) => membersOf(failureIds, indices),
    clustering(patterns: [Pattern, Membership[]][], rest: Partial<ClusteringResult> = {}): ClusteringResult {
      return {
        episodes: failureIds.slice(0, 5).map((id) => ({ id, failureIds: [id] })),
        patterns: patterns.map(([of, its]) => ({ pattern: of, members: its })),
        lineage: [],
        inputVersion: 'v1',
        ...rest,
      };
    },
  };
}

/** Returns a text that changes whenever a row of the clustering is written, even with equal values. */
async function rowVersions(query: StoreUnderTest['query']) {
  const tables = ['pattern', 'pattern_member', 'episode_member', 'pattern_lineage', 'clustering_state'];
  return query(
    tables.map((table) => `select '${table}' as t, xmin::text, ctid::text from ${table}`).join(' union all ') +
      ' order by 1, 3',
  );
}

test('listStatingMembers lists the failures that state the mechanism of an active pattern', async () => {
  const { store, failureIds, members, clustering } = await openSixFailures();
  const [one = ''] = failureIds;
  const scenario = { ...createPatternForTest().scenario, mechanism: 'Both state it.', mechanismFailureIds: [one] };
  const [stated, other] = [
    createPatternForTest({ id: 'a', scenario } as Partial<Pattern>),
    createPatternForTest({ id: 'b' }),
  ];
  await store.patterns.writeClustering(
    clustering([
      [stated, members(0, 1)],
      [other, members(2, 3)],
    ]),
  );
  expect(await store.patterns.listStatingMembers()).toEqual([{ patternId: 'a', failureId: one }]);
});

test('a clustering is read back as written, and storing it again writes no row', async () => {
  const { store, query, failureIds, members, clustering } = await openSixFailures();
  const [a, b] = [
    createPatternForTest({ id: 'a' }),
    createPatternForTest({ id: 'b', name: 'Half pair \ud800 and nul \0' }),
  ];
  const written = clustering(
    [
      [a, members(0, 1)],
      [b, members(2, 3)],
    ],
    {
      lineage: [{ patternId: 'a', relatedPatternId: 'b', kind: 'split_from' }],
    },
  );
  expect(await store.patterns.writeClustering(written)).toEqual({ changedPatternIds: ['a', 'b'] });
  expect(await store.patterns.find('a')).toEqual(a);
  expect((await store.patterns.find('b'))?.name).toBe('Half pair \ufffd and nul ');
  expect(await store.patterns.listMembers('a')).toEqual(members(1, 0));
  expect(await store.patterns.listAllMembers()).toHaveLength(4);
  expect(await store.patterns.listLineage('b')).toMatchObject([
    { patternId: 'a', relatedPatternId: 'b', kind: 'split_from' },
  ]);
  expect(await store.patterns.findClusteredVersion()).toBe('v1');
  expect(await store.failures.find(failureIds[0] ?? '')).toMatchObject({ episodeId: failureIds[0], patternId: 'a' });
  expect(await store.failures.find(failureIds[5] ?? '')).toMatchObject({ episodeId: null });
  expect((await store.failures.list({ patternId: 'a', limit: 5 })).items.map(({ patternId }) => patternId)).toEqual([
    'a',
    'a',
  ]);

  const before = await rowVersions(query);
  expect(await store.patterns.writeClustering(written)).toEqual({ changedPatternIds: [] });
  expect(await rowVersions(query)).toEqual(before);
});

test('a pattern counts as changed if its content or members change; a moved failure changes two patterns', async () => {
  const { store, members, clustering } = await openSixFailures();
  const [a, b, c] = [
    createPatternForTest({ id: 'a' }),
    createPatternForTest({ id: 'b' }),
    createPatternForTest({ id: 'c' }),
  ];
  await store.patterns.writeClustering(
    clustering([
      [a, members(0, 1)],
      [b, members(2, 3)],
      [c, members(4)],
    ]),
  );
  const renamed = { ...c, name: 'Renamed' };
  expect(
    await store.patterns.writeClustering(
      clustering([
        [a, members(1, 0)],
        [b, members(2, 3)],
        [renamed, members(4)],
      ]),
    ),
  ).toEqual({
    changedPatternIds: ['c'],
  });
  expect(
    await store.patterns.writeClustering(
      clustering([
        [a, members(0)],
        [b, members(1, 2, 3)],
        [renamed, members(4)],
      ]),
    ),
  ).toEqual({
    changedPatternIds: ['a', 'b'],
  });
  expect(await store.patterns.listMembers('b')).toHaveLength(3);
});

test('a pattern that a clustering lacks is retired but keeps its lineage, and has its old creation date when it is found again', async () => {
  const { store, query, members, clustering } = await openSixFailures();
  const [a, b] = [createPatternForTest({ id: 'a' }), createPatternForTest({ id: 'b' })];
  await store.patterns.writeClustering(
    clustering([
      [a, members(0, 1)],
      [b, members(2, 3)],
    ]),
  );
  const [made] = await query(`select created_at from pattern where id = 'b'`);
  await store.patterns.writeClustering(
    clustering([[a, members(0, 1, 2, 3)]], {
      lineage: [{ patternId: 'b', relatedPatternId: 'a', kind: 'merged_into' }],
    }),
  );
  expect(await store.patterns.find('b')).toBeNull();
  expect((await store.patterns.list({ limit: 10 })).items.map(({ id }) => id)).toEqual(['a']);
  expect(await store.patterns.listMembers('b')).toEqual([]);
  expect((await store.patterns.filterKnownIds(['a', 'b', 'never'])).toSorted()).toEqual(['a', 'b']);
  expect(await store.patterns.listLineage('b')).toContainEqual(
    expect.objectContaining({ patternId: 'b', relatedPatternId: 'a', kind: 'merged_into' }),
  );

  expect(
    await store.patterns.writeClustering(
      clustering([
        [a, members(0, 1)],
        [b, members(2, 3)],
      ]),
    ),
  ).toEqual({
    changedPatternIds: ['a', 'b'],
  });
  expect(await store.patterns.find('b')).toEqual(b);
  expect(await query(`select created_at from pattern where id = 'b'`)).toEqual([made]);
});

test('a retired pattern has the patterns that have the failures of its newest report, wherever they moved since', async () => {
  const { store, members, clustering } = await openSixFailures();
  const [a, b, c] = ['a', 'b', 'c'].map((id) => createPatternForTest({ id, name: `Pattern ${id}` })) as [
    Pattern,
    Pattern,
    Pattern,
  ];
  const report = (of: Pattern, ...indices: number[]) => ({
    pattern: of,
    members: members(...indices),
    links: [],
    coverage: { failures: 6, inPatterns: 6 },
    asOf: '2026-02-02T00:00:00.000Z',
  });
  await store.patterns.writeClustering(clustering([[b, members(0, 1, 2, 3)]]));
  expect(await store.patterns.findActiveOrRetired('b')).toEqual({ pattern: b, retirement: null });
  await store.reports.ensure('b', report(b, 4, 5) as never);
  await store.reports.ensure('b', report(b, 0, 1, 2, 3) as never);
  const retirement = async () => (await store.patterns.findActiveOrRetired('b'))?.retirement;

  await store.patterns.writeClustering(clustering([[a, members(0, 1, 2, 3, 4)]]));
  expect(await retirement()).toEqual({
    at: expect.any(String),
    successors: [{ patternId: 'a', name: 'Pattern a', failures: 4 }],
    failuresInNoPattern: 0,
  });
  // The successor is retired too.
  await store.patterns.writeClustering(
    clustering([
      [{ ...a, id: 'd', name: 'Pattern d' }, members(0)],
      [c, members(1, 2, 5)],
    ]),
  );
  expect(await retirement()).toMatchObject({
    successors: [
      { patternId: 'c', name: 'Pattern c', failures: 2 },
      { patternId: 'd', name: 'Pattern d', failures: 1 },
    ],
    failuresInNoPattern: 1,
  });
  expect(await store.patterns.findActiveOrRetired('never')).toBeNull();
});

test('a failure that was removed during the clustering is skipped, and returns with the next clustering', async () => {
  const { store, connectionId, failureIds, members, clustering } = await openSixFailures();
  const written = clustering([[createPatternForTest({ id: 'a' }), members(0, 1)]], {
    episodes: [{ id: 'e', failureIds }],
  });
  await store.patterns.writeClustering(written);
  const gone = await store.failures.find(failureIds[0] ?? '');
  const kept = (await store.failures.listAll())
    .map(({ externalId }) => externalId)
    .filter((id) => id !== gone?.externalId);
  await store.failures.removeMissing(connectionId, 'incident', 'acme/checkout', kept);
  await store.patterns.writeClustering(written);
  expect(await store.patterns.listMembers('a')).toHaveLength(1);

  await store.failures.upsert(connectionId, [createTestFailureDraft({ externalId: gone?.externalId ?? '' })]);
  expect(await store.patterns.writeClustering(written)).toEqual({ changedPatternIds: ['a'] });
  expect(await store.patterns.listMembers('a')).toHaveLength(2);
});

test('two processes that write clusterings concurrently leave one complete clustering', async () => {
  const { store, open, members, clustering } = await openSixFailures();
  const other = open();
  const mine = clustering([[createPatternForTest({ id: 'a' }), members(0, 1)]], { inputVersion: 'mine' });
  const theirs = clustering(
    [
      [createPatternForTest({ id: 'a' }), members(0, 2)],
      [createPatternForTest({ id: 'b' }), members(1, 3)],
    ],
    { inputVersion: 'theirs' },
  );
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      (index % 2 ? store : other).patterns.writeClustering(index % 2 ? mine : theirs),
    ),
  );
  const all = await store.patterns.listAllMembers();
  expect(all).toHaveLength((await store.patterns.findClusteredVersion()) === 'mine' ? 2 : 4);
});

test('the pattern list can be sorted by episodes or by time, filtered, and read page by page', async () => {
  const { store, clustering } = await openSixFailures();
  const day = (number: number) => `2026-02-0${number}T00:00:00.000Z`;
  await store.patterns.writeClustering(
    clustering([
      [createPatternForTest({ id: 'a', episodes: 5, lastAt: day(1), services: ['api', 'it\'s "x"'] }), []],
      [createPatternForTest({ id: 'b', episodes: 5, lastAt: day(2), cause: 'configuration' }), []],
      [createPatternForTest({ id: 'c', episodes: 5, lastAt: day(2), terms: ['certificate'] }), []],
      [
        createPatternForTest({
          id: 'd',
          episodes: 2,
          lastAt: day(9),
          kinds: { incident: 0, failed_deployment: 1, reverted_change: 1 },
        }),
        [],
      ],
    ]),
  );
  const walk = async (sort: 'episodes' | 'lastAt') => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = await store.patterns.list({ sort, limit: 1, ...(after === null ? {} : { after }) });
      expect(page.total).toBe(4);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids;
  };
  expect(await walk('episodes')).toEqual(['c', 'b', 'a', 'd']);
  expect(await walk('lastAt')).toEqual(['d', 'c', 'b', 'a']);

  const ids = async (filter: object) => (await store.patterns.list({ limit: 10, ...filter })).items.map(({ id }) => id);
  expect(await ids({ kind: 'failed_deployment' })).toEqual(['d']);
  expect(await ids({ cause: 'configuration' })).toEqual(['b']);
  expect(await ids({ service: 'it\'s "x"' })).toEqual(['a']);
  expect(await ids({ query: 'CERTIFICATE pool' })).toEqual(['c']);
  const { next } = await store.patterns.list({ sort: 'lastAt', limit: 1 });
  await expect(store.patterns.list({ limit: 1, after: next ?? '' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('the version of the clustering input depends only on content, not on the order of arrival', async () => {
  const { store } = await openSixFailures();
  const { store: elsewhere } = await openStoreUnderTest();
  const drafts = ['1', '2', '3', '4', '5', '6'].map((externalId) => createTestFailureDraft({ externalId }));
  const mine = await store.patterns.readInputVersion();
  expect(await elsewhere.patterns.readInputVersion()).not.toBe(mine);
  const { id } = await createTestConnection(elsewhere, 'acme');
  for (const draft of [...drafts].reverse()) await elsewhere.failures.upsert(id, [draft]);
  expect(await elsewhere.patterns.readInputVersion()).toBe(mine);

  const versions = [mine];
  const note = async () => versions.push(await elsewhere.patterns.readInputVersion());
  await elsewhere.failures.upsert(id, [createTestFailureDraft({ externalId: '1', title: 'Other' })]);
  await note();
  await elsewhere.changes.upsert(id, [createTestChangeDraft()]);
  await note();
  const first = await elsewhere.corrections.add({ kind: 'rename', patternId: 'a', name: 'One' });
  await note();
  await elsewhere.corrections.add({ kind: 'rename', patternId: 'a', name: 'Two' });
  await note();
  expect((await elsewhere.corrections.add({ kind: 'rename', patternId: 'a', name: 'One' })).id).toBe(first.id);
  await note();
  expect(new Set(versions).size).toBe(6);

  const before = await elsewhere.patterns.readInputVersion();
  await elsewhere.failures.upsert(id, [
    createTestFailureDraft({ externalId: '1', title: 'Other', version: '2027-01-01T00:00:00.000Z' }),
  ]);
  expect(await elsewhere.patterns.readInputVersion()).toBe(before);
});
