import { Badge, Card, Group, SimpleGrid, Text } from '@mantine/core';
import { BellIcon, FileIcon, MarkGithubIcon } from '@primer/octicons-react';
import { refrain, type Schemas, useProvider } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { AccountFacts, ArchiveFacts, Fact } from './connection-facts.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
}

const icons = { code: MarkGithubIcon, incidents: BellIcon, files: FileIcon };

/** An account or archive with its status and what Refrain has read from it. */
export function ConnectionCard({ connection }: Props) {
  const { id, provider, account, status, statusReason } = connection;
  const { name, kind } = useProvider(provider);
  const Icon = icons[kind];
  const isActive = status === 'active';
  return (
    <Card withBorder padding="md" component="li">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" wrap="nowrap">
          <Icon size={20} aria-hidden />
          <div>
            <PageLink to="/connections/$connectionId" params={{ connectionId: id }} fw={600}>
              {account}
            </PageLink>
            <Text size="sm" c="dimmed">
              {kind === 'files' ? 'Imported files' : name}
            </Text>
          </div>
        </Group>
        <Badge variant="dot" color={isActive ? 'teal' : 'orange'} tt="none" fw={500} flex="none">
          {isActive ? 'Active' : 'Needs attention'}
        </Badge>
      </Group>
      {statusReason !== null && (
        <Text size="sm" mt="xs">
          {statusReason}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md" verticalSpacing="xs" mt="md">
        {kind === 'files' ? <ArchiveFacts connection={connection} /> : <AccountFacts connection={connection} />}
        <Fact label="Failures">
          <FailureCount id={id} />
        </Fact>
      </SimpleGrid>
    </Card>
  );
}

function FailureCount({ id }: { readonly id: string }) {
  const { data } = refrain.useQuery('get', '/v1/failures', {
    params: { query: { connectionId: id, isFailure: true, limit: 1 } },
  });
  if (data === undefined) return '…';
  return (
    <TextLink to="/failures" search={{ connectionId: id, days: 'all' }}>
      {data.total.toLocaleString('en')}
    </TextLink>
  );
}
