import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import type { FetchScope } from './fetch-scope.ts';
import { readChoice, type ScopeChoice, toScope } from './scope-choice.ts';

/** Once the fingers rest for so long the provider is asked anew, in milliseconds: each time costs it some requests. */
const timeoutMs = 600;

/**
 * A scope that somebody is choosing, and what it would take in.
 * @param first what `initial` would take in
 */
export function useScopeChoice(
  provider: ProviderDescriptor,
  initial: Schemas['ConnectionScope'],
  first: Schemas['ConnectionCheckResponse'],
  ask: FetchScope,
) {
  const { visible } = first.health;
  const [choice, setChoice] = useState<ScopeChoice>(() => readChoice(provider, initial, visible));
  const [begun] = useState(() => JSON.stringify(toScope(provider, choice)));
  const scope = toScope(provider, choice);
  const [settled] = useDebouncedValue(scope, timeoutMs);
  // The key names this choosing alone, so that no secret is in it; it is forgotten with the page.
  const asked = useQuery({
    queryKey: ['scope-choice', useId(), settled],
    queryFn: ({ signal }) => (settled === null ? first : ask(settled, signal)),
    initialData: JSON.stringify(settled) === begun ? first : undefined,
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const isAsking = asked.isFetching || JSON.stringify(scope) !== JSON.stringify(settled);
  return { choice, setChoice, scope, checked: asked.data ?? first, isAsking, error: asked.error };
}

export type ScopeChoosing = ReturnType<typeof useScopeChoice>;
