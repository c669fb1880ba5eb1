import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';

/** Links to the most harmful pattern without a review. Renders nothing if there is none. */
export function NextToReview({ patternId }: { readonly patternId: string }) {
  const { data } = refrain.useQuery('get', '/v1/patterns', {
    params: { query: { judgement: 'none', sort: 'harm', limit: 20 } },
  });
  const items = data?.items ?? [];
  const current = items.findIndex(({ id }) => id === patternId);
  const next = items[current + 1] ?? items.find(({ id }) => id !== patternId);
  if (next === undefined) return null;
  return (
    <PageLink to="/patterns/$patternId" params={{ patternId: next.id }} size="sm" title={next.name}>
      Next to review →
    </PageLink>
  );
}
