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
        <Button onClick={addModal.open}>Add notification</Button>
      </Group>
      {secret !== null && (
        <OneTimeSecret title="Webhook secret" secret={secret} close={() => setSecret(null)}>
          With this secret, the receiver verifies that messages come from Refrain. Copy it now: it is shown only once.
        </OneTimeSecret>
      )}
      <QueryState query={subscriptions} what="the subscriptions">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No notifications yet">
              Post each week’s digest to a Slack channel, or send events to a program.
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

const periodLabels = { week: '(weekly only)', month: '(monthly only)' } as const;

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
              pending > 0 && `${count(pending, 'message')} pending`,
              givenUp > 0 && `${count(givenUp, 'message')} failed in the last 30 days`,
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
            title={testing.data.delivered ? 'Test message delivered' : 'Test message not delivered'}
          >
            {testing.data.problem ?? 'Check that it arrived.'}
          </Alert>
        )}
        {testing.error && <ProblemNotice error={testing.error} />}
        <Group gap="xs" mt={4}>
          <Button size="xs" variant="default" loading={testing.isPending} onClick={() => testing.mutate({ params })}>
            Send test message
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
          'No event has been delivered yet.'
        ) : (
          <>
            Last event delivered <Timestamp at={lastDeliveredAt} />.
          </>
        )}
      </Text>
      {state === 'off' && (
        <Alert variant="outline" color="red" title="Delivery is paused">
          {reason ?? 'All deliveries have failed for days.'} A successful test message resumes delivery.
        </Alert>
      )}
      {lastProblem !== null && !hidesProblem && (
        <Text size="sm">
          Details of the last failure
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
  const message = `${address} no longer receives events.`;
  const messageIfMissing = `Another user has already removed ${address}.`;
  const options = createRemovalMutationOptions({ list: '/v1/subscriptions', message, messageIfMissing, close });
  const removing = refrain.useMutation('delete', '/v1/subscriptions/{id}', options);
  return (
    <ConfirmModal
      title="Remove this notification?"
      action="Remove"
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => removing.mutate({ params: { path: { id } } })}
    >
      {address} will receive no more messages, not even pending ones. To receive events again, add a new notification.
    </ConfirmModal>
  );
}
