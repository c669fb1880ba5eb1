import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './api-problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (attempts, error) => attempts < 2 && mayPass(error) } },
});

/** Has everything below these addresses asked for again: after a write, whatever it may have changed. */
export function refresh(...paths: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [, path] }) => paths.some((root) => String(path).startsWith(root)),
  });
}
