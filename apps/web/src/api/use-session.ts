import { refrain } from './refrain.ts';

/** Loads the session once, and again whenever the window regains focus, because an admin may have changed the user's role. */
export function useSession() {
  const options = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: 'always' } as const;
  return refrain.useQuery('get', '/v1/session', {}, options);
}
