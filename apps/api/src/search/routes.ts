import { parseInput, SearchQuestion } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { answerSearch } from './answer-search.ts';

/** `POST /v1/search`: "have we seen this before?" for a text, a failure or a page. The text is neither stored nor logged. */
export function createSearchRoutes({ store, index }: Pick<ApiDeps, 'store' | 'index'>): Router {
  return Router().post('/', async (request, response) => {
    const question = parseInput(SearchQuestion, request.body ?? {}, 'the question');
    response.json(await answerSearch({ store, index }, question));
  });
}
