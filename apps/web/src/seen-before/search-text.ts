import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['the searched text'];

/** Keeps the searched text while the user visits a result, but only in memory, because it may contain secrets. */
export function useSearchText(): readonly [string | null, (text: string | null) => void] {
  const client = useQueryClient();
  const { data = null } = useQuery<string | null>({ queryKey: key, queryFn: skipToken, gcTime: 900_000 });
  return [data, (text) => client.setQueryData(key, text)];
}
