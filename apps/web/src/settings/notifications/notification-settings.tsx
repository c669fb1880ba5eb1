import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/forms.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { EmptyState, ProblemNotice, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { describeSubscriptionScope, eventLabels, subscriptionKindLabels } from '../../labels/event-labels.ts';
import { count } from '../../labels/format.ts';
import { createRemovalMutationOptions } from '../removal.ts';
import { NewSubscription } from './new-subscription.tsx';

export function NotificationSettings() {
  const params = { query: { limit: 200 } };
  const subscriptions = refrain.useQuery('get', '/v1/subscriptions', { params }, { refetchInterval: 15_000 });
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

const periodLabels = { week: 'of weeks only', month: 'of months only' } as const;

function SubscriptionCard({ subscription }: { readonly subscription: Schemas['Subscription'] }) {
  const { id, kind, address, events, scope, period, state, pending, givenUp } = subscription;
  const [isRemoving, removeModal] = useDisclosure(false);
  const params = { path: { id } };
  const testing = refrain.useMutation('post', '/v1/subscriptions/{id}/test', {
    onSettled: () => invalidateQueries('/v1/subscriptions'),
  });
  const eventNames = events.map((event) =>
    event === 'digest_written' && period !== null
      ? `${eventLabels[event].name.toLowerCase()} ${periodLabels[period]}`
      : eventLabels[event].name.toLowerCase(),
  );
  return (
    <Card withBorder padding="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs" align="flex-start">
          <Title order={2} size="h3" flex="1 1 240px">
            {subscriptionKindLabels[kind]}: {address}
          </Title>
          <Badge variant="dot" color={state === 'on' ? 'teal' : 'red'} tt="none" fw={500}>
            {state === 'on' ? 'on' : 'switched off'}
          </Badge>
        </Group>
        <Text size="sm">
          Receives {eventNames.join(', ')}, for {describeSubscriptionScope(scope)}.
        </Text>
        <LastDeliveryStatus subscription={subscription} hidesProblem={testing.data?.delivered === false} />
        {(pending > 0 || givenUp > 0) && (
          <Text size="sm" c="dimmed">
            {[
              pending > 0 && `${count(pending, 'message')} still to be delivered`,
              givenUp > 0 && `${count(givenUp, 'message')} given up in the last 30 days`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
        {testing.data && (
          <Alert
            variant="outline"
            role="status"
            color={testing.data.delivered ? 'teal' : 'red'}
            title={testing.data.delivered ? 'The test message was taken' : 'The test message was not taken'}
          >
            {testing.data.problem ?? 'Look there: it should have arrived.'}
          </Alert>
        )}
        {testing.error && <ProblemNotice error={testing.error} />}
        <Group gap="xs" mt={4}>
          <Button size="xs" variant="default" loading={testing.isPending} onClick={() => testing.mutate({ params })}>
            Send a test message
          </Button>
          <Button size="xs" variant="default" onClick={removeModal.open} aria-label={`Remove ${address}`}>
            Remove …
          </Button>
        </Group>
      </Stack>
      {isRemoving && <RemoveSubscriptionModal subscription={subscription} close={removeModal.close} />}
    </Card>
  );
}

interface LastDeliveryStatusProps {
  readonly subscription: Schemas['Subscription'];
  readonly hidesProblem: boolean;
}

function LastDeliveryStatus({ subscription, hidesProblem }: LastDeliveryStatusProps) {
  const { state, reason, lastDeliveredAt, lastProblem, lastProblemAt } = subscription;
  return (
    <>
      <Text size="sm" c="dimmed">
        {lastDeliveredAt === null ? (
          'No event was delivered yet.'
        ) : (
          <>
            Last event delivered <Timestamp at={lastDeliveredAt} />.
          </>
        )}
      </Text>
      {state === 'off' && (
        <Alert variant="outline" color="red" title="Nothing is sent to it now">
          {reason ?? 'Nothing could be delivered for days.'} A test message that is taken switches it on again.
        </Alert>
      )}
      {lastProblem !== null && !hidesProblem && (
        <Text size="sm">
          The last time it did not work
          {lastProblemAt !== null && (
            <>
              {' '}
              (<Timestamp at={lastProblemAt} />)
            </>
          )}
          : {lastProblem}
        </Text>
      )}
    </>
  );
}

interface RemoveSubscriptionModalProps {
  readonly subscription: Schemas['Subscription'];
  close(): void;
}

function RemoveSubscriptionModal({ subscription: { id, address }, close }: RemoveSubscriptionModalProps) {
  const message = `${address} receives no more events.`;
  const messageIfMissing = `Somebody else has removed ${address} already.`;
  const options = createRemovalMutationOptions({ list: '/v1/subscriptions', message, messageIfMissing, close });
  const removing = refrain.useMutation('delete', '/v1/subscriptions/{id}', options);
  return (
    <ConfirmModal
      title="Remove the subscription?"
      action="Remove"
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => removing.mutate({ params: { path: { id } } })}
    >
      {address} gets no more messages, not even pending ones. The subscription is deleted; to receive events again, add
      a new one.
    </ConfirmModal>
  );
}
