import { RevertTemplatesResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { listRevertTemplates } from './list-revert-templates.ts';

export function createRevertTemplateRoutes(deps: ApiDeps): Route[] {
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
        const templates = await listRevertTemplates(deps);
        const items = templates.filter((template) => repository === undefined || template.repository === repository);
        return { items };
      },
    }),
  ];
}
