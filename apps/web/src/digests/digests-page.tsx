import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { ForRole } from '../components/for-role.tsx';
import { Nothing } from '../components/nothing.tsx';
import { Page } from '../components/page.tsx';
import { LongList } from '../list/long-list.tsx';
import { pageAfterPage } from '../list/page-after-page.ts';
import { DigestFilterBar } from './digest-filter-bar.tsx';
import { DigestRow } from './digest-row.tsx';
import { WriteDigest } from './write-digest.tsx';

export function DigestsPage() {
  const filter = useSearch({ from: '/digests' });
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/digests',
    { params: { query: { ...filter, limit: 100 } } },
    { ...pageAfterPage, refetchInterval: 60_000 },
  );
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page
      title="Digests"
      lead="What a week or a month brought: what came back, what went quiet, what is to be expected."
      actions={
        <ForRole needs="triager">
          <WriteDigest />
        </ForRole>
      }
    >
      <DigestFilterBar filter={filter} />
      <LongList
        list={list}
        one="digest"
        rowHeight={80}
        empty={
          <Nothing title={isFiltered ? 'No digest fits.' : 'No digest is written yet.'}>
            {isFiltered
              ? 'Take a filter away, or have one written now.'
              : 'The last week and month are written by themselves once all is taken in. Or have one written now.'}
          </Nothing>
        }
        keyOf={({ id }) => id}
      >
        {(digest) => <DigestRow digest={digest} />}
      </LongList>
    </Page>
  );
}
