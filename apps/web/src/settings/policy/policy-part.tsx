import { Fieldset, Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { useMay } from '../../parts/for-role.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { When } from '../../parts/when.tsx';
import { PolicyForm } from './policy-form.tsx';

/** The policy as it is, and the form to change it. */
export function PolicyPart() {
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

function DecidedBy({ answer: { decidedBy, decidedAt } }: { readonly answer: Schemas['PolicyAnswer'] }) {
  if (decidedAt === null) return 'These are the product’s defaults: nobody has changed them yet.';
  return (
    <>
      Last changed <When at={decidedAt} /> by {decidedBy ?? 'somebody'}.
    </>
  );
}
