import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { readRecord } from '../read-record.ts';
import type { Reply, TestServer } from '../testing.ts';
import { startSource } from './testing.ts';

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
/** Each was noted four hours after its last change, and the newest once more days later. */
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

it('loses no note that came long after the last change that an incident names', async () => {
  const { source, server } = await startSource(answer);
  servers.push(server);
  const page = await source.pull({ stream: 'incidents', cursor: null, since: at(1, 0) }, signal);
  const texts = page.records.flatMap((record) => readRecord('pagerduty', record).failures.map(({ text }) => text));
  expect(texts.join()).toContain('the cause of incident 3');
  expect(texts.join()).toContain('the cause of incident 0');
});

it('reads some incidents of a page side by side, and no more than a few', async () => {
  let underWay = 0;
  let most = 0;
  const { source, server } = await startSource(async (asked) => {
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
