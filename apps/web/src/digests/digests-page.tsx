import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { paginationOptions } from '../list/pagination-options.ts';
import { VirtualList } from '../list/virtual-list.tsx';
import { DigestFilterBar } from './digest-filter-bar.tsx';
import { DigestRow } from './digest-row.tsx';
import { RequestDigestButton } from './request-digest-button.tsx';

export function DigestsPage() {
  const filter = useSearch({ from: '/digests' });
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/digests',
    { params: { query: { ...filter, limit: 100 } } },
    { ...paginationOptions, refetchInterval: 60_000 },
  );
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page
      title="Digests"
      lead="What a week or a month brought: what came back, what went quiet, what is to be expected."
      actions={
        <VisibleForRole needs="triager">
          <RequestDigestButton />
        </VisibleForRole>
      }
    >
      <DigestFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="digest"
        rowHeight={80}
        empty={
          <EmptyState title={isFiltered ? 'No digest fits.' : 'No digest is written yet.'}>
            {isFiltered
              ? 'Take a filter away, or have one written now.'
              : 'The last week and month are written by themselves once the import is complete. Or have one written now.'}
          </EmptyState>
        }
        keyOf={({ id }) => id}
      >
        {(digest) => <DigestRow digest={digest} />}
      </VirtualList>
    </Page>
  );
}
