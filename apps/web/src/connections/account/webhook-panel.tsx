import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { invalidateQueries } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { Warning } from '../../components/warning.tsx';
import { describeWebhook, needsManualWebhookSetup } from './describe-webhook.ts';
import { ManualWebhookSetup } from './manual-webhook-setup.tsx';

export function WebhookPanel({ connection }: { readonly connection: Schemas['Connection'] }) {
  const { id, webhook } = connection;
  const renew = refrain.useMutation('post', '/v1/connections/{id}/webhook-secret');
  const isDue = webhook.isSecretDue === true;
  const renewNow = () =>
    renew.mutate(
      { params: { path: { id } } },
      {
        onSuccess: () => {
          notify({
            message: needsManualWebhookSetup(webhook)
              ? 'There is a new secret: enter it there within a day.'
              : 'A new secret is on its way. The former one holds for another day.',
          });
          return invalidateQueries('/v1/connections');
        },
      },
    );
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="xs">
        <Title order={2}>Webhook</Title>
        <Text size="sm" role="status">
          {describeWebhook(webhook)}
          {webhook.deliveredAt !== null && (
            <>
              {' '}
              Last delivery: <Timestamp at={webhook.deliveredAt} as="age" />.
            </>
          )}
          {webhook.checkedAt !== null && (
            <>
              {' '}
              Looked at <Timestamp at={webhook.checkedAt} as="age" />.
            </>
          )}
        </Text>
        {webhook.problem !== null && (
          <Warning>
            <Text size="sm">{webhook.problem}</Text>
          </Warning>
        )}
        {needsManualWebhookSetup(webhook) && <ManualWebhookSetup connection={connection} />}
        {isDue && <Text size="sm">A new secret was asked for; the provider has yet to take it.</Text>}
        {renew.error !== null && <ProblemNotice error={renew.error} />}
        <Group mt="xs">
          <Button variant="default" loading={renew.isPending} disabled={isDue} onClick={renewNow}>
            New secret
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
