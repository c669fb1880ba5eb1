import { expect, test } from 'vitest';
import { createMetrics } from './create-metrics.ts';
import { measureBacklog } from './measure-backlog.ts';

const queues = { ingest: { waiting: 3, active: 1, delayed: 0, failed: 0, isPaused: false, oldestSeconds: 7 } };
const standing = { pending: 5, lag: { parse: 1, cluster: 2, report: 3 }, deadLetters: [], connections: [] };
const never = () => new Promise<never>(() => {});

test('the metrics of a backend that does not respond in time are omitted, and those of the other backend are served', async () => {
  const metrics = createMetrics('api');
  let readStored: () => Promise<typeof standing> = async () => standing;
  measureBacklog(metrics, { readQueues: async () => queues, readStored: () => readStored() }, 20);
  const figures = async () => (await metrics.render()).body;
  expect(await figures()).toContain('refrain_inbox_pending_records{role="api"} 5');
  readStored = never;
  const without = await figures();
  expect(without).toContain('refrain_backend_up{backend="postgresql",role="api"} 0');
  expect(without).toContain('refrain_backend_up{backend="redis",role="api"} 1');
  expect(without).toContain('refrain_queue_oldest_job_age_seconds{queue="ingest",role="api"} 7');
  expect(without).not.toMatch(/^refrain_(?:inbox_pending_records|backlog_age_seconds)\{/mu);
});

test('concurrent scrapes read the state of a backend only once', async () => {
  const metrics = createMetrics('api');
  let asked = 0;
  const readStored = async () => {
    asked += 1;
    return standing;
  };
  measureBacklog(metrics, { readQueues: async () => queues, readStored });
  const told = await Promise.all([metrics.render(), metrics.render()]);
  expect(asked).toBe(1);
  for (const { body } of told) expect(body).toContain('refrain_backlog_age_seconds{stage="report",role="api"} 3');
});

test('refrain_queue_paused is 1 for a paused queue and 0 for all others', async () => {
  const metrics = createMetrics('api');
  const readQueues = async () => ({ ...queues, analysis: { ...queues.ingest, isPaused: true } });
  measureBacklog(metrics, { readQueues, readStored: async () => standing });
  const { body } = await metrics.render();
  expect(body).toContain('refrain_queue_paused{queue="ingest",role="api"} 0');
  expect(body).toContain('refrain_queue_paused{queue="analysis",role="api"} 1');
  expect(body).not.toContain('state="isPaused"');
});
