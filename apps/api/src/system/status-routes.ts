import { ReadinessResponse, StatusResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readStatus } from './read-status.ts';

/** Milliseconds for which health checks share one ping, because they need no sign-in and have no rate limit. */
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
      handle: () => readStatus(deps),
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
