import { WordingAnswer, WordingQuestion } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createWordingRoutes({ wording }: Pick<ApiDeps, 'wording'>): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/wording/check',
      operationId: 'checkWording',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      isQuestion: true,
      isHarmless: true,
      tag: 'search',
      summary: 'Check a text for blame',
      description: 'What in it blames a person, and how to say it of the system. Nothing of it is stored or logged.',
      body: WordingQuestion,
      answers: { 200: WordingAnswer },
      handle: ({ body: { text } }) => wording.check(text),
    }),
  ];
}
