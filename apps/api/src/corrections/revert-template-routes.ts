import { type ListedRevertTemplate, RevertTemplatesResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createRevertTemplateRoutes({ store }: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/revert-templates', {
      operationId: 'listRevertTemplates',
      needs: 'viewer',
      tag: 'corrections',
      summary: 'List the most frequent revert titles as templates, to judge all matching reverts together',
      description:
        'A template matches reverts in one repository whose titles differ only in single words. To decide whether these reverts are failures, send a correction of the kind `title_template`. It also applies to later reverts.',
      query: z.object({
        repository: z
          .string()
          .min(1)
          .max(200)
          .meta({ description: 'Only this repository, as `owner/name`.' })
          .optional(),
      }),
      responses: { 200: RevertTemplatesResponse },
      async handle({ query: { repository } }) {
        const [templates, corrections] = await Promise.all([
          store.reports.listRevertTemplates(),
          store.corrections.list({ kind: 'title_template' }),
        ]);
        const decisions = new Map<string, ListedRevertTemplate['decision']>();
        for (const { id, decision, decidedAt } of corrections)
          if (decision.kind === 'title_template')
            decisions.set(keyOf(decision), { correctionId: id, areFailures: decision.areFailures, decidedAt });
        const items = templates
          .filter((template) => repository === undefined || template.repository === repository)
          .map((template) => {
            const decision = decisions.get(keyOf(template)) ?? null;
            return {
              ...template,
              decision,
              needsDecision: decision === null && template.failures > 0 && template.linked === 0,
            };
          });
        return { items };
      },
    }),
  ];
}

function keyOf({ repository, template }: { readonly repository: string; readonly template: string }): string {
  return JSON.stringify([repository, template]);
}
