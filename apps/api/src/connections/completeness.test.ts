import { randomUUID } from 'node:crypto';
import { CompletenessCheckResponse, CompletenessResponse, dayInMs, defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const daysAgo = (days: number) => new Date(Date.now() - days * dayInMs).toISOString().slice(0, 10);

async function connect() {
  const { id } = await api.store.connections.ensure({
    provider: 'github',
    account: randomUUID(),
    baseUrl: 'https://api.github.com',
    scope: defaultConnectionScope,
    credential: 'unused',
    webhookSecret: null,
  });
  await api.store.connections.ensureStreams(id, ['pulls:acme/api', 'commits:acme/api', 'pulls:acme/web']);
  const path = `/v1/connections/${id}/completeness`;
  const read = async (query = '') => CompletenessResponse.parse((await api.ask('GET', path + query)).body);
  return { id, path, read };
}

test('lists every stream as not compared before the first completeness check', async () => {
  const { read } = await connect();
  expect(await read()).toMatchObject({
    existing: 0,
    stored: 0,
    gaps: [],
    days: [],
    uncompared: ['commits:acme/api', 'pulls:acme/api', 'pulls:acme/web'],
  });
});

test('the completeness figures cover the last 30 days by default, and the list of gaps covers all days', async () => {
  const { id, path, read } = await connect();
  const [old, recent] = [daysAgo(90), daysAgo(2)];
  await api.store.completeness.recordDays(id, [
    { stream: 'pulls:acme/api', day: old, existing: 7, stored: 6 },
    { stream: 'pulls:acme/api', day: recent, existing: 3, stored: 3 },
  ]);
  const dueAt = new Date().toISOString();
  await api.store.completeness.recordStreamCheck(id, 'pulls:acme/web', {
    checkedUntil: dueAt,
    refilledAt: null,
    refills: 0,
    missing: null,
    dueAt,
  });
  const month = await read();
  expect(month).toMatchObject({ existing: 3, stored: 3, gaps: [{ stream: 'pulls:acme/api', day: old }] });
  // `uncompared` lists neither the stream with a gap nor the stream whose check found no records.
  expect(month.uncompared).toEqual(['commits:acme/api']);
  expect(await read(`?since=${daysAgo(100)}T00:00:00.000Z`)).toMatchObject({ existing: 10, stored: 9 });
  expect(await read(`?until=${recent}T00:00:00.000Z`)).toMatchObject({ existing: 0, days: [] });
  expect(await api.ask('GET', `${path}?since=yesterday`)).toMatchObject({ status: 400 });
});

test('starts a completeness check of backfilled streams, but not of an archive', async () => {
  const { id, path } = await connect();
  const [stream] = await api.store.connections.listStreams(id);
  expect(stream?.stream).toBe('commits:acme/api');
  const point = { cursor: null, since: null };
  const move = { stream: 'commits:acme/api', from: point, next: null, done: true, expected: null };
  await api.store.inbox.storePage(id, { records: [], source: 'pull', stream: move });
  const { status, body } = await api.ask('POST', path);
  expect([status, CompletenessCheckResponse.parse(body)]).toEqual([202, { streams: 1 }]);
  const { body: archive } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id: archiveId } = archive.connection as { id: string };
  expect(await api.ask('POST', `/v1/connections/${archiveId}/completeness`)).toMatchObject({ status: 409 });
});
