import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll, expect, test } from 'vitest';
import { startEmulatedAccounts, token } from '../emulated-accounts.ts';
import { pollUntil } from '../poll-until.ts';

import { roles, startRefrain } from '../start-refrain.ts';
import { listMetricNames, readGrafanaDashboards } from './monitoring-files.ts';
import { startPrometheus } from './start-prometheus.ts';
import { startTraceCollector } from './start-trace-collector.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-observed-'));
const logFile = await open(join(folder, 'log'), 'a');
const collector = await startTraceCollector();
const port = String(await findFreePort());
const { world } = generateOrganisation(11, { services: 6, repositories: 6, changes: 100, failures: 60 });
const accounts = await startEmulatedAccounts(world);
const refrain = await startRefrain(
  {
    PORT: port,
    REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    REFRAIN_METRICS_PORT: '0',
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '200',
  },
  logFile.fd,
);
const prometheus = await startPrometheus(folder, roles.map(refrain.operationsUrl));
afterAll(async () => {
  await prometheus.close();
  await refrain.stop();
  await collector.close();
  await logFile.close();
  await rm(folder, { recursive: true });
});

const ids = await accounts.connect(refrain);
await pollUntil(
  () => refrain.ask<Connection>('GET', `/v1/connections/${ids.pagerduty}`),
  ({ webhook }) => webhook.state === 'active',
);
await refrain.waitUntilIdle();
const canary = 'canary-of-an-ingested-text';
/** Incidents of different patterns. Opening them again changes the reports of these patterns. */
const recurring = await listRecurring();
const titles = recurring.map(({ title }) => title);
// Sends the incidents one after another, because deliveries that arrive at the same time are stored together, in one trace.
for (const { title, description, alerts, serviceId: service } of recurring) {
  const details = { ...alerts[0]?.details };
  await accounts.pagerduty.act.openIncident({ title, description: `${description} ${canary}`, details, service });
}
const traceId =
  (await pollUntil(
    async () => findReported(),
    (found) => found !== undefined,
    240_000,
  )) ?? '';
await refrain.waitUntilIdle();

async function listRecurring() {
  const { items } = await refrain.ask<{ items: { id: string }[] }>('GET', '/v1/patterns?limit=5');
  const members = await Promise.all(
    items.map(({ id }) =>
      refrain.ask<{ items: { externalId: string }[] }>('GET', `/v1/failures?patternId=${id}&kind=incident&limit=1`),
    ),
  );
  const ids = members.flatMap((page) => page.items.map(({ externalId }) => externalId));
  return world.pagerduty.incidents.filter(({ id }) => ids.includes(id));
}

function findReported(): string | undefined {
  const spans = collector.spans();
  const deliveries = spans.filter(({ name }) => name.startsWith('POST /webhooks/')).map((span) => span.traceId);
  return spans.find(({ name, traceId }) => name === 'write-reports' && deliveries.includes(traceId))?.traceId;
}

test('one trace covers every step from a webhook delivery to the pattern report that it leads to', () => {
  const own = collector.spans().filter((span) => span.traceId === traceId);
  const names = own.map(({ service, name }) => `${service}: ${name}`);
  for (const name of [
    'refrain-api: POST /webhooks/:provider/:connectionId/:key',
    'refrain-api: store deliveries',
    'refrain-api: queue reading',
    'refrain-ingest-worker: parse-records',
    'refrain-analysis-worker: recluster-when-due',
    'refrain-analysis-worker: recluster',
    'refrain-analysis-worker: write-reports',
    'refrain-improvement-worker: propose-improvements',
  ]) {
    expect(names).toContain(name);
  }
});

test('a clustering run has a link to the trace of each delivery that requested it', () => {
  const spans = collector.spans();
  const deliveries = new Set(
    spans.filter(({ name }) => name.startsWith('POST /webhooks/')).map((span) => span.traceId),
  );
  const linked = spans.flatMap(({ name, links = [] }) =>
    name.startsWith('recluster') ? links.map((link) => link.traceId) : [],
  );
  expect(linked.filter((id) => deliveries.has(id))).not.toEqual([]);
});

test('each run of a scheduled job has its own trace, and polls of the queue have none', async () => {
  const listReconciliations = () =>
    collector.spans().flatMap(({ name, traceId: id }) => (name === 'reconcile' ? [id] : []));
  const reconciliations = await pollUntil(
    async () => listReconciliations(),
    ({ length }) => length > 1,
  );
  expect(new Set(reconciliations).size).toBe(reconciliations.length);
  expect(collector.spans().filter(({ name }) => name.startsWith('getNextJob'))).toEqual([]);
});

