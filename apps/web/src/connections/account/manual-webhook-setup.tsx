import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import { CopyableValue } from '../../components/copyable-value.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { QueryState } from '../../components/query-state.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
}

/** Shows what a person has to enter at a provider if Refrain cannot create the webhook. The secret is fetched only on demand. */
export function ManualWebhookSetup({ connection }: Props) {
  const [isOpen, { open }] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <Title order={3}>By hand</Title>
      {isOpen ? (
        <Entries connection={connection} />
      ) : (
        <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
          Show what to enter
        </Button>
      )}
    </Stack>
  );
}

function Entries({ connection: { id, provider, account, baseUrl } }: Props) {
  const { name, webhook: described } = useProvider(provider);
  const webhook = refrain.useQuery(
    'get',
    '/v1/connections/{id}/webhook',
    { params: { path: { id } } },
    { gcTime: 0, refetchOnWindowFocus: false },
  );
  return (
    <QueryState query={webhook} what="what to enter" height={160}>
      {({ url, secret }) => (
        <>
          <Text size="sm">{described?.instructions}</Text>
          <CopyableValue label={described?.urlLabel ?? 'Webhook URL'} value={url} />
          {described?.secretSource !== 'provider' && secret !== null && <CopyableValue label="Secret" value={secret} />}
          {described?.secretSource === 'provider' && (
            <Text size="sm">
              {name} shows its secret once:{' '}
              <PageLink
                to="/connections/new"
                search={{ provider, by: 'key', account, baseUrl: baseUrl ?? undefined }}
                inherit
                underline="always"
              >
                connect again
              </PageLink>{' '}
              with it, under More.
            </Text>
          )}
        </>
      )}
    </QueryState>
  );
}
