import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';

const views = [
  { records: undefined, name: 'Failures' },
  { records: 'excluded', name: 'Excluded records' },
  { records: 'all', name: 'All records' },
] as const;

/** Tabs that choose whether excluded records are listed. */
export function FailureViews({ search }: { readonly search: FailuresSearchParameters }) {
  return (
    <LinkTabs label="Records">
      {views.map(({ records, name }) => (
        <RouterLinkTab key={name} to="/failures" search={{ ...search, records }} isShown={search.records === records}>
          {name}
        </RouterLinkTab>
      ))}
    </LinkTabs>
  );
}
