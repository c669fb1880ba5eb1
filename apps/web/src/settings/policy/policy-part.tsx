import { Text } from '@mantine/core';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { When } from '../../parts/when.tsx';
import { PolicyForm } from './policy-form.tsx';

/** The policy as it is, and the form to change it. */
export function PolicyPart() {
  const query = refrain.useQuery('get', '/v1/policy');
  return (
    <Loaded query={query} what="the policy" height={600}>
      {(answer) => (
        <>
          <Text size="sm" c="dimmed">
            <DecidedBy answer={answer} />
          </Text>
          <PolicyForm stored={answer.policy} />
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
