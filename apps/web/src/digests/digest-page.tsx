import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { QueryState } from '../components/query-state.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { DigestView } from './digest-view.tsx';

export function DigestPage() {
  const { digestId } = useParams({ from: '/digests/$digestId' });
  // A stored digest never changes.
  const digest = refrain.useQuery(
    'get',
    '/v1/digests/{id}',
    { params: { path: { id: digestId } } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <Stack>
      <BackToList to="/digests">All digests</BackToList>
      <QueryState query={digest} what="the digest" height={400}>
        {(stored) => <DigestView stored={stored} />}
      </QueryState>
    </Stack>
  );
}
