import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { QueryState } from '../components/query-state.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { FailureView } from './failure-view.tsx';

export function FailurePage() {
  const { failureId } = useParams({ from: '/failures/$failureId' });
  const failure = refrain.useQuery('get', '/v1/failures/{id}', { params: { path: { id: failureId } } });
  return (
    <Stack>
      <BackToList to="/failures">All failures</BackToList>
      <QueryState query={failure} what="the failure" height={400}>
        {(known) => <FailureView key={known.id} failure={known} />}
      </QueryState>
    </Stack>
  );
}
