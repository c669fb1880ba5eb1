import { Stack } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { QueryState } from '../components/query-state.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { ApproveForm } from './approve-form.tsx';
import { ImprovementView } from './improvement-view.tsx';

export function ImprovementPage() {
  const { improvementId } = useParams({ from: '/improvements/$improvementId' });
  const { edit = false } = useSearch({ from: '/improvements/$improvementId' });
  const canDecide = useHasRole('triager');
  const navigate = useNavigate({ from: '/improvements/$improvementId' });
  const improvement = refrain.useQuery(
    'get',
    '/v1/improvements/{id}',
    { params: { path: { id: improvementId } } },
    { refetchInterval: ({ state: { data } }) => (data?.state === 'approved' && !data.problem ? 1_000 : 15_000) },
  );
  return (
    <Stack>
      <BackToList to="/improvements">All improvements</BackToList>
      <QueryState query={improvement} what="the improvement" height={400}>
        {(loaded) =>
          edit && canDecide ? (
            <ApproveForm
              key={loaded.id}
              improvement={loaded}
              close={() => void navigate({ search: {}, replace: true })}
            />
          ) : (
            <ImprovementView improvement={loaded} />
          )
        }
      </QueryState>
    </Stack>
  );
}
