import { buildDigest } from '@refrain/analysis';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const { store, ask, url, token } = await startApiUnderTest();
const week = { kind: 'week', from: '2026-01-05T00:00:00.000Z', until: '2026-01-12T00:00:00.000Z' } as const;
const stored = await store.reports.ensureDigest(
  buildDigest({
    scope: { kind: 'service', name: 'checkout' },
    period: week,
    episodes: [],
    changes: [],
    patterns: [],
    improvements: [],
    measurement: null,
    completeness: { accounts: 0, problems: [], gaps: 0, unassigned: { failures: 0, of: 0 } },
    asOf: '2026-01-12T09:00:00.000Z',
  }),
);
const newer = await store.reports.ensureDigest({ ...stored.digest, episodes: 1, asOf: '2026-01-13T09:00:00.000Z' });

test('lists only the newest digest of each period, or every digest with snapshots=all', async () => {
  const idsOf = async (query: string) =>
    ((await ask('GET', `/v1/digests?${query}`)).body.items as { id: string }[]).map(({ id }) => id);
  expect(await idsOf('period=week')).toEqual([newer.id]);
  expect(await idsOf('period=week&snapshots=all')).toEqual([newer.id, stored.id]);
  expect((await ask('GET', '/v1/digests?snapshots=some')).status).toBe(400);
});

test('lists digests by scope and period, and returns a digest as JSON, text, Markdown and HTML', async () => {
  expect((await ask('GET', '/v1/digests?scope=service&name=checkout&period=week')).body).toMatchObject({
    total: 1,
    items: [{ title: 'checkout: week of 5 Jan 2026', episodes: 1, asOf: '2026-01-13T09:00:00.000Z' }],
  });
  expect((await ask('GET', '/v1/digests?scope=team')).body).toMatchObject({ total: 0 });
  expect((await ask('GET', `/v1/digests/${stored.id}`)).body).toEqual(
    JSON.parse(JSON.stringify({ ...stored, created: undefined })),
  );
  for (const [accept, start] of [
    ['text/plain', 'checkout: week of 5 Jan 2026\n==='],
    ['text/markdown', '# checkout: week of 5 Jan 2026'],
    ['text/html', '<!doctype html>'],
  ] as const) {
    const response = await fetch(`${url}/v1/digests/${stored.id}`, {
      headers: { authorization: `Bearer ${token}`, accept },
    });
    expect((await response.text()).startsWith(start)).toBe(true);
  }
  expect((await ask('GET', '/v1/digests/none')).status).toBe(404);
});

test('a digest in Markdown links its patterns to their pages in Refrain', async () => {
  const statement = { label: 'Pool runs dry', text: 'Returned.', refs: ['P1'], method: null };
  const section = { id: 'changed', title: 'What changed', table: null, chart: null, isDetail: false };
  const document = {
    ...stored.digest.document,
    sections: [{ ...section, statements: [statement] }],
    sources: [{ ref: 'P1', kind: 'pattern' as const, id: 'p/1', at: null, title: 'Pool runs dry', url: null }],
  };
  const { id } = await store.reports.ensureDigest({
    ...stored.digest,
    scope: { kind: 'service', name: 'pool' },
    document,
  });
  const headers = { authorization: `Bearer ${token}`, accept: 'text/markdown' };
  const markdown = await (await fetch(`${url}/v1/digests/${id}`, { headers })).text();
  expect(markdown).toMatch(/\[Pool runs dry\]\(<https?:\/\/[^>]+\/patterns\/p%2F1>\)/u);
});

test('a digest can be requested with any time within its period', async () => {
  expect(await ask('POST', '/v1/digests', { period: 'week', at: '2026-01-07T12:00:00Z' })).toEqual({
    status: 202,
    body: { period: week },
  });
  expect((await ask('POST', '/v1/digests', { period: 'year', at: '2026-01-07T12:00:00Z' })).status).toBe(400);
  expect((await ask('POST', '/v1/digests', { period: 'week', at: 'yesterday' })).status).toBe(400);
  for (const at of ['9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z'])
    expect((await ask('POST', '/v1/digests', { period: 'month', at })).status).toBe(400);
  const scope = { kind: 'service', name: 'nosuchservice' };
  expect(await ask('POST', '/v1/digests', { scope, period: 'week', at: '2026-01-07T12:00:00Z' })).toMatchObject({
    status: 400,
    body: { code: 'invalid_input', detail: expect.stringContaining('There is no service yet') },
  });
});
