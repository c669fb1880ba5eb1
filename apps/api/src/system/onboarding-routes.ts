import { OnboardingResponse, OnboardingUpdate } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { listRevertTemplates } from '../corrections/list-revert-templates.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const changeOperation = 'changeOnboarding';

export function createOnboardingRoutes(deps: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/onboarding', {
      operationId: 'findOnboarding',
      needs: 'viewer',
      tag: 'system',
      summary: 'Get the onboarding checklist',
      description: 'Each step is done as soon as its effect exists, whoever caused it.',
      responses: { 200: OnboardingResponse },
      handle: () => readOnboarding(deps),
    }),
    defineRoute('put', '/v1/onboarding', {
      operationId: changeOperation,
      needs: 'admin',
      tag: 'system',
      summary: 'Hide or show the onboarding checklist for everyone',
      description: 'The last entry about it in the audit log holds the choice.',
      body: OnboardingUpdate,
      responses: { 200: OnboardingResponse },
      async handle({ body, audit }) {
        audit(body);
        return { ...(await readOnboarding(deps)), ...body };
      },
    }),
  ];
}

async function readOnboarding(deps: ApiDeps): Promise<OnboardingResponse> {
  const [facts, templates] = await Promise.all([
    deps.store.access.readOnboardingFacts(changeOperation),
    listRevertTemplates(deps),
  ]);
  const { providers, hasFailures, hasReviewed, hasRoutineDecision, users, hasPolicy, lastChange } = facts;
  const hasQuestion = templates.some(({ needsDecision }) => needsDecision);
  return {
    steps: [
      { id: 'github', isDone: providers.includes('github') },
      { id: 'pagerduty', isDone: providers.includes('pagerduty') },
      { id: 'history', isDone: hasFailures },
      { id: 'review', isDone: hasReviewed },
      { id: 'routine', isDone: hasRoutineDecision || (hasFailures && !hasQuestion) },
      { id: 'invite', isDone: users > 1 },
      { id: 'policy', isDone: hasPolicy },
    ],
    isHidden: lastChange?.isHidden === true,
  };
}
