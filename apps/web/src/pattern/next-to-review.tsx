import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';

/** The way to the newest pattern of which nobody has said yet whether it is one; nothing where there is none. */
export function NextToReview({ patternId }: { readonly patternId: string }) {
  const { data } = refrain.useQuery('get', '/v1/patterns', {
    params: { query: { judgement: 'none', sort: 'harm', limit: 20 } },
  });
  const items = data?.items ?? [];
  const own = items.findIndex(({ id }) => id === patternId);
  const next = items[own + 1] ?? items.find(({ id }) => id !== patternId);
  if (next === undefined) return null;
  return (
    <PageLink to="/patterns/$patternId" params={{ patternId: next.id }} size="sm" title={next.name}>
      Next to review →
    </PageLink>
  );
}
