import type { paths, Schemas } from '@refrain/client';
import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { ApiProblem } from './api-problem.ts';

export type { Schemas } from '@refrain/client';

/** A client for the API of the server that delivered this page, typed by its OpenAPI document. */
export const api = createClient<paths, 'application/json'>({ baseUrl: '/' });

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const body = (await response.json().catch(() => null)) as Partial<Schemas['Problem']> | null;
    throw new ApiProblem(response.status, body?.detail ?? `The server answered ${response.status}.`);
  },
  onError({ error }) {
    // A request is aborted when nobody needs its answer any more.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    return new ApiProblem(0, 'Refrain does not answer. Is it still running, and are you online?');
  },
};
api.use(throwProblems);

const queries = createQueries(api);

/** Keeps the cache key of a paginated list apart from that of its first page, whose data has another shape. */
const inPages = { inPages: true };

/** React Query hooks for the API. Their errors are `ApiProblem`s. */
export const refrain: typeof queries = {
  ...queries,
  useInfiniteQuery: (method, path, init, options, client) =>
    queries.useInfiniteQuery(method, path, Object.assign({}, init, inPages), options, client),
};
