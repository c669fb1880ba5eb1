import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageLink } from '../parts/page-link.tsx';
import { FailureView } from './failure-view.tsx';

export function FailurePage() {
  const { failureId } = useParams({ from: '/failures/$failureId' });
  const failure = refrain.useQuery('get', '/v1/failures/{id}', { params: { path: { id: failureId } } });
  return (
    <Stack>
      <PageLink to="/failures" size="sm" className="not-printed">
        ← All failures
      </PageLink>
      <Loaded query={failure} what="the failure" height={400}>
        {(known) => <FailureView key={known.id} failure={known} />}
      </Loaded>
    </Stack>
  );
}
