import { Fieldset, Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { useMay } from '../../components/for-role.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { When } from '../../components/when.tsx';
import { PolicyForm } from './policy-form.tsx';

/** The policy as it is, and the form to change it. */
export function PolicySettings() {
  const isAdmin = useMay('admin');
  const query = refrain.useQuery('get', '/v1/policy');
  return (
    <Loaded query={query} what="the policy" height={600}>
      {(answer) => (
        <>
          <Text size="sm" c="dimmed">
            <DecidedBy answer={answer} />
            {!isAdmin && ' An admin can change them.'}
          </Text>
          <Fieldset disabled={!isAdmin} variant="unstyled">
            <PolicyForm stored={answer.policy} />
          </Fieldset>
        </>
      )}
    </Loaded>
  );
}

function DecidedBy({ answer: { decidedBy, decidedAt } }: { readonly answer: Schemas['PolicyResponse'] }) {
  if (decidedAt === null) return 'These are the product’s defaults: nobody has changed them yet.';
  return (
    <>
      Last changed <When at={decidedAt} /> by {decidedBy ?? 'somebody'}.
    </>
  );
}
