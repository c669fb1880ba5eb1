import { QueryClient } from '@tanstack/react-query';
import { isRetryable } from './api-problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (attempts, error) => attempts < 2 && isRetryable(error) } },
});

/** Invalidates all cached queries below these API paths. Call it after a write. */
export function invalidateQueries(...paths: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [, path] }) => paths.some((root) => String(path).startsWith(root)),
  });
}
