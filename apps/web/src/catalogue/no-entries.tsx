import { EmptyState } from '../components/empty-state.tsx';
import { PageLink } from '../components/page-link.tsx';
import type { CatalogueSearch } from './catalogue-search.ts';

interface Props {
  readonly filter: CatalogueSearch;
  readonly isFiltered: boolean;
}

export function NoEntries({ filter, isFiltered }: Props) {
  if (filter.status === 'suggested')
    return (
      <EmptyState title="Nothing is left to decide.">
        <PageLink to="/catalogue">Show the whole catalogue</PageLink>
      </EmptyState>
    );
  if (isFiltered) return <EmptyState title="No entry fits.">Take a filter away.</EmptyState>;
  return (
    <EmptyState title="The catalogue is empty.">
      Entries are suggested from the names, texts and times of what failed. Connect GitHub and PagerDuty, read a
      catalog-info.yaml, or add an entry by hand.
    </EmptyState>
  );
}
