import type { paths, Schemas } from '@refrain/client';
import { QueryClient } from '@tanstack/react-query';
import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { ApiProblem, isRetryable } from './api-problem.ts';

export type { Schemas } from '@refrain/client';

export const api = createClient<paths, 'application/json'>({ baseUrl: '/' });

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const body = (await response.json().catch(() => null)) as Partial<Schemas['ProblemDetails']> | null;
    throw new ApiProblem(response.status, body?.detail ?? `The server returned status ${response.status}. Try again.`);
  },
  onError({ error }) {
    // A request is aborted when its response is no longer needed, which is not an error.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    return new ApiProblem(0, 'Refrain is not responding. Check that it is running and that you are online.');
  },
};
api.use(throwProblems);

const queries = createQueries(api);

/** Separates the cache entry of a list fetched page by page from that of a single request with the same parameters. */
const inPages = { inPages: true };

/** React Query hooks for the API. Their errors are `ApiProblem`s. */
export const refrain: typeof queries = {
  ...queries,
  useInfiniteQuery: (method, path, init, options, client) =>
    queries.useInfiniteQuery(method, path, Object.assign({}, init, inPages), options, client),
};

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (attempts, error) => attempts < 2 && isRetryable(error) } },
});

/** Invalidates all cached queries below these API paths. Call it after a write. */
export function invalidateQueries(...paths: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [, path] }) => paths.some((root) => String(path).startsWith(root)),
  });
}

export type ProviderDescriptor = Schemas['ProviderDescriptor'];

export function useProviders() {
  const options = { staleTime: Number.POSITIVE_INFINITY };
  return refrain.useQuery('get', '/v1/providers', { params: { query: { limit: 200 } } }, options);
}

/** Returns a function that finds a provider by id. Until the providers are loaded, the returned provider has only its id. */
export function useFindProvider(): (id: string) => ProviderDescriptor {
  const { data } = useProviders();
  return (id) => data?.items.find((provider) => provider.id === id) ?? unknownProvider(id);
}

export function useProvider(id: string): ProviderDescriptor {
  return useFindProvider()(id);
}

/** Returns the provider of a connection; null until the connections are loaded, and if the connection no longer exists. */
export function useProviderOfConnection(connectionId: string): ProviderDescriptor | null {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const provider = connections.data?.items.find(({ id }) => id === connectionId)?.provider;
  return provider === undefined ? null : findProvider(provider);
}

function unknownProvider(id: string): ProviderDescriptor {
  return {
    id,
    name: id,
    kind: id === 'archive' ? 'files' : 'incidents',
    summary: '',
    scope: null,
    roots: [],
    webhook: null,
    writes: null,
    connectMethods: [],
  };
}

/** Loads the session once, and again whenever the window regains focus, because an admin may have changed the user's role. */
export function useSession() {
  const options = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: 'always' } as const;
  return refrain.useQuery('get', '/v1/session', {}, options);
}

export function useSystemStatus(enabled = true) {
  return refrain.useQuery('get', '/v1/status', {}, { refetchInterval: 5_000, retry: false, enabled });
}
