import { refrain, type Schemas } from './refrain.ts';

export type ProviderDescriptor = Schemas['ProviderDescriptor'];

export function useProviders() {
  const options = { staleTime: Number.POSITIVE_INFINITY };
  return refrain.useQuery('get', '/v1/providers', { params: { query: { limit: 200 } } }, options);
}

/** Returns a function that finds a provider by id. Until the providers are loaded, the returned provider has only its id. */
export function useFindProvider(): (id: string) => ProviderDescriptor {
  const { data } = useProviders();
  return (id) => data?.items.find((provider) => provider.id === id) ?? unknownProvider(id);
}

export function useProvider(id: string): ProviderDescriptor {
  return useFindProvider()(id);
}

function unknownProvider(id: string): ProviderDescriptor {
  return {
    id,
    name: id,
    kind: id === 'archive' ? 'files' : 'incidents',
    summary: '',
    scope: null,
    roots: [],
    webhook: null,
    writes: null,
    connectMethods: [],
  };
}
