import type { paths, Schemas } from '@refrain/client';
import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { ApiProblem } from './api-problem.ts';

export type { Schemas } from '@refrain/client';

/** The API of the server that this page comes from: paths, parameters, bodies and answers are those of its document. */
export const api = createClient<paths, 'application/json'>({ baseUrl: '/' });

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const body = (await response.json().catch(() => null)) as Partial<Schemas['Problem']> | null;
    throw new ApiProblem(response.status, body?.detail ?? `The server answered ${response.status}.`);
  },
  onError({ error }) {
    // A question that nobody waits for any more is no problem.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    return new ApiProblem(0, 'Refrain does not answer. Is it still running, and are you online?');
  },
};
api.use(throwProblems);

const queries = createQueries(api);

/** What marks a list that is read page after page: the library would keep it under the name of its first page, which is of another form. */
const inPages = { inPages: true };

/** The same as hooks. What they throw is an `ApiProblem`. */
export const refrain: typeof queries = {
  ...queries,
  useInfiniteQuery: (method, path, init, options, client) =>
    queries.useInfiniteQuery(method, path, Object.assign({}, init, inPages), options, client),
};
