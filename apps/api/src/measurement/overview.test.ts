import { computeMeasurements } from '@refrain/analysis';
import {
  dayInMs,
  type ObservedChange,
  type ObservedEpisode,
  Overview,
  type PatternMeasurement,
  type PatternsResponse,
} from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const { store, ask } = await startApiUnderTest();
const until = '2026-06-01T00:00:00.000Z';
const weeks = 80;
const weeksAgo = (count: number) => new Date(Date.parse(until) - count * 7 * dayInMs + dayInMs).toISOString();

async function read(askOne = ask, parameters = ''): Promise<Overview> {
  const { status, body } = await askOne('GET', `/v1/overview${parameters}`);
  expect(status).toBe(200);
  return Overview.parse(body);
}

test('the overview of an empty installation has zeros and nulls', async () => {
  const empty = await startApiUnderTest();
  const none = { total: 0, items: [] };
  const byState = Object.fromEntries(
    ['proposed', 'approved', 'opened', 'accepted', 'declined', 'fixed', 'verified', 'recurred'].map((one) => [one, 0]),
  );
  expect(await read(empty.ask)).toEqual({
    asOf: null,
    failures: 0,
    patterns: 0,
    busy: false,
    connections: 0,
    period: null,
    figures: null,
    periodBefore: null,
    figuresBefore: null,
    comparison: null,
    historyFrom: null,
    historyTrend: null,
    controlChart: null,
    tasks: [],
    next30Days: null,
    map: null,
    patternChanges: { fresh: none, rising: none, returned: none },
    worst: null,
    fixes: { byState, newest: [] },
    completeness: {
      accounts: 0,
      imported: 0,
      problems: [],
      gaps: 0,
      uncompared: 0,
      unassigned: { failures: 0, of: 0 },
    },
  });
});

const lastAt = weeksAgo(1);
const names = Array.from({ length: 8 }, (_, at) => `p${at + 1}`);
await store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: names.map((id, at) => ({
    pattern: { ...createTestPattern(id), episodes: at + 2, harm: at, lastAt },
    members: [],
  })),
});
// The rate of episodes rises after 60 weeks. The control chart therefore has signals in its first and last weeks, but the
// overview omits the signals of the first weeks.
const episodes = Array.from({ length: weeks }, (_, at) =>
  Array.from({ length: at < 60 ? 1 : 6 }, (__, one) =>
    episode(`e${at}-${one}`, weeksAgo(weeks - at), one, `p${((at * 6 + one) % 8) + 1}`),
  ),
).flat();
const changes = Array.from({ length: weeks * 20 }, (_, at) => change(`c${at}`, weeksAgo(weeks - Math.floor(at / 20))));
await store.reports.writeObservations({ episodes, changes: changes.map((one) => ({ ...one, paths: [] })) });
const { organisation: whole } = computeMeasurements({
  episodes,
  changes,
  until,
  patternIds: [],
  delivery: { failures: [], changes: [], links: [] },
});

test('the overview summarises the newest measurement', async () => {
  await store.reports.writeMeasurement(whole, [
    ...names.slice(0, 6).map((id, at) => measured(id, { recurrence: 'new', probability: (at + 1) / 10 })),
    measured('p7', { recurrence: 'returned', direction: 'rising', probability: 0.95 }),
    measured('p8', { recurrence: 'recurring' }),
  ]);
  const overview = await read();
  expect(overview).toMatchObject({ asOf: until, patterns: 8, historyFrom: whole.trends?.period.from });

  const { fresh, rising, returned } = overview.patternChanges;
  expect([fresh.total, rising.total, returned.total]).toEqual([6, 1, 1]);
  expect(fresh.items.map(({ id }) => id)).toEqual(['p6', 'p5', 'p4', 'p3', 'p2']);
  expect(rising).toEqual(returned);
  const ofP7 = episodes.filter(({ patternId, startedAt }) => patternId === 'p7' && startedAt >= weeksAgo(13)).length;
  expect(rising.items).toEqual([
    {
      id: 'p7',
      name: 'Connection pool runs dry',
      episodes: ofP7,
      lastAt,
      probability30: 0.95,
    },
  ]);
  expect(overview.next30Days?.patterns.map(({ id }) => id)).toEqual(['p7', 'p6', 'p5', 'p4', 'p3']);
  expect(overview.next30Days).toMatchObject({ expected: expect.closeTo(2 * (2.1 + 0.95)), gap: null });
  expect(overview.worst?.byEpisodes).toHaveLength(5);
  expect(overview.worst?.byImpact.map(({ impactHours }) => impactHours)).toEqual(
    overview.worst?.byEpisodes.map(({ episodes: counted }) => counted),
  );
  const ofMonth = whole.backtest?.horizons.find(({ days }) => days === 30);
  expect(overview.next30Days?.backtest?.brierSkill).toBe(ofMonth?.brierSkill);

  const chart = whole.controlChart;
  expect(chart?.points.length).toBeGreaterThan(52);
  expect(overview.controlChart?.points).toEqual(chart?.points.slice(-13));
  expect(overview.controlChart?.signals.length).toBeGreaterThan(0);
  expect(overview.tasks).toContainEqual(
    expect.objectContaining({ kind: 'returned', patternId: 'p7', episodes: ofP7, improvement: null }),
  );

  await store.reports.writeMeasurement({ ...whole, asOf: '2026-06-02T00:00:00.000Z' }, []);
  const later = await read();
  expect(later).toMatchObject({ asOf: '2026-06-02T00:00:00.000Z', patternChanges: { fresh: { total: 0 } } });
  // The history is long enough for a backtest, but no pattern has a forecast.
  expect(later.next30Days).toMatchObject({ expected: null, patterns: [], gap: ofMonth?.gap ?? 'too_few_episodes' });
});