test('traces contain no ingested text and no secret', () => {
  const sent = collector.sent();
  expect(titles.length).toBeGreaterThan(1);
  expect(sent).toContain(traceId);
  for (const secret of [canary, ...titles, token, refrain.token, 'exception.message', 'bullmq.job.failed.reason']) {
    expect(sent).not.toContain(secret);
  }
});

test('all log lines from a webhook delivery to its last job have one trace id, which no other request has', async () => {
  const lines = (await readFile(join(folder, 'log'), 'utf8')).split('\n').filter((line) => line.startsWith('{'));
  const entries = lines.map((line) => JSON.parse(line) as { traceId?: string; name: string; msg: string });
  const own = entries.filter((line) => line.traceId === traceId).map(({ name, msg }) => `${name}: ${msg}`);
  expect(own[0]).toBe('api: request completed');
  for (const line of ['ingest-worker: parse-records done', 'analysis-worker: write-reports done']) {
    expect(own).toContain(line);
  }
  expect(own.at(-1)).toMatch(/-worker: .* done$/u);
  expect(own.filter((line) => line.startsWith('api:'))).toHaveLength(1);
  expect(lines.join('\n')).not.toContain(canary);
});

test("metrics measure the latency of each stage, and the time from the provider's event to the report", async () => {
  const query = 'sum by (stage) (refrain_stage_latency_seconds_count)';
  const ask = () =>
    prometheus.ask<{ result: { metric: { stage: string }; value: [number, string] }[] }>('query', { query });
  const measured = ({ result }: Awaited<ReturnType<typeof ask>>) =>
    result.filter(({ value }) => Number(value[1]) > 0).map(({ metric }) => metric.stage);
  const found = await pollUntil(ask, (answer) => measured(answer).length === 4, 30_000);
  expect(measured(found).sort()).toEqual(['cluster', 'parse', 'report', 'total']);
});

test('Prometheus evaluates every expression of the dashboards and alerts, and knows all their metrics', async () => {
  type Rules = { groups: { rules: { name: string; query: string; health: string; lastError?: string }[] }[] };
  const rulesOf = ({ groups }: Rules) => groups.flatMap(({ rules }) => rules);
  const evaluated = await pollUntil(
    () => prometheus.ask<Rules>('rules'),
    (answer) => rulesOf(answer).every(({ health }) => health !== 'unknown'),
  );
  const rules = rulesOf(evaluated);
  expect(rules.length).toBeGreaterThan(10);
  expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
  const shown = (await readGrafanaDashboards()).flatMap(({ panels }) =>
    panels.flatMap(({ targets }) => targets.map(({ expr }) => expr.replaceAll('$__rate_interval', '1m'))),
  );
  for (const query of shown) await prometheus.ask('query', { query });

  const known = new Set(['up', ...Object.keys(await prometheus.ask<object>('metadata'))]);
  const isKnown = (name: string) => known.has(name) || known.has(name.replace(/_(?:bucket|count|sum)$/u, ''));
  const metrics = [...shown, ...rules.map(({ query }) => query)].flatMap(listMetricNames);
  expect(new Set(metrics).size).toBeGreaterThan(25);
  expect(metrics.filter((name) => !isKnown(name))).toEqual([]);
});

test("no metric label collides with a label of Prometheus, and metrics show each scheduled job's interval and last completion", async () => {
  type Series = { result: { metric: Record<string, string> }[] };
  const query = async (text: string) => (await prometheus.ask<Series>('query', { query: text })).result;
  expect(
    await query('{__name__=~"refrain_.+", exported_job!=""} or {__name__=~"refrain_.+", exported_instance!=""}'),
  ).toEqual([]);
  const listScheduledJobs = async () =>
    (
      await query(
        'max by (job_name) (refrain_job_done_timestamp_seconds) * max by (job_name) (refrain_job_interval_seconds)',
      )
    ).map(({ metric }) => metric.job_name);
  const names = ['reconcile', 'sync-connections', 'check-connections', 'expire-payloads'];
  await expect.poll(listScheduledJobs, { timeout: 50_000 }).toEqual(expect.arrayContaining(names));
});

test('no metric label contains a repository name or a title, and each process responds to health and readiness checks', async () => {
  for (const role of roles) {
    const url = refrain.operationsUrl(role);
    const figures = await (await fetch(`${url}/metrics`)).text();
    expect(figures.split('\n').length).toBeLessThan(2_000);
    for (const name of ['acme/', ...titles, canary]) expect(figures).not.toContain(name);
    for (const path of ['healthz', 'readyz']) expect((await fetch(`${url}/${path}`)).status).toBe(200);
    expect((await fetch(`${url}/else`)).status).toBe(404);
  }
  expect(
    (await fetch(`${refrain.url}/metrics`, { headers: { accept: 'text/plain' } })).headers.get('content-type'),
  ).not.toContain('version=0.0.4');
});
