import { Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { invalidateQueries, refrain, type Schemas, useProvider } from '../../api/refrain.ts';
import { TextLink } from '../../components/links.tsx';
import { notify } from '../../components/notify.tsx';
import { SectionCard } from '../../components/section.tsx';
import { ProblemNotice, QueryState, Warning } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';

export function WebhookPanel({ connection }: { readonly connection: Schemas['Connection'] }) {
  const { id, webhook } = connection;
  const renew = refrain.useMutation('post', '/v1/connections/{id}/webhook-secret', {
    onSuccess() {
      const message = needsManualWebhookSetup(webhook)
        ? 'New secret created. Enter it at the provider within a day.'
        : 'Refrain is replacing the secret. The old one works for another day.';
      notify({ message });
      void invalidateQueries('/v1/connections');
    },
  });
  const isDue = webhook.isSecretDue === true;
  return (
    <SectionCard title="Webhook">
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
            Checked <Timestamp at={webhook.checkedAt} as="age" />.
          </>
        )}
      </Text>
      {webhook.problem !== null && (
        <Warning>
          <Text size="sm">{webhook.problem}</Text>
        </Warning>
      )}
      {needsManualWebhookSetup(webhook) && <ManualWebhookSetup connection={connection} />}
      {isDue && <Text size="sm">A new secret is pending at the provider.</Text>}
      {renew.error !== null && <ProblemNotice error={renew.error} />}
      <Group mt="xs">
        <Button
          variant="default"
          loading={renew.isPending}
          disabled={isDue}
          onClick={() => renew.mutate({ params: { path: { id } } })}
        >
          New secret
        </Button>
      </Group>
    </SectionCard>
  );
}

type Webhook = Schemas['WebhookState'];

const polls = 'Until then, Refrain polls every few minutes.';

function describeWebhook({ state, checkedAt }: Webhook): string {
  if (state === 'active') return 'Events arrive immediately.';
  if (checkedAt === null) return `Refrain is creating the webhook. ${polls}`;
  if (state === 'silent') return `The webhook exists, but no delivery has arrived yet. ${polls}`;
  if (state === 'disabled') return `The provider has disabled the webhook. Refrain keeps trying to enable it. ${polls}`;
  if (state === 'refused') return `Refrain could not create the webhook: create it manually. ${polls}`;
  return 'No webhook: Refrain polls every few minutes.';
}

function needsManualWebhookSetup({ state, checkedAt }: Webhook): boolean {
  return checkedAt !== null && (state === 'refused' || state === 'none');
}

interface ManualWebhookSetupProps {
  readonly connection: Schemas['Connection'];
}

/** Shows what a person has to enter at a provider if Refrain cannot create the webhook. The secret is fetched only on demand. */
function ManualWebhookSetup({ connection }: ManualWebhookSetupProps) {
  const [isOpen, { open }] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <Title order={3}>Manual setup</Title>
      {isOpen ? (
        <Entries connection={connection} />
      ) : (
        <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
          Show values
        </Button>
      )}
    </Stack>
  );
}

function Entries({ connection: { id, provider, account, baseUrl } }: ManualWebhookSetupProps) {
  const { name, webhook: described } = useProvider(provider);
  const params = { path: { id } };
  const options = { gcTime: 0, refetchOnWindowFocus: false };
  const webhook = refrain.useQuery('get', '/v1/connections/{id}/webhook', { params }, options);
  return (
    <QueryState query={webhook} what="the values" height={160}>
      {({ url, secret }) => (
        <>
          <Text size="sm">{described?.instructions}</Text>
          <CopyableValue label={described?.urlLabel ?? 'Webhook URL'} value={url} />
          {described?.secretSource !== 'provider' && secret !== null && <CopyableValue label="Secret" value={secret} />}
          {described?.secretSource === 'provider' && (
            <Text size="sm">
              {name} shows its secret once:{' '}
              <TextLink to="/connections/new" search={{ provider, by: 'key', account, baseUrl: baseUrl ?? undefined }}>
                connect again
              </TextLink>{' '}
              and enter it under More.
            </Text>
          )}
        </>
      )}
    </QueryState>
  );
}

function CopyableValue({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Code block flex={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy} aria-label={`Copy: ${label}`}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
