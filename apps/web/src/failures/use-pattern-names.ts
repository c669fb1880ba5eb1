import { useMemo } from 'react';
import { refrain } from '../api/refrain.ts';

/** Names of the patterns by id; of a few hundred, the others are told without a name. */
export function usePatternNames(): ReadonlyMap<string, string> {
  const { data } = refrain.useQuery(
    'get',
    '/v1/patterns',
    { params: { query: { limit: 200 } } },
    { staleTime: 60_000 },
  );
  return useMemo(() => new Map(data?.items.map(({ id, name }) => [id, name])), [data]);
}
