import { refrain } from './refrain.ts';

/** Who is signed in, asked once and whenever the person comes back to the window: an admin may have changed their role. */
export function useSession() {
  const options = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: 'always' } as const;
  return refrain.useQuery('get', '/v1/session', {}, options);
}
