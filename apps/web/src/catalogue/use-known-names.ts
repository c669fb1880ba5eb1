import { useQuery } from '@tanstack/react-query';
import { api } from '../api/refrain.ts';

const mostPages = 10;

/** The services and repositories of the catalogue, to choose from; of a very long one the first 2,000 entries. */
export function useKnownNames() {
  const { data } = useQuery({
    queryKey: ['get', '/v1/catalogue', 'names'],
    staleTime: 60_000,
    async queryFn({ signal }) {
      const services = new Set<string>();
      const repositories = new Set<string>();
      let after: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const { data } = await api.GET('/v1/catalogue', { params: { query: { limit: 200, after } }, signal });
        for (const { service, repository } of data?.items ?? []) {
          services.add(service);
          repositories.add(repository);
        }
        if (!data?.next) break;
        after = data.next;
      }
      return { services: [...services].sort(), repositories: [...repositories].sort() };
    },
  });
  return data ?? { services: [], repositories: [] };
}
