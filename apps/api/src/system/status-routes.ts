import { ReadinessResponse, StatusResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { listPausedQueues } from './read-backlog.ts';

/** Milliseconds for which health checks share one ping of the database, because anyone can send any number of health checks. */
const pingSharedMs = 1_000;

export function createStatusRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  let pinged: Promise<unknown> | null = null;
  const ping = () => {
    pinged ??= store.ping().finally(() => {
      setTimeout(() => {
        pinged = null;
      }, pingSharedMs).unref();
    });
    return pinged;
  };
  return [
    defineRoute('get', '/v1/status', {
      operationId: 'findStatus',
      needs: 'viewer',
      tag: 'system',
      summary: 'Get the numbers of stored objects and pending jobs',
      responses: { 200: StatusResponse },
      handle: () => readInstallationStatus(deps),
    }),
    defineRoute('get', '/healthz', {
      operationId: 'findLiveness',
      isProbe: true,
      needs: 'anyone',
      tag: 'system',
      summary: 'Check that the process responds',
      responses: { 200: ReadinessResponse },
      handle: () => ({ ok: true as const }),
    }),
    defineRoute('get', '/readyz', {
      operationId: 'findReadiness',
      isProbe: true,
      needs: 'anyone',
      tag: 'system',
      summary: 'Check that the process and PostgreSQL respond',
      description: 'Does not check Redis, without which received records are still stored, and processed later.',
      responses: { 200: ReadinessResponse },
      async handle() {
        await ping();
        return { ok: true as const };
      },
    }),
  ];
}

export async function readInstallationStatus({ store, producer }: ApiDeps): Promise<StatusResponse> {
  // Counts one table at a time, because parallel counts would occupy all processors of the database.
  const failures = await store.failures.count();
  const changes = await store.changes.count();
  const unassigned = await store.failures.countUnassigned();
  const inputVersion = await store.patterns.readInputVersion();
  const [patterns, pending, counts, clusteredVersion, pulling] = await Promise.all([
    store.patterns.count(),
    store.inbox.countUnprocessed(),
    producer.counts(),
    store.patterns.findClusteredVersion(),
    store.connections.isPulling(),
  ]);
  const isFirstAnalysisDone = await store.patterns.isFirstAnalysisDone();
  const paused = await listPausedQueues(producer);
  const queues = Object.fromEntries(
    Object.entries(counts).map(([queue, jobs]) => [queue, { ...jobs, isPaused: paused.has(queue) }]),
  );
  const queued = Object.values(counts).some(({ waiting, active, delayed }) => waiting + active + delayed > 0);
  const isClusteringPending = clusteredVersion !== inputVersion && failures > 0;
  const busy = pending > 0 || queued || pulling || isClusteringPending;
  const isFirstAnalysis = busy && failures > 0 && !isFirstAnalysisDone;
  return { failures, changes, patterns, unassigned, pending, queues, busy, isFirstAnalysis };
}
