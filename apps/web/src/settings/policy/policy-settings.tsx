import { Fieldset, Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { QueryState } from '../../components/query-state.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { useHasRole } from '../../components/visible-for-role.tsx';
import { PolicyForm } from './policy-form.tsx';

export function PolicySettings() {
  const isAdmin = useHasRole('admin');
  const query = refrain.useQuery('get', '/v1/policy');
  return (
    <QueryState query={query} what="the policy" height={600}>
      {(answer) => (
        <>
          <Text size="sm" c="dimmed">
            <LastChange answer={answer} />
            {!isAdmin && ' An admin can change them.'}
          </Text>
          <Fieldset disabled={!isAdmin} variant="unstyled">
            <PolicyForm stored={answer.policy} />
          </Fieldset>
        </>
      )}
    </QueryState>
  );
}

function LastChange({ answer: { decidedBy, decidedAt } }: { readonly answer: Schemas['PolicyResponse'] }) {
  if (decidedAt === null) return 'These are the product’s defaults: nobody has changed them yet.';
  return (
    <>
      Last changed <Timestamp at={decidedAt} /> by {decidedBy ?? 'somebody'}.
    </>
  );
}
