import { ImprovementPolicy, maxNotedServices, PolicyResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { changesOf } from '../audit/changes-of.ts';
import { accessOf } from '../http/authentication/access.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';

export interface PolicyRouteDeps extends EnqueueDeps {
  readonly store: Pick<Store, 'improvements'>;
}

/** By which rules issues are opened. */
export function createPolicyRoutes(deps: PolicyRouteDeps): Route[] {
  const { improvements } = deps.store;
  const enqueue = createEnqueue(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/policy',
      operationId: 'findPolicy',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'By which rules issues are proposed and opened',
      responses: { 200: PolicyResponse },
      handle: () => improvements.findPolicy(),
    }),
    defineRoute({
      method: 'put',
      path: '/v1/policy',
      operationId: 'decidePolicy',
      needs: 'admin',
      tag: 'improvements',
      summary: 'Decide by which rules issues are proposed and opened',
      description:
        'What is left out has its default. Patterns are judged by it from their next report on, at the latest within a week; what was approved stays approved.',
      body: ImprovementPolicy,
      maxValues: maxNotedServices + 100,
      responses: { 200: PolicyResponse },
      async handle({ body, response, audit }) {
        audit(changesOf((await improvements.findPolicy()).policy, body));
        const decided = await improvements.setPolicy(body, accessOf(response).name);
        if (body.mode === 'auto') await enqueue('approve-by-policy', [{}]);
        return decided;
      },
    }),
  ];
}