test('the worst patterns, the tasks and the list of patterns have the same order, which one long episode does not lead', async () => {
  const other = await startApiUnderTest();
  const lengths = { long: [288], frequent: [20, 20], short: [2, 3] };
  await other.store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'v',
    patterns: Object.keys(lengths).map((id) => ({ pattern: createTestPattern(id), members: [] })),
  });
  await other.store.reports.writeObservations({
    episodes: Object.entries(lengths).flatMap(([id, hours]) =>
      hours.map((each, at) => ({ ...episode(`${id}${at}`, weeksAgo(2), 0, id), hours: each })),
    ),
    changes: [],
  });
  await other.store.reports.writeMeasurement(whole, []);
  const { worst, tasks } = await read(other.ask);
  const { body } = await other.ask('GET', '/v1/patterns?days=90&sort=impactHours');
  const order = ['frequent', 'long', 'short'];
  expect(worst?.byImpact.map(({ id, impactHours }) => [id, impactHours])).toEqual([
    ['frequent', 40],
    ['long', 24],
    ['short', 5],
  ]);
  expect(tasks.map(({ patternId }) => patternId)).toEqual(order);
  expect((body as PatternsResponse).items.map(({ id }) => id)).toEqual(order);
});

test('the overview of a period compares the figures with those of the period before', async () => {
  await store.reports.writeMeasurement({ ...whole, asOf: '2026-06-01T00:00:00.000Z' }, []);
  const { period, periodBefore, figures, figuresBefore, comparison, controlChart } = await read(ask, '?days=140');
  expect(period).toEqual({ from: '2026-01-12T00:00:00.000Z', until });
  expect(periodBefore).toEqual({ from: '2025-08-25T00:00:00.000Z', until: period?.from });
  expect(figures).toEqual({
    episodes: 120,
    changes: 400,
    medianHours: 1,
    impactHours: 120,
    unassigned: 0,
    unassignedHours: 0,
    fixesVerified: expect.any(Number),
    fixesRecurred: expect.any(Number),
  });
  expect(figuresBefore).toMatchObject({ episodes: 20, changes: 400 });
  expect(comparison).toMatchObject({ direction: 'rising', unit: '100_changes', ratio: { value: expect.closeTo(6) } });
  expect(comparison?.explanation).toMatch(/^Episodes per change: 6 times as many \(95 % CI: /u);
  expect(controlChart?.points).toHaveLength(20);
});

test('the overview of a period has no task about a pattern without an episode in the period', async () => {
  await store.reports.writeMeasurement({ ...whole, asOf: until }, [measured('p7', { recurrence: 'returned' })]);
  const first = episodes.find(({ patternId }) => patternId === 'p7')?.startedAt ?? '';
  const overview = await read(ask, `?since=2024-01-01T00:00:00Z&until=${first}`);
  expect(overview.tasks.map(({ patternId }) => patternId)).not.toContain('p7');
  expect(overview.patternChanges.returned.total).toBe(0);
});

test('the overview of an earlier period says nothing about recent trends', async () => {
  await store.reports.writeMeasurement({ ...whole, asOf: until }, [measured('p7', { recurrence: 'returned' })]);
  expect((await read(ask, '?since=2026-01-01T00:00:00Z')).patternChanges.returned.total).toBe(1);
  const earlier = await read(ask, '?since=2026-01-01T00:00:00Z&until=2026-05-25T00:00:00Z');
  expect(earlier.patternChanges.returned).toEqual({ total: 0, items: [] });
  expect(earlier.tasks.map(({ kind }) => kind)).not.toContain('returned');
});

test('a period that begins before the recorded history is not compared', async () => {
  await store.reports.writeMeasurement({ ...whole, asOf: '2026-06-01T00:00:00.000Z' }, []);
  const { figures, figuresBefore, comparison } = await read(ask, '?since=2025-01-01T00:00:00Z');
  expect(figures?.episodes).toBeGreaterThan(100);
  expect([figuresBefore, comparison]).toEqual([null, null]);
  expect((await ask('GET', '/v1/overview?since=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z')).status).toBe(400);
});

test('the failure map of the overview has the locations with the most episodes, and the causes in a fixed order', async () => {
  await store.reports.writeMeasurement({ ...whole, asOf: '2026-06-03T00:00:00.000Z' }, []);
  // Until the map of the newest measurement is built, the overview contains the previous map.
  const map = await vi.waitUntil(
    async () => {
      const { asOf, map: shown } = await read();
      return asOf === '2026-06-03T00:00:00.000Z' && shown?.until === asOf && shown;
    },
    { timeout: 50_000 },
  );
  expect(map.services).toHaveLength(6);
  expect(map.services[0]).toMatchObject({ service: 'service-0', repository: null });
  expect(map.causes).toEqual(['configuration', 'capacity']);
  expect(map.cells.slice(0, 2)).toMatchObject([
    { service: 'service-0', cause: 'configuration' },
    { service: 'service-1', cause: 'capacity' },
  ]);
  expect(map.cells.reduce((sum, { episodes }) => sum + episodes, 0)).toBe(map.episodes);
});

test('the overview counts improvements by state and lists the newest fixes', async () => {
  for (const id of ['p1', 'p2', 'p3']) {
    await store.improvements.ensure(id, { repository: 'acme/checkout', title: `Bound ${id}` });
  }
  const [verified, recurred] = await Promise.all(['p1', 'p2'].map((id) => store.improvements.findByPattern(id)));
  for (const [improvement, state] of [[verified, 'verified'] as const, [recurred, 'recurred'] as const]) {
    await store.improvements.transition(improvement?.id ?? '', { state: 'fixed' });
    await store.improvements.transition(improvement?.id ?? '', { state });
  }
  const { fixes } = await read();
  expect(fixes.byState).toMatchObject({ proposed: 1, verified: 1, recurred: 1, fixed: 0 });
  expect(fixes.newest).toMatchObject([
    { id: recurred?.id, patternId: 'p2', title: 'Bound p2', state: 'recurred', explanation: null },
    { id: verified?.id, patternId: 'p1', state: 'verified' },
  ]);
});

test('an improvement that waits for approval is a task', async () => {
  const { id } = await store.improvements.ensure('p4', { repository: 'acme/checkout', title: 'Bound the pool' });
  expect((await read()).tasks).toContainEqual(
    expect.objectContaining({ kind: 'approve', patternId: 'p4', improvement: { id, state: 'proposed' } }),
  );
  await ask('POST', `/v1/improvements/${id}/snooze`, { until: '2999-01-01T00:00:00.000Z' });
  expect((await read()).tasks.filter(({ kind }) => kind === 'approve').map(({ patternId }) => patternId)).not.toContain(
    'p4',
  );
});

test('the overview contains the completeness figures and the problems of connections', async () => {
  const { id } = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    credential: 'unused',
    webhookSecret: null,
    scope: null,
  });
  await store.failures.upsert(id, [createFailureDraft('one')]);
  await store.connections.setProblem(id, 'account', 'Connect it again');
  const count = (stream: string, stored: number) => ({ stream, day: '2026-01-01', existing: 2, stored });
  await store.completeness.recordDays(id, [count('pulls:acme/api', 1), count('commits:acme/api', 1), count('x', 2)]);
  expect(await read()).toMatchObject({
    failures: 1,
    connections: 1,
    busy: true,
    completeness: {
      accounts: 1,
      gaps: 1,
      unassigned: { failures: 1, of: 1 },
      problems: [{ account: 'acme', problem: expect.stringContaining('Connect it again') }],
    },
  });
});

