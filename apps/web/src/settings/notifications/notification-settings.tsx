import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { refrain } from '../../api/refrain.ts';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { EmptyState, QueryState } from '../../components/states.tsx';
import { NewSubscription } from './new-subscription.tsx';
import { SubscriptionCard } from './subscription-card.tsx';

export function NotificationSettings() {
  const subscriptions = refrain.useQuery(
    'get',
    '/v1/subscriptions',
    { params: { query: { limit: 200 } } },
    { refetchInterval: 15_000 },
  );
  const [isAdding, addModal] = useDisclosure(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Stack gap="md">
      <Group>
        <Button onClick={addModal.open}>Add a subscription …</Button>
      </Group>
      {secret !== null && (
        <OneTimeSecret title="The secret of the webhook" secret={secret} close={() => setSecret(null)}>
          The receiver verifies by it that messages come from here, as Standard Webhooks has it. It is shown this once.
        </OneTimeSecret>
      )}
      <QueryState query={subscriptions} what="the subscriptions">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="There are no subscriptions yet.">
              A channel of Slack can get each week’s digest; a program can get every event, signed.
            </EmptyState>
          ) : (
            <Stack gap="sm">
              {items.map((subscription) => (
                <SubscriptionCard key={subscription.id} subscription={subscription} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      {isAdding && <NewSubscription close={addModal.close} onSecret={setSecret} />}
    </Stack>
  );
}
