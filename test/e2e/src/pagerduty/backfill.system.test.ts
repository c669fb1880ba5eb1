import type { FailureSource, ProviderItemsPage } from '@refrain/connectors';
import { type AppError, minuteInMs } from '@refrain/domain';
import type { PagerDutyWorld } from '@refrain/emulators';
import { expectDocumentedExchanges } from '@refrain/emulators/testing';
import { expect, it } from 'vitest';
import { neverAborted } from '../pull-all-pages.ts';
import {
  countRequestsByPath,
  createPagerDutyIncidentWorld,
  createSamplePagerDutyWorld,
  createSeparateProviderAccess,
  type EmulatedPagerDutyAccount,
  parseFailuresFromResponsePages,
  pullStream,
  startEmulatedPagerDutyAccount,
} from './emulated-account.ts';

it("a backfill sends a fraction of the requests that reading each incident's alerts, notes and log would need", async () => {
  const world = createSamplePagerDutyWorld();
  const { emulator, open } = await startEmulatedPagerDutyAccount(world);
  const failures = parseFailuresFromResponsePages(await pullStream(open()));
  expect(failures.map(({ externalId }) => externalId).sort()).toEqual(world.incidents.map(({ id }) => id).sort());
  expect(emulator.requests().length).toBeLessThan(world.incidents.length);
  expect(emulator.requests().filter(({ status }) => status >= 400)).toEqual([]);
  expectDocumentedExchanges(emulator.requests());
});

it('a backfill returns the same records for each incident as a sync that reads incidents one by one', async () => {
  const world = createSamplePagerDutyWorld();
  const { open } = await startEmulatedPagerDutyAccount(world);
  const together = parseFailuresFromResponsePages(await pullStream(open()));
  expect(together.filter(({ timing }) => timing?.acknowledgedAt).length).toBeGreaterThan(50);
  const ids = together.map(({ externalId }) => externalId);
  const cursor = JSON.stringify({ windows: [], offset: 0, incidents: ids.slice(0, 50), expected: 50 });
  const alone = parseFailuresFromResponsePages([
    await open().pull({ stream: 'incidents', cursor, since: null }, neverAborted),
  ]);
  expect(alone).toEqual(together.slice(0, 50));
});

it('a backfill of a period without events sends only two requests: one counts incidents and one counts log entries', async () => {
  const { emulator, open } = await startEmulatedPagerDutyAccount(createSamplePagerDutyWorld());
  const pages = await pullStream(open(), 'incidents', new Date().toISOString());
  expect(pages.flatMap(({ records }) => records)).toEqual([]);
  expect(countRequestsByPath(emulator)).toEqual({ '/incidents': 1, '/log_entries': 1 });
});

it('a backfill stops requesting what the PagerDuty plan does not include, after one clear or several ambiguous refusals', async () => {
  const world = recentWorld();
  for (const [planRefusal, times] of [
    [402, 1],
    [403, 5],
    [404, 5],
  ] as const) {
    const { emulator, open } = await startEmulatedPagerDutyAccount(world, { planRefusal });
    const access = createSeparateProviderAccess();
    for (let job = 0; job < 2; job += 1)
      expect(parseFailuresFromResponsePages(await pullStream(open({ access })))).toHaveLength(20);
    const refused = emulator.requests().filter(({ status }) => status === planRefusal);
    const parts = ['outlier_incident', 'past_incidents', 'related_change_events', 'related_incidents'];
    expect(refused.map(({ path }) => path.split('/').at(-1)).sort()).toEqual(
      parts.flatMap((part) => Array<string>(times).fill(part)),
    );
  }
  const { open } = await startEmulatedPagerDutyAccount(world);
  const [page] = await pullStream(open());
  expect(page?.records[0]?.payload).toMatchObject({ related: { changeEvents: [], occurrence: 'frequent' } });
});

/** Creates incidents that are a few minutes old, for which PagerDuty's lists may still be incomplete. */
function recentWorld(): PagerDutyWorld {
  return createPagerDutyIncidentWorld(20, (place) =>
    new Date(Date.now() - (20 - place) * minuteInMs).toISOString().replace(/\.\d+/u, ''),
  );
}

it.each([
  ['one second', 0],
  ['one day', 4_000],
])(
  'listing existing incidents finds all 17,495 incidents that began within %s',
  { timeout: 120_000 },
  async (_name, stepMs) => {
    const midnight = Date.parse('2024-03-01T00:00:00Z');
    const world = createPagerDutyIncidentWorld(17_495, (place) => new Date(midnight + place * stepMs).toISOString());
    const { emulator, open } = await startEmulatedPagerDutyAccount(world);
    const found = await listExisting({ open });
    expect(new Set(found).size).toBe(17_495);
    expect(emulator.requests().filter(({ status }) => status >= 400)).toEqual([]);
    expect(emulator.requests().length).toBeLessThan(240);
  },
);

async function listExisting({ open }: Pick<EmulatedPagerDutyAccount, 'open'>): Promise<string[]> {
  const found: string[] = [];
  const span = { since: '2024-01-01T00:00:00.000Z', until: '2024-09-30T00:00:00.000Z' };
  let cursor: string | null = null;
  do {
    const page: ProviderItemsPage = await open().listExisting({ stream: 'incidents', ...span, cursor }, neverAborted);
    found.push(...page.items.map(({ externalId }) => externalId));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

it("a source throttles its requests before PagerDuty's rate limit refuses any", async () => {
  const { emulator, open } = await startEmulatedPagerDutyAccount(createSamplePagerDutyWorld(), {
    limits: { requests: 40, windowMs: 1_000 },
  });
  expect(parseFailuresFromResponsePages(await pullStream(open())).length).toBeGreaterThan(50);
  expect(emulator.requests().length).toBeGreaterThan(40);
  expect(emulator.requests().filter(({ status }) => status === 429)).toEqual([]);
});

it('failed requests, repeated by the source and then by the queue, lose and duplicate no incident', async () => {
  const world = createSamplePagerDutyWorld();
  const { emulator, open } = await startEmulatedPagerDutyAccount(world);
  emulator.setFaults({ seed: 3, failure5xx: 0.1, reset: 0.1, truncatedBody: 0.1, slowBody: 0.05, slowMs: 5 });
  const source = open();
  const pull: FailureSource['pull'] = (request, stop) =>
    source.pull(request, stop).catch((thrown: AppError) => {
      if (!thrown.retryable) throw thrown;
      return pull(request, stop);
    });
  const pages = await pullStream({ ...source, pull });
  const ids = parseFailuresFromResponsePages(pages).map(({ externalId }) => externalId);
  expect(ids.sort()).toEqual(world.incidents.map(({ id }) => id).sort());
  const injected = Object.values(emulator.faultReport()).filter((count) => Number(count) > 0);
  expect(injected.length).toBeGreaterThan(2);
});