function episode(id: string, startedAt: string, place: number, patternId: string): ObservedEpisode {
  return {
    id,
    startedAt,
    precision: 'instant',
    patternId,
    trigger: 'traffic',
    kinds: ['incident'],
    endedAt: null,
    hours: 1,
    cause: place === 0 ? 'configuration' : 'capacity',
    services: [`service-${place}`],
    repositories: [],
    environments: [],
    paths: [],
    failureIds: [],
  };
}

function change(id: string, at: string): ObservedChange {
  return { id, at, repository: 'acme/checkout', environment: null, services: [] };
}

interface MeasuredFields {
  readonly recurrence: PatternMeasurement['recurrence'];
  readonly direction?: 'rising';
  readonly probability?: number;
}

function measured(patternId: string, { recurrence, direction, probability }: MeasuredFields) {
  const horizon = { days: 30, probability, expected: (probability ?? 0) * 2, low: 0, high: 9, gap: null };
  const gap = { days: 30, probability: null, expected: null, low: null, high: null, gap: 'too_few_episodes' };
  const measurement = {
    asOf: until,
    recurrence,
    trend: direction === undefined ? null : { perWeek: { direction } },
    forecast: { asOf: until, horizons: [{ ...gap, days: 7 }, probability === undefined ? gap : horizon] },
  };
  return { patternId, measurement: measurement as unknown as PatternMeasurement, headline: String(recurrence) };
}
