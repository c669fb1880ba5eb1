import { refrain } from './refrain.ts';

/** Who is signed in, asked once; an error where nobody is. */
export function useSession() {
  return refrain.useQuery('get', '/v1/session', {}, { staleTime: Number.POSITIVE_INFINITY });
}
