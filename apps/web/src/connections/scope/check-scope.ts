import { useDebouncedValue } from '@mantine/hooks';
import type { paths } from '@refrain/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { requireData } from '../../api/api-problem.ts';
import { api, type ProviderDescriptor, type Schemas } from '../../api/refrain.ts';
import { type ScopeChoice, toScope, toScopeChoice } from './scope-choice.ts';

type Body = paths['/v1/connections']['post']['requestBody']['content']['application/json'];
/** An account that is not connected yet, with its secret. */
export type AccountRequest = Omit<Body, 'scope'>;

export type ScopeChecker = (
  scope: Schemas['ConnectionScope'],
  signal: AbortSignal,
) => Promise<Schemas['ConnectionCheckResponse']>;

export async function checkAccount(
  account: AccountRequest,
  scope?: Schemas['ConnectionScope'],
  signal?: AbortSignal,
): Promise<Schemas['ConnectionCheckResponse']> {
  const { data } = await api.POST('/v1/connections/check', { body: { ...account, scope }, signal });
  return requireData(data);
}

export async function checkScope(
  id: string,
  scope: Schemas['ConnectionScope'],
  signal?: AbortSignal,
): Promise<Schemas['ConnectionCheckResponse']> {
  const { data } = await api.POST('/v1/connections/{id}/check-scope', {
    params: { path: { id } },
    body: scope,
    signal,
  });
  return requireData(data);
}

export function useCheckedScope({ id, scope }: Pick<Schemas['Connection'], 'id' | 'scope'>) {
  return useQuery({
    queryKey: ['check-scope', id],
    queryFn: ({ signal }) => checkScope(id, scope, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Milliseconds after the last change before the scope is checked. Each check sends requests to the provider. */
const debounceMs = 600;

/**
 * Holds the state of the scope form, and checks at the provider what the scope matches.
 * @param first the result of checking `initial`
 */
export function useScopeChoice(
  provider: ProviderDescriptor,
  initial: Schemas['ConnectionScope'],
  first: Schemas['ConnectionCheckResponse'],
  ask: ScopeChecker,
) {
  const { visible } = first.health;
  const [choice, setChoice] = useState<ScopeChoice>(() => toScopeChoice(provider, initial, visible));
  const [initialScope] = useState(() => JSON.stringify(toScope(provider, choice)));
  const scope = toScope(provider, choice);
  const [settled] = useDebouncedValue(scope, debounceMs);
  // The request must not be part of the cache key, because it contains a secret. `gcTime` drops the result when the user leaves the
  // page.
  const check = useQuery({
    queryKey: ['scope-choice', useId(), settled],
    queryFn: ({ signal }) => (settled === null ? first : ask(settled, signal)),
    initialData: JSON.stringify(settled) === initialScope ? first : undefined,
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const isChecking = check.isFetching || JSON.stringify(scope) !== JSON.stringify(settled);
  return { choice, setChoice, scope, checked: check.data ?? first, isChecking, error: check.error };
}

export type CheckedScopeChoice = ReturnType<typeof useScopeChoice>;
