import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';
import type { Reply, TestServer } from '../../testing.ts';
import { now, startPagerDutyTestSource } from '../testing.ts';
import { createIncidentRecord } from './records.ts';

const { readRecord } = providers;

const signal = new AbortController().signal;
const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const at = (day: number, hour: number) => new Date(Date.UTC(2024, 4, day, hour)).toISOString();
const incidents = Array.from({ length: 8 }, (_, place) => ({
  id: `P${place}`,
  title: `Incident ${place}`,
  status: 'resolved',
  created_at: at(8 - place, 1),
  updated_at: at(8 - place, 2),
  alert_counts: { all: 0 },
}));
const entry = (type: string, place: number, created_at: string, more: object = {}) => ({
  type: `${type}_log_entry`,
  created_at,
  incident: { id: `P${place}` },
  ...more,
});
/** The account's log. Incident 3 has a note four hours after its last change, and incident 0 has a note days later. */
const log = [
  ...incidents.flatMap(({ created_at, updated_at }, place) => [
    entry('trigger', place, created_at),
    entry('resolve', place, updated_at),
  ]),
  entry('annotate', 3, at(5, 6), { note: 'the cause of incident 3' }),
  entry('annotate', 0, at(20, 1), { note: 'the cause of incident 0' }),
];

function answer({ url }: { readonly url: URL }): Reply {
  const [since, until] = ['since', 'until'].map((name) => url.searchParams.get(name) ?? '');
  const own = /^\/incidents\/(P\d)\/log_entries$/u.exec(url.pathname)?.[1];
  if (own !== undefined) return { body: { log_entries: log.filter(({ incident }) => incident.id === own) } };
  if (url.pathname === '/log_entries') {
    const inside = log.filter(({ created_at }) => created_at >= (since ?? '') && created_at < (until ?? ''));
    return { body: { log_entries: inside, total: inside.length } };
  }
  if (url.pathname !== '/incidents') return { status: 404, body: {} };
  const inside = incidents.filter(({ created_at }) => created_at >= (since ?? '') && created_at < (until ?? ''));
  return { body: { incidents: inside, total: inside.length } };
}

it("finds notes that were written long after an incident's last change", async () => {
  const { source, server } = await startPagerDutyTestSource(answer);
  servers.push(server);
  const page = await source.pull({ stream: 'incidents', cursor: null, since: at(1, 0) }, signal);
  const texts = page.records.flatMap((record) => readRecord('pagerduty', record).failures.map(({ text }) => text));
  expect(texts.join()).toContain('the cause of incident 3');
  expect(texts.join()).toContain('the cause of incident 0');
});

it('reads a limited number of incidents concurrently', async () => {
  let underWay = 0;
  let most = 0;
  const { source, server } = await startPagerDutyTestSource(async (asked) => {
    if (!/^\/incidents\/P\d/u.test(asked.url.pathname)) return answer(asked);
    underWay += 1;
    most = Math.max(most, underWay);
    await wait(20);
    underWay -= 1;
    return answer(asked);
  });
  servers.push(server);
  const page = await source.pull({ stream: 'incidents', cursor: null, since: at(1, 0) }, signal);
  expect(page.records).toHaveLength(incidents.length);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

const soon = (seconds: number) => new Date(now() + seconds * 1_000).toISOString();
const paged = { id: 'P1', title: 'Queue is full', created_at: soon(-7_200), alert_counts: { all: 0 } };
const standing = (priority: string, changed: number) => ({
  ...paged,
  updated_at: soon(changed),
  priority: { summary: priority },
});
const logged = (type: string, seconds: number) => ({ type: `${type}_log_entry`, created_at: soon(seconds) });

/** Reads an incident that changes meanwhile: each request gets the next item of `answers` or `logs`. */
async function readPaged(answers: readonly object[], logs: readonly (readonly object[])[]) {
  let asked = 0;
  let askedForLog = 0;
  const next = <One>(all: readonly One[], at: number) => all[Math.min(at, all.length - 1)];
  const { source, server } = await startPagerDutyTestSource(({ url: { pathname } }) => {
    if (pathname === '/incidents') return { body: { incidents: [], total: 0 } };
    if (pathname === '/log_entries') return { body: { log_entries: [], total: 0 } };
    if (pathname === '/incidents/P1/log_entries') return { body: { log_entries: next(logs, askedForLog++) } };
    return pathname === '/incidents/P1' ? { body: { incident: next(answers, asked++) } } : { status: 404, body: {} };
  });
  servers.push(server);
  const sync = { findKnown: async () => new Set<string>(), staleIds: ['P1'] };
  const page = await source.pull({ stream: 'incidents', cursor: null, since: soon(-600), ...sync }, signal);
  const [record] = page.records;
  if (record === undefined) throw new Error('Nothing was read');
  const { failures, leavesStale } = readRecord('pagerduty', record);
  return { asked, failure: failures[0], leavesStale };
}

it('reads an incident again if it changed before its log was read', async () => {
  const log = [logged('trigger', -7_200), logged('priority_change', 1)];
  const read = await readPaged([standing('P3', -3_600), standing('P1', 1)], [log]);
  expect(read).toMatchObject({ asked: 2, failure: { severity: 'P1' } });
});

it('marks an incident as stale if it changes during the second read, and stores no newer version', async () => {
  const logs = [
    [logged('trigger', -7_200), logged('assign', 1)],
    [logged('trigger', -7_200), logged('assign', 1), logged('priority_change', 2)],
  ];
  const read = await readPaged([standing('P3', -3_600)], logs);
  expect(read).toMatchObject({ asked: 2, failure: { severity: 'P3', version: soon(-3_600.001) }, leavesStale: true });
});

it('uses the time of a note as version if the note did not change `updated_at`, and reads an incident at most twice', async () => {
  const log = [logged('trigger', -7_200), { ...logged('annotate', -10), note: 'It is the queue' }];
  const read = await readPaged([standing('P3', -3_600)], [log]);
  expect(read).toMatchObject({ asked: 2, failure: { version: soon(-10) } });
  expect(read.leavesStale).toBeUndefined();
  const old = [logged('trigger', -7_200), { ...logged('annotate', -90), note: 'It is the queue' }];
  expect(await readPaged([standing('P3', -3_600)], [old])).toMatchObject({ asked: 1, failure: { version: soon(-90) } });
});

it('lowers the version of an incident that changed in the same second in which it was read', async () => {
  const log = [logged('trigger', -7_200)];
  const just = await readPaged([standing('P3', -1)], [log]);
  expect(just).toMatchObject({ asked: 1, failure: { version: soon(-1.001) }, leavesStale: true });
  const settled = await readPaged([standing('P3', -3)], [log]);
  expect(settled).toMatchObject({ asked: 1, failure: { version: soon(-3) } });
});

it('stores an incident again if it may have changed during the first read', () => {
  const details = { incident: standing('P3', -1), alerts: [], notes: [], logEntries: [], related: null };
  const [unsettled, settled] = [true, false].map((isUnsettled) =>
    createIncidentRecord({ ...details, isSharedLog: false, isUnsettled }),
  );
  expect(unsettled?.deliveryKey).not.toBe(settled?.deliveryKey);
});
