import { AppError } from '@refrain/domain';
import { Gauge } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from './metrics/create-metrics.ts';
import { measureBacklog } from './metrics/measure-backlog.ts';
import { measureProviderRequests } from './metrics/measure-provider-requests.ts';
import { serveMetricsAndHealth } from './serve-metrics-and-health.ts';

const anywhere = { host: '127.0.0.1', port: 0 };
const metrics = createMetrics('test');

function refuseWarning(line: string): never {
  throw new Error(line);
}

async function serve(checkReady: () => Promise<void>) {
  const { url, close } = await serveMetricsAndHealth(anywhere, { metrics, checkReady }, refuseWarning);
  onTestFinished(close);
  return async (path: string, method = 'GET') => {
    const response = await fetch(`${url}${path}`, { method });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
}

test('a responding process is healthy, but ready only if its backends respond', async () => {
  let problem: unknown = new AppError('unavailable', 'PostgreSQL is down: start it.');
  const ask = await serve(async () => {
    if (problem !== null) throw problem;
  });
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: '{"ok":true}' });
  expect(await ask('/readyz')).toMatchObject({
    status: 503,
    text: '{"ok":false,"problem":"PostgreSQL is down: start it."}',
  });
  problem = new Error('secret of an unexpected error');
  expect((await ask('/readyz')).text).not.toContain('secret');
  problem = null;
  expect(await ask('/readyz')).toMatchObject({ status: 200, text: '{"ok":true}' });
});

test('the operations port serves metrics in the format of Prometheus, and rejects other paths and methods', async () => {
  const ask = await serve(async () => {});
  new Gauge({ name: 'refrain_test', help: 'A figure.', registers: [metrics.registry] }).set(7);
  const told = await ask('/metrics?anything');
  expect(told.type).toContain('text/plain; version=0.0.4');
  expect(told.text).toContain('\nrefrain_test{role="test"} 7\n');
  expect(await ask('/')).toMatchObject({ status: 404 });
  expect(await ask('/metrics', 'POST')).toMatchObject({ status: 405 });
});

test('a process whose metrics port is in use starts without metrics, and says what to do', async () => {
  const first = await serveMetricsAndHealth(anywhere, { metrics, checkReady: async () => {} }, refuseWarning);
  onTestFinished(first.close);
  const port = Number(new URL(first.url ?? '').port);
  const warnings: string[] = [];
  const second = await serveMetricsAndHealth({ ...anywhere, port }, { metrics, checkReady: async () => {} }, (line) =>
    warnings.push(line),
  );
  await second.close();
  expect(second.url).toBeNull();
  expect(warnings).toEqual([
    `Port ${port} on 127.0.0.1 is in use. Stop the other process, or set REFRAIN_METRICS_PORT to another port. Until then this process runs without metrics; start it again afterwards.`,
  ]);
  expect((await serveMetricsAndHealth(null, { metrics, checkReady: async () => {} }, refuseWarning)).url).toBeNull();
});

test('the metrics of a backend that is down are omitted, and all others are served', async () => {
  const own = createMetrics('api');
  let isAway = false;
  measureBacklog(own, {
    async readQueues() {
      if (isAway) throw new Error('away');
      return { ingest: { waiting: 3, active: 1, delayed: 0, failed: 2, isPaused: false, oldestSeconds: 4 } };
    },
    readStored: async () => ({
      pending: 5,
      lag: { parse: 1, cluster: 2, report: 3 },
      connections: [],
      deadLetters: [{ kind: 'job', queue: 'ingest', count: 2 }],
    }),
  });
  const before = (await own.render()).body;
  expect(before).toContain('refrain_queue_jobs{queue="ingest",state="waiting",role="api"} 3');
  expect(before).toContain('refrain_dead_letters{kind="job",queue="ingest",role="api"} 2');
  isAway = true;
  const { body } = await own.render();
  expect(body).not.toMatch(/^refrain_queue_jobs\{/mu);
  expect(body).toContain('refrain_backend_up{backend="redis",role="api"} 0');
  expect(body).toContain('refrain_backend_up{backend="postgresql",role="api"} 1');
  expect(body).toContain('refrain_backlog_age_seconds{stage="report",role="api"} 3');
});

test('the number of requests that a provider still allows is reported until the provider resets it', async () => {
  const own = createMetrics('worker');
  let now = 1_000;
  const { onBudget, measured } = measureProviderRequests(own, () => now, ['github']);
  const budget = { connectionId: 'c1', provider: 'github', resource: 'rest', limit: 5_000, remaining: 40 };
  onBudget({ ...budget, resetsAt: 2_000 });
  const limits = measured({
    take: async (_key: string, _provider: string, _cost: string, _signal: AbortSignal) => {},
    backOff: async (_key: string, _provider: string, _seconds: number | null) => 60,
  });
  await limits.take('key', 'github', 'read', new AbortController().signal);
  expect(await limits.backOff('key', 'github', null)).toBe(60);
  const { body } = await own.render();
  expect(body).toMatch(
    /refrain_provider_budget_remaining_requests\{connection="c1",provider="github",resource="rest",role="worker"\} 40/u,
  );
  expect(body).toMatch(/refrain_provider_wait_seconds_count\{.*cost="read".*\} 1/u);
  expect(body).toMatch(/refrain_provider_refusals_total\{provider="github".*\} 1/u);
  now = 2_000;
  expect((await own.render()).body).not.toMatch(/^refrain_provider_budget_remaining_requests\{/mu);
});
