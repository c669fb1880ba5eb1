import { ImprovementPolicy, maxIncidentNoteServices, PolicyResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { formatChangedFields } from '../audit/format-changed-fields.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';

export function createPolicyRoutes(deps: ApiDeps): Route[] {
  const { improvements } = deps.store;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/policy', {
      operationId: 'findPolicy',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'Get the policy for proposing and opening issues',
      responses: { 200: PolicyResponse },
      handle: () => improvements.findPolicy(),
    }),
    defineRoute('put', '/v1/policy', {
      operationId: 'decidePolicy',
      needs: 'admin',
      tag: 'improvements',
      summary: 'Replace the policy for proposing and opening issues',
      description:
        'Omitted fields get their defaults. The policy applies to each pattern at its next report, within a week at the latest. Approved improvements stay approved.',
      body: ImprovementPolicy,
      maxValues: maxIncidentNoteServices + 100,
      responses: { 200: PolicyResponse },
      async handle({ body, response, audit }) {
        audit(formatChangedFields((await improvements.findPolicy()).policy, body));
        const decided = await improvements.setPolicy(body, requireAccess(response).name);
        if (body.mode === 'auto') await enqueue('approve-by-policy', [{}]);
        return decided;
      },
    }),
  ];
}
