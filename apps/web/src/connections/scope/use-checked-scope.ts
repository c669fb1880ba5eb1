import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/refrain.ts';
import { checkScope } from './scope-fetcher.ts';

export function useCheckedScope({ id, scope }: Pick<Schemas['Connection'], 'id' | 'scope'>) {
  return useQuery({
    queryKey: ['check-scope', id],
    queryFn: ({ signal }) => checkScope(id, scope, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
