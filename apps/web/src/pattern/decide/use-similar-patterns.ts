import { useQueries } from '@tanstack/react-query';
import { requireData } from '../../api/api-problem.ts';
import { api, type Schemas } from '../../api/refrain.ts';
import { type RankedPattern, rankSimilarPatterns } from './rank-similar-patterns.ts';

/** More failures make the ranking no better, but each costs a search. */
const maxSearched = 3;

/** Finds the patterns whose failures most resemble these failures. */
export function useSimilarPatterns(failureIds: readonly string[]): readonly RankedPattern[] {
  return useQueries({
    queries: failureIds.slice(0, maxSearched).map((failureId) => ({
      queryKey: ['similar patterns', failureId],
      staleTime: 60_000,
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Schemas['SearchResponse']> =>
        requireData((await api.POST('/v1/search', { body: { failureId, limit: 50 }, signal })).data),
    })),
    combine: (searches) => rankSimilarPatterns(searches.flatMap(({ data }) => data?.matches ?? [])),
  });
}
