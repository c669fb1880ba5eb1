import { WordingRequest, WordingResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createWordingCheckRoutes({ wording }: ApiDeps): Route[] {
  return [
    defineRoute('post', '/v1/wording/check', {
      operationId: 'checkWording',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      isReadOnly: true,
      isIdempotent: true,
      tag: 'search',
      summary: 'Check a text for blame',
      description:
        'Finds words that blame a person, and suggests how to describe the system instead. The text is neither stored nor logged.',
      body: WordingRequest,
      responses: { 200: WordingResponse },
      handle: ({ body: { text } }) => wording.check(text),
    }),
  ];
}
