import { isDeepStrictEqual } from 'node:util';
import { type CorrectionDecision, createDecider } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';
import { maxCorrections } from './correction-rows.ts';
import type { CorrectionFilter } from './corrections.ts';

const { store, query } = await openStoreUnderTest();

test('corrections are listed in the order of decision, and a repeated correction moves to the end', async () => {
  const { corrections } = store;
  const first = await corrections.add({ kind: 'rename', patternId: 'a', name: 'One' });
  const second = await corrections.add({ kind: 'cannot_link', failureIds: ['x', 'y'] });
  const list = async () => (await corrections.list()).filter(({ id }) => id === first.id || id === second.id);
  expect(await list()).toEqual([first, second]);
  expect(first.decision).toEqual({ kind: 'rename', patternId: 'a', name: 'One' });
  await corrections.add({ patternId: 'a', name: 'One', kind: 'rename' });
  expect((await list()).map(({ id }) => id)).toEqual([second.id, first.id]);
  await corrections.remove(second.id);
  expect((await list()).map(({ id }) => id)).toEqual([first.id]);
  await expect(corrections.remove(second.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('corrections are listed by failure or by pattern, and a pattern also lists the corrections of its failures', async () => {
  const { id: connectionId } = await createTestConnection(store, 'acme');
  await store.failures.upsert(connectionId, [
    createTestFailureDraft({ externalId: 'in' }),
    createTestFailureDraft({ externalId: 'out' }),
  ]);
  const all = await store.failures.listAll();
  const idOf = (externalId: string) => all.find((failure) => failure.externalId === externalId)?.id ?? '';
  const [inside, outside] = [idOf('in'), idOf('out')];
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'v',
    patterns: [
      { pattern: createPatternForTest({ id: 'p1' }), members: [{ failureId: inside, confidence: 1, evidence: [] }] },
    ],
  });
  const decisions: CorrectionDecision[] = [
    { kind: 'pattern', patternId: 'p1', right: true },
    { kind: 'pattern', patternId: 'p2', right: false },
    { kind: 'cannot_link', failureIds: [outside, inside].sort() },
    { kind: 'not_a_failure', failureId: outside },
    { kind: 'not_change_related', failureId: inside },
    { kind: 'link', type: 'same_episode', failureId: outside, targetId: inside, right: true },
    { kind: 'link', type: 'caused_by', failureId: outside, targetId: 'c1', right: true },
  ];
  for (const decision of decisions) await store.corrections.add(decision);
  const found = async (filter: CorrectionFilter) => {
    const listed = await store.corrections.list(filter);
    return listed.map(({ decision }) => decisions.findIndex((one) => isDeepStrictEqual(one, decision)));
  };
  expect(await found({ patternId: 'p1' })).toEqual([0, 2, 4, 5]);
  expect(await found({ patternId: 'p2' })).toEqual([1]);
  expect(await found({ failureId: inside })).toEqual([2, 4, 5]);
  expect(await found({ failureId: outside })).toEqual([2, 3, 5, 6]);
  expect(await found({ patternId: 'p1', failureId: outside })).toEqual([2, 5]);
  expect(await found({ failureId: 'nope' })).toEqual([]);
  expect(await found({ failureIds: [inside, outside] })).toEqual([3, 4, 5, 6]);
  expect(await found({ failureIds: [] })).toEqual([]);
});

test('a correction that names the same failures in another order, or one of them twice, is stored once', async () => {
  const { corrections } = store;
  const first = await corrections.add({ kind: 'must_link', failureIds: ['m3', 'm1', 'm2'] });
  expect(first.decision).toEqual({ kind: 'must_link', failureIds: ['m1', 'm2', 'm3'] });
  const again = await corrections.add({ kind: 'must_link', failureIds: ['m2', 'm3', 'm1', 'm3'] });
  expect(again.id).toBe(first.id);
  const apart = await corrections.add({ kind: 'cannot_link', failureIds: ['m2', 'm1'] });
  expect((await corrections.add({ kind: 'cannot_link', failureIds: ['m1', 'm2'] })).id).toBe(apart.id);
  expect((await corrections.list({ failureId: 'm1' })).map(({ id }) => id)).toEqual([first.id, apart.id]);
});

test('the second page of corrections begins after the first page, even if the last correction on that page was removed', async () => {
  const { corrections } = store;
  const added = [];
  for (const name of ['A', 'B', 'C', 'D'])
    added.push(await corrections.add({ kind: 'rename', patternId: 'paged', name }));
  const [a, b, c, d] = added;
  const first = await corrections.listPage({ patternId: 'paged', limit: 2 });
  expect(first).toEqual({ items: [a, b], next: expect.any(String), total: 4 });
  await corrections.remove(a?.id ?? '');
  const after = first.next ?? '';
  expect(await corrections.listPage({ patternId: 'paged', limit: 2, after })).toEqual({
    items: [c, d],
    next: null,
    total: 3,
  });
  await expect(corrections.listPage({ limit: 2, after: '2' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('a new correction is rejected if 20,000 are stored, but a repeated one is not', async () => {
  const { corrections } = store;
  const known = await corrections.add({ kind: 'rename', patternId: 'full', name: 'Known' });
  const added = { kind: 'rename', patternId: 'full', name: 'New' } as const;
  await query(
    `insert into correction (id, decision)
    select 'filler' || nth, '{"kind": "not_a_failure", "failureId": "filler"}'
    from generate_series((select count(*) from correction), $1::integer - 1) nth`,
    [maxCorrections],
  );
  await expect(corrections.add(added)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^There are already 20,000 corrections. Remove some/u),
  });
  expect((await corrections.add({ kind: 'rename', patternId: 'full', name: 'Known' })).id).toBe(known.id);
  await corrections.remove(known.id);
  await corrections.add(added);
  await query("delete from correction where id like 'filler%'");
});

test('corrections of one step are listed with the step and removed together', async () => {
  const { corrections } = store;
  const by = createDecider('session', 'Ann');
  const { id } = await corrections.addSet(
    {
      action: 'split',
      patternId: 'left',
      episodes: 2,
      reason: 'Two failures',
      decisions: [
        { kind: 'must_link', failureIds: ['m1', 'm2'] },
        { kind: 'cannot_link', failureIds: ['m1', 'm3'] },
      ],
    },
    by,
  );
  const listed = await corrections.list({ failureId: 'm1' });
  expect(listed.map(({ set }) => set)).toEqual([
    { id, action: 'split', patternId: 'left', otherPatternId: null, episodes: 2, reason: 'Two failures' },
    expect.objectContaining({ id }),
  ]);
  expect(await corrections.removeSet(id)).toMatchObject({ action: 'split', episodes: 2 });
  expect(await corrections.list({ failureId: 'm1' })).toEqual([]);
  await expect(corrections.removeSet(id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a step cannot be undone after another person has decided about the same pattern', async () => {
  const { corrections } = store;
  const [ann, bo] = [createDecider('session', 'Ann'), createDecider('session', 'Bo')];
  const judge = (patternId: string, right: boolean) => ({ kind: 'pattern', patternId, right }) as const;
  const first = await corrections.addSet({ decisions: [judge('s1', true), judge('s2', true)] }, ann);
  const second = await corrections.addSet({ decisions: [judge('s2', false)] }, bo);
  await expect(corrections.removeSet(first.id)).rejects.toMatchObject({
    code: 'conflict',
    message: 'Bo dismissed the pattern in the meantime. Reload to see the current state.',
  });
  await corrections.removeSet(second.id);
  expect(await corrections.removeSet(first.id)).toMatchObject({ decisions: [judge('s1', true), judge('s2', true)] });
});

test('a step cannot be undone after another person has repeated it', async () => {
  const { corrections } = store;
  const decisions = [{ kind: 'pattern', patternId: 'repeated', right: true }] as const;
  const first = await corrections.addSet({ decisions: [...decisions] }, createDecider('session', 'Ann'));
  const second = await corrections.addSet({ decisions: [...decisions] }, createDecider('session', 'Bo'));
  await expect(corrections.removeSet(first.id)).rejects.toMatchObject({ code: 'conflict' });
  expect((await corrections.list({ patternId: 'repeated' })).map(({ set }) => set?.id)).toEqual([second.id]);
});

test('a dismissal leaves the list of patterns at once, and its undo restores the pattern', async () => {
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'judged',
    patterns: [{ pattern: createPatternForTest({ id: 'judged' }), members: [] }],
  });
  const isListed = async () => (await store.patterns.list({ limit: 100 })).items.some(({ id }) => id === 'judged');
  const { id } = await store.corrections.add({ kind: 'pattern', patternId: 'judged', right: false });
  expect(await isListed()).toBe(false);
  await store.corrections.remove(id);
  expect(await isListed()).toBe(true);
});

test('the report of a split pattern is pending until a clustering that began after the split', async () => {
  const { corrections, patterns, reports } = store;
  const cluster = async (decide?: () => Promise<unknown>) => {
    const run = await patterns.beginRun();
    await decide?.();
    const pattern = createPatternForTest({ id: 'split', episodes: decide === undefined ? 2 : 3 });
    const clustering = { episodes: [], lineage: [], inputVersion: 'split', patterns: [{ pattern, members: [] }] };
    await patterns.writeClustering(clustering, run);
    await reports.markPending(['split'], run);
    await query(
      "update pattern set report_pending_since = report_pending_since - interval '1 second' where id = 'split'",
    );
    await reports.markWritten(['split'], await reports.readNow());
    return reports.isPending('split');
  };
  expect(await cluster()).toBe(false);
  const decisions: CorrectionDecision[] = [{ kind: 'cannot_link', failureIds: ['f1', 'f2'] }];
  const split = () =>
    corrections.addSet({ action: 'split', patternId: 'split', decisions }, createDecider('session', 'Ann'));
  expect(await cluster(split)).toBe(true);
  expect(await cluster()).toBe(false);
});
