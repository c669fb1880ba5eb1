import { ComparingAnswer, CompletenessAnswer, dayInMs, defaultScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();
const { id } = await api.store.connections.ensure({
  provider: 'github',
  account: 'acme',
  baseUrl: 'https://api.github.com',
  scope: defaultScope,
  credential: 'unused',
  webhookSecret: null,
});
const path = `/v1/connections/${id}/completeness`;
const daysAgo = (days: number) => new Date(Date.now() - days * dayInMs).toISOString().slice(0, 10);

const read = async (query = '') => CompletenessAnswer.parse((await api.ask('GET', path + query)).body);

test('before anything was compared there is nothing to tell but that', async () => {
  await api.store.connections.ensureStreams(id, ['pulls:acme/api', 'commits:acme/api', 'pulls:acme/web']);
  expect(await read()).toMatchObject({
    existing: 0,
    stored: 0,
    gaps: [],
    days: [],
    uncompared: ['commits:acme/api', 'pulls:acme/api', 'pulls:acme/web'],
  });
});

test('the last 30 days unless asked otherwise; gaps of all times', async () => {
  const [old, recent] = [daysAgo(90), daysAgo(2)];
  await api.store.completeness.record(id, [
    { stream: 'pulls:acme/api', day: old, existing: 7, stored: 6 },
    { stream: 'pulls:acme/api', day: recent, existing: 3, stored: 3 },
  ]);
  const dueAt = new Date().toISOString();
  await api.store.audits.keep(id, 'pulls:acme/web', {
    auditedUntil: dueAt,
    refilledAt: null,
    refills: 0,
    missing: null,
    dueAt,
  });
  const month = await read();
  expect(month).toMatchObject({ existing: 3, stored: 3, gaps: [{ stream: 'pulls:acme/api', day: old }] });
  // One has a gap, one is compared and has nothing: neither is left out.
  expect(month.uncompared).toEqual(['commits:acme/api']);
  expect(await read(`?since=${daysAgo(100)}T00:00:00.000Z`)).toMatchObject({ existing: 10, stored: 9 });
  expect(await read(`?until=${recent}T00:00:00.000Z`)).toMatchObject({ existing: 0, days: [] });
  expect(await api.ask('GET', `${path}?since=yesterday`)).toMatchObject({ status: 400 });
});

test('comparing at once is for what has been taken in', async () => {
  const [stream] = await api.store.connections.listStreams(id);
  expect(stream?.stream).toBe('commits:acme/api');
  const point = { cursor: null, since: null };
  const move = { stream: 'commits:acme/api', from: point, next: null, done: true, expected: null };
  await api.store.inbox.storePage(id, { records: [], source: 'pull', stream: move });
  const { status, body } = await api.ask('POST', path);
  expect([status, ComparingAnswer.parse(body)]).toEqual([202, { streams: 1 }]);
  const { body: archive } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id: archiveId } = archive.connection as { id: string };
  expect(await api.ask('POST', `/v1/connections/${archiveId}/completeness`)).toMatchObject({ status: 409 });
});
