import { expect, test } from 'vitest';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { completeness } = store;

test('the latest counts of a day replace earlier ones, and days with missing records are listed newest first', async () => {
  const { id } = await createTestConnection(store, 'books');
  const count = (stream: string, day: string, existing: number, stored: number) => ({ stream, day, existing, stored });
  await completeness.recordDays(id, [
    count('pulls:acme/api', '2026-01-01', 5, 3),
    count('pulls:acme/api', '2026-01-02', 2, 2),
    count('commits:acme/api', '2026-01-02', 9, 8),
    count('pulls:acme/api', '2026-01-03', 4, 0),
    count('pulls:acme/api', '2026-01-03', 4, 1),
  ]);
  const period = { since: '2026-01-01T09:00:00.000Z', until: '2026-01-03T00:00:00.000Z' };
  expect((await completeness.listDays(id, period)).map(({ day, stream, stored }) => [day, stream, stored])).toEqual([
    ['2026-01-01', 'pulls:acme/api', 3],
    ['2026-01-02', 'commits:acme/api', 8],
    ['2026-01-02', 'pulls:acme/api', 2],
  ]);
  expect(await completeness.sumDays(id, period)).toEqual({ existing: 16, stored: 13 });
  expect((await completeness.listDays(id, { ...period, most: 2 })).map(({ stream }) => stream)).toEqual([
    'commits:acme/api',
    'pulls:acme/api',
  ]);
  expect(await completeness.listGaps(id)).toEqual([
    { stream: 'pulls:acme/api', day: '2026-01-03' },
    { stream: 'commits:acme/api', day: '2026-01-02' },
    { stream: 'pulls:acme/api', day: '2026-01-01' },
  ]);
  const [before] = await completeness.listDays(id, period);
  await completeness.recordDays(id, [count('pulls:acme/api', '2026-01-01', 5, 5)]);
  const [after] = await completeness.listDays(id, period);
  expect(after).toMatchObject({ existing: 5, stored: 5, checkedAt: expect.stringMatching(/Z$/u) });
  expect((after?.checkedAt ?? '') >= (before?.checkedAt ?? '')).toBe(true);
  expect(await completeness.listGaps(id)).toHaveLength(2);
  await completeness.recordDays(id, []);
  await expect(completeness.recordDays('unknown', [count('s', '2026-01-01', 1, 1)])).rejects.toMatchObject({
    code: 'not_found',
  });
  await store.connections.remove(id);
  expect(await completeness.listGaps(id)).toEqual([]);
});

test('listStoredItems returns the items that are stored as a failure or change', async () => {
  const [one, two] = [await createTestConnection(store, 'one'), await createTestConnection(store, 'two')];
  const long = `acme/api#postmortem/${'x'.repeat(3_000)}`;
  await store.failures.upsert(one.id, [
    createTestFailureDraft({ externalId: 'PD1' }),
    createTestFailureDraft({ externalId: long }),
    createTestFailureDraft({ kind: 'failed_deployment', externalId: 'acme/api#deployment/1' }),
  ]);
  await store.changes.upsert(one.id, [
    createTestChangeDraft({ kind: 'deployment', externalId: 'acme/api#deployment/1' }),
  ]);
  const items = [
    { kind: 'incident', externalId: 'PD1' },
    { kind: 'incident', externalId: 'PD2' },
    { kind: 'incident', externalId: long },
    { kind: 'deployment', externalId: 'acme/api#deployment/1' },
    { kind: 'failed_deployment', externalId: 'acme/api#deployment/1' },
    { kind: 'commit', externalId: 'acme/api#deployment/1' },
  ] as const;
  expect(await completeness.listStoredItems(one.id, items)).toEqual(
    new Set([
      'incident/PD1',
      `incident/${long}`,
      'deployment/acme/api#deployment/1',
      'failed_deployment/acme/api#deployment/1',
    ]),
  );
  expect(await completeness.listStoredItems(two.id, items)).toEqual(new Set());
  expect(await completeness.listStoredItems(one.id, [])).toEqual(new Set());
});
