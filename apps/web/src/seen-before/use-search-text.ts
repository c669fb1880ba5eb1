import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['the text that was asked about'];

/**
 * The text stays while one looks at what was found and comes back; only in memory, for it may hold secrets.
 */
export function useSearchText(): readonly [string | null, (text: string | null) => void] {
  const client = useQueryClient();
  const { data = null } = useQuery<string | null>({ queryKey: key, queryFn: skipToken, gcTime: 900_000 });
  return [data, (text) => client.setQueryData(key, text)];
}
