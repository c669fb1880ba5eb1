import { ReadyAnswer, StatusAnswer } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readStatus } from './read-status.ts';

/** So long one answer serves all who ask, in milliseconds: anyone may. */
const readyForMs = 1_000;

export function createStatusRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  let looked: Promise<unknown> | null = null;
  const look = () => {
    looked ??= store.ping().finally(() => {
      setTimeout(() => {
        looked = null;
      }, readyForMs).unref();
    });
    return looked;
  };
  return [
    defineRoute({
      method: 'get',
      path: '/v1/status',
      operationId: 'findStatus',
      needs: 'viewer',
      tag: 'system',
      summary: 'How much is known, and whether anything is still on its way to the patterns',
      answers: { 200: StatusAnswer },
      handle: () => readStatus(deps),
    }),
    defineRoute({
      method: 'get',
      path: '/healthz',
      operationId: 'findLiveness',
      isProbe: true,
      needs: 'anyone',
      tag: 'system',
      summary: 'Whether the process answers',
      answers: { 200: ReadyAnswer },
      handle: () => ({ ok: true as const }),
    }),
    defineRoute({
      method: 'get',
      path: '/readyz',
      operationId: 'findReadiness',
      isProbe: true,
      needs: 'anyone',
      tag: 'system',
      summary: 'Whether PostgreSQL answers too',
      description: 'Redis need not: what comes in is stored, and worked on once it is back.',
      answers: { 200: ReadyAnswer },
      async handle() {
        await look();
        return { ok: true as const };
      },
    }),
  ];
}
